import { formatDateTime } from '../format/date.ts'
import { stateGlyphs } from '../layout/state-mark.ts'
import type { Finding, ReportModel, Statement } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { bold, type SheetCell, wrapped } from './cells.ts'
import { column, type TableSheet } from './sheet.ts'

/** The verdict as a list: what it speaks of at the left, what it says at the right. */
export function summarySheet(model: ReportModel, voice: Voice): TableSheet {
  const { words, language } = voice
  const { contract, period, verdict } = model
  const { facts } = words
  const said = words.verdict
  return {
    name: words.xlsx.summary,
    none: words.dash,
    columns: [column(words.xlsx.topic, 30), column(words.xlsx.content, 110)],
    rows: [
      line(facts.contract, `${contract.title} (${words.contractVersion(contract.id, contract.version)})`),
      line(facts.client, contract.client),
      line(facts.provider, contract.provider),
      line(facts.period, period.title),
      line(facts.observation, formatDateTime(period.at, model.timeZone, language)),
      ...(contract.signedDocument === undefined
        ? []
        : [
            line(
              facts.authority,
              facts.authorityDocument(contract.signedDocument.file, contract.signedDocument.signedOn),
            ),
          ]),
      ...lines(words.xlsx.notice, model.notices),
      line(said.title, `${stateGlyphs[verdict.state]} ${verdict.headline}`),
      ...lines(words.xlsx.summary, verdict.summary),
      ...verdict.figures.map(({ value, label, note }) => line(label, `${value} (${note})`)),
      ...statements(said.missedTitle, verdict.missed, voice),
      ...statements(said.keptTitle, verdict.kept, voice),
      ...statements(said.unjudgedTitle, verdict.unjudged, voice),
      ...statements(said.trendTitle, verdict.trend, voice),
      ...statements(said.standsOutTitle, verdict.standsOut, voice),
      ...lines(said.decisionsTitle, verdict.decisions),
      ...findings(words.section.neutralised, model.neutralised.reasons, voice),
      ...findings(words.section.warnings, model.warnings, voice),
    ],
  }
}

function statements(title: string, items: readonly Statement[], { words }: Voice): readonly (readonly SheetCell[])[] {
  return lines(
    title,
    items.map(
      ({ state, lead, text }) => `${stateGlyphs[state]} ${lead === undefined ? '' : lead + words.colon}${text}`,
    ),
  )
}

function findings(
  title: string,
  list: readonly Finding[],
  { words, integer }: Voice,
): readonly (readonly SheetCell[])[] {
  return lines(
    title,
    list.map(({ text, count }) => words.verdict.warning(text, integer(count))),
  )
}

/** The title once, beside the first of its lines. */
function lines(title: string, texts: readonly string[]): readonly (readonly SheetCell[])[] {
  return texts.map((text, index) => (index === 0 ? line(title, text) : [null, wrapped(text)]))
}

function line(topic: string, content: string): readonly SheetCell[] {
  return [bold(topic), wrapped(content)]
}
