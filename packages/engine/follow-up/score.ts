import { parseDecimal } from '../base/ratio.ts'
import type { TicketLife } from './ticket-life.ts'

/** Scores are summed as integers: units of 10⁻⁹, finer than any scale of ratings. */
export const SCORE_SCALE = 10n ** 9n

/** A decimal score in units of 10⁻⁹; undefined for another text or a finer fraction. */
export function readScore(text: string): bigint | undefined {
  const score = parseDecimal(text)
  if (score === undefined || SCORE_SCALE % score.denominator !== 0n) return undefined
  return score.numerator * (SCORE_SCALE / score.denominator)
}

/** The last readable score of a ticket, in units of 10⁻⁹. */
export function scoreOf({ scores }: TicketLife): bigint | undefined {
  for (const text of scores.toReversed()) {
    const score = readScore(text)
    if (score !== undefined) return score
  }
  return undefined
}
