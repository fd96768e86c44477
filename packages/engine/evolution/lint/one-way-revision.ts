import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { compareRatio, parseDecimal, ratioOf } from '../../base/ratio.ts'
import type { EvolutionChapter } from '../clause-schema.ts'
import type { Revision } from '../revision-schema.ts'

const ONE = ratioOf(1n, 1n)
const ZERO = ratioOf(0n, 1n)

/** A revision without a cap, or whose floor keeps prices from ever falling. */
export const oneWayRevision: LintRule<EvolutionChapter> = {
  id: 'PR05',
  severity: 'warning',
  title: localise('Révision à sens unique ou sans butoir', 'One-way or unbounded revision'),
  why: localise(
    'Sans butoir, une année d’inflation double la hausse prévue ; avec un plancher, le prix ne suit l’indice que vers le haut.',
    'Without a cap, one year of inflation doubles the rise; with a floor, the price follows the index upwards only.',
  ),
  mend: localise(
    'Bornez la hausse (cap: { share: 3%, of: previous-price }) et laissez le prix baisser avec l’indice.',
    'Bound the rise (cap: { share: 3%, of: previous-price }) and let the price fall with the index.',
  ),
  find({ pricing }) {
    const revision = pricing?.revision
    if (revision === undefined) return []
    const clause = numbered(revision.clause)
    const violations: Violation[] = []
    if (revision.cap === undefined)
      violations.push({
        path: ['pricing', 'revision'],
        ...clause,
        message: localise(
          'Révision sans butoir : rien ne limite la hausse.',
          'A revision without a cap: nothing bounds the rise.',
        ),
        hint: localise(
          'Ajoutez cap: { share: 3%, of: previous-price }.',
          'Add cap: { share: 3%, of: previous-price }.',
        ),
      })
    if (neverFalls(revision.floor))
      violations.push({
        path: ['pricing', 'revision', 'floor'],
        ...clause,
        message: localise(
          'Révision à sens unique : le plancher empêche toute baisse.',
          'A one-way revision: the floor keeps prices from falling.',
        ),
        hint: localise(
          'Retirez le plancher, ou admettez une baisse : floor: { share: 3%, of: previous-price }.',
          'Remove the floor, or admit a fall: floor: { share: 3%, of: previous-price }.',
        ),
      })
    return violations
  },
}

/** A largest fall of nothing, a coefficient of one or more; a « fall » of 100 % or more is a coefficient written as a share. */
function neverFalls(floor: Revision['floor']): boolean {
  if (floor === undefined) return false
  if (floor.coefficient !== undefined) return compareRatio(parseDecimal(floor.coefficient) ?? ZERO, ONE) >= 0
  return floor.share !== undefined && (floor.share.numerator === 0n || compareRatio(floor.share, ONE) >= 0)
}
