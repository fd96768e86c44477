import { formatStamp } from '../format/date.ts'
import { stateGlyphs } from '../layout/state-mark.ts'
import { servicesWords } from '../messages/services-words.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { duration, integer, percent, text, wrapped } from './cells.ts'
import { column, type TableSheet } from './sheet.ts'

/** One row a service, one row a control, then one row a subject of a control. */
export function servicesSheet({ services, controls, timeZone }: ReportModel, { words, language }: Voice): TableSheet {
  const own = servicesWords[language]
  const { head } = words
  const parts = ['up', 'down', 'degraded', 'maintenance', 'unknown'] as const
  const state = (line: { readonly state: keyof typeof stateGlyphs }) =>
    text(`${stateGlyphs[line.state]} ${words.states[line.state]}`)
  const blank = parts.map(() => null)
  return {
    name: own.head.sheet,
    none: words.dash,
    columns: [
      column(head.clause, 9),
      column(head.id, 22),
      column(head.commitment, 40),
      column(own.head.subject, 18),
      column(head.target, 10),
      column(head.result, 12),
      column(own.head.experienced, 12),
      column(own.head.coverage, 10),
      column(head.state, 14),
      column(own.head.agreed, 14),
      ...parts.map((part) => column(own.parts[part], 14)),
      column(own.head.expected, 10),
      column(own.head.good, 10),
      column(own.head.bad, 10),
      column(own.head.unknown, 10),
      column(own.head.running, 10),
      column(own.head.lastGood, 18),
      column(own.head.evidence, 28),
      column(words.xlsx.remarks, 40),
    ],
    rows: [
      ...services.map((line) => [
        text(line.clause),
        text(line.id),
        wrapped(line.name),
        null,
        percent(line.target),
        percent(line.contractual),
        percent(line.experienced),
        percent(line.coverage),
        state(line),
        duration(line.agreed.duration),
        ...parts.map((part) => duration(line.account.find((one) => one.part === part)?.duration ?? 0)),
        ...Array.from({ length: 7 }, () => null),
        wrapped(own.conventions[line.convention]),
      ]),
      ...controls.flatMap((line) => [
        [
          text(line.clause),
          text(line.id),
          wrapped(line.name),
          null,
          percent(line.target),
          percent(line.rate),
          null,
          percent(line.coverage),
          state(line),
          null,
          ...blank,
          integer(line.expected),
          integer(line.good),
          integer(line.bad),
          integer(line.unknown),
          integer(line.running),
          null,
          null,
          wrapped(own.unknownCountsAs[line.unknownCountsAs]),
        ],
        ...line.subjects.map((subject) => [
          text(line.clause),
          text(line.id),
          wrapped(line.name),
          text(subject.subject ?? own.oneProof),
          null,
          null,
          null,
          null,
          text(subject.overdue ? own.overdue : own.onTime),
          null,
          ...blank,
          null,
          integer(subject.good),
          integer(subject.bad),
          integer(subject.unknown),
          null,
          text(subject.lastGood === null ? own.never : formatStamp(subject.lastGood.at, timeZone, language)),
          wrapped(subject.lastGood?.evidence),
          null,
        ]),
      ]),
    ],
  }
}
