import { nearestWord } from '../base/document/nearest-word.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'

/** A row of which nothing is taken. `line`: the physical line on which it starts, from 1. */
export type RejectedRow = { readonly line: number; readonly code: string; readonly message: Localised }

/** Something that changes no figure and that the reader of the figures should know. `lines`: the first ten. */
export type ReadingWarning = {
  readonly code: string
  readonly message: Localised
  readonly count: number
  readonly lines: readonly number[]
}

/** What is said of a source while it is read. Bounded, however bad the source is. */
export type ReadingNotes = {
  reject(line: number, code: string, message: Localised): void
  /** Rejections that only the whole source decides, in any order; a sentence is made only for those that are kept. */
  rejectLater<Later extends { readonly line: number; readonly code: string }>(
    later: readonly Later[],
    sentence: (later: Later) => Localised,
  ): void
  warn(code: string, message: Localised, lines: readonly number[]): void
  /** A warning about something that has no line. */
  warnOf(code: string, message: Localised, count: number): void
  /** Columns of the source that nothing is taken from, with the number of rows under them. */
  otherColumns(columns: ReadonlyMap<string, number>, known: readonly string[]): void
  rejectedCount(): number
  /** By line; the first 1,000. */
  rejected(): readonly RejectedRow[]
  rejectedByReason(): Readonly<Record<string, number>>
  warnings(): readonly ReadingWarning[]
}

/** Rejected rows that are kept one by one. */
export const MOST_REJECTED = 1000

export function createReadingNotes(): ReadingNotes {
  let rejected: RejectedRow[] = []
  const byReason = new Map<string, number>()
  const warnings: ReadingWarning[] = []
  const count = (code: string) => byReason.set(code, (byReason.get(code) ?? 0) + 1)
  return {
    reject(line, code, message) {
      count(code)
      if (rejected.length < MOST_REJECTED) rejected.push({ line, code, message })
    },
    rejectLater(later, sentence) {
      for (const { code } of later) count(code)
      const first = later.toSorted((a, b) => a.line - b.line).slice(0, MOST_REJECTED)
      const rows = first.map((row) => ({ line: row.line, code: row.code, message: sentence(row) }))
      rejected = [...rejected, ...rows].sort((a, b) => a.line - b.line).slice(0, MOST_REJECTED)
    },
    warn(code, message, lines) {
      if (lines.length === 0) return
      const first = lines.toSorted((a, b) => a - b).slice(0, LINES_SHOWN)
      warnings.push({ code, message, count: lines.length, lines: first })
    },
    warnOf(code, message, count) {
      if (count > 0) warnings.push({ code, message, count, lines: [] })
    },
    otherColumns(columns, known) {
      const names = [...columns.keys()].sort()
      for (const name of names) {
        warnings.push({
          code: 'unknown-column',
          message: unknownColumn(name, known),
          count: columns.get(name) ?? 0,
          lines: [],
        })
      }
    },
    rejectedCount: () => [...byReason.values()].reduce((sum, n) => sum + n, 0),
    rejected: () => rejected,
    rejectedByReason: () => Object.fromEntries([...byReason].sort(([a], [b]) => (a < b ? -1 : 1))),
    warnings: () => warnings,
  }
}

const LINES_SHOWN = 10

function unknownColumn(name: string, known: readonly string[]): Localised {
  const near = nearestWord(name, known)
  return localise(
    `colonne inconnue « ${name} », ignorée${near ? ` ; « ${near} » sans doute` : ''}`,
    `unknown column "${name}", ignored${near ? `; perhaps "${near}"` : ''}`,
  )
}
