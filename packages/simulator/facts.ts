import type { Column } from '@vigie/engine'
import { formatCivilDate } from '@vigie/engine/calendar'
import type { Random } from './random.ts'
import { LATE_BY, RECORDED_LATE } from './shape.ts'

/** The subject of a fact: a ticket's id and the number of its facts so far. */
export type Subject = { readonly id: string; seq: number }

/** Columns of a fact, written in the order of the file; an empty text is left out. */
export type Columns = { readonly [C in Column]?: string }

/** Writes event facts as rows of the file (RFC 4180, a row ends with LF), and keeps them until they are taken. */
export type Facts = {
  /** Adds one fact and returns its id. */
  write(subject: Subject, at: number, event: string, columns?: Columns): string
  /** A fact that replaces the one of that id; with an empty `event`, withdraws it. */
  correct(subject: Subject, corrected: string, at: number, recordedAt: number, event: string, columns?: Columns): void
  /** The rows written since the last call. */
  take(): string
}

/** `before`: facts recorded later than this instant (epoch seconds) are not late, they are not there yet. */
export function createFacts(random: Random, before: number): Facts {
  let rows = ''
  const recordedAt = (at: number): string => {
    if (!random.chance(RECORDED_LATE)) return ''
    const late = at + random.draw(LATE_BY)
    return late < before ? formatSeconds(late) : ''
  }
  const add = (subject: Subject, at: number, recorded: string, event: string, columns: Columns, corrects: string) => {
    const seq = ++subject.seq
    const id = `${subject.id}.${seq}`
    rows += `${subject.id},${formatSeconds(at)},${event},${id},${seq},${recorded}${formatColumns(columns)}${corrects}\n`
    return id
  }
  return {
    write: (subject, at, event, columns = NONE) => {
      // What opens a ticket is known at once, or the ticket would not be there to be worked on.
      const recorded = event === 'reported' || event === 'detected' ? '' : recordedAt(at)
      return add(subject, at, recorded, event, columns, '')
    },
    correct: (subject, corrected, at, recorded, event, columns = NONE) => {
      add(subject, at, formatSeconds(recorded), event, columns, corrected)
    },
    take: () => {
      const taken = rows
      rows = ''
      return taken
    },
  }
}

const COLUMN_ORDER = [
  'reason',
  'kind',
  'channel',
  'mode',
  'impact',
  'urgency',
  'priority',
  'assetClass',
  'site',
  'intervention',
  'service',
  'profile',
  'asset',
  'requestedFor',
  'parent',
  'into',
  'commitment',
  'actor',
  'party',
  'minutes',
  'billable',
  'score',
  'text',
] as const satisfies readonly Column[]

/** First row of an event file. */
export const EVENT_HEADER = `ticket,at,event,id,seq,recordedAt,${COLUMN_ORDER.join(',')},corrects\n`

const NONE: Columns = {}
const POSITIONS: Readonly<Record<string, number>> = Object.fromEntries(
  COLUMN_ORDER.map((column, index) => [column, index]),
)
const COMMAS: readonly string[] = Array.from({ length: COLUMN_ORDER.length + 2 }, (_, count) => ','.repeat(count))

/** From the comma that ends `recordedAt` to the one that begins `corrects`. */
function formatColumns(columns: Columns): string {
  let row = ''
  let written = -1
  for (const column in columns) {
    const value = columns[column as Column]
    const position = POSITIONS[column] ?? -1
    if (value === undefined || value === '') continue
    if (position <= written) throw new RangeError(`column ${column} out of order`)
    row += `${COMMAS[position - written]}${quoted(value)}`
    written = position
  }
  return `${row}${COMMAS[COLUMN_ORDER.length - written]}`
}

/** A field of a CSV row, in quotes where RFC 4180 asks for them. */
export function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

const PAIRS: readonly string[] = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))
let lastDay = Number.NaN
let lastDate = ''

/** ISO 8601 UTC to the second. Facts come in runs of one day: the last date is kept. */
export function formatSeconds(at: number): string {
  const day = Math.floor(at / 86_400)
  if (day !== lastDay) {
    lastDay = day
    lastDate = formatCivilDate(day)
  }
  const second = at - day * 86_400
  return `${lastDate}T${PAIRS[Math.floor(second / 3600)]}:${PAIRS[Math.floor(second / 60) % 60]}:${PAIRS[second % 60]}Z`
}
