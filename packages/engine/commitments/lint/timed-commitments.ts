import type { Calendars } from '../../calendar/lint/calendars-lint.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** The commitments of a contract with the calendars that count their times: paths begin with `commitments`. */
export type TimedCommitments = { readonly commitments: CommitmentsChapter; readonly calendars: Calendars }
