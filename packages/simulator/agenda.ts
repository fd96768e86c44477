/** What is to happen, in order of time; at one instant, in the order in which it was planned. Times are epoch seconds. */
export type Agenda<Step> = {
  plan(at: number, step: Step): void
  /** Takes the next step and moves `now` to it; `undefined` when nothing is left before `end`. */
  next(end: number): Step | undefined
  readonly now: number
}

/** A binary heap on (time, order of planning). Nothing can be planned in the past: it happens now. */
export function createAgenda<Step>(start: number): Agenda<Step> {
  const entries: Entry<Step>[] = []
  let planned = 0
  let now = start
  return {
    get now() {
      return now
    },
    plan(at, step) {
      const entry = { at: Math.max(at, now), order: planned++, step }
      let hole = entries.length
      entries.push(entry)
      while (hole > 0) {
        const parent = (hole - 1) >> 1
        const above = entries[parent]
        if (above === undefined || isBefore(above, entry)) break
        entries[hole] = above
        hole = parent
      }
      entries[hole] = entry
    },
    next(end) {
      const first = entries[0]
      if (first === undefined || first.at >= end) return undefined
      const last = entries.pop()
      if (last !== undefined && entries.length > 0) sink(entries, last)
      now = first.at
      return first.step
    },
  }
}

type Entry<Step> = { readonly at: number; readonly order: number; readonly step: Step }

/** Puts `entry` in the root's place and lets it sink to its own. */
function sink<Step>(entries: Entry<Step>[], entry: Entry<Step>): void {
  let hole = 0
  for (;;) {
    const left = hole * 2 + 1
    const one = entries[left]
    if (one === undefined) break
    const other = entries[left + 1]
    const takesOther = other !== undefined && isBefore(other, one)
    const child = takesOther ? other : one
    if (isBefore(entry, child)) break
    entries[hole] = child
    hole = takesOther ? left + 1 : left
  }
  entries[hole] = entry
}

function isBefore<Step>(one: Entry<Step>, other: Entry<Step>): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}
