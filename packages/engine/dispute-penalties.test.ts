import { penaltyContract, recordOf } from '@vigie/testkit'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money } from './base/money.ts'
import { evaluate } from './evaluate.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import { readPeriod } from './period.ts'
import type { EventRow } from './record/event-columns.ts'
import { readOutages } from './record/read-outages.ts'
import type { DisputeLine } from './watch-disputes.ts'
import { watchTickets } from './watch-tickets.ts'
import { watchedJson } from './watched-json.ts'

/** Amounts per breach, by rate, by KPI, with runs, caps and earn-back: whatever one measure can move. */
const contract = penaltyContract({
  targets: `{ id: GTR, clause: "2.1", measure: restoration, target: { hours: 4, calendar: always }, compliance: { atLeast: 90%, over: month, minimumCount: 3, small: one-miss-allowed } },
    { id: RES, clause: "2.2", measure: resolution, target: { hours: 8, calendar: always }, compliance: { atLeast: 95%, over: quarter, by: report } },
    { id: UP, clause: "2.3", measure: availability, service: files, calendar: always, atLeast: 99.5%, over: month }`,
  clock: '{ reopen: { within: P1D, mode: restart } }',
  penalties: `{ id: A, clause: "3.1", for: GTR, base: { amount: 40.00 }, late: { per: hour, rounding: started, amount: 7.00 }, deductible: 1, cap: { event: { amount: 90.00 } } },
    { id: B, clause: "3.2", for: [GTR, RES], shortfall: { per: point, rounding: full, amount: 3.00 }, recurrence: [1, 1.5, 2] },
    { id: C, clause: "3.3", for: UP, tiers: [{ below: 99.5%, amount: 33.00 }] },
    { id: D, clause: "3.4", for: SHARE, base: { amount: 11.00, per: period } }`,
  rules: `{ cumulation: sum, cap: { month: { amount: 200.00 }, year: { amount: 600.00 } }, earnBack: { after: 1, consecutive: months } }`,
  disputes: '{ answerWithin: P10D, silence: claim-lapsed }',
  kpis: '{ id: SHARE, population: { of: restoration }, aggregator: rate, direction: at-least, target: 75% }',
})
const AT = Date.UTC(2026, 7, 1)
const iso = (instant: number) => new Date(instant).toISOString()

type Life = {
  readonly month: number
  readonly day: number
  readonly hours: number
  readonly isReopened: boolean
  readonly acts: readonly ('contested' | 'client' | 'provider')[]
}
const lives = fc.array(
  fc.record({
    month: fc.integer({ min: 0, max: 4 }),
    day: fc.integer({ min: 1, max: 27 }),
    hours: fc.constantFrom(1, 3, 5, 7, 9, 30, 900),
    isReopened: fc.boolean(),
    acts: fc.uniqueArray(fc.constantFrom('contested' as const, 'client' as const, 'provider' as const)),
  }),
  { minLength: 1, maxLength: 8 },
)

function rowsOf(all: readonly Life[], commitment = 'GTR'): readonly EventRow[] {
  return all.flatMap(({ month, day, hours, isReopened, acts }, index) => {
    const ticket = `T${index}`
    const reported = Date.UTC(2026, month, day, 6)
    const stopped = reported + hours * 3_600_000
    return [
      { ticket, at: iso(reported), event: 'reported' },
      { ticket, at: iso(stopped), event: 'resolved' },
      ...(isReopened
        ? [
            { ticket, at: iso(stopped + 86_400_000 * 3), event: 'reopened' },
            { ticket, at: iso(stopped + 86_400_000 * 3 + 6 * 3_600_000), event: 'resolved' },
          ]
        : []),
      ...acts.map((act, place) => ({
        ticket,
        at: iso(stopped + 86_400_000 * (4 + place)),
        event: act === 'contested' ? 'contested' : 'excluded',
        party: act === 'contested' ? 'provider' : act,
        commitment,
      })),
    ]
  })
}

const outages = readOutages('component,from,to,state\nsrv,2026-02-10T00:00:00Z,2026-02-10T09:00:00Z,down\n')
if (!outages.ok) throw new RangeError('unread')
const penalties: PenaltyFacts = { outages: outages.facts }

