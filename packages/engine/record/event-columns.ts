import { COLUMNS } from './event.ts'

/** Columns of an event file, in the order of the interface; an event file may give them in any order. */
export const EVENT_FILE_COLUMNS = ['ticket', 'at', 'event', 'id', 'seq', 'recordedAt', ...COLUMNS, 'corrects'] as const
export type EventFileColumn = (typeof EVENT_FILE_COLUMNS)[number]

/** One row of an event file as text; a column without text is absent or empty. */
export type EventRow = { readonly [C in EventFileColumn]?: string }

export const REQUIRED_EVENT_COLUMNS: readonly EventFileColumn[] = ['ticket', 'at', 'event']
