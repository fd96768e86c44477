import type { ReportContext } from './context.ts'
import type { VerdictInput } from './verdict.ts'

const causesAskedOneByOne = 3

/** What the figures call for. Each line follows from a state of the model; none is advice beyond it. */
export function decisions(input: VerdictInput, context: ReportContext): readonly string[] {
  const { assessment, commitments, notMeasured, warnings } = input
  const { words, integer } = context
  const said = words.verdict.decide
  const missed = commitments
    .filter(({ state }) => state === 'missed')
    .toSorted((a, b) => b.counted.missed - a.counted.missed)
  const rest = missed.slice(causesAskedOneByOne)
  const list = [
    ...(assessment.provisional ? [said.provisional] : []),
    ...missed
      .filter(({ missedInARow }) => missedInARow >= 2)
      .slice(0, causesAskedOneByOne)
      .map(({ name, missedInARow }) => said.committee(name, missedInARow)),
    ...missed
      .slice(0, causesAskedOneByOne)
      .map(({ name, counted }) => said.cause(name, integer(counted.missed), counted.missed)),
    ...(rest.length > 0 ? [said.causeTogether(words.list(rest.map(({ name }) => name)))] : []),
    ...(warnings.length > 0 ? [said.warnings] : []),
    ...(notMeasured.length > 0 ? [said.notMeasured] : []),
  ]
  return list.length === 0 ? [said.nothing] : list
}
