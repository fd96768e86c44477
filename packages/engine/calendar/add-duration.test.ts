import { describe, expect, test } from 'vitest'
import { parseDuration } from '../base/duration.ts'
import { formatInstant, parseInstant } from '../base/instant.ts'
import { addDuration } from './add-duration.ts'
import { findZone, type Zone } from './local-time.ts'

describe('a duration is added in civil time, then in elapsed time', () => {
  test.each([
    ['a day over the spring change keeps the wall time', '2026-03-28T12:00+01:00', 'P1D', '2026-03-29T10:00:00.000Z'],
    ['24 hours over it do not', '2026-03-28T12:00+01:00', 'PT24H', '2026-03-29T11:00:00.000Z'],
    ['the end of the month is clamped', '2026-01-31T09:00+01:00', 'P1M', '2026-02-28T08:00:00.000Z'],
    ['months before days', '2026-01-31T09:00+01:00', 'P1M1D', '2026-03-01T08:00:00.000Z'],
    ['a year from a leap day', '2024-02-29T09:00+01:00', 'P1Y', '2025-02-28T08:00:00.000Z'],
    ['a wall time that is skipped moves forward', '2026-03-28T02:30+01:00', 'P1D', '2026-03-29T01:30:00.000Z'],
    ['one that comes twice is the first', '2026-10-24T02:30+02:00', 'P1D', '2026-10-25T00:30:00.000Z'],
    ['days, then hours', '2026-03-28T12:00+01:00', 'P1DT1H', '2026-03-29T11:00:00.000Z'],
    ['nothing leaves the second of two equal times', '2026-10-25T02:30+01:00', 'PT0S', '2026-10-25T01:30:00.000Z'],
    ['and hours go on from it', '2026-10-25T02:30+01:00', 'PT1H', '2026-10-25T02:30:00.000Z'],
  ])('%s', (_, from, duration, expected) => {
    expect(formatInstant(addDuration(at(from), read(duration), PARIS))).toBe(expected)
  })

  test('past the years of the zone there is no answer', () => {
    expect(() => addDuration(at('2099-01-01T00:00Z'), read('P3Y'), PARIS)).toThrow('out of the years')
  })
})

const PARIS = findZone('Europe/Paris') as Zone

function at(text: string): number {
  const instant = parseInstant(text)
  if (typeof instant !== 'number') throw new Error(instant)
  return instant
}

function read(text: string) {
  const duration = parseDuration(text)
  if (duration === undefined) throw new Error(text)
  return duration
}
