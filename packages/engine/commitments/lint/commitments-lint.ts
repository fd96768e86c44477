import type { LintRule } from '../../base/lint-rule.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { channelWithoutRight } from './channel-without-right.ts'
import { contradictoryTargets } from './contradictory-targets.ts'
import { deductionUnheard } from './deduction-unheard.ts'
import { incompatibleRecovery } from './incompatible-recovery.ts'
import { incompleteMatrix } from './incomplete-matrix.ts'
import { inconsistentRates } from './inconsistent-rates.ts'
import { noRestorationTarget } from './no-restoration-target.ts'
import { noStatisticThreshold } from './no-statistic-threshold.ts'
import { priorityWithoutTarget } from './priority-without-target.ts'
import { prospectiveWorkingDays } from './prospective-working-days.ts'
import { silenceAcceptsExclusion } from './silence-accepts-exclusion.ts'
import { unboundedPause } from './unbounded-pause.ts'
import { uncappedPenalty } from './uncapped-penalty.ts'
import { unilateralPriority } from './unilateral-priority.ts'
import { unlimitedMaintenance } from './unlimited-maintenance.ts'
import { unreachableTarget } from './unreachable-target.ts'
import { unselectedHours } from './unselected-hours.ts'
import { unsettledCumulation } from './unsettled-cumulation.ts'
import { unsettledUnit } from './unsettled-unit.ts'
import { unstatedNotice } from './unstated-notice.ts'
import { unstatedRemedy } from './unstated-remedy.ts'
import { unstatedVat } from './unstated-vat.ts'

/** The rules of chapter 2 that need no other chapter, in the order of their ids. */
export const commitmentsLint: readonly LintRule<CommitmentsChapter>[] = [
  priorityWithoutTarget,
  unreachableTarget,
  incompleteMatrix,
  noRestorationTarget,
  unlimitedMaintenance,
  contradictoryTargets,
  inconsistentRates,
  unboundedPause,
  unilateralPriority,
  channelWithoutRight,
  noStatisticThreshold,
  incompatibleRecovery,
  unselectedHours,
  prospectiveWorkingDays,
  uncappedPenalty,
  unsettledUnit,
  unsettledCumulation,
  unstatedRemedy,
  deductionUnheard,
  unstatedVat,
  unstatedNotice,
  silenceAcceptsExclusion,
]
