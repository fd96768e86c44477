import type { Explanation, Instant, TicketCommitment } from '@vigie/engine'

/** Measures by how they count in one period, by commitment. */
export type NaiveCounts = Readonly<Record<string, Readonly<Record<NaiveStanding, number>>>>
export type NaiveStanding = 'met' | 'missed' | 'excluded' | 'running' | 'notApplicable'

export type NaiveRatesInput = {
  /** Every ticket with its ledgers, as known at `at`. */
  readonly tickets: readonly Explanation[]
  readonly clauses: readonly TicketCommitment[]
  /** Ends of the periods in order, from before the first fact to after the last; a period is two that follow. */
  readonly ends: readonly Instant[]
  /** The period asked: it ends at `ends[asked]`. */
  readonly asked: number
  /** When a fact happened, by its id. */
  readonly instantOf: (event: string) => Instant
}

type Judged = Explanation['measures'][number]

/**
 * Rates by the letter of the contract, over plain arrays: at the end of every period in turn, is the clock stopped, and
 * had it counted more than its target? Slow on purpose: each ledger is summed again at each end.
 */
export function naiveRates(input: NaiveRatesInput): NaiveCounts {
  const counts = Object.fromEntries(
    input.clauses.map((clause) => [clause.id, { met: 0, missed: 0, excluded: 0, running: 0, notApplicable: 0 }]),
  )
  for (const clause of input.clauses) {
    const measures = input.tickets.flatMap((ticket) => ticket.measures).filter((one) => one.commitment === clause.id)
    for (const measure of measures) {
      const standing = (clause.compliance?.by ?? 'stop') === 'stop' ? byStop(measure, input) : byReport(measure, input)
      const row = counts[clause.id]
      if (standing !== undefined && row !== undefined) row[standing] += 1
    }
  }
  return counts
}

function byReport(measure: Judged, { ends, asked }: NaiveRatesInput): NaiveStanding | undefined {
  return periodOf(measure.reportedAt, ends) === asked ? standingOf(measure) : undefined
}

function byStop(measure: Judged, { ends, asked, instantOf }: NaiveRatesInput): NaiveStanding | undefined {
  const standing = standingOf(measure)
  if (standing === 'excluded' || standing === 'notApplicable') {
    const grounds = measure.because[0]?.events.map(instantOf) ?? []
    const place = measure.stoppedAt ?? Math.max(...grounds)
    return periodOf(place, ends) === asked ? standing : undefined
  }
  for (let index = 1; index <= asked; index++) {
    const end = ends[index] ?? 0
    const stopped = measure.stoppedAt !== undefined && measure.stoppedAt < end
    if (stopped) return index === asked ? standing : undefined
    if (isOverrun(measure, end)) return index === asked ? 'missed' : undefined
  }
  return measure.startedAt < (ends[asked] ?? 0) ? 'running' : undefined
}

/** `counted > target` at an instant, by the sum of the ledger up to it; in days, past the due date. */
function isOverrun({ ledger, targetMilliseconds, dueAt }: Judged, end: Instant): boolean {
  if (targetMilliseconds === undefined) return dueAt !== undefined && end > dueAt
  const counted = ledger
    .filter(({ kind }) => kind === 'counted')
    .reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - from), 0)
  return counted > targetMilliseconds
}

function standingOf({ state, because }: Judged): NaiveStanding {
  if (state === 'met' || state === 'missed' || state === 'excluded') return state
  if (state !== 'not-applicable') return 'running'
  return because[0]?.code === 'no-contract' ? 'excluded' : 'notApplicable'
}

/** The index of the end of the period that holds an instant. */
function periodOf(instant: Instant, ends: readonly Instant[]): number {
  return ends.findIndex((end, index) => index > 0 && instant < end && instant >= (ends[index - 1] ?? 0))
}
