import {
  type Assessment,
  assessmentJson,
  backtest,
  backtestJson,
  type Contract,
  type EventRow,
  evaluate,
  type Measure,
  type Replay,
  readPeriod,
  type Standing,
} from '@vigie/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chapter, commitment, hours, pause, workingDays } from './clauses.ts'
import { compliance, contractOf, versionsOf } from './contracts.ts'
import { recordOf } from './event-rows.ts'
import { instantOf } from './facts.ts'
import { randomFacts } from './random-facts.ts'
import { shuffled } from './shuffled.ts'

const day = 24 * 3_600_000

function contractWith(size: number, days: number, more: Partial<Contract> = {}): Contract {
  const targets = [
    { ...commitment('RES', 'resolution', hours(size, 'business')), compliance: compliance(85) },
    {
      ...commitment('RES-3', 'resolution', workingDays(days, 'business'), { when: { priority: ['P3'] } }),
      compliance: compliance(90),
    },
    { ...commitment('RESP', 'response', hours(2, 'business')), compliance: compliance(95, { by: 'report' }) },
  ]
  const clock = { pauses: [pause('waiting-client')], reopen: { within: 'P10D', mode: 'resume' } as const }
  return contractOf(chapter(targets, clock), { effectiveFrom: '2026-09-01', ...more })
}

/** The second version from the first day of October on, as `readReplay` would make it. */
function replayOf(before: Contract, after: Contract): Replay {
  const amended = { ...after, version: '1+1', effectiveFrom: '2026-10-01' }
  return {
    contract: versionsOf(before),
    amended: { id: before.id, versions: [before, amended] },
    amendment: { number: 1, effectiveFrom: '2027-01-01', signedOn: '2026-12-01' },
    from: '2026-10-01',
    replaced: [{ before, after: amended }],
    notes: [],
  }
}

const facts = randomFacts(instantOf('2026-09-01T00:00:00Z'), instantOf('2026-12-20T00:00:00Z'), 25)
const sizes = fc.integer({ min: 1, max: 40 })
const days = fc.integer({ min: 0, max: 5 })

function monthOf(rows: readonly EventRow[]) {
  const record = recordOf(rows)
  const reading = readPeriod({ month: '2026-10' }, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError('the month is well formed')
  return { record, period: reading.period }
}

function replayed(rows: readonly EventRow[], replay: Replay) {
  const reading = backtest({ ...monthOf(rows), replay })
  if (!reading.ok) throw new RangeError(reading.issues[0].message.en)
  return reading.backtest
}

/** How every clock counts in the month, the plain way. */
function standingsOf(rows: readonly EventRow[], contract: Replay['contract']) {
  const standings = new Map<string, Standing>()
  const note = ({ ticket, measure, cycle }: Measure, standing: Standing) =>
    standings.set(`${ticket} ${measure} ${cycle}`, standing)
  const evaluation = evaluate({ ...monthOf(rows), contract, onMeasure: note })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return { standings, assessment: evaluation.assessment }
}

const figures = ({ fingerprint: _, ...rest }: Assessment) =>
  JSON.stringify(assessmentJson({ ...rest, fingerprint: '' }, 'fr'))

describe('a backtest', () => {
  test('law: both sides are plain evaluations, and the flips are exactly the clocks that differ', () => {
    fc.assert(
      fc.property(facts, sizes, sizes, days, days, (rows, size, other, count, otherCount) => {
        const replay = replayOf(contractWith(size, count), contractWith(other, otherCount))
        const { before, after, flips, commitments } = replayed(rows, replay)
        const [was, is] = [standingsOf(rows, replay.contract), standingsOf(rows, replay.amended)]
        expect(before).toEqual(was.assessment)
        expect(after).toEqual(is.assessment)
        const keys = [...new Set([...was.standings.keys(), ...is.standings.keys()])].sort()
        expect(
          flips.map(({ ticket, measure, cycle, before: old, after: now }) => [
            `${ticket} ${measure} ${cycle}`,
            old?.standing,
            now?.standing,
          ]),
        ).toEqual(
          expect.arrayContaining(
            keys.flatMap((key) => {
              const pair = [was.standings.get(key), is.standings.get(key)]
              return pair[0] === pair[1] ? [] : [[key, ...pair]]
            }),
          ),
        )
        expect(flips.length).toBe(keys.filter((key) => was.standings.get(key) !== is.standings.get(key)).length)
        for (const { id, before: old, after: now } of commitments) {
          const into = flips.filter((flip) => flip.after?.commitment === id && flip.after.standing === 'missed').length
          const from = flips.filter(
            (flip) => flip.before?.commitment === id && flip.before.standing === 'missed',
          ).length
          expect((now?.counted.missed ?? 0) - (old?.counted.missed ?? 0), id).toBe(into - from)
        }
        for (const { message } of flips) expect(`${message.fr} ${message.en}`).not.toMatch(/undefined|NaN/)
      }),
      { numRuns: 150 },
    )
  })

  test('law: replaying what changes nothing flips nothing; the order of the facts changes nothing', () => {
    fc.assert(
      fc.property(facts, sizes, sizes, days, fc.integer(), (rows, size, other, count, seed) => {
        const same = contractWith(size, count)
        expect(replayed(rows, replayOf(same, same)).flips).toEqual([])
        const replay = replayOf(same, contractWith(other, count))
        const bytes = (given: readonly EventRow[]) => JSON.stringify(backtestJson(replayed(given, replay), 'en'))
        expect(bytes(shuffled(rows, seed))).toBe(bytes(rows))
      }),
      { numRuns: 40 },
    )
  })

  test('says why a ticket flips', () => {
    const rows = [
      { ticket: 'T-1', at: '2026-10-05T09:00:00+02:00', event: 'reported' },
      { ticket: 'T-1', at: '2026-10-05T16:00:00+02:00', event: 'resolved' },
    ]
    const { flips } = replayed(rows, replayOf(contractWith(8, 3), contractWith(4, 3)))
    expect(flips).toMatchObject([{ ticket: 'T-1', measure: 'resolution', cycle: 1, before: { standing: 'met' } }])
    expect(flips[0]?.message.en.replaceAll('\u00a0', ' ')).toMatch(
      /^T-1, resolution: met \(.* counted for 8 h, RES\) without the amendment, missed \(.* counted for 4 h, RES\) with it: the target goes from 8 h to 4 h\.$/,
    )
  })
})

describe('an amendment', () => {
  test('law: effective after the observation, it changes nothing', () => {
    fc.assert(
      fc.property(
        facts,
        sizes,
        sizes,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('at-report' as const, 'at-milestone' as const),
        (rows, size, other, later, version) => {
          const on = (contract: Contract): Contract => {
            const { commitments } = contract
            return { ...contract, commitments: { ...commitments, clock: { ...commitments.clock, version } } }
          }
          const date = new Date(instantOf('2026-11-01T00:00:00Z') + later * day).toISOString().slice(0, 10)
          const first = on(contractWith(size, 3))
          const second = on(contractWith(other, 1, { effectiveFrom: date }))
          const before = standingsOf(rows, versionsOf(first)).assessment
          const after = standingsOf(rows, versionsOf(first, second)).assessment
          expect(figures(after)).toBe(figures(before))
        },
      ),
      { numRuns: 100 },
    )
  })
})
