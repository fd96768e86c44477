import { formatDate } from '../format/date.ts'
import type { ReportModel, VersionLine } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { plain, stateCell, strong, words as textColumn } from './cells.ts'
import type { Block } from './layout.ts'

/** Changes of a version that the page shows; the JSON has them all. */
const changesShown = 6

/** The versions of the contract under the section of the contract; nothing where no history was given. */
export function versionBlocks({ versions }: ReportModel, voice: Voice): readonly Block[] {
  const { words, language } = voice
  const said = words.versions
  if (versions.length === 0) return []
  return [
    { kind: 'heading', text: said.title },
    {
      kind: 'table',
      table: {
        caption: said.table,
        columns: [
          textColumn(said.version),
          textColumn(said.from),
          textColumn(said.until),
          textColumn(said.changes, 1),
          textColumn(said.judged),
        ],
        rows: versions.map((line) => [
          strong(line.version),
          plain(formatDate(line.effectiveFrom, language)),
          plain(line.effectiveTo === undefined ? said.open : formatDate(line.effectiveTo, language)),
          plain(changesText(line, voice)),
          line.judged ? stateCell('met', said.judgedWord) : plain(said.notJudged),
        ]),
      },
    },
  ]
}

function changesText({ original, changes }: VersionLine, { words }: Voice): string {
  const said = words.versions
  if (original) return said.signed
  if (changes.length === 0) return said.noChange
  const shown = changes.slice(0, changesShown).map(({ text }) => text)
  const more = changes.length - shown.length
  return [...shown, ...(more > 0 ? [`${said.more(more)}.`] : [])].join(' ')
}
