import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

/** A revision that says nothing of an index that stops or changes its base: Syntec did both in August 2022. */
export const noRuleForIndexLoss: LintRule<EvolutionChapter> = {
  id: 'PR04',
  severity: 'warning',
  title: localise('Disparition d’indice non prévue', 'Loss of the index not foreseen'),
  why: localise(
    'Un indice s’arrête ou change de base : la formule devient incalculable, et le prix se renégocie sans règle.',
    'An index stops or is rebased: the formula can no longer be computed, and the price is negotiated without a rule.',
  ),
  mend: localise(
    'Ajoutez onIndexLoss: linking-coefficient, replacement ou renegotiate.',
    'Add onIndexLoss: linking-coefficient, replacement or renegotiate.',
  ),
  find({ pricing }) {
    const revision = pricing?.revision
    if (revision === undefined || revision.onIndexLoss !== undefined) return []
    return [
      {
        path: ['pricing', 'revision'],
        ...numbered(revision.clause),
        message: localise(
          'Disparition d’indice non prévue : rien ne dit ce qui remplace un indice arrêté ou rebasé.',
          'Nothing says what replaces an index that is stopped or rebased.',
        ),
      },
    ]
  },
}
