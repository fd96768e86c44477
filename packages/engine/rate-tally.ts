import type { Period, Rate } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import { CalendarError } from './calendar/calendar-error.ts'
import type { TicketCommitment } from './commitments/clause-types.ts'
import { judgeCompliance } from './commitments/compliance.ts'
import type { Placement } from './commitments/compliance-placement.ts'
import type { CommitmentResult } from './commitments/compliance-result.ts'
import { type CivilYears, judgedSpan, type Over, windowAt } from './commitments/compliance-windows.ts'
import type { Contract } from './contract/contract.ts'
import { type ContractSpans, nearestVersion } from './terms-of-contract.ts'

/** The rate of a commitment over one of its windows, as judged by its clause. */
export type RateFigure = { readonly rate: Rate | null; readonly state: CommitmentResult['state'] }

/** Measures met and missed. */
export type Tally = { readonly met: number; readonly missed: number }

/** Every commitment tallied by its own windows (month, quarter, contract year), in one pass. */
export type RateTally = {
  readonly clause: (id: string, instant: Instant) => TicketCommitment | undefined
  /** The window that a measure enters; `undefined` where it enters none. */
  readonly windowOf: (id: string, placement: Placement) => Period | undefined
  readonly add: (id: string, window: Period, state: 'met' | 'missed') => void
  /** The rate of a window with so many more, or fewer, measures in it. */
  readonly figure: (id: string, window: Period, change: Tally) => RateFigure
}

/** A tally over the versions of one contract; small samples are judged as in an evaluation of that window. */
export function tallyRates(spans: ContractSpans, years: CivilYears): RateTally {
  const clause = clauseIndex(spans)
  const tallies = new Map<string, Map<Instant, { met: number; missed: number }>>()
  /** Measures come by ticket, and tickets by the month: the last window often holds the next one. */
  const last = new Map<Over, Period>()
  const windowHolding = (instant: Instant, over: Over): Period => {
    const known = last.get(over)
    if (known !== undefined && known.from <= instant && instant < known.to) return known
    const window = windowAt(instant, over, years)
    last.set(over, window)
    return window
  }
  return {
    clause,
    windowOf: (id, { byStop, byReport }) => {
      const places = { stop: byStop, report: byReport }
      for (const by of ['stop', 'report'] as const) {
        const place = places[by]
        const over = place === undefined ? undefined : clause(id, place)?.compliance?.over
        if (place === undefined || over === undefined) continue
        const window = windowHolding(place, over)
        // The version in force at its last instant says which instant puts a measure in a window.
        if (clause(id, window.to - 1)?.compliance?.by === by) return window
      }
      return undefined
    },
    add: (id, window, state) => {
      const own = tallies.get(id) ?? new Map<Instant, { met: number; missed: number }>()
      const tally = own.get(window.from) ?? { met: 0, missed: 0 }
      tallies.set(id, own)
      own.set(window.from, tally)
      tally[state] += 1
    },
    figure: (id, window, change) => {
      const compliance = clause(id, window.to - 1)?.compliance
      const { earlier, endsYear } = judgedSpan(window, compliance, years)
      const countOf = (one: Period, more: Tally = NOTHING) => {
        const { met, missed } = tallies.get(id)?.get(one.from) ?? NOTHING
        return { label: one.label, met: met + more.met, missed: missed + more.missed }
      }
      const before = earlier.map((one) => countOf(one))
      const { rate, state } = judgeCompliance(countOf(window, change), before, compliance, endsYear)
      return { rate, state }
    },
  }
}

/** Where months and contract years begin, sorted, from the first fact to the observation. */
export function windowBounds(years: CivilYears, firstAt: Instant, at: Instant): Float64Array {
  const bounds = new Set<Instant>()
  for (const over of ['month', 'year'] as const) {
    let window = windowIfAny(firstAt, over, years)
    while (window !== undefined) {
      bounds.add(window.from)
      bounds.add(window.to)
      window = window.to > at ? undefined : windowIfAny(window.to, over, years)
    }
  }
  return Float64Array.from(bounds).sort()
}

/** No fact lies past the years that zones know; an observation may. */
function windowIfAny(instant: Instant, over: Over, years: CivilYears): Period | undefined {
  try {
    return windowAt(instant, over, years)
  } catch (error) {
    if (error instanceof CalendarError && error.code === 'out-of-range') return undefined
    throw error
  }
}

const NOTHING: Tally = { met: 0, missed: 0 }

/** A commitment of the version nearest to an instant, else of the last version that has it. */
function clauseIndex(spans: ContractSpans): RateTally['clause'] {
  const byVersion = new Map(spans.map(({ contract }) => [contract, ticketClauses(contract)]))
  return (id, instant) =>
    byVersion.get(nearestVersion(spans, instant))?.get(id) ??
    [...byVersion.values()].findLast((clauses) => clauses.has(id))?.get(id)
}

function ticketClauses({ commitments }: Contract): ReadonlyMap<string, TicketCommitment> {
  const clauses = commitments.targets.filter((target): target is TicketCommitment => target.type === 'ticket')
  return new Map(clauses.map((one) => [one.id, one]))
}
