import type { Period } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import { type Placement, placeMeasure } from './commitments/compliance-placement.ts'
import type { Dispute } from './commitments/disputes/dispute.ts'
import { disputeReason } from './commitments/disputes/dispute-reasons.ts'
import { settleDisputes } from './commitments/disputes/settle-disputes.ts'
import type { WatchedTicket } from './commitments/findings/signal.ts'
import type { Measure, MeasureState } from './commitments/measure.ts'
import { type AssessmentFrame, placementFacts } from './count-assessment.ts'
import type { DisputedMeasure, DisputePenalties, DisputePenaltyWatch } from './dispute-penalties.ts'
import { type RateFigure, tallyRates, windowBounds } from './rate-tally.ts'

/** A dispute with what it is about and what it would change. */
export type DisputeLine = Dispute & {
  readonly clause: string
  /** The measure it is about as it stands; absent where the commitment does not measure the ticket. */
  readonly measureState?: MeasureState
  /** The window whose rate the measure enters, or would; absent where it enters none. */
  readonly window?: Period
  readonly now?: RateFigure
  /** The rate without the measure. */
  readonly ifAccepted?: RateFigure
  /** The rate with the measure. */
  readonly ifRefused?: RateFigure
  /** The amounts as they are, and either way; absent where penalties were not asked, or none could change. */
  readonly penalties?: DisputePenalties
}

export type DisputeFrame = Pick<AssessmentFrame, 'spans' | 'years' | 'terms' | 'family' | 'at' | 'period'> & {
  /** From where the windows of rates are laid out. */
  readonly firstAt: Instant
  /** Absent: penalties were not asked. */
  readonly penalties?: DisputePenaltyWatch | undefined
}

export type DisputeWatch = {
  /** Tickets come in the order of their ids. */
  readonly add: (ticket: WatchedTicket) => void
  readonly lines: () => readonly DisputeLine[]
}

/** Follows every dispute, and tallies every commitment by its own windows, so that each effect is exact. */
export function watchDisputes(frame: DisputeFrame): DisputeWatch {
  const { spans, years, terms, at, period, firstAt, penalties } = frame
  const bounds = windowBounds(years, firstAt, at)
  const tally = tallyRates(spans, years)
  const found: Found[] = []
  return {
    add: (ticket) => {
      penalties?.addTicket(ticket)
      for (const measure of ticket.measures) {
        if (!isCounted(measure)) continue
        const placement = placementOf(measure, ticket)
        const window = tally.windowOf(measure.commitment, placement)
        if (window !== undefined) tally.add(measure.commitment, window, measure.state)
        penalties?.add(measure, placement)
      }
      if (ticket.history.events.some(isDisputing)) found.push(...disputesOf(ticket))
    },
    lines: () =>
      found.flatMap((one) => {
        const line = lineOf(one)
        return concerns(line, period) ? [{ ...line, ...amountsOf(one) }] : []
      }),
  }

  function placementOf(measure: Measure, { history }: WatchedTicket): Placement {
    return placeMeasure(measure, placementFacts(measure, history, frame, bounds))
  }

  function disputesOf(ticket: WatchedTicket): readonly Found[] {
    const { history, measures } = ticket
    const named = new Set(history.events.filter(isDisputing).flatMap(({ commitment }) => commitment ?? []))
    return [...named].flatMap((commitment) => {
      const own = measures.filter((measure) => measure.commitment === commitment)
      const last = own.at(-1)
      const settled = settleDisputes({
        events: history.events,
        commitment,
        terms: terms.nearest(last?.reportedAt ?? at),
        site: last?.site,
        stoppedAt: last?.stoppedAt,
        at,
      })
      return settled.map((dispute): Found => {
        const about = own.findLast(({ startedAt }) => startedAt <= dispute.claimedAt) ?? own[0]
        return about === undefined ? { dispute } : { dispute, effect: effectOf(about, own, ticket) }
      })
    })
  }

  /** What the ticket's measures of this commitment weigh in the window of the one disputed. */
  function effectOf(about: Measure, own: readonly Measure[], ticket: WatchedTicket): Effect {
    const disputed = own.flatMap((measure) => {
      const counted = ifCounted(measure)
      return counted === undefined ? [] : [{ measure, counted, placement: placementOf(counted, ticket) }]
    })
    const weights = disputed.flatMap(({ measure, counted, placement }) => {
      const window = tally.windowOf(measure.commitment, placement)
      return window === undefined ? [] : [{ measure, state: counted.state, window }]
    })
    const window = weights.find(({ measure }) => measure === about)?.window
    const states = weights.filter((weight) => weight.window.from === window?.from).map(({ state }) => state)
    const counts = isCounted(about)
    return {
      measure: about,
      window,
      met: states.filter((state) => state === 'met').length,
      missed: states.filter((state) => state === 'missed').length,
      counts,
      disputed: disputed
        .filter(({ measure }) => isCounted(measure) === counts)
        .map(({ counted, placement }) => ({ measure: counted, placement, ticket })),
    }
  }

  function lineOf({ dispute, effect }: Found): DisputeLine {
    const { commitment, because } = dispute
    if (effect === undefined) {
      const clause = tally.clause(commitment, at)?.clause ?? commitment
      return { ...dispute, clause, because: [...because, disputeReason('no-measure')] }
    }
    const { measure, window, counts, met, missed } = effect
    const line = { ...dispute, clause: measure.clause, measureState: measure.state }
    if (window === undefined) return line
    const figure = (times: number) => tally.figure(commitment, window, { met: times * met, missed: times * missed })
    return { ...line, window, now: figure(0), ifAccepted: figure(counts ? -1 : 0), ifRefused: figure(counts ? 0 : 1) }
  }

  function amountsOf({ effect }: Found): Pick<DisputeLine, 'penalties'> {
    const amounts = effect === undefined ? undefined : penalties?.effectOf(effect.disputed, effect.counts)
    return amounts === undefined ? {} : { penalties: amounts }
  }
}

