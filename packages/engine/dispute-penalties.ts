import type { Instant } from './base/instant.ts'
import type { Money } from './base/money.ts'
import type { Period } from './base/period.ts'
import { type BreachChange, type BreachCollector, collectBreaches, sanctioned } from './collect-breaches.ts'
import type { Placement } from './commitments/compliance-placement.ts'
import type { CivilYears } from './commitments/compliance-windows.ts'
import type { WatchedTicket } from './commitments/findings/signal.ts'
import type { Measure } from './commitments/measure.ts'
import type { CapLine, PenaltyLine } from './commitments/penalties/penalty.ts'
import type { SettledMonth } from './commitments/penalties/settle-months.ts'
import type { ContractHistory } from './contract/contract.ts'
import { handledOf, priorityOf } from './count-assessment.ts'
import { readTicketLife } from './follow-up/ticket-life.ts'
import { monthTotal, settlePenalties } from './judge-penalties.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import { emptySettlementCache } from './penalty-months.ts'
import type { ContractSpans } from './terms-of-contract.ts'

/** What the months of the period, and the earlier ones that differ, cost with and without the measures disputed. */
export type DisputePenalties = Amounts & {
  readonly months: readonly (Amounts & { readonly period: string })[]
  /** Lines and cuts that stand only where both exclude the measures, and only where they count; each with its chain. */
  readonly onlyIfAccepted: Chained
  readonly onlyIfRefused: Chained
}

type Amounts = { readonly now: Money | null; readonly ifAccepted: Money | null; readonly ifRefused: Money | null }
type Chained = { readonly lines: readonly PenaltyLine[]; readonly capLines: readonly CapLine[] }

export type DisputePenaltyFrame = {
  readonly contract: ContractHistory
  readonly spans: ContractSpans
  readonly years: CivilYears
  readonly period: Period
  readonly at: Instant
  /** The months that matter (`penaltyMonths`). */
  readonly months: readonly Period[]
  /** Asked once, where there is a dispute. */
  readonly facts: () => PenaltyFacts
}

/** A measure of the commitment disputed, as it counts where no consent excludes it. */
export type DisputedMeasure = {
  readonly measure: Measure
  readonly placement: Placement
  readonly ticket: WatchedTicket
}

export type DisputePenaltyWatch = {
  readonly addTicket: (ticket: WatchedTicket) => void
  readonly add: (measure: Measure, placement: Placement) => void
  /** `counts`: the measures count as things stand. Undefined where no penalty could depend on them. */
  readonly effectOf: (measures: readonly DisputedMeasure[], counts: boolean) => DisputePenalties | undefined
}

/**
 * Settles the months twice, as they stand and with the other answer to a dispute: an exclusion by both takes every measure of
 * its commitment on its ticket out, in the amounts per breach and in the rate alike.
 */
export function watchDisputePenalties(frame: DisputePenaltyFrame): DisputePenaltyWatch {
  const { contract, spans, years, period, at, months } = frame
  const breaches: BreachCollector = collectBreaches(months, at, spans, years)
  const names = new Set(spans.flatMap((span) => (span.contract.commitments.penalties ?? []).flatMap(sanctioned)))
  const cache = emptySettlementCache()
  let kindsKnown = false
  let facts: PenaltyFacts | undefined
  let known: readonly SettledMonth[] | undefined
  const lifeOf = ({ history, measures }: WatchedTicket) => readTicketLife(history, at, priorityOf(measures))
  const settledWith = (changes: readonly BreachChange[]) => {
    facts ??= frame.facts()
    const log = { kindsKnown, ...(facts.calls === undefined ? {} : { calls: facts.calls }) }
    return settlePenalties({ contract, period, at, facts, cache, ...breaches.result(log, changes) })
  }
  return {
    addTicket: (ticket) => {
      if (!breaches.countsKpis) return
      const life = lifeOf(ticket)
      if (life.kind !== undefined) kindsKnown = true
      breaches.addTicket(life)
      for (const measure of ticket.measures) {
        const handled = handledOf(measure, life)
        if (handled !== undefined) breaches.addHandled(handled)
      }
    },
    add: (measure, placement) => {
      if (names.has(measure.commitment)) breaches.add(measure, placement)
    },
    effectOf: (measures, counts) => {
      const [first] = measures
      if (first === undefined || months.length === 0) return undefined
      if (!names.has(first.measure.commitment) && !breaches.countsKpis) return undefined
      known ??= settledWith([])
      const times = counts ? -1 : 1
      const changes = measures.map(({ measure, placement, ticket }): BreachChange => {
        const handled = breaches.countsKpis ? handledOf(measure, lifeOf(ticket)) : undefined
        return { measure, placement, handled, times }
      })
      const other = settledWith(changes)
      return counts ? compare(known, other, known, period) : compare(known, known, other, period)
    },
  }
}

