import type { Instant } from './base/instant.ts'
import type { Period } from './base/period.ts'
import { multiplyRatio, type Ratio, ratioOf } from './base/ratio.ts'
import { compileCalendar } from './calendar/compile-calendar.ts'
import { type JudgedMonth, type JudgedRate, type Miss, sanctioned } from './collect-breaches.ts'
import { type CivilYears, windowAt } from './commitments/compliance-windows.ts'
import type { Measure } from './commitments/measure.ts'
import type { DraftCache } from './commitments/penalties/draft-lines.ts'
import { feeBook } from './commitments/penalties/fee-book.ts'
import { latenessOf } from './commitments/penalties/lateness.ts'
import { type MonthActs, monthActs } from './commitments/penalties/month-acts.ts'
import type { Breach, JudgedPeriod, PenaltyMonth } from './commitments/penalties/penalty-month.ts'
import type { MeasuredRate } from './commitments/penalties/rate-amounts.ts'
import type { Terms, TermsInForce } from './commitments/terms.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import { targetIn } from './follow-up/judge-target.ts'
import type { KpiResult } from './follow-up/kpi.ts'
import { judgeAvailability } from './judge-availability.ts'
import { judgeControls } from './judge-controls.ts'
import { endOfDelay } from './penalty-delays.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import type { EventRecord } from './record/record.ts'
import { sayLocal } from './say-local.ts'
import {
  type ContractSpans,
  civilYears,
  contractSpans,
  instantOfDate,
  nearestVersion,
  zoneOf,
} from './terms-of-contract.ts'
import { wholeMonths } from './whole-months.ts'

/** What every month is built with. */
export type PenaltyFrame = {
  readonly contract: ContractHistory
  /** End of the last month asked. */
  readonly end: Instant
  readonly at: Instant
  readonly misses: readonly Miss[]
  readonly facts: PenaltyFacts
  readonly spans: ContractSpans
  readonly years: CivilYears
  readonly terms: TermsInForce
  readonly cache?: SettlementCache | undefined
}

/** What does not change from one settlement of the same months and facts to the next. */
export type SettlementCache = {
  /** Availability and controls by the label of their month. */
  readonly besideTickets: Map<string, readonly JudgedPeriod[]>
  readonly breaches: WeakMap<Measure, Breach>
  readonly drafts: DraftCache
}

export function emptySettlementCache(): SettlementCache {
  return { besideTickets: new Map(), breaches: new WeakMap(), drafts: new WeakMap() }
}

/**
 * The months that the penalties of a period depend on, oldest first: from the contract’s start, or its first fact, to
 * the last whole civil month of the period (runs, caps of a year and of the contract, maluses to earn back). Recurring
 * controls count from the contract’s start: no fact is no success. Empty where the period holds no whole month.
 */
export function penaltyMonths(
  contract: ContractHistory,
  record: Pick<EventRecord, 'firstAt'>,
  period: Period,
  { outages = [], calls = [], controls }: PenaltyFacts,
): readonly Period[] {
  const spans = contractSpans(contract)
  const years = civilYears(spans)
  const [{ from: start, contract: first }] = spans
  const [firstCall = '2100-12-31'] = calls.flatMap(({ day }) => (day < '2101' ? day : [])).sort()
  const firstFact = Math.min(
    record.firstAt ?? period.from,
    controls === undefined ? period.from : start,
    firstCall < first.effectiveFrom ? start : instantOfDate(first, firstCall),
    outages.reduce((earliest, { from }) => Math.min(earliest, from), period.from),
  )
  const months: Period[] = []
  const { whole } = wholeMonths(period, years, () => '')
  if (whole === undefined) return months
  for (let at = Math.min(whole.from, Math.max(start, firstFact)); at < whole.to; at = months.at(-1)?.to ?? whole.to)
    months.push(windowAt(at, 'month', years))
  return months
}

