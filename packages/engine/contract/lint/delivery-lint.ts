import type { LintRule } from '../../base/lint-rule.ts'
import { responseAfterRestoration } from '../../commitments/lint/response-after-restoration.ts'
import { slowerHigherPriority } from '../../commitments/lint/slower-higher-priority.ts'
import type { Contract } from '../contract.ts'
import { brokenTiers } from './broken-tiers.ts'
import { emptyingExclusion } from './emptying-exclusion.ts'
import { misusedWorkingWord } from './misused-working-word.ts'
import { noOnCall } from './no-on-call.ts'
import { noPenaltyStart } from './no-penalty-start.ts'
import { outageThresholdTooHigh } from './outage-threshold-too-high.ts'
import { shortClaimWindow } from './short-claim-window.ts'
import { unapprovedWork } from './unapproved-work.ts'
import { uncontrolledBackup } from './uncontrolled-backup.ts'
import { undefinedFee } from './undefined-fee.ts'
import { undefinedHolidays } from './undefined-holidays.ts'
import { unreachableCap } from './unreachable-cap.ts'
import { unsettledDrift } from './unsettled-drift.ts'
import { unverifiableMeasure } from './unverifiable-measure.ts'
import { weakPenalty } from './weak-penalty.ts'

/** The rules on scope, service levels, follow-up, penalties and backups that need several chapters. */
export const deliveryLint: readonly LintRule<Contract>[] = [
  unsettledDrift,
  unapprovedWork,
  undefinedHolidays,
  misusedWorkingWord,
  responseAfterRestoration,
  slowerHigherPriority,
  outageThresholdTooHigh,
  emptyingExclusion,
  noOnCall,
  unverifiableMeasure,
  brokenTiers,
  undefinedFee,
  shortClaimWindow,
  noPenaltyStart,
  weakPenalty,
  unreachableCap,
  uncontrolledBackup,
]
