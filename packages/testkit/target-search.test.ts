import {
  type Contract,
  type ContractHistory,
  type EventRecord,
  evaluate,
  type Period,
  readPeriod,
  searchTarget,
  type Target,
} from '@vigie/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chapter, civilDays, commitment, hours, pause, workingDays } from './clauses.ts'
import { compliance, contractOf, versionsOf } from './contracts.ts'
import { recordOf } from './event-rows.ts'
import { instantOf } from './facts.ts'
import { randomFacts } from './random-facts.ts'

const targets = [
  { ...commitment('RES', 'resolution', hours(16, 'business')), compliance: compliance(85) },
  {
    ...commitment('RES-1', 'resolution', hours(12, 'always'), { when: { priority: ['P1'] } }),
    compliance: compliance(90),
  },
  {
    ...commitment('RES-3', 'resolution', workingDays(3, 'business'), { when: { priority: ['P3'] } }),
    compliance: compliance(90),
  },
  { ...commitment('RES-4', 'resolution', civilDays(4), { when: { priority: ['P4'] } }), compliance: compliance(90) },
  { ...commitment('RESP', 'response', hours(2, 'business')), compliance: compliance(95, { by: 'report' }) },
  { ...commitment('NEWS', 'update-interval', hours(4, 'always')), compliance: compliance(80) },
]
const ids = ['RES', 'RES-1', 'RES-3', 'RES-4', 'RESP', 'NEWS']

function contractWith(mode: 'resume' | 'restart' | 'continue', then: 'resume' | 'close-without-answer'): Contract {
  const limited = pause('waiting-client', { atMost: hours(20, 'business'), then })
  const clock = { pauses: [limited], reopen: { within: 'P10D', mode } }
  return contractOf(chapter(targets, clock), { effectiveFrom: '2026-09-01' })
}

function withTarget(contract: Contract, id: string, target: Target): ContractHistory {
  const { commitments } = contract
  const changed = commitments.targets.map((one) => (one.id === id && one.type === 'ticket' ? { ...one, target } : one))
  return versionsOf({ ...contract, commitments: { ...commitments, targets: changed } })
}

function resized(target: Target, size: number): Target {
  return target.kind === 'open-time' ? { ...target, milliseconds: size * 60_000 } : { ...target, days: size }
}

function countsOf(contract: ContractHistory, record: EventRecord, period: Period, at: number, id: string) {
  const evaluation = evaluate({ contract, record, period, at })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  const { met, missed } = evaluation.assessment.commitments.find((one) => one.id === id)?.counted ?? {
    met: 0,
    missed: 0,
  }
  return { met, missed }
}

const facts = randomFacts(instantOf('2026-09-01T00:00:00Z'), instantOf('2026-12-20T00:00:00Z'), 25)
const observations = fc.constantFrom(
  '2026-11-01T00:00:00+01:00',
  '2026-11-20T12:00:00+01:00',
  '2027-03-01T00:00:00+01:00',
)

describe('which target would have been met', () => {
  test('law: an evaluation at every target of the curve gives its counts; the answer meets the share, one less does not', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('resume' as const, 'restart' as const, 'continue' as const),
        fc.constantFrom('resume' as const, 'close-without-answer' as const),
        fc.constantFrom(...ids),
        fc.integer({ min: 1, max: 100 }),
        observations,
        (rows, mode, then, id, percent, observed) => {
          const contract = contractWith(mode, then)
          const record = recordOf(rows)
          const reading = readPeriod({ month: '2026-10' }, 'Europe/Paris', record)
          if (!reading.ok) throw new RangeError('the month is well formed')
          const { period } = reading
          const at = instantOf(observed)
          const share = { numerator: BigInt(percent), denominator: 100n }
          const found = searchTarget({ contract: versionsOf(contract), record, period, at, commitment: id, share })
          if (!found.ok) throw new RangeError(found.issues[0].message.en)
          const { search } = found
          const own = targets.find((one) => one.id === id)?.target ?? hours(1, 'business')
          const judged = (size: number) =>
            countsOf(withTarget(contract, id, resized(own, size)), record, period, at, id)
          expect({ met: search.own.met, missed: search.own.missed }).toEqual(
            countsOf(versionsOf(contract), record, period, at, id),
          )
          const points = search.curve.filter((_, index) => index % Math.ceil(search.curve.length / 4) === 0)
          for (const { target, met, missed } of points) expect(judged(target), `${target}`).toEqual({ met, missed })
          const reaches = ({ met, missed }: { met: number; missed: number }) =>
            met + missed > 0 && met * 100 >= percent * (met + missed)
          if (search.found === null) return
          expect(reaches(judged(search.found.target))).toBe(true)
          const least = own.kind === 'working-days' ? 0 : 1
          if (search.found.target > least) expect(reaches(judged(search.found.target - 1))).toBe(false)
        },
      ),
      { numRuns: 120 },
    )
  })

  test('an unknown commitment is an issue that lists the known ones', () => {
    const record = recordOf([{ ticket: 'T', at: '2026-10-05T09:00:00Z', event: 'reported' }])
    const reading = readPeriod({ month: '2026-10' }, 'Europe/Paris', record)
    if (!reading.ok) throw new RangeError('the month is well formed')
    const share = { numerator: 95n, denominator: 100n }
    const contract = versionsOf(contractWith('resume', 'resume'))
    const found = searchTarget({ contract, record, period: reading.period, commitment: 'NOPE', share })
    expect(found).toMatchObject({ ok: false, issues: [{ code: 'unknown-commitment' }] })
    expect(found.ok ? '' : found.issues[0].expected?.en).toContain('RES-1')
  })
})
