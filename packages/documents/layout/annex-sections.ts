import { civilTime } from '../format/civil-time.ts'
import { formatStamp } from '../format/date.ts'
import { formatElapsed, formatShort } from '../format/duration.ts'
import type { Finding, MissedLine, ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { numbers, plain, strong, words as textColumn } from './cells.ts'
import type { Block, Cell, Section, Table } from './layout.ts'
import { shareRows } from './share-rows.ts'

/** Missed deadlines by commitment, the longest overruns first; at most `mostRows`, and the text says how many more. */
export function missedSection(model: ReportModel, voice: Voice, mostRows: number): Section {
  const { words, integer } = voice
  const said = words.section
  const groups = missedGroups(model)
  const rows = shareRows(
    groups.map(({ lines }) => lines.length),
    mostRows,
  )
  const total = model.missed.length
  const shown = rows.reduce((sum, count) => sum + count, 0)
  const blocks: readonly Block[] =
    total === 0
      ? [{ kind: 'text', text: said.noMissed }]
      : [
          ...(shown < total
            ? [
                {
                  kind: 'notice',
                  text: said.missedShown(integer(shown), integer(total - shown), total - shown),
                } as const,
              ]
            : []),
          ...groups.flatMap(({ name, clause, lines }, index): readonly Block[] => {
            const kept = lines.slice(0, rows[index])
            const more = lines.length - kept.length
            return [
              { kind: 'heading', text: `${clause}\u2002${name}` },
              { kind: 'table', table: missedTable(kept, name, model, voice) },
              ...(more > 0 ? [{ kind: 'text', text: said.missedMore(integer(more), more), quiet: true } as const] : []),
            ]
          }),
        ]
  return {
    id: 'missed',
    title: said.missed,
    ...(total === 0 ? {} : { lead: said.missedLead(integer(total), total) }),
    opensPage: true,
    blocks,
  }
}

export function neutralisedSection({ neutralised }: ReportModel, voice: Voice): Section {
  const { words } = voice
  const said = words.section
  return {
    id: 'neutralised',
    title: said.neutralised,
    ...(neutralised.reasons.length === 0 ? {} : { lead: said.neutralisedLead }),
    opensPage: false,
    blocks: findingBlocks(neutralised.reasons, words.head.reason, said.neutralisedTable, said.noNeutralised, voice),
  }
}

export function warningsSection({ warnings }: ReportModel, voice: Voice): Section {
  const { words } = voice
  const said = words.section
  return {
    id: 'warnings',
    title: said.warnings,
    opensPage: false,
    blocks: findingBlocks(warnings, words.head.finding, said.warningsTable, said.noWarnings, voice),
  }
}

type MissedGroup = { readonly name: string; readonly clause: string; readonly lines: readonly MissedLine[] }

function missedGroups({ missed, commitments }: ReportModel): readonly MissedGroup[] {
  const groups = new Map<string, MissedLine[]>()
  for (const line of missed) {
    const group = groups.get(line.commitment)
    if (group) group.push(line)
    else groups.set(line.commitment, [line])
  }
  return [...groups].map(([id, lines]) => ({
    name: commitments.find((commitment) => commitment.id === id)?.name ?? id,
    clause: lines[0]?.clause ?? '',
    lines,
  }))
}

function missedTable(
  lines: readonly MissedLine[],
  caption: string,
  { timeZone, period }: ReportModel,
  voice: Voice,
): Table {
  const { words, language } = voice
  const { head } = words
  const { year } = civilTime(period.from, timeZone)
  const stamp = (instant: number | undefined, otherwise: string): Cell =>
    plain(instant === undefined ? otherwise : formatStamp(instant, timeZone, language, year))
  return {
    caption,
    dense: true,
    columns: [
      textColumn(head.ticket),
      textColumn(head.priority),
      numbers(head.started),
      numbers(head.due),
      numbers(head.stopped),
      numbers(head.countedOf),
      numbers(head.overrun),
      textColumn(head.pauses, 1),
    ],
    rows: lines.map((line) => [
      plain(line.cycle > 1 ? `${line.ticket} (${line.cycle})` : line.ticket),
      plain(line.priority ?? words.dash),
      stamp(line.startedAt, words.dash),
      stamp(line.dueAt, words.dash),
      stamp(line.stoppedAt, words.stillRunning),
      plain(
        line.target === undefined
          ? formatShort(line.counted, language)
          : words.ofTarget(formatShort(line.counted, language), formatShort(line.target, language)),
      ),
      strong(line.overrun === undefined ? words.dash : `+${formatShort(line.overrun, language)}`),
      line.pauses.length === 0 && line.remarks.length > 0
        ? plain('', line.remarks.join(' '))
        : plain(pausesText(line, voice), line.remarks.join(' ')),
    ]),
  }
}

function pausesText({ pauses }: MissedLine, { words, language }: Voice): string {
  if (pauses.length === 0) return words.missedReason.noPause
  return pauses
    .map(({ label, duration }) => words.missedReason.pause(label, formatElapsed(duration, language)))
    .join(', ')
}

function findingBlocks(
  list: readonly Finding[],
  head: string,
  caption: string,
  none: string,
  { words, integer }: Voice,
): readonly Block[] {
  if (list.length === 0) return [{ kind: 'text', text: none }]
  return [
    {
      kind: 'table',
      table: {
        caption,
        columns: [textColumn(head, 2), numbers(words.head.count), textColumn(words.head.tickets, 1)],
        rows: list.map(({ text, count, tickets }) => [
          plain(text),
          strong(integer(count)),
          plain(someTickets(tickets)),
        ]),
      },
    },
  ]

  /** The engine names the first twenty tickets of a finding. */
  function someTickets(tickets: readonly string[]): string {
    const some = tickets.slice(0, 4).join(', ')
    if (tickets.length <= 4) return some
    return tickets.length < 20 ? words.ticketsAndMore(some, integer(tickets.length - 4)) : words.ticketsAndOthers(some)
  }
}
