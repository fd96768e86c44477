import type { Instant, Interval, Milliseconds } from '../../base/instant.ts'
import { compareRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { Outage } from '../../record/outage.ts'
import type { ServiceExpression } from '../control-schema.ts'
import { DOWN, type Level, levelOf, UP } from './expression.ts'
import { type LevelChange, levelChanges } from './state-timeline.ts'

/**
 * Where the agreed time of a period went, in ms; up + down + degraded + unknown + maintenance = agreed.
 * `lost` is down time plus degraded time by its weight.
 */
export type AvailabilityAccount = {
  readonly agreed: Milliseconds
  readonly up: Milliseconds
  readonly down: Milliseconds
  readonly degraded: Milliseconds
  readonly unknown: Milliseconds
  readonly maintenance: Milliseconds
  readonly lost: Ratio
}

export type StateRules = {
  /** Share of degraded time that counts as down; absent: each row's own weight, else none. */
  readonly degradedLoss: Ratio | undefined
  /** What unknown time counts as. */
  readonly unknown: 'excluded' | 'up' | 'down'
}

/**
 * Sweeps the agreed time once and books each span where it belongs; time in `windows` is maintenance whatever the
 * state. `agreed` and `windows` are sorted and disjoint. O((rows + intervals) log rows), times the expression's parts.
 */
export function accountFor(
  expression: ServiceExpression,
  rows: readonly Outage[],
  agreed: readonly Interval[],
  windows: readonly Interval[],
  rules: StateRules,
): AvailabilityAccount {
  const first = agreed[0]
  const last = agreed.at(-1)
  if (!first || !last) return EMPTY
  const changes = levelChanges(rows, { from: first.from, to: last.to }, rules.degradedLoss)
  const levels = new Map<string, Level>()
  const isAgreed = membership(agreed)
  const isMaintenance = membership(windows)
  const spent = { up: 0, down: 0, degraded: 0, unknown: 0, maintenance: 0 }
  let lost = DOWN
  let level: Level = WORKING
  let next = 0
  const bounds = cuts(agreed, windows, changes)
  bounds.forEach((from, index) => {
    for (let change = changes[next]; change && change.at <= from; change = changes[next]) {
      levels.set(change.component, change.level)
      next += 1
      if ((changes[next]?.at ?? Number.POSITIVE_INFINITY) > from) {
        level = settle(
          levelOf(expression, (component) => levels.get(component) ?? WORKING),
          rules.unknown,
        )
      }
    }
    const length = (bounds[index + 1] ?? from) - from
    const maintained = isMaintenance(from)
    if (!isAgreed(from)) return
    spent[maintained ? 'maintenance' : stateOf(level)] += length
    if (!maintained && stateOf(level) !== 'unknown') lost = plusLoss(lost, level.low, length)
  })
  return { ...spent, agreed: lengthOf(agreed), lost }
}

const WORKING: Level = { low: UP, high: UP }

const EMPTY: AvailabilityAccount = { agreed: 0, up: 0, down: 0, degraded: 0, unknown: 0, maintenance: 0, lost: DOWN }

/** The bounds of an unknown answer are what it would be, were every unknown part down or up. */
function settle({ low, high }: Level, unknown: StateRules['unknown']): Level {
  if (unknown === 'down') return { low, high: low }
  return unknown === 'up' ? { low: high, high } : { low, high }
}

function stateOf({ low, high }: Level): 'up' | 'down' | 'degraded' | 'unknown' {
  if (compareRatio(low, high) !== 0) return 'unknown'
  if (compareRatio(low, UP) === 0) return 'up'
  return compareRatio(low, DOWN) === 0 ? 'down' : 'degraded'
}

function plusLoss(lost: Ratio, level: Ratio, length: Milliseconds): Ratio {
  const loss = BigInt(length) * (level.denominator - level.numerator)
  if (loss === 0n) return lost
  return ratioOf(lost.numerator * level.denominator + loss * lost.denominator, lost.denominator * level.denominator)
}

/** Every instant where something may change, sorted, once. */
function cuts(
  agreed: readonly Interval[],
  windows: readonly Interval[],
  changes: readonly LevelChange[],
): readonly Instant[] {
  const instants = [...agreed, ...windows].flatMap(({ from, to }) => [from, to]).concat(changes.map(({ at }) => at))
  return [...new Set(instants)].sort((a, b) => a - b)
}

/** Whether an instant lies in one of the sorted intervals; asked in time order, each answer is found by moving on. */
function membership(intervals: readonly Interval[]): (at: Instant) => boolean {
  let index = 0
  return (at) => {
    while ((intervals[index]?.to ?? Number.POSITIVE_INFINITY) <= at) index += 1
    return (intervals[index]?.from ?? Number.POSITIVE_INFINITY) <= at
  }
}

function lengthOf(intervals: readonly Interval[]): Milliseconds {
  return intervals.reduce((sum, { from, to }) => sum + (to - from), 0)
}
