import { complianceTrend } from '../charts/compliance-trend.ts'
import { type JudgedPoint, judgedTrend } from '../charts/judged-trend.ts'
import { resultsAgainstTargets } from '../charts/results-against-targets.ts'
import { fractionOf, rounded } from '../format/points.ts'
import type { CommitmentLine, ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { numbers, plain, stateCell, strong, words as textColumn } from './cells.ts'
import type { Block, Section, Table } from './layout.ts'
import { servicesBlocks } from './services-blocks.ts'

/** Small panels in one drawing, which a page does not cut. */
const panelsDrawn = 6

/** Each commitment against its target, then its earlier periods, then what could not be judged. */
export function complianceSection(model: ReportModel, voice: Voice): Section {
  const { words } = voice
  const said = words.section
  const { commitments, notMeasured } = model
  const blocks: readonly Block[] = [
    ...(commitments.length === 0 ? [{ kind: 'text', text: said.noCommitments } as const] : resultBlocks(model, voice)),
    ...servicesBlocks(model, voice),
    ...(notMeasured.length === 0
      ? []
      : ([
          { kind: 'heading', text: said.notMeasured },
          { kind: 'text', text: said.notMeasuredLead, quiet: true },
          { kind: 'table', table: notMeasuredTable(model, voice) },
        ] as const)),
    ...(commitments.length === 0 ? [] : trendBlocks(commitments, voice)),
  ]
  return { id: 'compliance', title: said.compliance, lead: said.complianceLead, opensPage: true, blocks }
}

function resultBlocks({ commitments, period }: ReportModel, voice: Voice): readonly Block[] {
  const { words } = voice
  return [
    {
      kind: 'chart',
      title: words.section.complianceChart,
      draw: (surface) => resultsAgainstTargets(commitments, period.title, voice, surface),
      table: resultTable(commitments, voice),
      tableShown: true,
    },
  ]
}

function groupsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

function trendBlocks(commitments: readonly CommitmentLine[], voice: Voice): readonly Block[] {
  const { words } = voice
  const said = words.section
  const longest = Math.max(...commitments.map(({ trend }) => trend.length))
  const drawn = commitments.filter(({ trend }) => trend.some(({ percent }) => percent !== null))
  if (longest < 2 || drawn.length === 0) {
    return [
      { kind: 'heading', text: said.complianceTrend },
      { kind: 'text', text: said.noTrend, quiet: true },
    ]
  }
  return [
    {
      kind: 'chart',
      title: said.judgedTrend,
      draw: (surface) => judgedTrend(judgedPoints(commitments), voice, surface),
      table: judgedTable(judgedPoints(commitments), voice),
    },
    ...groupsOf(drawn, panelsDrawn).map(
      (group, index, groups): Block => ({
        kind: 'chart',
        title: said.complianceTrend,
        draw: (surface) => complianceTrend(group, drawn, periodsOf(commitments), voice, surface),
        table: trendTable(commitments, voice),
        part: { first: index === 0, last: index === groups.length - 1 },
      }),
    ),
  ]
}

function resultTable(commitments: readonly CommitmentLine[], { words, percent, decimal, integer }: Voice): Table {
  const { head } = words
  return {
    caption: words.section.complianceTable,
    columns: [
      textColumn(head.clause),
      textColumn(head.commitment, 1),
      numbers(head.target),
      numbers(head.result),
      numbers(head.deadlines),
      numbers(head.interval),
      textColumn(head.state),
    ],
    rows: commitments.map((line) => [
      plain(line.clause),
      plain(line.name, noteOf(line, words)),
      plain(line.target === null ? words.dash : percent(line.target)),
      strong(line.rate === null ? words.dash : percent(line.rate.percent)),
      plain(integer(line.counted.met + line.counted.missed)),
      plain(line.wilson === null ? words.dash : intervalText(line.wilson, decimal)),
      stateCell(line.state, words.states[line.state]),
    ]),
  }
}

/** How fast and on which calendar, the window judged where it is not the period, and the rule that decided. */
function noteOf({ name, wording, within, calendar, window, why }: CommitmentLine, words: Voice['words']): string {
  const promise = wording.startsWith(name) ? (calendar ?? '') : [within, calendar ?? ''].filter(Boolean).join(', ')
  return [promise, window === undefined ? '' : words.judgedOver(window), why ?? ''].filter(Boolean).join(' · ')
}

function intervalText({ low, high }: { low: string; high: string }, decimal: Voice['decimal']): string {
  return `${decimal(rounded(fractionOf(low), 1))}\u00a0–\u00a0${decimal(rounded(fractionOf(high), 1))}`
}

function notMeasuredTable({ notMeasured }: ReportModel, { words }: Voice): Table {
  return {
    caption: words.section.notMeasured,
    columns: [textColumn(words.head.clause), textColumn(words.head.commitment, 1), textColumn(words.head.id)],
    rows: notMeasured.map(({ clause, wording, id }) => [plain(clause), plain(wording), plain(id)]),
  }
}

function trendTable(commitments: readonly CommitmentLine[], { words, percent, shortPeriod }: Voice): Table {
  const periods = periodsOf(commitments)
  return {
    caption: words.section.complianceTrendTable,
    dense: true,
    columns: [textColumn(words.head.commitment, 1), ...periods.map((period) => numbers(shortPeriod(period, true)))],
    rows: commitments.map(({ name, trend }) => [
      plain(name),
      ...periods.map((period) => {
        const rate = trend.find((point) => point.period === period)?.percent ?? null
        return plain(rate === null ? words.dash : percent(rate))
      }),
    ]),
  }
}

function judgedTable(points: readonly JudgedPoint[], { words, integer, shortPeriod }: Voice): Table {
  return {
    caption: words.section.judgedTrendTable,
    dense: true,
    columns: [textColumn(words.head.period, 1), numbers(words.head.met), numbers(words.head.missed)],
    rows: points.map(({ period, met, missed }) => [
      plain(shortPeriod(period, true)),
      plain(integer(met)),
      plain(integer(missed)),
    ]),
  }
}

function judgedPoints(commitments: readonly CommitmentLine[]): readonly JudgedPoint[] {
  return periodsOf(commitments).map((period) => {
    const points = commitments.flatMap(({ trend }) => trend.filter((point) => point.period === period))
    return {
      period,
      met: points.reduce((sum, { met }) => sum + met, 0),
      missed: points.reduce((sum, { missed }) => sum + missed, 0),
    }
  })
}

function periodsOf(commitments: readonly CommitmentLine[]): readonly string[] {
  const from = new Map(commitments.flatMap(({ trend }) => trend.map((point) => [point.period, point.from] as const)))
  return [...from].sort(([, a], [, b]) => a - b).map(([period]) => period)
}
