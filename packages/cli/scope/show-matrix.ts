import type { Language } from '@vigie/engine'
import {
  type CompiledScope,
  matrixOf,
  OUTCOME_LETTERS,
  OUTCOME_WORDS,
  type RuleVerdict,
  sayBox,
  type VerdictOutcome,
} from '@vigie/engine/scope'

/** The matrix for a terminal: a letter by cell, a line by asset class, a table by part of the other dimensions. */
export function showMatrix(scope: CompiledScope, width: number, language: Language): string {
  const { rows, columns, sections, unsplit } = matrixOf(scope)
  const { dimensions } = scope.space
  const labelOf = (name: string, value: string) =>
    dimensions.find((one) => one.name === name)?.labels.get(value) ?? value
  const heads = columns.map((column) => labelOf('intervention', column) || '*')
  const names = rows.map((row) => labelOf('assetClass', row) || '*')
  const first = Math.min(28, Math.max(...names.map(({ length }) => length)))
  const room = Math.max(5, Math.floor((width - first) / Math.max(1, heads.length)) - 2)
  const numbered = heads.some((text) => text.split(' ').some((word) => word.length > room))
  const wrapped = heads.map((text, at) => (numbered ? [String(at + 1)] : wrap(text, room)))
  const height = Math.max(...wrapped.map(({ length }) => length))
  const widths = wrapped.map((lines) => Math.max(3, ...lines.map(({ length }) => length)))
  const line = (name: string, cells: readonly string[]) =>
    [cut(name, first).padEnd(first), ...cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))]
      .join('  ')
      .trimEnd()
  const head = Array.from({ length: height }, (_, at) =>
    line(
      '',
      wrapped.map((lines) => lines[at] ?? ''),
    ),
  )
  const tables = sections.map(({ boxes, verdicts }) => {
    const part = boxes.map((box) => sayBox(box, dimensions)[language]).join(language === 'fr' ? ' ; ' : '; ')
    const body = names.map((name, row) =>
      line(
        name,
        columns.map((_, column) => mark(verdicts[row]?.[column])),
      ),
    )
    return [...(sections.length === 1 ? [] : [part]), ...head, ...body].join('\n')
  })
  const outcomes = Object.keys(OUTCOME_LETTERS) as VerdictOutcome[]
  const used = outcomes.filter((outcome) =>
    sections.some(({ verdicts }) => verdicts.flat().some((one) => outcomesIn(one).includes(outcome))),
  )
  const legend = used.map((outcome) => `${OUTCOME_LETTERS[outcome]} ${OUTCOME_WORDS[outcome][language]}`).join(' · ')
  const key = numbered ? [heads.map((text, at) => `${at + 1} ${text}`).join(' · ')] : []
  const depends =
    unsplit.length === 0
      ? []
      : [
          language === 'fr'
            ? `Plusieurs lettres : selon ${unsplit.join(', ')}.`
            : `Several letters: depending on ${unsplit.join(', ')}.`,
        ]
  return `${[...tables, [...key, legend, ...depends].join('\n')].join('\n\n')}\n`
}

function outcomesIn({ outcome, possible }: RuleVerdict): readonly VerdictOutcome[] {
  return outcome === 'undetermined' && possible ? [...new Set(possible.map((one) => one.outcome))] : [outcome]
}

function mark(verdict: RuleVerdict | undefined): string {
  return verdict === undefined
    ? ''
    : outcomesIn(verdict)
        .map((outcome) => OUTCOME_LETTERS[outcome])
        .join('/')
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}

/** A heading over several lines: words that fit together stand together. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
