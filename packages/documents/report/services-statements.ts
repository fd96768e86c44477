import { formatDateTime } from '../format/date.ts'
import { servicesWords } from '../messages/services-words.ts'
import type { ReportContext } from './context.ts'
import type { Statement } from './report-model.ts'
import type { ControlLine, ServiceLine } from './services-model.ts'

type Line = ServiceLine | ControlLine

/** What is missed or kept among services and controls, in the contract's order. */
export function servicesStatements(
  lines: readonly Line[],
  state: 'met' | 'missed',
  context: ReportContext,
): readonly Statement[] {
  return lines
    .filter((line) => line.state === state)
    .map((line) => ({ state, commitment: line.id, lead: line.name, text: said(line, context) }))
}

/** When each control was last proved good: its least recently proved subject, and what is overdue or never proved. */
export function proofStatements(lines: readonly ControlLine[], context: ReportContext): readonly Statement[] {
  const words = servicesWords[context.language]
  return lines.map((line) => {
    const proved = line.subjects.flatMap(({ lastGood, subject }) =>
      lastGood === null ? [] : [{ ...lastGood, subject }],
    )
    const oldest = proved.toSorted((a, b) => a.at - b.at)[0]
    const latest = proved.toSorted((a, b) => b.at - a.at)[0]
    const never = line.subjects.length - proved.length + line.unnamed
    const overdue = line.subjects.filter((subject) => subject.overdue).length
    const when = (at: number) => formatDateTime(at, context.contract.timeZone, context.language)
    const text =
      latest === undefined || oldest === undefined
        ? words.neverProved
        : words.lastProved(
            when(latest.at),
            proved.length > 1 ? when(oldest.at) : '',
            oldest.subject ?? '',
            never,
            overdue,
          )
    return {
      state: overdue > 0 || never > 0 || latest === undefined ? 'missed' : 'met',
      commitment: line.id,
      lead: line.name,
      text,
    }
  })
}

function said(line: Line, { language, percent, words: { dash } }: ReportContext): string {
  const words = servicesWords[language]
  if ('contractual' in line) {
    const shown = line.contractual === null ? dash : percent(line.contractual)
    const lived = line.experienced === null ? dash : percent(line.experienced)
    return words.service(shown, percent(line.target), lived)
  }
  const rate = line.rate === null ? dash : percent(line.rate)
  return words.control(rate, percent(line.target), line.good, line.bad, line.unknown, line.expected)
}
