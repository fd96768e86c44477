import { handlingTimes } from '../charts/handling-times.ts'
import { volumesBreakdown } from '../charts/volumes-breakdown.ts'
import { volumesTrend } from '../charts/volumes-trend.ts'
import { formatElapsed, formatMean } from '../format/duration.ts'
import type { HandlingTimeLine, IndicatorLine, ReportModel, VolumesSection } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { capitalised } from '../report/wording.ts'
import { numbers, plain, stateCell, strong, words as textColumn } from './cells.ts'
import type { Block, Cell, Section, Table } from './layout.ts'

export function indicatorsSection({ indicators }: ReportModel, voice: Voice): Section {
  const { words } = voice
  const blocks: readonly Block[] =
    indicators.length === 0
      ? [{ kind: 'text', text: words.section.noIndicators, quiet: true }]
      : [{ kind: 'table', table: indicatorTable(indicators, voice) }]
  return { id: 'indicators', title: words.section.indicators, opensPage: true, blocks }
}

export function volumesSections({ volumes }: ReportModel, voice: Voice): Section {
  const { words } = voice
  const empty = volumes.reported === 0 && volumes.resolved === 0 && volumes.openAtEnd === 0
  const blocks: readonly Block[] = [
    ...(empty ? [{ kind: 'text', text: words.section.noVolumes } as const] : []),
    ...(volumes.kindsKnown || volumes.reported === 0
      ? []
      : [{ kind: 'notice', text: words.verdict.kindsUnknown } as const]),
    ...(volumes.trend.length < 2 ? [] : [trendChart(volumes, voice)]),
    ...(volumes.byKind.length === 0 && volumes.byPriority.length === 0 ? [] : [breakdownChart(volumes, voice)]),
  ]
  return { id: 'volumes', title: words.section.volumes, opensPage: false, blocks }
}

export function handlingSection({ handlingTimes: lines }: ReportModel, voice: Voice): Section {
  const { words } = voice
  const said = words.section
  const blocks: readonly Block[] =
    lines.length === 0
      ? [{ kind: 'text', text: said.noHandling }]
      : [
          {
            kind: 'chart',
            title: said.handlingChart,
            draw: (surface) => handlingTimes(lines, voice, surface),
            table: handlingTable(lines, voice),
            tableShown: true,
          },
        ]
  return { id: 'handling', title: said.handling, lead: said.handlingLead, opensPage: false, blocks }
}

/** A KPI's value in its unit. */
export function indicatorValue(value: string | null, unit: IndicatorLine['unit'], voice: Voice): string {
  if (value === null) return voice.words.dash
  switch (unit) {
    case 'seconds':
      return formatElapsed(Math.round(Number(value) * 1000), voice.language)
    case 'percent':
      return voice.percent(value)
    case 'count':
    case 'score':
      return voice.decimal(value)
  }
}

function indicatorTable(indicators: readonly IndicatorLine[], voice: Voice): Table {
  const { words, integer } = voice
  const { head } = words
  return {
    caption: words.section.indicatorsTable,
    columns: [
      textColumn(head.indicator, 1),
      numbers(head.value),
      numbers(head.before),
      numbers(head.population),
      numbers(head.target),
      textColumn(head.state),
    ],
    rows: indicators.map((line) => [
      plain(capitalised(line.label), line.note),
      line.byCalendar ? plain(words.byCalendar) : strong(indicatorValue(line.value, line.unit, voice)),
      plain(line.before === undefined ? words.dash : indicatorValue(line.before, line.unit, voice)),
      plain(
        line.numerator === undefined || line.denominator === undefined
          ? integer(line.count)
          : `${integer(line.numerator)}\u00a0/\u00a0${integer(line.denominator)}`,
      ),
      plain(line.target === undefined ? words.dash : indicatorValue(line.target, line.unit, voice)),
      indicatorState(line, voice),
    ]),
  }
}

function indicatorState({ state }: IndicatorLine, { words }: Voice): Cell {
  return state === undefined ? plain('') : stateCell(state, words.states[state])
}

function trendChart(volumes: VolumesSection, voice: Voice): Block {
  const { words, integer, shortPeriod } = voice
  return {
    kind: 'chart',
    title: words.section.volumesTrend,
    draw: (surface) => volumesTrend(volumes.trend, voice, surface),
    table: {
      caption: words.section.volumesTrendTable,
      dense: true,
      columns: [
        textColumn(words.head.period, 1),
        numbers(words.head.reported),
        numbers(words.head.resolved),
        numbers(words.head.open),
      ],
      rows: volumes.trend.map(({ period, reported, resolved, openAtEnd }) => [
        plain(shortPeriod(period, true)),
        plain(integer(reported)),
        plain(integer(resolved)),
        plain(integer(openAtEnd)),
      ]),
    },
  }
}

function breakdownChart(volumes: VolumesSection, voice: Voice): Block {
  const { words, integer } = voice
  const { head } = words
  const row =
    (group: string) =>
    (line: VolumesSection['byKind'][number]): readonly Cell[] => [
      plain(group),
      plain(line.label),
      plain(integer(line.reported)),
      plain(integer(line.resolved)),
      plain(integer(line.openAtEnd)),
    ]
  return {
    kind: 'chart',
    title: words.section.volumesBreakdown,
    draw: (surface) => volumesBreakdown(volumes, voice, surface),
    table: {
      caption: words.section.volumesTable,
      dense: true,
      columns: [
        textColumn(head.group),
        textColumn(head.text, 1),
        numbers(head.reported),
        numbers(head.resolved),
        numbers(head.open),
      ],
      rows: [...volumes.byKind.map(row(head.kind)), ...volumes.byPriority.map(row(head.priority))],
    },
  }
}

function handlingTable(lines: readonly HandlingTimeLine[], { words, language, integer }: Voice): Table {
  const { head } = words
  return {
    caption: words.section.handlingTable,
    columns: [
      textColumn(head.measure, 1),
      numbers(head.count),
      numbers(head.meanCounted),
      numbers(head.p50Counted),
      numbers(head.p90Counted),
      numbers(head.meanElapsed),
      numbers(head.p50Elapsed),
      numbers(head.p90Elapsed),
    ],
    rows: lines.map(({ label, calendarLabel, count, counted, elapsed }) => [
      plain(label, calendarLabel),
      plain(integer(count)),
      plain(formatMean(counted.mean, language)),
      strong(formatMean(counted.p50, language)),
      strong(formatMean(counted.p90, language)),
      plain(formatElapsed(elapsed.mean, language)),
      plain(formatElapsed(elapsed.p50, language)),
      plain(formatElapsed(elapsed.p90, language)),
    ]),
  }
}
