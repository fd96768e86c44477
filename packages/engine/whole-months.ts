import type { Instant, Interval } from './base/instant.ts'
import type { Period } from './base/period.ts'
import { type CivilYears, windowAt } from './commitments/compliance-windows.ts'
import type { PartialMonth } from './commitments/penalties/penalty.ts'

/** The whole civil months that a period holds, and the months at its ends of which it holds a part. */
export type MonthCut = { readonly whole: Interval | undefined; readonly partial: readonly PartialMonth[] }

/** Cuts a period at the civil months of the contract’s zone; `say` writes an instant. */
export function wholeMonths(period: Period, years: CivilYears, say: (instant: Instant) => string): MonthCut {
  const first = windowAt(period.from, 'month', years)
  const last = windowAt(period.to - 1, 'month', years)
  const from = first.from === period.from ? first.from : first.to
  const to = last.to === period.to ? last.to : last.from
  const cut = [
    ...(from === first.from ? [] : [{ month: first, from: period.from, to: Math.min(first.to, period.to) }]),
    ...(to === last.to || (last.from === first.from && from !== first.from)
      ? []
      : [{ month: last, from: last.from, to: period.to }]),
  ]
  return {
    whole: from < to ? { from, to } : undefined,
    partial: cut.map(({ month: { label }, ...part }) => ({
      month: label,
      ...part,
      message: {
        fr: `${label}\u00a0: la période n’en tient que la partie du ${say(part.from)} au ${say(part.to)}\u00a0; une pénalité se juge sur un mois civil entier.`,
        en: `${label}: the period holds only its part from ${say(part.from)} to ${say(part.to)}; a penalty is judged over a whole civil month.`,
      },
    })),
  }
}
