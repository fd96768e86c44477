import type { ReportContext } from './context.ts'
import type { CommitmentLine } from './report-model.ts'
import type { VerdictInput } from './verdict-input.ts'

const committeeMatters = 3
const namesTold = 6

/** What the figures call for. Each line follows from a state of the model; none is advice beyond it. */
export function decisions(input: VerdictInput, context: ReportContext): readonly string[] {
  const { assessment, commitments, notMeasured, warnings } = input
  const { words } = context
  const said = words.verdict.decide
  const missed = commitments
    .filter(({ state }) => state === 'missed')
    .toSorted((a, b) => b.counted.missed - a.counted.missed)
  const list = [
    ...(assessment.provisional ? [said.provisional] : []),
    ...missed
      .filter(({ missedInARow }) => missedInARow >= 2)
      .slice(0, committeeMatters)
      .map(({ name, missedInARow }) => said.committee(name, missedInARow)),
    ...(missed.length > 0 ? [said.cause(causes(missed, context))] : []),
    ...(warnings.length > 0 ? [said.warnings] : []),
    ...(notMeasured.length > 0 ? [said.notMeasured] : []),
  ]
  return list.length === 0 ? [said.nothing] : list
}

function causes(missed: readonly CommitmentLine[], { words, integer }: ReportContext): string {
  const named = missed
    .slice(0, namesTold)
    .map(({ name, counted }) => words.verdict.decide.causeOf(name, integer(counted.missed)))
  const more = missed.length - named.length
  return more > 0 ? words.andOthers(named.join(', '), more) : words.list(named)
}