/** One month with all that its amounts need. */
export function penaltyMonth({ period, contract, rates, kpis }: JudgedMonth, frame: PenaltyFrame): PenaltyMonth {
  const { facts, misses, years } = frame
  const { penalties = [], penaltyRules } = contract.commitments
  const inMonth = (instant: Instant | undefined) =>
    instant !== undefined && period.from <= instant && instant < period.to
  const names = new Set(penalties.flatMap(sanctioned))
  const own = misses.filter(({ measure }) => names.has(measure.commitment))
  const isLast = period.to === frame.end
  const isOpen = ({ measure: { stoppedAt }, missedAt }: Miss) =>
    missedAt < period.to && (stoppedAt === undefined || stoppedAt >= period.to)
  const breaches = (list: readonly Miss[]) => list.map((miss) => knownBreach(miss, frame))
  const last = period.to - 1
  return {
    period,
    contractVersion: contract.version,
    currency: contract.currency,
    penalties,
    rules: penaltyRules,
    judged: [
      ...rates.map((rate) => ofTickets(rate, contract)),
      ...besideTickets(contract, period, frame),
      ...kpis.map((kpi) => ofKpi(kpi, contract, period)),
    ],
    missed: breaches(own.filter(({ missedAt }) => inMonth(missedAt))),
    stopped: breaches(own.filter(({ measure }) => inMonth(measure.stoppedAt))),
    open: isLast ? breaches(own.filter(isOpen)) : [],
    year: windowAt(last, 'year', years).label,
    acts: actsOf(period, contract, frame),
    fee: feeBook(period.label, facts.fees ?? [], contract.chapters.evolution?.pricing?.fees ?? {}),
    openHours: (calendar) => openHours(contract, calendar, period),
  }
}

/** What the parties did about the month, as known at the observation. */
function actsOf(month: Period, contract: Contract, { facts: { notices }, at, terms }: PenaltyFrame): MonthActs {
  const { putOnNotice, claimWithin, observations } = contract.commitments.penaltyRules ?? {}
  const known = notices?.filter((fact) => fact.at <= at && fact.recordedAt <= at).toSorted((a, b) => a.at - b.at)
  const inForce = terms.nearest(month.to - 1)
  return monthActs({
    month,
    facts: known,
    noticeRequired: putOnNotice === 'required',
    claimUntil: endOfDelay(claimWithin, month.to, contract, inForce),
    observationsUntil: (from) => endOfDelay(observations, from, contract, inForce),
    at,
    say: sayLocal(zoneOf(contract)),
  })
}

function knownBreach(miss: Miss, frame: PenaltyFrame): Breach {
  const known = frame.cache?.breaches.get(miss.measure)
  if (known !== undefined) return known
  const breach = breachOf(miss, frame)
  frame.cache?.breaches.set(miss.measure, breach)
  return breach
}

function breachOf({ measure, missedAt }: Miss, { terms, spans, at }: PenaltyFrame): Breach {
  const { ticket, cycle, commitment, reportedAt, stoppedAt } = measure
  const reported = terms.nearest(reportedAt)
  const versionAt = reported.commitments.clock.version === 'at-report' ? reportedAt : (stoppedAt ?? at)
  const inForce: Terms = terms.nearest(versionAt)
  const waivedBy = waivingPhase(nearestVersion(spans, versionAt), versionAt)
  return {
    ticket,
    cycle,
    commitment,
    missedAt,
    lateness: latenessOf(measure, inForce, at),
    ...(waivedBy === undefined ? {} : { waivedBy }),
    evidence: measure.grounds.evidence,
  }
}

/** The phase that waives penalties at an instant; none where no phase holds it. */
function waivingPhase(contract: Contract, instant: Instant): string | undefined {
  const phase = contract.phases.find(
    ({ from, to }) =>
      instantOfDate(contract, from) <= instant && (to === undefined || instant < instantOfDate(contract, to)),
  )
  return phase?.penalties === 'waived' ? phase.id : undefined
}

function ofTickets({ window, result }: JudgedRate, contract: Contract): JudgedPeriod {
  const { id, state, rate, compliance } = result
  const measured =
    rate === null || compliance === undefined
      ? undefined
      : { rate: ratioOf(BigInt(rate.numerator), BigInt(rate.denominator)), target: compliance.atLeast }
  return judgedPeriod(id, contract, window, state, measured, true, result.grounds.evidence)
}

