import { isoInstant } from '../format/date.ts'
import { withSource } from '../layout/clause-source.ts'
import { sealSentence, verifyCommand } from '../layout/seal-blocks.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { bold, integer, type SheetCell, text, wrapped } from './cells.ts'
import { column, type TableSheet } from './sheet.ts'

/** What each word means, what each clause says, and the hours of each calendar. */
export function definitionsSheet(model: ReportModel, voice: Voice): TableSheet {
  const { words } = voice
  const { head, section } = words
  return {
    name: words.xlsx.definitions,
    none: words.dash,
    columns: [column(words.xlsx.topic, 28), column(head.term, 34), column(head.definition, 110)],
    rows: [
      ...model.definitions.map((line) => [text(section.definitions), bold(line.term), wrapped(line.text)]),
      ...model.clauses.map((line) => [
        text(section.clauses),
        bold(`${line.clause === '' ? words.clause.rule : line.clause} ${line.id}`),
        wrapped(withSource(line.text, line.source, voice)),
      ]),
      ...model.calendars.map((line) => [
        text(section.calendars),
        bold(line.label),
        wrapped(`${line.text} (${line.timeZone})`),
      ]),
    ],
  }
}

/** What the report was computed from, its seal, and the command that computes it again. */
export function fingerprintSheet(model: ReportModel, voice: Voice): TableSheet {
  const { fingerprint, period, contract } = model
  const { words } = voice
  const { facts, head, roles, section } = words
  return {
    name: words.xlsx.fingerprint,
    none: words.dash,
    columns: [
      column(words.xlsx.topic, 34),
      column(words.xlsx.content, 72),
      column(head.sha, 70),
      column(head.rows, 12),
      column(head.rejected, 10),
      column(head.duplicates, 10),
    ],
    rows: [
      [bold(words.seal.title), wrapped(sealSentence(model, voice))],
      ...sealRows(model, voice),
      [bold(facts.inputs), null, text(fingerprint.inputs)],
      [bold(facts.engine), text(fingerprint.engine)],
      [bold(facts.tzdata), text(fingerprint.tzdata)],
      [bold(facts.contract), text(words.contractVersion(contract.id, contract.version)), text(fingerprint.contract)],
      [bold(facts.period), text(period.label)],
      [bold(facts.observation), text(isoInstant(period.at))],
      ...fingerprint.sources.map((source) => [
        bold(roles[source.role]),
        wrapped(source.name),
        text(source.fingerprint),
        integer(source.rows),
        integer(source.rejected),
        integer(source.duplicates),
      ]),
      [bold(section.command), wrapped(fingerprint.command)],
    ],
  }
}

/** The record, and the seal with the whole note that was signed. */
function sealRows({ fingerprint }: ReportModel, { words }: Voice): readonly (readonly SheetCell[])[] {
  const { record, seal } = fingerprint
  const said = words.seal
  return [
    ...(record === undefined
      ? []
      : [[bold(said.facts.record), null, text(record.fingerprint), integer(record.entries)]]),
    ...(seal === undefined
      ? []
      : [
          [bold(said.facts.signers), text(words.list(seal.signers))],
          [bold(said.facts.origin), text(seal.origin)],
          [bold(said.facts.size), null, null, integer(seal.size)],
          [bold(said.facts.root), null, text(seal.root)],
          [bold(said.facts.figures), null, text(seal.figures)],
          [bold(said.checkpoint), wrapped(seal.checkpoint)],
          [bold(said.verify), wrapped(verifyCommand(words))],
        ]),
  ]
}
