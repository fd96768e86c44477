import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { compareRatio, ratioOf } from '../../base/ratio.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

/** Thirtieths of a month bill 31 of them for a month of 31 days: 103.3 %. */
export const prorationOverOne: LintRule<EvolutionChapter> = {
  id: 'PR08',
  severity: 'error',
  title: localise('Prorata au-delà de 100 %', 'Proration over 100%'),
  why: localise(
    'Sept mois par an, un mois complet coûte plus que son prix.',
    'Seven months a year, a whole month costs more than its price.',
  ),
  mend: localise(
    'Choisissez method: days-of-month, ou bornez-le : atMost: 100%.',
    'Choose method: days-of-month, or bound it: atMost: 100%.',
  ),
  find({ pricing }) {
    const proration = pricing?.proration
    if (proration?.method !== 'thirtieths') return []
    if (proration.atMost !== undefined && compareRatio(proration.atMost, ratioOf(1n, 1n)) <= 0) return []
    return [
      {
        path: ['pricing', 'proration', 'method'],
        ...numbered(proration.clause),
        message: localise(
          'Prorata > 100 % : en trentièmes, un mois complet de 31 jours est facturé 103,3 %.',
          'Proration over 100%: in thirtieths, a whole month of 31 days is billed 103.3%.',
        ),
      },
    ]
  },
}
