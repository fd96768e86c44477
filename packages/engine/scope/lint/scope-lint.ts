import type { LintRule } from '../../base/lint-rule.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { contradictoryCoverage } from './contradictory-coverage.ts'
import { contradictoryQuantities } from './contradictory-quantities.ts'
import { noExclusionList } from './no-exclusion-list.ts'
import { noProjectThreshold } from './no-project-threshold.ts'
import { noTravelRule } from './no-travel-rule.ts'
import { profileWithoutEntitlement } from './profile-without-entitlement.ts'
import { siteOutsideZones } from './site-outside-zones.ts'
import { uncoveredCell } from './uncovered-cell.ts'
import { undatedQuantity } from './undated-quantity.ts'

/** The rules of chapter 1, in the order of their ids. */
export const scopeLint: readonly LintRule<ScopeChapter>[] = [
  uncoveredCell,
  undatedQuantity,
  contradictoryCoverage,
  noExclusionList,
  noTravelRule,
  noProjectThreshold,
  contradictoryQuantities,
  profileWithoutEntitlement,
  siteOutsideZones,
]
