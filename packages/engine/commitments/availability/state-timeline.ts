import type { Instant, Interval } from '../../base/instant.ts'
import { compareRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { Outage } from '../../record/outage.ts'
import { DOWN, type Level, UP } from './expression.ts'

/** The component is at `level` from `at` on. */
export type LevelChange = { readonly at: Instant; readonly component: string; readonly level: Level }

/**
 * Every change of a component in `[from, to)`, in time order. Rows that overlap: down > degraded (the heaviest) >
 * unknown > up; no row = up (semantics, *Availability*). `loss`: the share of degraded time that counts as down, where
 * the row states none. O(n log n) in the rows.
 */
export function levelChanges(
  rows: readonly Outage[],
  { from, to }: Interval,
  loss: Ratio | undefined,
): readonly LevelChange[] {
  const held = new Map<string, Held>()
  return rows
    .flatMap((row) => boundsOf(row, { from, to }, loss))
    .sort((a, b) => a.at - b.at)
    .map(({ at, component, level, step }) => {
      const levels = held.get(component) ?? new Map()
      held.set(component, levels)
      const key = `${level.low.numerator}/${level.low.denominator}-${level.high.numerator}`
      const count = (levels.get(key)?.count ?? 0) + step
      if (count === 0) levels.delete(key)
      else levels.set(key, { level, count })
      return { at, component, level: strongest(levels) }
    })
}

type Held = Map<string, { readonly level: Level; readonly count: number }>
type Bound = LevelChange & { readonly step: 1 | -1 }

const UNKNOWN: Level = { low: DOWN, high: UP }

function boundsOf(row: Outage, { from, to }: Interval, loss: Ratio | undefined): readonly Bound[] {
  const level = levelOfRow(row, loss)
  const start = Math.max(row.from, from)
  const end = Math.min(row.to ?? to, to)
  if (level === undefined || start >= end) return []
  const { component } = row
  return [
    { at: start, component, level, step: 1 },
    { at: end, component, level, step: -1 },
  ]
}

function levelOfRow(row: Outage, loss: Ratio | undefined): Level | undefined {
  switch (row.state) {
    case 'up':
    case 'maintenance':
      return undefined
    case 'down':
      return { low: DOWN, high: DOWN }
    case 'unknown':
      return UNKNOWN
    case 'degraded': {
      const { numerator, denominator } = loss ?? row.weight ?? DOWN
      const works = ratioOf(denominator - numerator, denominator)
      return { low: works, high: works }
    }
  }
}

/** The lowest certain level held, else unknown, else up. */
function strongest(held: Held): Level {
  const certain = [...held.values()].map(({ level }) => level).filter((level) => level !== UNKNOWN)
  const [first, ...rest] = certain
  if (first === undefined) return held.size > 0 ? UNKNOWN : { low: UP, high: UP }
  return rest.reduce((lowest, level) => (compareRatio(level.low, lowest.low) < 0 ? level : lowest), first)
}
