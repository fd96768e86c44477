import { judgeCase, type PenaltyTermsOfCase } from '@vigie/testkit'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money } from './base/money.ts'
import type { CapLine, PenaltyAssessment, PenaltyLine } from './commitments/penalties/penalty.ts'
import type { EventRow } from './record/event-columns.ts'

/** Caps in cents; a share of the odd fee below is no whole number of cents, so that a cap is cut down. */
type Caps = Partial<Record<'event' | 'month' | 'year' | 'contract', number>>
type Case = {
  readonly own: readonly [Caps, Caps, Caps]
  readonly all: Caps
  readonly lateCap: number | undefined
  readonly cumulation: 'sum' | 'max'
  readonly waiver: number | undefined
  readonly bonus: boolean
  readonly tickets: readonly { readonly month: number; readonly day: number; readonly hours: number }[]
}

const MONTHS = 8
/** The contract year turns within the months judged. */
const EFFECTIVE = '2025-04-01'
const FEE_CENTS = 100_003
const cap = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: undefined })
const anyCaps: fc.Arbitrary<Caps> = fc
  .record({ event: cap(200), month: cap(500), year: cap(900), contract: cap(1500) })
  .map((caps) => Object.fromEntries(Object.entries(caps).filter(([, value]) => value !== undefined)))
const anyCase: fc.Arbitrary<Case> = fc.record({
  own: fc.tuple(anyCaps, anyCaps, anyCaps),
  all: anyCaps,
  lateCap: cap(120),
  cumulation: fc.constantFrom('sum', 'max'),
  waiver: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
  bonus: fc.boolean(),
  tickets: fc.array(
    fc.record({
      month: fc.integer({ min: 0, max: MONTHS - 1 }),
      day: fc.integer({ min: 1, max: 27 }),
      hours: fc.constantFrom(1, 2, 5, 6, 9, 30, 800),
    }),
    { maxLength: 25 },
  ),
})

/** A cap as a share of the fee, in thousandths of a percent: rarely a whole number of cents. */
const share = (cents: number) => `${cents}.${cents % 10}%`
/** What such a cap allows, in whole cents: cut down, never rounded up. */
const allowed = (cents: number | undefined) =>
  cents === undefined ? Number.POSITIVE_INFINITY : Math.floor((FEE_CENTS * (cents * 10 + (cents % 10))) / 1000)

const capsText = (caps: Caps) =>
  Object.keys(caps).length === 0
    ? ''
    : `, cap: { ${Object.entries(caps)
        .map(([scope, cents]) => `${scope}: { share: ${share(cents)}, of: odd }`)
        .join(', ')} }`

function termsOf({ own, all, lateCap, cumulation, waiver, bonus }: Case): PenaltyTermsOfCase {
  const late = lateCap === undefined ? '' : `, cap: { share: ${share(lateCap)}, of: odd }`
  return {
    effectiveFrom: EFFECTIVE,
    fees: `{ odd: { amount: ${FEE_CENTS / 100} } }`,
    targets: `{ id: GTR, measure: restoration, target: { hours: 4, calendar: always }, compliance: { atLeast: 90%, over: month } },
      { id: RES, measure: resolution, target: { hours: 5, calendar: always }, compliance: { atLeast: 80%, over: month, by: report } }`,
    penalties: `
      { id: A, for: GTR, base: { amount: 310.00 }, late: { per: hour, rounding: started, share: 7.3%, of: odd${late} }, recurrence: [1, 1.5, 2]${capsText(own[0])} },
      { id: B, for: [GTR, RES], base: { share: 33.3%, of: odd }${capsText(own[1])} },
      { id: C, for: RES, tiers: [{ below: 40%, amount: 777.77 }, { from: 40%, below: 80%, share: 21.7%, of: odd }]${capsText(own[2])} }
      ${bonus ? ', { id: D, for: [GTR, RES], bonus: { above: 50%, per: point, rounding: linear, amount: 61.00 } }' : ''}`,
    rules: `{ cumulation: ${cumulation}${capsText(all)}${waiver === undefined ? '' : `, waivedUpTo: { amount: ${waiver}.00, over: year }`} }`,
  }
}

function rowsOf({ tickets }: Case): readonly EventRow[] {
  return tickets.flatMap(({ month, day, hours }, index) => {
    const reported = Date.UTC(2026, month, day, 6)
    const at = (instant: number) => new Date(instant).toISOString()
    return [
      { ticket: `T${index}`, at: at(reported), event: 'reported' },
      { ticket: `T${index}`, at: at(reported + hours * 3_600_000), event: 'resolved' },
    ]
  })
}

const judged = (one: Case) =>
  judgeCase(termsOf(one), rowsOf(one), '2026-01-01/2026-09-01', { at: Date.UTC(2026, 11, 1) })

type Amount = { readonly amount: Money | null }
const cents = (amounts: readonly Amount[]) => amounts.reduce((sum, { amount }) => sum + Number(amount?.minor ?? 0n), 0)
const isMalus = ({ kind }: PenaltyLine) => kind !== 'bonus' && kind !== 'earn-back'
const isBonusCut = ({ cap: scope, amount }: CapLine) => scope !== 'waiver' && amount.minor > 0n
const eventOf = ({ ticket, cycle, commitment, period }: PenaltyLine) =>
  ticket === undefined ? `${commitment}@${period}` : `${ticket}#${cycle}`
