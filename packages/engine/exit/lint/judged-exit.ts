import type { EpochDay } from '../../base/civil-date.ts'
import type { ExitChapter } from '../clause-schema.ts'

/** Chapter 5 on the day that it is judged; `since`: the first day of the contract. */
export type JudgedExit = { readonly exit: ExitChapter; readonly since: EpochDay; readonly on: EpochDay }
