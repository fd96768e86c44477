import type { Ratio } from '../../base/ratio.ts'
import { parseDecimal, ratioOf } from '../../base/ratio.ts'
import type { JudgedPeriod } from './penalty-month.ts'

/** Periods in a row of one commitment. A neutral period leaves them as they are; one resets the other. */
export type Run = { readonly missed: number; readonly met: number }

export const NO_RUN: Run = { missed: 0, met: 0 }

export function nextRun(run: Run, standing: JudgedPeriod['standing']): Run {
  switch (standing) {
    case 'missed':
      return { missed: run.missed + 1, met: 0 }
    case 'met':
      return { missed: 0, met: run.met + 1 }
    case 'neutral':
      return run
  }
}

/** The multiplier of the n-th missed period in a row; the last one stays, and the first holds before any. */
export function multiplierOf(recurrence: readonly string[], missed: number): Ratio {
  const text = recurrence[Math.min(Math.max(missed, 1), recurrence.length) - 1]
  return parseDecimal(text ?? '1') ?? ratioOf(1n, 1n)
}
