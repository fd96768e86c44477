import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'
import { GDPR_ITEMS, missingItems, sayItems } from './legal-items.ts'

/** Personal data are processed and an item of GDPR article 28(3) is not said. */
export const missingGdprItems: LintRule<Contract> = {
  id: 'LE01',
  severity: 'error',
  title: localise('Clause RGPD incomplète', 'GDPR clause incomplete'),
  why: localise(
    'Confier des données personnelles sans toutes les mentions de l’article 28 met le client en faute, quoi que fasse le prestataire.',
    'Handing over personal data without every item of article 28 puts the client at fault, whatever the provider does.',
  ),
  mend: localise(
    'Complétez governance.personalData, par true ou par le numéro de la clause qui le dit.',
    'Complete governance.personalData, by true or by the number of the clause that says it.',
  ),
  find({ chapters }) {
    const stated = chapters.governance?.personalData
    const applications = chapters.scope?.registers?.applications ?? []
    const holder = applications.find(({ personalData }) => personalData === true)
    if (typeof stated !== 'object') {
      if (holder === undefined) return []
      return [
        {
          path: ['governance', 'personalData'],
          message: localise(
            `Clause RGPD absente, alors que « ${holder.label} » contient des données personnelles.`,
            `No GDPR clause, though "${holder.label}" holds personal data.`,
          ),
        },
      ]
    }
    const missing = missingItems(GDPR_ITEMS, stated)
    if (missing.length === 0) return []
    return [
      {
        path: ['governance', 'personalData'],
        ...numbered(stated.clause),
        message: localise(
          `Clause RGPD incomplète : il manque ${sayItems(missing, 'fr')}.`,
          `GDPR clause incomplete: ${sayItems(missing, 'en')} missing.`,
        ),
      },
    ]
  },
}
