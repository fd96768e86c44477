import { civilTime } from '../format/civil-time.ts'
import { formatStamp } from '../format/date.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import type { FindingEntry } from '../report/watched-model.ts'
import { numbers, plain, strong, words as textColumn } from './cells.ts'
import type { Block, Section, Table } from './layout.ts'

/** Cases that the page names for each finding. */
const casesShown = 5

/** What there is to look at, with its evidence; no section where nothing was looked for. */
export function findingsSection(model: ReportModel, voice: Voice): readonly Section[] {
  const { findings } = model
  const said = voice.words.findings
  if (findings === undefined) return []
  const blocks: readonly Block[] =
    findings.length === 0
      ? [{ kind: 'text', text: said.none }]
      : [
          { kind: 'table', table: findingsTable(findings, voice) },
          ...findings.flatMap((finding): readonly Block[] => caseBlocks(finding, model, voice)),
          { kind: 'text', text: said.inSheet, quiet: true },
        ]
  const lead = findings.length === 0 ? {} : { lead: said.lead }
  return [{ id: 'findings', title: said.title, ...lead, opensPage: false, blocks }]
}

function findingsTable(findings: readonly FindingEntry[], { words, integer, percent }: Voice): Table {
  const said = words.findings
  const share = (text: string | null): string => (text === null ? words.dash : percent(text))
  return {
    caption: said.table,
    columns: [
      textColumn(said.head.finding, 2),
      numbers(said.head.cases),
      textColumn(said.head.of, 1),
      numbers(said.head.observed),
      numbers(said.head.expected),
    ],
    rows: findings.map(({ code, name, count, of, observed, expected }) => [
      plain(name),
      strong(integer(count)),
      plain(said.of(integer(of), said.population[code])),
      plain(share(observed)),
      plain(share(expected)),
    ]),
  }
}

function caseBlocks(
  { name, count, cases }: FindingEntry,
  { timeZone, period }: ReportModel,
  { words, language, integer }: Voice,
): readonly Block[] {
  const said = words.findings
  const { year } = civilTime(period.from, timeZone)
  const shown = cases.slice(0, casesShown)
  const more = count - shown.length
  return [
    { kind: 'heading', text: name },
    {
      kind: 'table',
      table: {
        caption: name,
        dense: true,
        columns: [textColumn(words.head.ticket), textColumn(said.head.at), textColumn(said.head.shown, 1)],
        rows: shown.map(({ tickets, at, text }) => [
          plain(tickets.slice(0, 1).join(''), tickets.length > 1 ? `+${integer(tickets.length - 1)}` : undefined),
          plain(formatStamp(at, timeZone, language, year)),
          plain(text),
        ]),
      },
    },
    ...(more > 0 ? [{ kind: 'text', text: said.moreCases(integer(more), more), quiet: true } as const] : []),
  ]
}
