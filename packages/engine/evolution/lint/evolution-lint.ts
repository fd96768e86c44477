import type { LintRule } from '../../base/lint-rule.ts'
import type { EvolutionChapter } from '../clause-schema.ts'
import { ambiguousIndexMonth } from './ambiguous-index-month.ts'
import { capWithoutReference } from './cap-without-reference.ts'
import { contradictoryLimits } from './contradictory-limits.ts'
import { discretionaryPrice } from './discretionary-price.ts'
import { doubleIndexation } from './double-indexation.ts'
import { fallingTotal } from './falling-total.ts'
import { incompleteHourBlock } from './incomplete-hour-block.ts'
import { incompleteOption } from './incomplete-option.ts'
import { noRuleForIndexLoss } from './no-rule-for-index-loss.ts'
import { oneWayRevision } from './one-way-revision.ts'
import { prorationOverOne } from './proration-over-one.ts'
import { uncomputableRevision } from './uncomputable-revision.ts'
import { unidentifiedIndex } from './unidentified-index.ts'

/** The rules of chapter 6 that need no other chapter, in the order of their ids. */
export const evolutionLint: readonly LintRule<EvolutionChapter>[] = [
  doubleIndexation,
  unidentifiedIndex,
  ambiguousIndexMonth,
  noRuleForIndexLoss,
  oneWayRevision,
  capWithoutReference,
  uncomputableRevision,
  prorationOverOne,
  fallingTotal,
  contradictoryLimits,
  discretionaryPrice,
  incompleteHourBlock,
  incompleteOption,
]
