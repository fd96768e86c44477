import { subject } from '../layout/penalties-section.ts'
import type { PenaltyAmount, ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { bold, decimal, type SheetCell, text, wrapped } from './cells.ts'
import { column, type TableSheet } from './sheet.ts'

/** Every amount, every cut, then the total: a column that adds up. */
export function penaltiesSheet({ penalties }: ReportModel, { words }: Voice): TableSheet {
  const { head, penalties: said } = words
  const { lines, caps, notDue, total, currency, findings, terms } = penalties
  const empty = lines.length + caps.length + notDue.length + findings.length === 0 && total === null
  const termRow = (term: string, content: string): readonly SheetCell[] => [
    text(term),
    null,
    null,
    null,
    wrapped(content),
  ]
  return {
    name: said.sheet,
    none: penalties.said,
    columns: [
      column(said.what, 22),
      column(head.clause, 9),
      column(head.period, 10),
      column(head.id, 22),
      column(said.head.line, 60),
      column(said.head.due, 13),
      column(said.head.amount, 14),
      column(said.currency, 9),
      column(said.chain, 100),
    ],
    rows: empty
      ? []
      : [
          ...lines.map((line) => amountRow(line, said.line)),
          ...caps.map((cap): readonly SheetCell[] => [
            text(said.cap),
            text(cap.clause),
            text(cap.period),
            text(cap.event ?? cap.penalty),
            text(said.capKinds[cap.cap]),
            null,
            decimal(cap.amount),
            text(currency),
            text(cap.text),
          ]),
          [bold(said.total), null, null, null, wrapped(penalties.said), null, decimal(total), text(currency), null],
          ...notDue.map((line) => amountRow(line, said.notCounted)),
          ...findings.map(({ text: finding, clause }): readonly SheetCell[] => [
            text(said.findings),
            text(clause),
            null,
            null,
            wrapped(finding),
          ]),
          ...terms.map((line) => termRow(line.term, line.text)),
        ],
  }

  function amountRow(line: PenaltyAmount, what: string): readonly SheetCell[] {
    return [
      text(what),
      text(line.clause),
      text(line.period),
      text(line.penalty),
      text(subject(line, words)),
      text(said.due[line.due]),
      line.amount === null ? text(said.unknown) : decimal(line.amount),
      text(currency),
      text(line.steps.map((step) => step.text).join(said.step)),
    ]
  }
}
