import type { ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { civilDate, text, wrapped } from './cells.ts'
import { column, type TableSheet } from './sheet.ts'

/** One row a change of a version, its dates beside it; no sheet where no history was given. */
export function versionsSheets({ versions }: ReportModel, { words }: Voice): readonly TableSheet[] {
  if (versions.length === 0) return []
  const said = words.versions
  const date = (day: string | undefined) => civilDate(day, words.xlsx.dayFormat)
  return [
    {
      name: said.sheet,
      none: words.dash,
      columns: [
        column(said.version, 12),
        column(said.from, 14),
        column(said.until, 14),
        column(words.facts.signedOn, 14),
        column(said.judged, 18),
        column(words.head.clause, 9),
        column(said.changes, 110),
      ],
      rows: versions.flatMap((line) => {
        const own = [
          text(line.version),
          date(line.effectiveFrom),
          line.effectiveTo === undefined ? text(said.open) : date(line.effectiveTo),
          date(line.signedOn),
          text(line.judged ? said.judgedWord : said.notJudged),
        ]
        if (line.changes.length === 0) return [[...own, null, wrapped(line.original ? said.signed : said.noChange)]]
        return line.changes.map((change) => [...own, text(change.clause), wrapped(change.text)])
      }),
    },
  ]
}
