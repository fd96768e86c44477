import { chapter, commitment, compliance, contractOf, hours, instantOf, versionsOf } from '@vigie/testkit'
import { expect, test } from 'vitest'
import type { Placement } from './commitments/compliance-placement.ts'
import { tallyRates } from './rate-tally.ts'
import { civilYears, contractSpans } from './terms-of-contract.ts'

const version = (number: string, effectiveFrom: string, by: 'stop' | 'report') =>
  contractOf(
    chapter([{ ...commitment('RES', 'resolution', hours(4, 'always')), compliance: compliance(90, { by }) }]),
    { version: number, effectiveFrom },
  )

/** By the stop until October, by the report from November on. */
const spans = contractSpans(versionsOf(version('1', '2026-01-01', 'stop'), version('2', '2026-11-01', 'report')))

const placed = (byReport: string, byStop?: string): Placement => ({
  standing: 'missed',
  startedAt: instantOf(byReport),
  byReport: instantOf(byReport),
  byStop: byStop === undefined ? undefined : instantOf(byStop),
})

test.each<[string, Placement, string | undefined]>([
  ['stopped under the first rule', placed('2026-09-30T12:00:00Z', '2026-10-01T12:00:00Z'), '2026-10'],
  ['reported and stopped under the second', placed('2026-11-30T12:00:00Z', '2026-12-01T12:00:00Z'), '2026-11'],
  [
    'reported under the first rule, stopped under the second: in neither',
    placed('2026-10-31T12:00:00Z', '2026-11-02T12:00:00Z'),
    undefined,
  ],
  ['running, reported under the first rule', placed('2026-10-31T12:00:00Z'), undefined],
  ['running, reported under the second', placed('2026-11-30T12:00:00Z'), '2026-11'],
])('a measure enters the window whose own version places it there: %s', (_, placement, label) => {
  expect(tallyRates(spans, civilYears(spans)).windowOf('RES', placement)?.label).toBe(label)
})
