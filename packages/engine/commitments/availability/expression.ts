import { compareRatio, type Ratio } from '../../base/ratio.ts'
import type { ServiceExpression } from '../control-schema.ts'

/**
 * How much of a part works, between two bounds: up is [1, 1], down [0, 0], degraded its weight on both sides, unknown
 * [0, 1]. A service is unknown only where its bounds differ, that is where the answer depends on an unknown part.
 */
export type Level = { readonly low: Ratio; readonly high: Ratio }

export const UP: Ratio = { numerator: 1n, denominator: 1n }
export const DOWN: Ratio = { numerator: 0n, denominator: 1n }

/** The level of an expression: `any` takes its best part, `all` its worst, `atLeast: k` the k-th best. */
export function levelOf(expression: ServiceExpression, part: (component: string) => Level): Level {
  if (typeof expression === 'string') return part(expression)
  const [parts, rank] = partsOf(expression)
  const levels = parts.map((one) => levelOf(one, part))
  return {
    low: ranked(
      levels.map(({ low }) => low),
      rank,
    ),
    high: ranked(
      levels.map(({ high }) => high),
      rank,
    ),
  }
}

/** Every component that an expression names, once. */
export function componentsOf(expression: ServiceExpression): readonly string[] {
  if (typeof expression === 'string') return [expression]
  return [...new Set(partsOf(expression)[0].flatMap(componentsOf))]
}

function partsOf(expression: Exclude<ServiceExpression, string>): readonly [readonly ServiceExpression[], number] {
  if ('any' in expression) return [expression.any, 1]
  if ('all' in expression) return [expression.all, expression.all.length]
  return [expression.of, expression.atLeast]
}

/** The `rank`-th best of the levels, 1-based. */
function ranked(levels: readonly Ratio[], rank: number): Ratio {
  return levels.toSorted((a, b) => compareRatio(b, a))[rank - 1] ?? DOWN
}
