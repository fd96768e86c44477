import type { LintRule } from '../../base/lint-rule.ts'
import type { JudgedExit } from './judged-exit.ts'
import { missingTriggers } from './missing-triggers.ts'
import { noExportFormat } from './no-export-format.ts'
import { staleExitPlan } from './stale-exit-plan.ts'
import { unpricedExit } from './unpriced-exit.ts'
import { untestedExit } from './untested-exit.ts'

/** The rules of chapter 5 that need no other chapter, in the order of their ids. */
export const exitLint: readonly LintRule<JudgedExit>[] = [
  staleExitPlan,
  noExportFormat,
  unpricedExit,
  missingTriggers,
  untestedExit,
]
