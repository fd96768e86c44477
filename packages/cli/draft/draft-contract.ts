import type { DraftAnswers } from './draft-answers.ts'
import { draftCalendars } from './draft-calendars.ts'
import { draftCommitments } from './draft-commitments.ts'
import { draftEvolution } from './draft-evolution.ts'
import { draftExit } from './draft-exit.ts'
import { draftFollowUp } from './draft-follow-up.ts'
import { draftGovernance } from './draft-governance.ts'
import { draftHeader } from './draft-header.ts'
import { draftScope } from './draft-scope.ts'

/** A first contract in the contract format, chapter by chapter, in the language of the answers. */
export function draftContract(answers: DraftAnswers): string {
  return [
    draftHeader,
    draftCalendars,
    draftScope,
    draftCommitments,
    draftFollowUp,
    draftGovernance,
    draftExit,
    draftEvolution,
  ]
    .map((chapter) => chapter(answers))
    .join('\n')
}
