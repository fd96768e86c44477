import type { Instant } from '../base/instant.ts'
import { because, becauseUnlisted } from './because.ts'
import type { MeasureKind } from './clause-types.ts'
import type { Because, Paused } from './measure.ts'
import { isProved } from './read-pauses.ts'
import type { Terms } from './terms.ts'
import type { RawPause, Timeline } from './timeline.ts'

export type AppliedPauses = {
  /** In order, without overlap, within `[from, to)`. */
  readonly paused: readonly Paused[]
  /** A pause still stops the clock at `to`. */
  readonly lasting: boolean
  readonly because: readonly Because[]
}

/**
 * The pauses that stop one clock in `[from, to)` (clause kind: suspension of the clock): those whose reason the contract
 * lists for this measure, proved where proof is required, up to their limit.
 */
export function applyPauses(
  { pauses }: Timeline,
  terms: Terms,
  measure: MeasureKind,
  from: Instant,
  to: Instant,
): AppliedPauses {
  const paused: Paused[] = []
  const reasons: Because[] = []
  const clauses = terms.pauses.get(measure)
  let lasting = false
  for (const pause of pauses) {
    if (pause.to <= from || pause.from > to) continue
    const bound = pause.bounds.find(({ clause }) => clause === clauses?.get(pause.reason))
    if (bound === undefined) {
      if (isUnlisted(pause, terms, measure)) reasons.push(becauseUnlisted(pause.reason, pause.event.id))
      continue
    }
    const { clause, limit = Number.POSITIVE_INFINITY, unreminded = Number.POSITIVE_INFINITY } = bound
    if (!isProved(clause, pause.event)) {
      reasons.push(because('pause-without-proof', pause.event.id))
      continue
    }
    const span = { from: Math.max(pause.from, from), to: Math.min(pause.to, limit, to) }
    if (span.from < span.to) {
      paused.push({ ...span, reason: pause.reason, imputable: clause.imputable, event: pause.event.id })
    }
    if (pause.to > to && limit > to) lasting = true
    if (pause.repeated) reasons.push(because('pause-repeated', pause.event.id))
    if (limit < Math.min(pause.to, to)) reasons.push(because('pause-limit-reached', pause.event.id))
    if (unreminded < to) reasons.push(because('reminder-missing', pause.event.id))
  }
  return paused.length === 0 && !lasting && reasons.length === 0 ? NO_PAUSE : { paused, lasting, because: reasons }
}

/** Shared by the many clocks that nothing pauses. */
export const NO_PAUSE: AppliedPauses = { paused: [], lasting: false, because: [] }

function isUnlisted(pause: RawPause, terms: Terms, measure: MeasureKind): boolean {
  return terms.pausable.has(measure) && !terms.pauseReasons.has(pause.reason)
}