const yearOf = (period: string) => (period < '2026-04' ? 'first' : 'second')

/** Sums by month, by contract year and in all, each against what its cap allows. */
function within(amounts: readonly (Amount & { readonly period: string })[], caps: Caps, sign = 1) {
  const by = (keyOf: (period: string) => string) =>
    [...Map.groupBy(amounts, ({ period }) => keyOf(period)).values()].map((own) => sign * cents(own))
  for (const sum of by((period) => period)) expect(sum).toBeLessThanOrEqual(allowed(caps.month))
  for (const sum of by(yearOf)) expect(sum).toBeLessThanOrEqual(allowed(caps.year))
  expect(sign * cents(amounts)).toBeLessThanOrEqual(allowed(caps.contract))
}

const NO_CAP: Caps = {}

describe('law: a penalty never exceeds any cap', () => {
  const each = (check: (one: Case, assessment: PenaltyAssessment) => void, numRuns = 40) =>
    fc.assert(
      fc.property(anyCase, (one) => check(one, judged(one))),
      { numRuns },
    )

  test('of its own event, nor that of its lateness', () => {
    each(({ own, lateCap }, { lines }) => {
      const byRule = Map.groupBy(lines.filter(isMalus), (line) => `${line.penalty} ${eventOf(line)}`)
      for (const [rule, of] of byRule) {
        const caps = own['ABC'.indexOf(rule[0] ?? '')] ?? NO_CAP
        expect(cents(of)).toBeLessThanOrEqual(allowed(caps.event))
      }
      for (const line of lines) {
        if (line.kind === 'lateness') expect(cents([line])).toBeLessThanOrEqual(allowed(lateCap))
      }
    })
  })

  test('of the event under all rules, over the months; the highest rule alone under cumulation max', () => {
    each(({ all, cumulation }, { lines, capLines }) => {
      const events = Map.groupBy(lines.filter(isMalus), eventOf)
      for (const [event, of] of events) {
        const cuts = capLines.filter((line) => line.event === event)
        const rest = cents(of) + cents(cuts)
        expect(rest).toBeLessThanOrEqual(allowed(all.event))
        const rules = [...Map.groupBy(of, ({ penalty, commitment }) => `${penalty} ${commitment}`).values()].map(cents)
        const combined = cumulation === 'max' ? Math.max(...rules) : rules.reduce((sum, one) => sum + one, 0)
        expect(rest).toBe(Math.min(combined, allowed(all.event)))
      }
    })
  })

  test('of the month, the contract year and the contract, under all rules', () => {
    each(({ all }, { lines, capLines }) => {
      within([...lines.filter(isMalus), ...capLines.filter((line) => !isBonusCut(line) && line.cap !== 'waiver')], all)
    })
  })

  test('of its own month, year and contract, where one rule stands alone', () => {
    each((one) => {
      const [caps] = one.own
      const alone = { ...one, own: [caps, NO_CAP, NO_CAP] as const, all: NO_CAP, waiver: undefined, bonus: false }
      const terms = termsOf(alone)
      const [first = ''] = terms.penalties.split(', { id: B')
      const only = { ...terms, penalties: first.replace(/,\s*\{ id: B[\s\S]*$/, '') }
      const { lines, capLines } = judgeCase(only, rowsOf(one), '2026-01-01/2026-09-01', { at: Date.UTC(2026, 11, 1) })
      within([...lines, ...capLines], caps)
    })
  })

  test('nor does a bonus exceed those of month and year', () => {
    each((one) => {
      const { lines, capLines } = judged({ ...one, bonus: true })
      const bonus = [...lines.filter(({ kind }) => kind === 'bonus'), ...capLines.filter(isBonusCut)]
      const { month, year } = one.all
      within(bonus, { ...(month === undefined ? {} : { month }), ...(year === undefined ? {} : { year }) }, -1)
    })
  })

  test('and what is left is never negative, nor more than was there', () => {
    each((one) => {
      const { lines, capLines } = judged({ ...one, bonus: false, waiver: undefined })
      for (const [period, of] of Map.groupBy([...lines, ...capLines], (line) => line.period)) {
        const sum = cents(of)
        expect(sum, period).toBeGreaterThanOrEqual(0)
        expect(sum).toBeLessThanOrEqual(cents(lines.filter((line) => line.period === period)))
      }
      for (const line of capLines) expect(line.amount.minor < 0n).toBe(true)
    }, 30)
  })

  test('lines and cuts add up to the total, whatever is capped, waived or given back', () => {
    each((_, { lines, capLines, total, months, incurred }) => {
      expect(cents(lines) + cents(capLines)).toBe(Number(total?.minor))
      expect(months.reduce((sum, month) => sum + Number(month.total?.minor), 0)).toBe(Number(total?.minor))
      expect(incurred).toEqual(total)
    }, 30)
  })
})
