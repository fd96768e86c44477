import type { Instant } from '../base/instant.ts'
import { parseDecimal } from '../base/ratio.ts'
import type { Ticket } from '../record/ticket.ts'

/** Scores are summed as integers: units of 10⁻⁹, finer than any scale of ratings. */
export const SCORE_SCALE = 10n ** 9n

/** A decimal score in units of 10⁻⁹; undefined for another text or a finer fraction. */
export function readScore(text: string): bigint | undefined {
  const score = parseDecimal(text)
  if (score === undefined || SCORE_SCALE % score.denominator !== 0n) return undefined
  return score.numerator * (SCORE_SCALE / score.denominator)
}

/** The last readable score of a ticket, as known at an instant, in units of 10⁻⁹. */
export function scoreOf(ticket: Ticket, at: Instant): bigint | undefined {
  for (const rating of ticket.ratings.toReversed()) {
    const score = rating.at <= at ? readScore(rating.score) : undefined
    if (score !== undefined) return score
  }
  return undefined
}
