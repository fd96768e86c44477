import { formatDuration } from '../format/duration.ts'
import type { MissedLine, ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { dateTime, duration, integer, text, wrapped } from './cells.ts'
import { column, type TableSheet } from './sheet.ts'

/** Every missed deadline, with real dates and lengths of time. */
export function missedSheet(model: ReportModel, { words, language }: Voice): TableSheet {
  const { head, xlsx } = words
  const names = new Map(model.commitments.map(({ id, name }) => [id, name]))
  const at = (instant: number | undefined) => dateTime(instant, model.timeZone, xlsx.dateFormat)
  const pauses = (line: MissedLine): string =>
    line.pauses
      .map(({ label, imputable, duration: length }) => `${label} (${imputable}) ${formatDuration(length, language)}`)
      .join(words.semicolon)
  return {
    name: xlsx.missed,
    none: words.section.noMissed,
    columns: [
      column(head.ticket, 16),
      column(head.cycle, 7),
      column(head.clause, 9),
      column(head.id, 20),
      column(head.commitment, 38),
      column(head.priority, 9),
      column(head.kind, 12),
      column(head.site, 14),
      column(head.reportedAt, 17),
      column(head.started, 17),
      column(head.due, 17),
      column(head.stopped, 17),
      column(head.counted, 12),
      column(head.target, 12),
      column(head.overrun, 12),
      column(xlsx.suspended, 12),
      column(xlsx.pausesOf, 32),
      column(head.reason, 60),
      column(xlsx.remarks, 60),
    ],
    rows: model.missed.map((line) => [
      text(line.ticket),
      integer(line.cycle),
      text(line.clause),
      text(line.commitment),
      text(names.get(line.commitment) ?? line.commitment),
      text(line.priority),
      text(line.kind),
      text(line.site),
      at(line.reportedAt),
      at(line.startedAt),
      at(line.dueAt),
      line.stoppedAt === undefined ? text(words.stillRunning) : at(line.stoppedAt),
      duration(line.counted),
      duration(line.target),
      duration(line.overrun),
      duration(line.pauses.reduce((sum, pause) => sum + pause.duration, 0)),
      text(pauses(line)),
      text(line.reason),
      text(line.remarks.join(' ')),
    ]),
  }
}

export function neutralisedSheet({ neutralised, timeZone }: ReportModel, { words }: Voice): TableSheet {
  const { head, xlsx } = words
  return {
    name: xlsx.neutralised,
    none: words.section.noNeutralised,
    columns: [
      column(head.ticket, 16),
      column(head.cycle, 7),
      column(head.clause, 9),
      column(head.id, 20),
      column(head.priority, 9),
      column(head.reportedAt, 17),
      column(head.reason, 80),
    ],
    rows: neutralised.measures.map((line) => [
      text(line.ticket),
      integer(line.cycle),
      text(line.clause),
      text(line.commitment),
      text(line.priority),
      dateTime(line.reportedAt, timeZone, xlsx.dateFormat),
      wrapped(line.reason),
    ]),
  }
}