function besideTickets(contract: Contract, month: Period, frame: PenaltyFrame): readonly JudgedPeriod[] {
  const known = frame.cache?.besideTickets.get(month.label)
  if (known !== undefined) return known
  const judged = [...ofServices(contract, month, frame), ...ofControls(contract, month, frame)]
  frame.cache?.besideTickets.set(month.label, judged)
  return judged
}

/** Recurring controls whose window ends in the month; none where no fact of controls was given. */
function ofControls(contract: Contract, month: Period, frame: PenaltyFrame): readonly JudgedPeriod[] {
  const { controls } = frame.facts
  if (controls === undefined) return []
  const names = new Set((contract.commitments.penalties ?? []).flatMap(sanctioned))
  return (contract.commitments.controls ?? []).flatMap((clause) => {
    const window = clause.over === undefined ? month : windowAt(month.from, clause.over, frame.years)
    if (!names.has(clause.id) || window.to > month.to) return []
    const results = judgeControls({ contract: frame.contract, controls, period: window, at: frame.at })
    return results
      .filter((result) => result.clause.id === clause.id)
      .map(({ state, rate, target, grounds }) => {
        const measured = rate === null ? undefined : { rate, target }
        return judgedPeriod(clause.id, contract, window, state, measured, false, grounds.evidence)
      })
  })
}

/** A KPI in percent that has a target; over the month. */
function ofKpi(kpi: KpiResult, contract: Contract, month: Period): JudgedPeriod {
  const { id, state, grounds } = kpi
  return judgedPeriod(id, contract, month, state ?? 'not-applicable', shareOf(kpi), false, grounds.evidence)
}

const PERCENT = ratioOf(1n, 100n)

/** A KPI as a rate; undefined where it is no share, has no target or no figure. */
function shareOf(kpi: KpiResult): MeasuredRate | undefined {
  const { numerator, denominator, unit, target: text, direction } = kpi
  if (unit !== 'percent' || text === undefined || numerator === undefined || !denominator) return undefined
  const target = targetIn(unit, text)
  if (target === undefined) return undefined
  const measured = { rate: ratioOf(BigInt(numerator), BigInt(denominator)), target: multiplyRatio(target, PERCENT) }
  return direction === 'at-most' ? { ...measured, atMost: true } : measured
}

/** Availability of services whose window ends in the month; none where no outage was given. */
function ofServices(contract: Contract, month: Period, frame: PenaltyFrame): readonly JudgedPeriod[] {
  const { outages } = frame.facts
  if (outages === undefined) return []
  const names = new Set((contract.commitments.penalties ?? []).flatMap(sanctioned))
  return contract.commitments.targets.flatMap((clause) => {
    if (clause.type !== 'availability' || !names.has(clause.id)) return []
    const window = windowAt(month.from, clause.over, frame.years)
    if (window.to > month.to) return []
    const results = judgeAvailability({ contract: frame.contract, outages, period: window, at: frame.at })
    return results
      .filter((result) => result.clause.id === clause.id)
      .map(({ state, availability, clause: { atLeast }, grounds }) => {
        const measured = availability === null ? undefined : { rate: availability, target: atLeast }
        return judgedPeriod(clause.id, contract, window, state, measured, false, grounds.evidence)
      })
  })
}

function judgedPeriod(
  commitment: string,
  contract: Contract,
  window: Period,
  state: 'met' | 'missed' | 'informative' | 'not-applicable',
  measured: JudgedPeriod['measured'],
  hasBreaches: boolean,
  evidence: readonly string[],
): JudgedPeriod {
  const outcome = state === 'met' || state === 'missed' ? state : 'neutral'
  const waivedBy = waivingPhase(contract, window.from)
  return {
    commitment,
    from: window.from,
    to: window.to,
    outcome,
    standing: waivedBy === undefined ? outcome : 'neutral',
    ...(measured === undefined ? {} : { measured }),
    hasBreaches,
    ...(waivedBy === undefined ? {} : { waivedBy }),
    evidence,
  }
}

function openHours(contract: Contract, id: string, { from, to }: Period): Ratio {
  const calendar = contract.calendars[id]
  if (calendar === undefined) throw new RangeError(`unresolved calendar: ${id}`)
  return ratioOf(BigInt(compileCalendar(calendar).openMilliseconds(from, to)), 3_600_000n)
}
