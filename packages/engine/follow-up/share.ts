import { formatPercent, ratioOf } from '../base/ratio.ts'
import type { CountedFigure } from './kpi.ts'

/** A share as a figure in percent; null where the whole is empty. */
export function shareFigure(numerator: number, denominator: number): CountedFigure {
  const counts = { unit: 'percent', count: denominator, numerator, denominator } as const
  if (denominator === 0) return { figure: { value: null, ...counts }, exact: null }
  const ratio = ratioOf(BigInt(numerator), BigInt(denominator))
  return {
    figure: { value: formatPercent(ratio, 2), ...counts },
    exact: ratioOf(ratio.numerator * 100n, ratio.denominator),
  }
}
