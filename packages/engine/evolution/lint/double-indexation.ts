import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

/** The formula multiplies the current price while its base month stays that of the signature: past rises count again. */
export const doubleIndexation: LintRule<EvolutionChapter> = {
  id: 'PR01',
  severity: 'error',
  title: localise('Double indexation', 'Double indexation'),
  why: localise(
    'Chaque révision recompte les hausses passées : l’écart grandit chaque année, sans que personne ne l’ait voulu.',
    'Each revision counts past rises again: the gap grows every year, and nobody meant it.',
  ),
  mend: localise(
    'Révisez le prix initial (appliesTo: initial-price), ou faites avancer la base avec le prix (moves: with-price).',
    'Revise the initial price (appliesTo: initial-price), or let the base move with the price (moves: with-price).',
  ),
  find({ pricing }) {
    const revision = pricing?.revision
    if (revision?.appliesTo !== 'current-price') return []
    return revision.formula.terms.flatMap(({ index, base }, place) => {
      if (!('month' in base) || base.moves === 'with-price') return []
      return [
        {
          path: ['pricing', 'revision', 'formula', 'terms', place, 'base'],
          ...numbered(revision.clause),
          message: localise(
            `Double indexation : la formule multiplie le prix en cours, mais part toujours de l’indice ${index} de ${base.month}.`,
            `Double indexation: the formula multiplies the current price, yet always starts from the index ${index} of ${base.month}.`,
          ),
        },
      ]
    })
  },
}
