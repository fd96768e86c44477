import type { LintRule } from '../../base/lint-rule.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { contradictoryTargets } from './contradictory-targets.ts'
import { incompleteMatrix } from './incomplete-matrix.ts'
import { noStatisticThreshold } from './no-statistic-threshold.ts'
import { priorityWithoutTarget } from './priority-without-target.ts'
import { prospectiveWorkingDays } from './prospective-working-days.ts'
import { responseAfterRestoration } from './response-after-restoration.ts'
import { slowerHigherPriority } from './slower-higher-priority.ts'
import { unboundedPause } from './unbounded-pause.ts'
import { unreachableTarget } from './unreachable-target.ts'

/** The rules of chapter 2, in the order of their ids. */
export const commitmentsLint: readonly LintRule<CommitmentsChapter>[] = [
  priorityWithoutTarget,
  unreachableTarget,
  incompleteMatrix,
  responseAfterRestoration,
  slowerHigherPriority,
  contradictoryTargets,
  unboundedPause,
  noStatisticThreshold,
  prospectiveWorkingDays,
]
