import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/** No procedure for changes: nobody knows when a quote is due, nor who accepts it. */
export const noChangeProcedure: LintRule<Contract> = {
  id: 'EV05',
  severity: 'warning',
  title: localise('Évolution non réglée', 'Changes not settled'),
  why: localise(
    'Sans délai de devis ni personne pour accepter, le contrat évolue par courriels, et personne ne sait plus ce qui vaut.',
    'Without a time to quote nor anybody to accept, the contract changes by e-mail, and nobody knows what holds.',
  ),
  mend: localise(
    'Ajoutez evolution.change : { quoteWithin: { workingDays: 5, calendar: … }, approver: rôle }.',
    'Add evolution.change: { quoteWithin: { workingDays: 5, calendar: … }, approver: role }.',
  ),
  find(contract) {
    const change = contract.chapters.evolution?.change
    if (change === undefined && !isWholeContract(contract)) return []
    const missing = [
      ...(change?.quoteWithin === undefined ? [localise('le délai du devis', 'the time to quote')] : []),
      ...(change?.approver === undefined ? [localise('qui accepte', 'who accepts')] : []),
    ]
    if (missing.length === 0) return []
    return [
      {
        path: change === undefined ? ['evolution'] : ['evolution', 'change'],
        ...numbered(change?.clause),
        message: localise(
          `Évolution non réglée : il manque ${missing.map(({ fr }) => fr).join(' et ')}.`,
          `Changes are not settled: ${missing.map(({ en }) => en).join(' and ')} missing.`,
        ),
      },
    ]
  },
}
