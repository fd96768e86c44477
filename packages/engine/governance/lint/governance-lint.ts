import type { LintRule } from '../../base/lint-rule.ts'
import type { GovernanceChapter } from '../clause-schema.ts'
import { incompleteCommittee } from './incomplete-committee.ts'
import { noLead } from './no-lead.ts'
import { undefinedMajorIncident } from './undefined-major-incident.ts'
import { unexecutableEscalation } from './unexecutable-escalation.ts'

/** The rules of chapter 4 that need no other chapter, in the order of their ids. */
export const governanceLint: readonly LintRule<GovernanceChapter>[] = [
  incompleteCommittee,
  noLead,
  unexecutableEscalation,
  undefinedMajorIncident,
]