function compare(
  now: readonly SettledMonth[],
  accepted: readonly SettledMonth[],
  refused: readonly SettledMonth[],
  period: Period,
): DisputePenalties {
  const all = now.map((one, index) => {
    const [ifAccepted, ifRefused] = [accepted[index] ?? one, refused[index] ?? one]
    return {
      period: one.month.period,
      amounts: {
        now: monthTotal(one, now).total,
        ifAccepted: monthTotal(ifAccepted, accepted).total,
        ifRefused: monthTotal(ifRefused, refused).total,
      },
      onlyIfAccepted: without(ifAccepted, ifRefused),
      onlyIfRefused: without(ifRefused, ifAccepted),
    }
  })
  const differs = ({ onlyIfAccepted: a, onlyIfRefused: b }: (typeof all)[number]) =>
    a.lines.length + a.capLines.length + b.lines.length + b.capLines.length > 0
  const shown = all.filter((month) => month.period.from >= period.from || differs(month))
  const sum = (of: keyof Amounts): Money | null => {
    let total = 0n
    for (const { amounts } of shown) {
      const amount = amounts[of]
      if (amount === null) return null
      total += amount.minor
    }
    return { minor: total, currency: now.at(-1)?.month.currency ?? '' }
  }
  const chained = (of: 'onlyIfAccepted' | 'onlyIfRefused'): Chained => ({
    lines: shown.flatMap((month) => month[of].lines),
    capLines: shown.flatMap((month) => month[of].capLines),
  })
  return {
    now: sum('now'),
    ifAccepted: sum('ifAccepted'),
    ifRefused: sum('ifRefused'),
    months: shown.map(({ period: { label }, amounts }) => ({ period: label, ...amounts })),
    onlyIfAccepted: chained('onlyIfAccepted'),
    onlyIfRefused: chained('onlyIfRefused'),
  }
}

/** What one month has and the other has not. A line whose chain differs is another line; one that rests on other facts alone is not. */
function without(one: SettledMonth, other: SettledMonth): Chained {
  return { lines: less(one.lines, other.lines, lineText), capLines: less(one.capLines, other.capLines, cutText) }
}

function less<Item>(items: readonly Item[], others: readonly Item[], textOf: (item: Item) => string): readonly Item[] {
  const same = new Set(others)
  const own = items.filter((item) => !same.has(item))
  if (own.length === 0) return own
  const kept = new Set(items)
  const left = new Map<string, number>()
  for (const item of others) {
    if (kept.has(item)) continue
    const text = textOf(item)
    left.set(text, (left.get(text) ?? 0) + 1)
  }
  return own.filter((item) => {
    const text = textOf(item)
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}

function lineText({ penalty, commitment, ticket, cycle, kind, amount, due, chain }: PenaltyLine): string {
  const steps = chain.map(({ what, message }) => `${what} ${message.en}`)
  return [penalty, commitment, ticket, cycle, kind, amount?.minor, due, ...steps].join('\n')
}

function cutText({ cap, penalty, event, amount, message }: CapLine): string {
  return [cap, penalty, event, amount.minor, message.en].join('\n')
}
