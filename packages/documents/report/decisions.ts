import { formatDateTime } from '../format/date.ts'
import type { ReportContext } from './context.ts'
import { awaitsAnswer, isOpen } from './dispute-entries.ts'
import { penaltyDecisions } from './penalty-verdict.ts'
import type { CommitmentLine } from './report-model.ts'
import type { VerdictInput } from './verdict-input.ts'

const namesTold = 6

/** What the figures call for. Each line follows from a state of the model; none is advice beyond it. */
export function decisions(input: VerdictInput, context: ReportContext): readonly string[] {
  const { assessment, commitments, notMeasured, warnings, penalties } = input
  const { words } = context
  const said = words.verdict.decide
  const missed = commitments.filter(({ state }) => state === 'missed')
  const repeated = missed.filter(({ missedInARow }) => missedInARow >= 2)
  const list = [
    ...(assessment.provisional ? [said.provisional] : []),
    ...(repeated.length > 0 ? [said.committee(namesOf(repeated, ({ missedInARow }) => missedInARow, context))] : []),
    ...(missed.length > 0 ? [said.cause(namesOf(missed, ({ counted }) => counted.missed, context))] : []),
    ...penaltyDecisions(assessment, penalties, context),
    ...disputeDecisions(input, context),
    ...(warnings.length > 0 ? [said.warnings] : []),
    ...(notMeasured.length > 0 ? [said.notMeasured] : []),
  ]
  return list.length === 0 ? [said.nothing] : list
}

/** Answers owed, the first to come due, and exclusions agreed but not recorded. */
function disputeDecisions({ disputes = [] }: VerdictInput, context: ReportContext): readonly string[] {
  const said = context.words.disputes.decide
  const owed = disputes.filter(awaitsAnswer)
  const due = owed.flatMap(({ answerDue }) => answerDue ?? []).sort((a, b) => a - b)[0]
  const agreed = disputes.filter((entry) => isOpen(entry) && !awaitsAnswer(entry)).length
  const date = due === undefined ? '' : formatDateTime(due, context.contract.timeZone, context.language)
  return [...(owed.length > 0 ? [said.answer(owed.length, date)] : []), ...(agreed > 0 ? [said.record(agreed)] : [])]
}

/** Names with a number each, the largest first; past six, how many more. */
function namesOf(
  lines: readonly CommitmentLine[],
  numberOf: (line: CommitmentLine) => number,
  { words, integer }: ReportContext,
): string {
  const named = lines
    .toSorted((a, b) => numberOf(b) - numberOf(a))
    .slice(0, namesTold)
    .map((line) => words.verdict.decide.numbered(line.name, integer(numberOf(line))))
  const more = lines.length - named.length
  return more > 0 ? words.andOthers(named.join(', '), more) : words.list(named)
}
