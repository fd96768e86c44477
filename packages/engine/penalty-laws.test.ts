import { type NaiveGrid, type NaiveTicket, naivePenalties, recordOf, shuffled } from '@vigie/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant } from './base/instant.ts'
import { formatMinor } from './base/money.ts'
import type { PenaltyAssessment } from './commitments/penalties/penalty.ts'
import type { ContractHistory } from './contract/contract.ts'
import { readContract } from './contract/read-contract.ts'
import { evaluate } from './evaluate.ts'
import { penaltiesJson } from './penalties-json.ts'
import { readPeriod } from './period.ts'
import type { EventRow } from './record/event-columns.ts'

const MONTHS = 4

/** The naive grid as a contract in UTC. */
function contractOf(grid: NaiveGrid): ContractHistory {
  const reading = readContract(`
vigie: 1
contract: { id: C, timeZone: UTC, effectiveFrom: 2026-01-01 }
calendars: { always: { timeZone: UTC, weekly: always } }
commitments:
  targets: [{ id: GTR, measure: restoration, target: { minutes: ${grid.targetMinutes}, calendar: always }, compliance: { atLeast: ${grid.atLeast}%, over: month } }]
  penalties:
    - { id: A, for: GTR, base: { amount: ${formatMinor(BigInt(grid.baseCents))} }, late: { per: hour, rounding: started, amount: ${formatMinor(BigInt(grid.hourCents))} }, cap: { event: { amount: ${formatMinor(BigInt(grid.eventCapCents))} } } }
    - { id: B, for: GTR, shortfall: { per: point, rounding: full, amount: ${formatMinor(BigInt(grid.pointCents))} }, recurrence: [${grid.recurrence.join(', ')}] }
  penaltyRules: { cumulation: sum, cap: { month: { amount: ${formatMinor(BigInt(grid.monthCapCents))} }, year: { amount: ${formatMinor(BigInt(grid.yearCapCents))} } } }
`)
  if (!reading.ok) throw new RangeError(JSON.stringify(reading.issues))
  return reading.history
}

function rowsOf(tickets: readonly NaiveTicket[]): readonly EventRow[] {
  return tickets.flatMap(({ month, minutes }, index) => {
    const reported = Date.UTC(2026, month, 1 + (index % 20))
    return [
      { ticket: `T${index}`, at: formatInstant(reported), event: 'reported' },
      { ticket: `T${index}`, at: formatInstant(reported + minutes * 60_000), event: 'restored' },
    ]
  })
}

function judge(contract: ContractHistory, rows: readonly EventRow[], from: number, to = from + 1): PenaltyAssessment {
  const record = recordOf(rows)
  const date = (month: number) => formatInstant(Date.UTC(2026, month, 1)).slice(0, 10)
  const reading = readPeriod({ from: date(from), to: date(to) }, 'UTC', record)
  if (!reading.ok) throw new RangeError('no period')
  const evaluation = evaluate({ contract, record, period: reading.period, penalties: {} })
  if (!evaluation.ok || evaluation.assessment.penalties === undefined) throw new RangeError('not evaluated')
  return evaluation.assessment.penalties
}

const cents = (most: number) => fc.integer({ min: 1, max: most })
const anyGrid: fc.Arbitrary<NaiveGrid> = fc.record({
  targetMinutes: fc.constantFrom(60, 240),
  atLeast: fc.integer({ min: 50, max: 100 }),
  baseCents: cents(10_000),
  hourCents: cents(5000),
  eventCapCents: cents(20_000),
  pointCents: cents(2000),
  recurrence: fc.constantFrom([1, 1.5, 2], [1], [1, 2]),
  monthCapCents: cents(60_000),
  yearCapCents: cents(120_000),
})
const anyTickets: fc.Arbitrary<readonly NaiveTicket[]> = fc.array(
  fc.record({
    month: fc.integer({ min: 0, max: MONTHS - 1 }),
    minutes: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constantFrom(60, 120, 240, 300)),
  }),
  { maxLength: 40 },
)
const anyCase = fc.tuple(anyGrid, anyTickets)

test('law: agrees with plain loops, month by month', () => {
  fc.assert(
    fc.property(anyCase, ([grid, tickets]) => {
      const contract = contractOf(grid)
      const expected = naivePenalties(tickets, grid, MONTHS)
      const totals = expected.map((_, month) => Number(judge(contract, rowsOf(tickets), month).total?.minor))
      expect(totals).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('law: lines + cap lines = total, and no cap is ever exceeded', () => {
  fc.assert(
    fc.property(anyCase, ([grid, tickets]) => {
      const contract = contractOf(grid)
      const rows = rowsOf(tickets)
      const whole = judge(contract, rows, 0, MONTHS)
      const sum = [...whole.lines, ...whole.capLines].reduce((total, { amount }) => total + (amount?.minor ?? 0n), 0n)
      expect(whole.total?.minor).toBe(sum)
      expect(sum <= BigInt(grid.yearCapCents)).toBe(true)
      const events = Map.groupBy(
        whole.lines.filter(({ ticket }) => ticket !== undefined),
        ({ ticket }) => ticket,
      )
      for (const lines of events.values()) {
        expect(lines.reduce((total, { amount }) => total + Number(amount?.minor), 0)).toBeLessThanOrEqual(
          grid.eventCapCents,
        )
      }
      for (let month = 0; month < MONTHS; month++) {
        const { total } = judge(contract, rows, month)
        expect(Number(total?.minor)).toBeLessThanOrEqual(grid.monthCapCents)
        expect(Number(total?.minor)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 40 },
  )
})

test('law: the order of the facts never matters', () => {
  fc.assert(
    fc.property(anyCase, fc.integer(), ([grid, tickets], seed) => {
      const contract = contractOf(grid)
      const rows = rowsOf(tickets)
      const judged = penaltiesJson(judge(contract, rows, 0, MONTHS), 'fr')
      expect(penaltiesJson(judge(contract, shuffled(rows, seed), 0, MONTHS), 'fr')).toEqual(judged)
    }),
    { numRuns: 30 },
  )
})

test('law: a compliant ticket more never raises what the months cost together', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: MONTHS - 1 }), ([grid, tickets], month) => {
      const contract = contractOf(grid)
      const before = judge(contract, rowsOf(tickets), 0, MONTHS).total
      const after = judge(contract, rowsOf([...tickets, { month, minutes: 1 }]), 0, MONTHS).total
      expect(Number(after?.minor)).toBeLessThanOrEqual(Number(before?.minor))
    }),
    { numRuns: 40 },
  )
})

test('law: an amount never depends on the months after it', () => {
  fc.assert(
    fc.property(anyCase, ([grid, tickets]) => {
      const contract = contractOf(grid)
      const early = tickets.filter(({ month }) => month < 2)
      expect(penaltiesJson(judge(contract, rowsOf(early), 1), 'en')).toEqual(
        penaltiesJson(judge(contract, rowsOf([...early, ...tickets.filter(({ month }) => month >= 2)]), 1), 'en'),
      )
    }),
    { numRuns: 30 },
  )
})
