import type { LintRule } from '../../base/lint-rule.ts'
import type { FollowUpChapter } from '../clause-types.ts'
import { illDefinedReport } from './ill-defined-report.ts'
import { incompatibleKpiTarget } from './incompatible-kpi-target.ts'
import { missingBasicKpis } from './missing-basic-kpis.ts'

/** The rules of chapter 3 that need no other chapter, in the order of their ids. */
export const followUpLint: readonly LintRule<FollowUpChapter>[] = [
  incompatibleKpiTarget,
  illDefinedReport,
  missingBasicKpis,
]