function judged(rows: readonly EventRow[], from: string, to: string) {
  const record = recordOf(rows)
  const reading = readPeriod({ from, to }, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError('no period')
  const input = { contract, record, period: reading.period, at: AT, penalties }
  const { onTicket, result } = watchTickets(input)
  const evaluation = evaluate({ ...input, onTicket })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return { assessment: evaluation.assessment, watched: result() }
}

const totalOf = (rows: readonly EventRow[], from: string, to: string) =>
  judged(rows, from, to).assessment.penalties?.total ?? null

const consent = ({ ticket, commitment }: DisputeLine): readonly EventRow[] =>
  ['client', 'provider'].map((party) => ({ ticket, at: iso(AT - 1000), event: 'excluded', commitment, party }))

const withoutConsent = (rows: readonly EventRow[], { ticket }: DisputeLine) =>
  rows.filter((row) => row.ticket !== ticket || row.event !== 'excluded' || row.party !== 'client')

const SPANS = [
  ['2026-01-01', '2026-07-01'],
  ['2026-03-01', '2026-04-01'],
] as const

test.each(['GTR', 'RES'])(
  'law: the amounts of a dispute about %s are those of evaluations with and without the exclusion',
  (commitment) => {
    fc.assert(
      fc.property(lives, fc.constantFrom(...SPANS), (all, [from, to]) => {
        const rows = rowsOf(all, commitment)
        const { assessment, watched } = judged(rows, from, to)
        for (const line of watched.disputes) {
          const { penalties: effect } = line
          expect(effect).toBeDefined()
          if (effect === undefined) continue
          const first = effect.months[0]?.period ?? ''
          const start = `${first}-01`
          expect(effect.now).toEqual(totalOf(rows, start, to))
          expect(effect.ifAccepted).toEqual(totalOf([...rows, ...consent(line)], start, to))
          expect(effect.ifRefused).toEqual(totalOf(withoutConsent(rows, line), start, to))
          const asked = effect.months.filter(({ period }) => period >= from.slice(0, 7))
          const sum = asked.reduce((total, { now }) => total + (now?.minor ?? 0n), 0n)
          expect(sum).toBe(assessment.penalties?.total?.minor)
        }
      }),
      { numRuns: 8 },
    )
  },
)

test('law: what stands on one side only makes the difference, line by line', () => {
  fc.assert(
    fc.property(lives, (all) => {
      const { watched } = judged(rowsOf(all), '2026-01-01', '2026-07-01')
      const minor = (amounts: readonly { readonly amount: Money | null }[]) =>
        amounts.reduce((sum, { amount }) => sum + (amount?.minor ?? 0n), 0n)
      for (const { penalties: effect } of watched.disputes) {
        if (effect === undefined) continue
        const [a, r] = [effect.onlyIfAccepted, effect.onlyIfRefused]
        expect(minor(a.lines) + minor(a.capLines) - minor(r.lines) - minor(r.capLines)).toBe(
          (effect.ifAccepted?.minor ?? 0n) - (effect.ifRefused?.minor ?? 0n),
        )
        for (const line of [...a.lines, ...r.lines]) expect(line.chain.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 8 },
  )
})

test('law: an exclusion by one party alone changes no amount', () => {
  fc.assert(
    fc.property(lives, fc.constantFrom('client', 'provider'), (all, party) => {
      const rows = rowsOf(all).filter((row) => row.event !== 'excluded' || row.party === party)
      const plain = rows.filter(({ event }) => event !== 'excluded' && event !== 'contested')
      const penaltiesOf = (facts: readonly EventRow[]) => judged(facts, '2026-01-01', '2026-07-01').assessment.penalties
      expect(penaltiesOf(rows)).toEqual(penaltiesOf(plain))
    }),
    { numRuns: 8 },
  )
})

describe('one breach of three hours, contested in the month of its miss', () => {
  // Reported at 06:00, due at 10:00, restored at 13:00 UTC: 40.00 + 3 × 7.00; the first breach of a month is free.
  const life = (day: number): Life => ({ month: 2, day, hours: 7, isReopened: false, acts: [] })
  const rows = rowsOf([
    life(3),
    { ...life(4), acts: ['contested'] },
    { ...life(5), hours: 1 },
    { ...life(6), hours: 1 },
  ])

  test('the amounts before and after, and the way to each', () => {
    const { watched } = judged(rows, '2026-03-01', '2026-04-01')
    const [dispute] = watchedJson(watched, 'en').disputes as unknown as readonly Record<string, unknown>[]
    // Two misses of four: 61.00 for the breach, 40 points below at 3.00, 11.00 by the KPI, and 33.00 of February earned back.
    // One miss of three: 23 points below at 3.00, the same KPI and the same earn-back.
    expect(dispute).toMatchObject({
      penaltyNow: '159.00',
      penaltyIfAccepted: '47.00',
      penaltyIfRefused: '159.00',
      penalties: { months: [{ period: '2026-03', now: '159.00', ifAccepted: '47.00', ifRefused: '159.00' }] },
    })
    const { onlyIfRefused, onlyIfAccepted } = (dispute?.penalties ?? {}) as Record<
      'onlyIfRefused' | 'onlyIfAccepted',
      { lines: readonly { kind: string; amount: string; chain: readonly { message: string }[] }[] }
    >
    expect(onlyIfAccepted.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['shortfall', '69.00'],
      ['breach', '11.00'],
    ])
    expect(onlyIfRefused.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['breach', '40.00'],
      ['lateness', '21.00'],
      ['shortfall', '120.00'],
      ['breach', '11.00'],
    ])
    expect(onlyIfRefused.lines[1]?.chain.map(({ message }) => message)).toEqual([
      'counted time beyond the target: 3 h',
      'late by 3 hour(s), counted as 3 (a started unit counts whole)',
      '€7.00',
      '3 × €7.00 = €21.00',
      'rounded to the cent: €21.00',
    ])
  })

  test('a dispute of an earlier month shows the earlier month too, where it differs', () => {
    expect(judged(rows, '2026-04-01', '2026-05-01').watched.disputes).toEqual([])
    const open: EventRow = {
      ticket: 'T1',
      at: '2026-07-28T00:00:00Z',
      event: 'contested',
      commitment: 'GTR',
      party: 'provider',
    }
    const still = [...rows.filter(({ event }) => event !== 'contested'), open]
    const [dispute] = judged(still, '2026-04-01', '2026-05-01').watched.disputes
    expect(
      dispute?.penalties?.months.map(({ period, ifRefused, ifAccepted }) => [
        period,
        ifRefused?.minor,
        ifAccepted?.minor,
      ]),
    ).toEqual([
      ['2026-03', 15_900n, 4700n],
      ['2026-04', 0n, 0n],
    ])
  })

  test('nothing where penalties are not asked', () => {
    const record = recordOf(rows)
    const { onTicket, result } = watchTickets({ contract, record, at: AT })
    evaluate({ contract, record, at: AT, onTicket })
    const [dispute] = watchedJson(result(), 'fr').disputes
    expect(dispute).toMatchObject({ penaltyNow: null, penalties: null })
  })
})
