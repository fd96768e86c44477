import type { Thresholds } from './target-thresholds.ts'

/** What one target would have given over the period; `target` in the unit of the search. */
export type TargetPoint = { readonly target: number; readonly met: number; readonly missed: number }

/**
 * The counts of every target at which they change, ascending, in whole units from `lowest`; those above `highest` are
 * left out. One sort, then one pass.
 */
export function sweepTargets(
  all: readonly Thresholds[],
  unit: number,
  lowest: number,
  highest: number | undefined,
): readonly TargetPoint[] {
  const steps = new Map<number, { met: number; missed: number }>()
  const top = highest ?? Number.MAX_SAFE_INTEGER
  const step = (threshold: number, met: number, missed: number) => {
    const target = Math.max(lowest, Math.ceil(threshold / unit))
    if (target > top) return
    const known = steps.get(target)
    if (known === undefined) steps.set(target, { met, missed })
    else {
      known.met += met
      known.missed += missed
    }
  }
  step(lowest * unit, 0, 0)
  for (const { metFrom, missedFrom, missedTo } of all) {
    step(metFrom, 1, 0)
    if (missedFrom >= missedTo) continue
    step(missedFrom, 0, 1)
    step(missedTo, 0, -1)
  }
  let met = 0
  let missed = 0
  return [...steps]
    .sort(([a], [b]) => a - b)
    .map(([target, change]) => {
      met += change.met
      missed += change.missed
      return { target, met, missed }
    })
}
