import { civilTime } from '../format/civil-time.ts'
import { formatStamp } from '../format/date.ts'
import { formatMoney } from '../format/money.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import type { DisputeEntry } from '../report/watched-model.ts'
import { numbers, plain, words as textColumn } from './cells.ts'
import type { Block, Cell, Section, Table } from './layout.ts'

/** Disputes that the page shows; the workbook has them all. */
const disputesShown = 60

/** Every dispute with who, when, where it stands, and its effect; no section where disputes were not looked for. */
export function disputesSection(model: ReportModel, voice: Voice): readonly Section[] {
  const { disputes } = model
  const said = voice.words.disputes
  if (disputes === undefined) return []
  const more = disputes.length - disputesShown
  const blocks: readonly Block[] =
    disputes.length === 0
      ? [{ kind: 'text', text: said.none }]
      : [
          ...(more > 0
            ? [
                {
                  kind: 'notice',
                  text: said.shown(voice.integer(disputesShown), voice.integer(more), more),
                } as const,
              ]
            : []),
          { kind: 'table', table: disputesTable(disputes.slice(0, disputesShown), model, voice) },
        ]
  const lead = disputes.length === 0 ? {} : { lead: said.lead }
  return [{ id: 'disputes', title: said.title, ...lead, opensPage: false, blocks }]
}

function disputesTable(entries: readonly DisputeEntry[], { timeZone, period }: ReportModel, voice: Voice): Table {
  const { words, language } = voice
  const said = words.disputes
  const { year } = civilTime(period.from, timeZone)
  const stamp = (instant: number): string => formatStamp(instant, timeZone, language, year)
  return {
    caption: said.table,
    columns: [
      textColumn(words.head.ticket),
      textColumn(words.head.commitment, 3),
      textColumn(said.head.claim),
      textColumn(said.head.standing, 2),
      numbers(said.head.with),
      numbers(said.head.without),
    ],
    rows: entries.map((entry) => [
      plain(entry.ticket, entry.clause),
      plain(entry.name, entry.reasons.join(' ')),
      plain(said.by[entry.claimedBy ?? ''], stamp(entry.claimedAt)),
      standing(entry),
      rate(entry, 'ifRefused'),
      rate(entry, 'ifAccepted'),
    ]),
  }

  function standing(entry: DisputeEntry): Cell {
    const { state, answerDue, answeredAt, excludedAt, daysLeft } = entry
    const notes = [
      ...(daysLeft === undefined || answerDue === undefined
        ? []
        : [said.answerBefore(stamp(answerDue)), said.daysLeft(daysLeft)]),
      ...(answeredAt === undefined ? [] : [said.answered(stamp(answeredAt))]),
      ...(excludedAt === undefined ? [] : [said.excluded(stamp(excludedAt))]),
    ]
    return plain(said.states[state], notes.join(', '))
  }

  /** The penalties on that side, where the dispute changes them. */
  function amount({ penalties }: DisputeEntry, side: 'ifRefused' | 'ifAccepted'): readonly string[] {
    if (penalties === undefined || penalties.ifAccepted === penalties.ifRefused) return []
    const text = penalties[side]
    return [text === null ? words.penalties.unknown : formatMoney(text, penalties.currency, language)]
  }

  /** The rate in force is strong; its verdict stands under it. */
  function rate(entry: DisputeEntry, side: 'ifRefused' | 'ifAccepted'): Cell {
    const figure = entry[side]
    if (figure === undefined) return plain(words.dash)
    const text = figure.rate === null ? words.dash : voice.percent(figure.rate.percent)
    const inForce = (entry.state === 'excluded') === (side === 'ifAccepted')
    const notes = [words.states[figure.state], ...amount(entry, side)]
    return { text, note: notes.join(', '), ...(inForce ? { strong: true } : {}) }
  }
}
