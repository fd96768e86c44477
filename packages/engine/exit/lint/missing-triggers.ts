import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { JudgedExit } from './judged-exit.ts'

/** Triggers of the exit without a breach, an insolvency or a part of the services. */
export const missingTriggers: LintRule<JudgedExit> = {
  id: 'RV09',
  severity: 'warning',
  title: localise('Déclencheurs incomplets', 'Triggers incomplete'),
  why: localise(
    'La réversibilité doit aussi s’ouvrir en cas de manquement, de défaillance du prestataire, ou pour un seul lot.',
    'The exit must also open on a breach, on the provider’s insolvency, or for one part alone.',
  ),
  mend: localise(
    'Ajoutez breach, insolvency et partial à exit.triggers.',
    'Add breach, insolvency and partial to exit.triggers.',
  ),
  find({ exit: { triggers = [], clause } }) {
    const missing = NEEDED.filter(({ trigger }) => !triggers.includes(trigger))
    if (missing.length === 0) return []
    return [
      {
        path: ['triggers'],
        ...numbered(clause),
        message: localise(
          `Déclencheurs incomplets : la réversibilité ne s’ouvre pas pour ${missing.map(({ fr }) => fr).join(', ')}.`,
          `Triggers incomplete: the exit does not open for ${missing.map(({ en }) => en).join(', ')}.`,
        ),
        hint: localise(
          `Ajoutez à exit.triggers : ${missing.map(({ trigger }) => trigger).join(', ')}.`,
          `Add to exit.triggers: ${missing.map(({ trigger }) => trigger).join(', ')}.`,
        ),
      },
    ]
  },
}

const NEEDED = [
  { trigger: 'breach', fr: 'un manquement', en: 'a breach' },
  { trigger: 'insolvency', fr: 'la défaillance du prestataire', en: 'the provider’s insolvency' },
  { trigger: 'partial', fr: 'une sortie partielle', en: 'a partial exit' },
] as const
