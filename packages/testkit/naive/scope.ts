// A scope judged cell by cell, rule by rule, with nothing of the engine's boxes: every cell of the product is visited.

export type NaiveRule = {
  readonly id: string
  readonly when?: Readonly<Record<string, string | readonly string[]>>
  readonly then: string
  readonly price?: string
  readonly by?: string
  readonly overrides?: readonly string[]
}

export type NaiveCell = Readonly<Record<string, string>>

/** What the rules say of one cell: the ids of those that no applying rule names in its `overrides`. */
export type NaiveVerdict =
  | { readonly kind: 'gap' }
  | { readonly kind: 'decided'; readonly rules: readonly string[]; readonly outcome: string }
  | { readonly kind: 'conflict'; readonly rules: readonly string[] }

/** Every cell of the product of the dimensions. */
export function everyCell(dimensions: Readonly<Record<string, readonly string[]>>): readonly NaiveCell[] {
  let cells: NaiveCell[] = [{}]
  for (const [name, values] of Object.entries(dimensions)) {
    const longer: NaiveCell[] = []
    for (const cell of cells) for (const value of values) longer.push({ ...cell, [name]: value })
    cells = longer
  }
  return cells
}

/** The verdict of one cell by the words of the contract. */
export function judgeCell(rules: readonly NaiveRule[], cell: NaiveCell): NaiveVerdict {
  const applying = rules.filter(({ when }) =>
    Object.entries(when ?? {}).every(([name, values]) => [values].flat().includes(cell[name] ?? '')),
  )
  if (applying.length === 0) return { kind: 'gap' }
  const standing = applying.filter(({ id }) => !applying.some(({ overrides }) => overrides?.includes(id)))
  const outcomes = new Set(standing.map(({ then, price, by }) => `${then} / ${price} / ${by}`))
  const ids = standing.map(({ id }) => id)
  const [outcome = ''] = outcomes
  return outcomes.size === 1 ? { kind: 'decided', rules: ids, outcome } : { kind: 'conflict', rules: ids }
}

/**
 * The fewest disjoint boxes that hold exactly these cells, by trying every set of boxes around the first cell left. For
 * a handful of cells only.
 */
export function fewestByTrying(
  dimensions: Readonly<Record<string, readonly string[]>>,
  cells: readonly NaiveCell[],
): number {
  const names = Object.keys(dimensions)
  const keyOf = (cell: NaiveCell) => names.map((name) => cell[name]).join('|')
  const boxes = names
    .map((name) => nonEmptySubsets(dimensions[name] ?? []))
    .reduce<string[][][]>((all, subsets) => all.flatMap((box) => subsets.map((subset) => [...box, subset])), [[]])
    .map((box) => everyCell(Object.fromEntries(names.map((name, index) => [name, box[index] ?? []]))).map(keyOf))
  const wanted = new Set(cells.map(keyOf))
  const inside = boxes.filter((box) => box.every((key) => wanted.has(key)))
  const known = new Map<string, number>()
  const fewest = (left: ReadonlySet<string>): number => {
    const [first] = left
    if (first === undefined) return 0
    const key = [...left].sort().join(' ')
    const found = known.get(key)
    if (found !== undefined) return found
    let best = Number.POSITIVE_INFINITY
    for (const box of inside) {
      if (!box.includes(first) || !box.every((one) => left.has(one))) continue
      best = Math.min(best, 1 + fewest(new Set([...left].filter((one) => !box.includes(one)))))
    }
    known.set(key, best)
    return best
  }
  return fewest(wanted)
}

function nonEmptySubsets(values: readonly string[]): string[][] {
  const subsets: string[][] = [[]]
  for (const value of values) for (const subset of [...subsets]) subsets.push([...subset, value])
  return subsets.filter(({ length }) => length > 0)
}
