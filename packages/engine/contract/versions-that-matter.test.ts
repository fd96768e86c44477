import { chapter, commitment, compliance, contractOf, hours, instantOf, recordOf, versionsOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { assessmentJson } from '../assessment-json.ts'
import { evaluate } from '../evaluate.ts'
import { readPeriod } from '../period.ts'
import type { EventRow } from '../record/event-columns.ts'
import type { Contract, ContractHistory } from './contract.ts'

const FACTS: readonly EventRow[] = [
  { ticket: 'A', at: '2026-10-05T08:00:00Z', event: 'reported' },
  { ticket: 'A', at: '2026-10-05T11:00:00Z', event: 'resolved' },
  { ticket: 'B', at: '2026-10-12T08:00:00Z', event: 'reported' },
  { ticket: 'B', at: '2026-10-12T18:00:00Z', event: 'resolved' },
]

const version = (number: string, target: number, dates: Partial<Contract>, by: 'stop' | 'report' = 'stop'): Contract =>
  contractOf(
    {
      ...chapter([{ ...commitment('RES', 'resolution', hours(target, 'always')), compliance: compliance(90, { by }) }]),
      penalties: [{ id: 'PEN', for: ['RES'], base: { amount: '100.00' } }],
    },
    { version: number, ...dates },
  )

const SIGNED = version('1', 4, { effectiveFrom: '2026-01-01', signedOn: '2025-12-01' })

/** What `measure --json` writes. */
function bytes(contract: ContractHistory, at?: string, facts = FACTS, month = '2026-10'): string {
  const record = recordOf(facts)
  const reading = readPeriod({ month }, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError(reading.issues[0].message.en)
  const observation = at === undefined ? {} : { at: instantOf(at) }
  const evaluation = evaluate({ contract, record, period: reading.period, penalties: {}, ...observation })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return JSON.stringify(assessmentJson(evaluation.assessment, 'en'))
}

describe('an amendment that takes effect later', () => {
  const later = version('2', 1, { effectiveFrom: '2026-11-01', signedOn: '2026-10-20' })

  test('changes no byte of a period before', () => {
    expect(bytes(versionsOf(SIGNED, later))).toBe(bytes(versionsOf(SIGNED)))
  })

  test('changes what it is in force for', () => {
    const now = version('2', 1, { effectiveFrom: '2026-10-05', signedOn: '2026-10-01' })
    expect(bytes(versionsOf(SIGNED, now))).not.toBe(bytes(versionsOf(SIGNED)))
  })

  test('moves no miss of the past to another month, even asked after it took effect', () => {
    const facts: readonly EventRow[] = [
      { ticket: 'C', at: '2026-09-30T20:00:00Z', event: 'reported' },
      { ticket: 'C', at: '2026-10-01T08:00:00Z', event: 'resolved' },
    ]
    const byReport = version('2', 4, { effectiveFrom: '2026-11-01', signedOn: '2026-10-20' }, 'report')
    const total = (contract: ContractHistory) =>
      (JSON.parse(bytes(contract, '2026-12-15T00:00:00Z', facts)) as { penalties: { total: string } }).penalties.total
    expect(total(versionsOf(SIGNED))).toBe('100.00')
    expect(total(versionsOf(SIGNED, byReport))).toBe('100.00')
  })
})

describe('a figure asked as known at an instant', () => {
  test('has the bytes that were given then, whatever was recorded since', () => {
    const since: readonly EventRow[] = [
      ...FACTS,
      { ticket: 'B', at: '2026-10-12T10:00:00Z', event: 'paused', reason: 'x', recordedAt: '2026-11-02T09:00:00Z' },
      { ticket: 'D', at: '2026-10-13T08:00:00Z', event: 'reported', recordedAt: '2026-11-03T09:00:00Z' },
      { ticket: 'D', at: '2026-10-13T09:00:00Z', event: 'updated', recordedAt: '2026-10-13T09:00:00Z' },
      { ticket: 'E', at: '2026-11-04T08:00:00Z', event: 'reported' },
    ]
    const at = '2026-11-01T08:00:00Z'
    expect(bytes(versionsOf(SIGNED), at, since)).toBe(bytes(versionsOf(SIGNED), at))
    expect(bytes(versionsOf(SIGNED), '2026-11-05T08:00:00Z', since)).not.toBe(
      bytes(versionsOf(SIGNED), '2026-11-05T08:00:00Z'),
    )
  })

  test('knows no amendment that was signed since', () => {
    const dates = { effectiveFrom: '2026-10-25', signedOn: '2026-10-20' }
    const both = versionsOf(SIGNED, version('2', 1, dates))
    expect(bytes(both, '2026-10-19T21:59:59Z')).toBe(bytes(versionsOf(SIGNED), '2026-10-19T21:59:59Z'))
    expect(bytes(both, '2026-10-19T22:00:00Z')).not.toBe(bytes(versionsOf(SIGNED), '2026-10-19T22:00:00Z'))
  })
})
