import { penaltiesWaterfall } from '../charts/penalties-waterfall.ts'
import { formatStamp } from '../format/date.ts'
import { formatMoney } from '../format/money.ts'
import type { PenaltiesSection, PenaltyAmount, ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { numbers, plain, strong, words as textColumn } from './cells.ts'
import type { Block, Section, Table } from './layout.ts'

/** Amounts that the page shows, the largest first; the workbook has them all. */
const linesShown = 60

/** The total and how it is made, then every amount with its computation, the caps, what does not count, the rules. */
export function penaltiesSection(model: ReportModel, voice: Voice): Section {
  const { penalties, period } = model
  const said = voice.words.penalties
  const { breakdown, findings, terms, caps, notDue, lines, status } = penalties
  const empty = status === 'no-penalty' || status === 'not-asked' || status === 'not-computed'
  const blocks: readonly Block[] = [
    { kind: 'text', text: status === 'not-computed' ? said.notComputed : penalties.said },
    ...(findings.length === 0
      ? []
      : ([
          { kind: 'heading', text: said.findings },
          ...findings.map(({ text }) => ({ kind: 'notice', text }) as const),
        ] as const)),
    ...(breakdown.length < 2
      ? []
      : ([
          {
            kind: 'chart',
            title: said.breakdown,
            draw: (surface) => penaltiesWaterfall(penalties, period.title, voice, surface),
            table: breakdownTable(penalties, voice),
          },
        ] satisfies readonly Block[])),
    ...amountBlocks(lines, said.lines, undefined, penalties, voice),
    ...(caps.length === 0
      ? []
      : ([
          { kind: 'heading', text: said.caps },
          { kind: 'table', table: capsTable(penalties, voice) },
        ] as const)),
    ...monthBlocks(model, voice),
    ...amountBlocks(notDue, said.notDue, said.notDueLead, penalties, voice),
    ...(terms.length === 0
      ? []
      : ([
          { kind: 'heading', text: said.terms },
          { kind: 'facts', items: terms },
        ] as const)),
  ]
  return { id: 'penalties', title: said.title, ...(empty ? {} : { lead: said.lead }), opensPage: false, blocks }
}

/** Month by month, where there is more than one or a party has acted; only the columns that say something. */
function monthBlocks({ penalties, timeZone }: ReportModel, { words, language, shortPeriod }: Voice): readonly Block[] {
  const { months, currency } = penalties
  const said = words.penalties
  const acts = ['claimedAt', 'observedAt', 'settledAt'] as const
  if (months.length < 2 && !months.some((month) => acts.some((act) => month[act] !== undefined))) return []
  const dates = (['claimUntil', 'claimedAt', 'observationsUntil', 'observedAt', 'settledAt'] as const).filter((name) =>
    months.some((month) => month[name] !== undefined),
  )
  const money = (amount: string | null): string =>
    amount === null ? said.unknown : formatMoney(amount, currency, language)
  const stamp = (instant: number | undefined): string =>
    instant === undefined ? words.dash : formatStamp(instant, timeZone, language)
  return [
    { kind: 'heading', text: said.months },
    {
      kind: 'table',
      table: {
        caption: said.months,
        columns: [
          textColumn(words.head.period, 1),
          ...dates.map((name) => textColumn(said.monthHead[name])),
          numbers(said.termNames.incurred),
          numbers(said.head.amount),
        ],
        rows: months.map((month) => [
          plain(shortPeriod(month.period, true)),
          ...dates.map((name) => plain(stamp(month[name]))),
          plain(money(month.incurred)),
          strong(money(month.total)),
        ]),
      },
    },
  ]
}

function amountBlocks(
  lines: readonly PenaltyAmount[],
  title: string,
  lead: string | undefined,
  penalties: PenaltiesSection,
  voice: Voice,
): readonly Block[] {
  if (lines.length === 0) return []
  const { words, integer } = voice
  const more = lines.length - linesShown
  return [
    { kind: 'heading', text: title },
    ...(lead === undefined ? [] : [{ kind: 'text', text: lead, quiet: true } as const]),
    ...(more > 0
      ? [{ kind: 'notice', text: words.penalties.linesShown(integer(linesShown), integer(more)) } as const]
      : []),
    { kind: 'table', table: amountsTable(lines.slice(0, linesShown), title, penalties, voice) },
  ]
}

function amountsTable(
  lines: readonly PenaltyAmount[],
  caption: string,
  { currency }: PenaltiesSection,
  { words, language, shortPeriod }: Voice,
): Table {
  const said = words.penalties
  return {
    caption,
    columns: [
      textColumn(words.head.clause),
      textColumn(words.head.period),
      textColumn(said.head.line, 1),
      textColumn(said.head.due),
      numbers(said.head.amount),
    ],
    rows: lines.map((line) => [
      plain(line.clause),
      plain(shortPeriod(line.period, true)),
      plain(subject(line, words), line.steps.map(({ text }) => text).join(said.step)),
      plain(said.due[line.due]),
      strong(line.amount === null ? said.unknown : formatMoney(line.amount, currency, language)),
    ]),
  }
}

/** `P1 – rétablissement en 4 h, retard, ticket INC-12`. */
export function subject({ name, kind, ticket, cycle = 1 }: PenaltyAmount, words: Voice['words']): string {
  const said = words.penalties
  const ofTicket = ticket === undefined ? '' : said.ofTicket(ticket) + (cycle > 1 ? said.cycle(cycle) : '')
  return said.subject(said.kinds[kind], name, ofTicket)
}

function capsTable({ caps, currency }: PenaltiesSection, { words, language }: Voice): Table {
  const said = words.penalties
  const money = (amount: string): string => formatMoney(amount, currency, language)
  return {
    caption: said.caps,
    columns: [
      textColumn(words.head.clause),
      textColumn(said.head.item, 1),
      numbers(said.head.limit),
      numbers(said.head.cut),
    ],
    rows: caps.map(({ clause, cap, text, event, limit, amount }) => [
      plain(clause),
      plain(event === undefined ? said.capKinds[cap] : `${said.capKinds[cap]} (${event})`, text),
      plain(limit === null ? words.dash : money(limit)),
      strong(money(amount)),
    ]),
  }
}

function breakdownTable({ breakdown, currency }: PenaltiesSection, { words, language }: Voice): Table {
  const said = words.penalties
  return {
    caption: said.breakdownTable,
    columns: [textColumn(said.head.item, 1), numbers(said.head.amount)],
    rows: breakdown.map(({ kind, label, amount }) => {
      const written = formatMoney(amount, currency, language)
      return kind === 'total' ? [strong(label), strong(written)] : [plain(label), plain(written)]
    }),
  }
}