type Effect = {
  readonly measure: Measure
  readonly window: Period | undefined
  readonly met: number
  readonly missed: number
  /** The measure enters its rate as things stand. */
  readonly counts: boolean
  /** Every measure of the commitment on the ticket, as it counts where no consent excludes it. */
  readonly disputed: readonly DisputedMeasure[]
}
type Found = { readonly dispute: Dispute; readonly effect?: Effect }

const OPEN: ReadonlySet<Dispute['state']> = new Set(['claimed', 'answer-overdue', 'accepted', 'accepted-by-silence'])

/** Open at the observation, or about a figure of the period, or with an act in it. */
function concerns({ state, window, claimedAt, answeredAt, excludedAt }: DisputeLine, period: Period): boolean {
  const acts = [claimedAt, answeredAt, excludedAt]
  const acted = acts.some((instant) => instant !== undefined && period.from <= instant && instant < period.to)
  const overlaps = window !== undefined && window.from < period.to && period.from < window.to
  return OPEN.has(state) || acted || overlaps
}

/**
 * The measure as it counts when no consent excludes it; `undefined` where it has no verdict yet, or where something else
 * neutralises it.
 */
function ifCounted(measure: Measure): Measure | undefined {
  const { state, because, target, remaining = 0, stoppedAt, dueAt } = measure
  if (state === 'met' || state === 'missed') return measure
  const code = because[0]?.code
  if (state !== 'excluded' || (code !== 'excluded-by-both' && code !== 'excluded-by-silence')) return undefined
  const stoppedLate = dueAt !== undefined && stoppedAt !== undefined && stoppedAt > dueAt
  const late = remaining < 0 || (target.kind !== 'open-time' && stoppedLate)
  if (!late && stoppedAt === undefined) return undefined
  return { ...measure, state: late ? 'missed' : 'met' }
}

function isCounted(measure: Measure): measure is Measure & { readonly state: 'met' | 'missed' } {
  return measure.state === 'met' || measure.state === 'missed'
}

function isDisputing({ event }: { readonly event: string }): boolean {
  return event === 'contested' || event === 'excluded'
}
