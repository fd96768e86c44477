import type { Instant } from '../base/instant.ts'
import type { TicketEvent } from '../record/event.ts'
import { because, becauseUnmet } from './because.ts'
import type { TicketCommitment } from './clause-types.ts'
import type { ClockCase } from './clock-case.ts'
import { settleDisputes } from './disputes/settle-disputes.ts'
import type { Because } from './measure.ts'
import { stateAt } from './states-in-force.ts'
import type { ClientPrerequisite, ScopeStanding } from './ticket-scope.ts'
import { type Mark, RANKS, REOPENED, RESTORED, UNANSWERED, WITHDRAWN } from './timeline.ts'

/** Why a measure counts in no rate. */
export type Neutral = { readonly state: 'not-applicable' | 'excluded'; readonly because: Because }

/**
 * Why a clock is measured and not counted (clause kind: exclusions): no contract or no clock at all; cancelled, merged, a
 * child of a mass incident, out of scope, excluded by both parties (or by one where silence stands for the other), closed
 * for want of an answer without being late, or late while the client owed a prerequisite. `undefined` where it counts.
 */
export function neutralOf(clock: ClockCase, clause: TicketCommitment, { late, dueAt }: Lateness): Neutral | undefined {
  const { timeline, run } = clock
  if (clock.noContract) return notApplicable(because('no-contract', timeline.report.id))
  if (!timeline.opensClock) return notApplicable(because('channel-does-not-open-clock', timeline.report.id))
  const withdrawal = withdrawalOf(clock)
  if (withdrawal !== undefined) {
    return excluded(because(withdrawal.event.event === 'merged' ? 'merged' : 'cancelled', withdrawal.event.id))
  }
  const family = childOf(clock)
  if (family !== undefined) return excluded(because('child-of-mass-incident', family.id))
  const scope = scopeStanding(clock)
  if (scope?.kind === 'out') {
    return excluded({ code: scope.code, message: scope.message, events: [timeline.report.id] })
  }
  const asked = exclusionsOf(clock, clause)
  if (asked.client !== undefined && asked.provider !== undefined) {
    return excluded(because('excluded-by-both', asked.client.id, asked.provider.id))
  }
  const silent = silentlyExcluded(clock, clause, asked)
  if (silent !== undefined) return excluded(silent)
  if (run.stop?.rank === UNANSWERED && !late) return excluded(because('closed-without-answer', run.stop.event.id))
  const owed = late && dueAt !== undefined ? unmetAt(clock, dueAt) : undefined
  return owed === undefined ? undefined : excluded(becauseUnmet(owed, timeline.report.id))
}

type Lateness = { readonly late: boolean; readonly dueAt?: Instant | undefined }

/** What the scope says of the ticket, by its columns as known at the observation. */
function scopeStanding({ timeline, terms }: ClockCase): ScopeStanding | undefined {
  return terms.scope?.judge(stateAt(timeline, Number.POSITIVE_INFINITY).attributes)
}

/** That the scope does not decide, which a reader must know: the ticket counts. */
export function openScope(clock: ClockCase): readonly Because[] {
  const standing = scopeStanding(clock)
  if (standing?.kind !== 'open') return NOTHING_OPEN
  return [{ code: standing.code, message: standing.message, events: [clock.timeline.report.id] }]
}

const NOTHING_OPEN: readonly Because[] = []

function unmetAt({ timeline, terms, family }: ClockCase, dueAt: Instant): ClientPrerequisite | undefined {
  const unmet = family?.unmet
  if (unmet === undefined || terms.scope === undefined) return undefined
  const { attributes } = stateAt(timeline, Number.POSITIVE_INFINITY)
  return terms.scope.prerequisites(attributes).find(({ id }) => unmet(id, dueAt))
}

/** The exclusion that one party recorded, where the contract lets the other's silence stand for its own. */
function silentlyExcluded(
  { timeline, terms, run, at }: ClockCase,
  clause: TicketCommitment,
  { client, provider }: Asked,
): Because | undefined {
  if (terms.commitments.disputes?.silence !== 'claim-accepted') return undefined
  const request = client ?? provider
  if (request === undefined) return undefined
  const disputes = settleDisputes({
    events: timeline.ticket.events,
    commitment: clause.id,
    terms,
    site: stateAt(timeline, Number.POSITIVE_INFINITY).attributes.site,
    stoppedAt: run.stop?.at,
    at,
  })
  return disputes.some(({ state }) => state === 'excluded') ? because('excluded-by-silence', request.id) : undefined
}

/** Exclusions that have no effect: asked by one party only, or by none. */
export function pendingExclusions(clock: ClockCase, clause: TicketCommitment): readonly Because[] {
  if (clock.timeline.exclusions.length === 0) return []
  const { client, provider, nobody } = exclusionsOf(clock, clause)
  const one = client === undefined ? provider : provider === undefined ? client : undefined
  return [
    ...(one === undefined ? [] : [because('exclusion-by-one-party', one.id)]),
    ...(nobody === undefined ? [] : [because('exclusion-without-party', nobody.id)]),
  ]
}

function notApplicable(reason: Because): Neutral {
  return { state: 'not-applicable', because: reason }
}

function excluded(reason: Because): Neutral {
  return { state: 'excluded', because: reason }
}

/** The cancellation or merger of this cycle that no reopening lifted. */
function withdrawalOf({ timeline, milestone, run, opening }: ClockCase): Mark | undefined {
  if (!timeline.withdrawn) return undefined
  const from = opening?.index ?? -1
  const to = run.next?.index ?? Number.POSITIVE_INFINITY
  let withdrawal: Mark | undefined
  for (const mark of timeline.marks) {
    if (mark.index <= from) continue
    if (mark.index >= to) break
    if (mark.rank === WITHDRAWN) withdrawal = mark
    if (mark.rank !== REOPENED) continue
    // A clock that no reopening undoes ends with its cycle all the same.
    if (mark.reopening === 'new-cycle' && RANKS[milestone] < RESTORED) break
    withdrawal = undefined
  }
  return withdrawal
}

/** The fact that links the ticket to a parent which counts for it. */
function childOf({ timeline, terms, family }: ClockCase): TicketEvent | undefined {
  if (terms.commitments.clock.mass !== 'parent-only') return undefined
  const { ticket } = timeline.ticket
  const { parent } = stateAt(timeline, Number.POSITIVE_INFINITY).attributes
  if (parent === undefined || parent === ticket || family?.counts(ticket, parent) === true) return undefined
  return timeline.states.find((state) => state.attributes.parent === parent)?.event
}

type Asked = {
  readonly client: TicketEvent | undefined
  readonly provider: TicketEvent | undefined
  readonly nobody: TicketEvent | undefined
}

/** The first request of each party; a request that names no commitment is for all. */
function exclusionsOf({ timeline }: ClockCase, clause: TicketCommitment): Asked {
  if (timeline.exclusions.length === 0) return NOT_ASKED
  const asked = timeline.exclusions.filter(({ commitment }) => commitment === undefined || commitment === clause.id)
  return {
    client: asked.find(({ party }) => party === 'client'),
    provider: asked.find(({ party }) => party === 'provider'),
    nobody: asked.find(({ party }) => party !== 'client' && party !== 'provider'),
  }
}

const NOT_ASKED: Asked = { client: undefined, provider: undefined, nobody: undefined }
