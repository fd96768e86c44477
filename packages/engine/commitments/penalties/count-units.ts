import { floorRatio, type Ratio, ratioOf } from '../../base/ratio.ts'

export type UnitRounding = 'started' | 'full' | 'linear'

/** Units that count: a started one whole, only full ones, or the exact part (normal form of penalty clauses). */
export function countUnits(exact: Ratio, rounding: UnitRounding): Ratio {
  switch (rounding) {
    case 'linear':
      return exact
    case 'full':
      return ratioOf(floorRatio(exact), 1n)
    case 'started':
      return ratioOf(-floorRatio({ numerator: -exact.numerator, denominator: exact.denominator }), 1n)
  }
}
