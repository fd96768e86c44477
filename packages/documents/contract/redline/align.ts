/** One step from a sequence to another: kept in both, left from the first, or taken from the second. */
export type Step = { readonly kind: 'kept' | 'deleted' | 'inserted'; readonly before: number; readonly after: number }

/**
 * The shortest way from one sequence to another (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986),
 * deletions before insertions at one place. `before` and `after` are the places in the two sequences.
 */
export function align(before: readonly string[], after: readonly string[]): readonly Step[] {
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const kept = (count: number, a: number, b: number): Step[] =>
    Array.from({ length: count }, (_, index) => ({ kind: 'kept', before: a + index, after: b + index }))
  const middle = shortest(before.slice(start, before.length - end), after.slice(start, after.length - end))
  return [
    ...kept(start, 0, 0),
    ...inOrder(middle.map((step) => ({ ...step, before: step.before + start, after: step.after + start }))),
    ...kept(end, before.length - end, after.length - end),
  ]
}

function shortest(before: readonly string[], after: readonly string[]): readonly Step[] {
  const most = before.length + after.length
  const furthest = new Map<number, number>([[1, 0]])
  const rounds: Map<number, number>[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(new Map(furthest))
    for (let line = -edits; line <= edits; line += 2) {
      let x = isDown(line, edits, furthest) ? (furthest.get(line + 1) ?? 0) : (furthest.get(line - 1) ?? 0) + 1
      let y = x - line
      while (x < before.length && y < after.length && before[x] === after[y]) {
        x += 1
        y += 1
      }
      furthest.set(line, x)
      if (x >= before.length && y >= after.length) return walkedBack(before.length, after.length, rounds)
    }
  }
  return []
}

/** Whether the best path on a diagonal comes from above (an insertion). */
function isDown(line: number, edits: number, furthest: ReadonlyMap<number, number>): boolean {
  return line === -edits || (line !== edits && (furthest.get(line - 1) ?? 0) < (furthest.get(line + 1) ?? 0))
}

function walkedBack(length: number, other: number, rounds: readonly ReadonlyMap<number, number>[]): readonly Step[] {
  const steps: Step[] = []
  let [x, y] = [length, other]
  for (let edits = rounds.length - 1; edits >= 0 && (x > 0 || y > 0); edits -= 1) {
    const furthest = rounds[edits] ?? new Map<number, number>()
    const line = x - y
    const down = isDown(line, edits, furthest)
    const fromX = furthest.get(down ? line + 1 : line - 1) ?? 0
    const fromY = fromX - (down ? line + 1 : line - 1)
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) {
      x -= 1
      y -= 1
      steps.push({ kind: 'kept', before: x, after: y })
    }
    if (edits === 0) break
    if (down) steps.push({ kind: 'inserted', before: fromX, after: fromY })
    else steps.push({ kind: 'deleted', before: fromX, after: fromY })
    x = fromX
    y = fromY
  }
  return steps.reverse()
}

/** Deletions first in each run of changes. */
function inOrder(steps: readonly Step[]): readonly Step[] {
  const out: Step[] = []
  let run: Step[] = []
  const flush = () => {
    out.push(...run.filter(({ kind }) => kind === 'deleted'), ...run.filter(({ kind }) => kind === 'inserted'))
    run = []
  }
  for (const step of steps) {
    if (step.kind !== 'kept') run.push(step)
    else {
      flush()
      out.push(step)
    }
  }
  flush()
  return out
}

function commonStart(before: readonly string[], after: readonly string[]): number {
  let length = 0
  while (length < before.length && length < after.length && before[length] === after[length]) length += 1
  return length
}

function commonEnd(before: readonly string[], after: readonly string[], start: number): number {
  let length = 0
  const most = Math.min(before.length, after.length) - start
  while (length < most && before[before.length - 1 - length] === after[after.length - 1 - length]) length += 1
  return length
}
