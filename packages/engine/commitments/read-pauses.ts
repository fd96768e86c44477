import type { Instant } from '../base/instant.ts'
import type { TicketEvent } from '../record/event.ts'
import type { PauseClause } from './clause-types.ts'
import { endOf } from './due-at.ts'
import type { Terms } from './terms.ts'
import {
  type Mark,
  type PauseBound,
  type RawPause,
  REOPENED,
  RESTORED,
  type TicketState,
  UNANSWERED,
  WITHDRAWN,
} from './timeline.ts'

/**
 * The pauses of a ticket as its facts tell them: each ends at `resumed`, at another `paused`, at a `restored`, `resolved`
 * or `closed` that reaches its milestone, or at `reopened`; with the limits of the clauses that list their reason.
 */
export function readPauses(
  events: readonly TicketEvent[],
  known: number,
  marks: readonly Mark[],
  states: readonly TicketState[],
  terms: Terms,
  at: Instant,
): readonly RawPause[] {
  const enders = new Set(
    marks.filter((mark) => mark.rank >= RESTORED && mark.rank <= REOPENED).map((mark) => mark.index),
  )
  const pauses: RawPause[] = []
  let begun: TicketEvent | undefined
  let index = -1
  let repeated = false
  const end = (to: Instant): void => {
    if (begun === undefined) return
    const reason = begun.reason ?? ''
    const site = states.findLast((state) => state.index <= index)?.attributes.site
    const bounds = (terms.pauseReasons.get(reason) ?? []).map((clause) =>
      boundOf(clause, events, index, Math.min(to, at), site, terms),
    )
    pauses.push({ event: begun, index, from: begun.at, to, reason, repeated, bounds })
  }
  for (let i = 0; i < known; i++) {
    const event = events[i] as TicketEvent
    if (event.event === 'paused') {
      const again = begun !== undefined && begun.reason === event.reason
      end(event.at)
      begun = event
      index = i
      repeated = again
    } else if (event.event === 'resumed' || enders.has(i)) {
      end(event.at)
      begun = undefined
    }
  }
  end(Number.POSITIVE_INFINITY)
  return pauses
}

/** A pause is proved by a text; where the clause asks for no proof, by nothing. */
export function isProved(clause: PauseClause, pause: TicketEvent): boolean {
  return clause.proof !== 'required' || pause.text !== undefined
}

/** The marks with the closures for want of an answer: one where a pause outlasts the limit of a clause that closes. */
export function closesWithoutAnswer(
  events: readonly TicketEvent[],
  known: number,
  marks: readonly Mark[],
  pauses: readonly RawPause[],
  at: Instant,
): readonly Mark[] {
  const closures = pauses.flatMap((pause) =>
    pause.bounds
      .filter(({ clause }) => clause.then === 'close-without-answer' && isProved(clause, pause.event))
      .filter(({ limit }) => limit !== undefined && Math.min(pause.to, at) > limit)
      .map((bound): Mark => {
        const closedAt = bound.limit as Instant
        let index = pause.index
        while (index + 1 < known && (events[index + 1] as TicketEvent).at <= closedAt) index++
        return { rank: UNANSWERED, at: closedAt, index, event: pause.event, reopening: 'nothing' }
      }),
  )
  if (closures.length === 0) return marks
  // Stable: at one instant facts come first. A ticket already withdrawn is closed for another reason.
  return [...marks, ...closures.filter((closure) => !isWithdrawn(marks, closure.at))].toSorted((a, b) => a.at - b.at)
}

function isWithdrawn(marks: readonly Mark[], instant: Instant): boolean {
  const last = marks.findLast((mark) => mark.at <= instant && (mark.rank === WITHDRAWN || mark.rank === REOPENED))
  return last?.rank === WITHDRAWN
}

function boundOf(
  clause: PauseClause,
  events: readonly TicketEvent[],
  index: number,
  until: Instant,
  site: string | undefined,
  terms: Terms,
): PauseBound {
  const from = (events[index] as TicketEvent).at
  const end = clause.atMost && endOf(clause.atMost, terms, site, from)
  // A limit of 0 days set after the day's closing lies in the past.
  const limit = end && Math.max(end, from)
  const owed = clause.remindAfter && endOf(clause.remindAfter, terms, site, from)
  const late = owed !== undefined && owed < until && !isReminded(events, index, until)
  return { clause, limit, unreminded: late ? owed : undefined }
}

/** Any message of the desk during the pause, by a person or by a machine, reminds. */
function isReminded(events: readonly TicketEvent[], index: number, until: Instant): boolean {
  for (let i = index + 1; i < events.length; i++) {
    const { event, party, at } = events[i] as TicketEvent
    if (at > until) return false
    if ((event === 'commented' || event === 'updated') && party !== 'client') return true
  }
  return false
}
