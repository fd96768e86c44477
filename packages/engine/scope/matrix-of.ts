import type { Box } from './box.ts'
import { type BoxLayout, boxOf, type ClassBox, classesIn, layoutOf } from './boxes/class-box.ts'
import { effortFor, fewestBoxes } from './boxes/fewest-boxes.ts'
import type { CompiledScope } from './compile-scope.ts'
import type { Dimension } from './scope-space.ts'
import type { RuleVerdict } from './scope-verdict.ts'

/** Asset classes by interventions, once for each part of the other dimensions where the verdicts differ. */
export type ScopeMatrix = {
  /** Values of the rows and columns; one empty text where the contract declares none. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** The dimensions that no section is split by, though a verdict depends on them: cells then tell what is possible. */
  readonly unsplit: readonly string[]
  readonly sections: readonly MatrixSection[]
}

export type MatrixSection = {
  /** The part of the other dimensions, in disjoint boxes of theirs. */
  readonly boxes: readonly Box[]
  /** Row → column → verdict. */
  readonly verdicts: readonly (readonly RuleVerdict[])[]
}

/** The matrix of a scope: sections of equal verdicts are one. Above `MOST_PARTS` parts it is not split. */
export function matrixOf(scope: CompiledScope): ScopeMatrix {
  const { dimensions } = scope.space
  const valuesOf = (name: string) => dimensions.find((one) => one.name === name)?.values ?? ['']
  const [rows, columns] = [valuesOf('assetClass'), valuesOf('intervention')]
  const decisive = decisiveNames(scope, rows, columns)
  const split = dimensions.filter(({ name }) => decisive.has(name))
  const parts = split.reduce((product, { classes }) => product * classes.length, 1)
  const unsplit = parts > MOST_PARTS ? split.map(({ name }) => name) : []
  const kept = unsplit.length > 0 ? [] : split
  return { rows, columns, unsplit, sections: sectionsOf(scope, rows, columns, kept) }
}

const MOST_PARTS = 400

/** The other dimensions that some cell of the matrix depends on. */
function decisiveNames(scope: CompiledScope, rows: readonly string[], columns: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const row of rows) {
    for (const column of columns) for (const name of scope.judge(cellOf(row, column)).missing ?? []) names.add(name)
  }
  return names
}

function cellOf(row: string, column: string): Readonly<Record<string, string>> {
  return { ...(row !== '' && { assetClass: row }), ...(column !== '' && { intervention: column }) }
}

function sectionsOf(
  scope: CompiledScope,
  rows: readonly string[],
  columns: readonly string[],
  split: readonly Dimension[],
): readonly MatrixSection[] {
  const layout = layoutOf(split.map(({ classes }) => classes.length))
  const sections = new Map<
    string,
    { readonly verdicts: readonly (readonly RuleVerdict[])[]; readonly parts: ClassBox[] }
  >()
  for (const part of everyPart(split)) {
    const fixed = Object.fromEntries(split.map(({ name, classes }, at) => [name, classes[part[at] ?? 0]?.[0] ?? '']))
    const verdicts = rows.map((row) => columns.map((column) => scope.judge({ ...fixed, ...cellOf(row, column) })))
    const key = JSON.stringify(
      verdicts.map((line) => line.map(({ outcome, rule, price, by, rules }) => [outcome, rule ?? rules, price, by])),
    )
    const section = sections.get(key) ?? { verdicts, parts: [] }
    section.parts.push(boxOf(layout, new Map(part.map((index, at) => [at, [index]]))))
    sections.set(key, section)
  }
  return [...sections.values()].map(({ verdicts, parts }) => ({
    verdicts,
    boxes: fewestBoxes(layout, parts, effortFor(parts.length)).map((box) => named(layout, split, box)),
  }))
}

function everyPart(split: readonly Dimension[]): readonly (readonly number[])[] {
  let parts: readonly (readonly number[])[] = [[]]
  for (const { classes } of split) parts = parts.flatMap((part) => [...classes.keys()].map((index) => [...part, index]))
  return parts
}

function named(layout: BoxLayout, split: readonly Dimension[], box: ClassBox): Box {
  return Object.fromEntries(
    split.map(({ name, values, classOf }, at) => {
      const classes = new Set(classesIn(layout, box, at))
      return [name, values.filter((value) => classes.has(classOf.get(value) ?? -1))]
    }),
  )
}
