import { agreedTime } from '../charts/agreed-time.ts'
import { formatStamp } from '../format/date.ts'
import { formatShort } from '../format/duration.ts'
import { servicesWords } from '../messages/services-words.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { AgreedPart, ControlLine, ControlSubjectLine, ServiceLine } from '../report/services-model.ts'
import type { Voice } from '../report/voice.ts'
import { numbers, plain, stateCell, strong, words as textColumn } from './cells.ts'
import type { Block, Cell, Table } from './layout.ts'

/** Subjects shown for each control on paper; XLSX and JSON keep them all. */
const mostSubjects = 12

/** Availability, contractual and experienced, with where the time went; then what recurring controls proved. */
export function servicesBlocks({ services, controls, timeZone }: ReportModel, voice: Voice): readonly Block[] {
  const words = servicesWords[voice.language]
  return [
    ...(services.length === 0
      ? []
      : ([
          { kind: 'heading', text: words.availability },
          { kind: 'text', text: words.availabilityLead, quiet: true },
          {
            kind: 'chart',
            title: words.chartTitle,
            draw: (surface) => agreedTime(services, voice, surface),
            table: serviceTable(services, voice),
            tableShown: true,
          },
        ] satisfies readonly Block[])),
    ...(controls.length === 0
      ? []
      : ([
          { kind: 'heading', text: words.controls },
          { kind: 'text', text: words.controlsLead, quiet: true },
          { kind: 'table', table: controlTable(controls, voice) },
          { kind: 'table', table: subjectTable(controls, timeZone, voice) },
        ] satisfies readonly Block[])),
  ]
}

function serviceTable(services: readonly ServiceLine[], { words, language, percent }: Voice): Table {
  const own = servicesWords[language]
  const { head } = words
  const lost = (['down', 'degraded', 'maintenance', 'unknown'] as const).filter((part) =>
    services.some(({ account }) => account.some((one) => one.part === part && one.duration > 0)),
  )
  const share = (text: string | null) => (text === null ? words.dash : percent(text))
  return {
    caption: own.availability,
    dense: true,
    columns: [
      textColumn(head.clause),
      textColumn(head.commitment, 1),
      numbers(head.target),
      numbers(own.head.contractual),
      numbers(own.head.experienced),
      numbers(own.head.coverage),
      ...lost.map((part) => numbers(own.parts[part])),
      textColumn(head.state),
    ],
    rows: services.map((line) => [
      plain(line.clause),
      plain(line.name, [line.calendar, own.conventions[line.convention], ...windowNote(line, words, own)].join(' · ')),
      plain(percent(line.target)),
      strong(share(line.contractual)),
      plain(share(line.experienced)),
      plain(share(line.coverage)),
      ...lost.map((part) => plain(timeOf(line, part))),
      stateCell(line.state, words.states[line.state]),
    ]),
  }

  function timeOf({ account }: ServiceLine, part: AgreedPart): string {
    const duration = account.find((one) => one.part === part)?.duration ?? 0
    return duration === 0 ? words.dash : formatShort(duration, language)
  }
}

function controlTable(controls: readonly ControlLine[], { words, language, percent, integer }: Voice): Table {
  const own = servicesWords[language]
  const { head } = words
  const share = (text: string | null) => (text === null ? words.dash : percent(text))
  return {
    caption: own.controls,
    columns: [
      textColumn(head.clause),
      textColumn(own.head.control, 1),
      numbers(head.target),
      numbers(head.result),
      numbers(own.head.good),
      numbers(own.head.bad),
      numbers(own.head.unknown),
      numbers(own.head.running),
      numbers(own.head.coverage),
      textColumn(head.state),
    ],
    rows: controls.map((line) => [
      plain(line.clause),
      plain(line.name, [own.unknownCountsAs[line.unknownCountsAs], ...windowNote(line, words, own)].join(' · ')),
      plain(percent(line.target)),
      strong(share(line.rate)),
      plain(integer(line.good)),
      plain(integer(line.bad)),
      plain(integer(line.unknown)),
      plain(integer(line.running)),
      plain(share(line.coverage)),
      stateCell(line.state, words.states[line.state]),
    ]),
  }
}

/** Overdue subjects first, then the least recently proved. */
function subjectTable(controls: readonly ControlLine[], timeZone: string, { language, words }: Voice): Table {
  const own = servicesWords[language]
  return {
    caption: own.subjects,
    dense: true,
    columns: [
      textColumn(own.head.control, 1),
      textColumn(own.head.subject, 1),
      textColumn(own.head.lastGood),
      textColumn(own.head.evidence, 1),
      textColumn(words.head.state),
    ],
    rows: controls.flatMap((line): readonly (readonly Cell[])[] => {
      const sorted = line.subjects.toSorted(
        (a, b) => Number(b.overdue) - Number(a.overdue) || (a.lastGood?.at ?? 0) - (b.lastGood?.at ?? 0),
      )
      const rest = sorted.length - mostSubjects
      const note = (text: string): readonly Cell[] => [plain(line.name), plain(text), plain(''), plain(''), plain('')]
      return [
        ...sorted.slice(0, mostSubjects).map((subject) => subjectRow(line, subject)),
        ...(rest > 0 ? [note(own.moreSubjects(rest))] : []),
        ...(line.unnamed > 0 ? [note(own.unnamed(line.unnamed))] : []),
      ]
    }),
  }

  function subjectRow({ name }: ControlLine, { subject, lastGood, overdue }: ControlSubjectLine): readonly Cell[] {
    return [
      plain(name),
      plain(subject ?? own.oneProof),
      plain(lastGood === null ? own.never : formatStamp(lastGood.at, timeZone, language)),
      plain(lastGood?.evidence ?? words.dash),
      overdue ? stateCell('missed', own.overdue) : stateCell('met', own.onTime),
    ]
  }
}

function windowNote(
  { window, provisional }: Pick<ServiceLine, 'provisional'> & { readonly window?: string },
  words: Voice['words'],
  own: (typeof servicesWords)['fr'],
): readonly string[] {
  return [...(window === undefined ? [] : [words.judgedOver(window)]), ...(provisional ? [own.provisional] : [])]
}
