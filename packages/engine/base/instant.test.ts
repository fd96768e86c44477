import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, formatLocal, parseInstant, parseLocal } from './instant.ts'

describe('an instant', () => {
  test.each([
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T00:00Z', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01 00:00:00z', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01t00:00:00+01', '2025-12-31T23:00:00.000Z'],
    ['2026-01-01T00:00:00+0530', '2025-12-31T18:30:00.000Z'],
    ['2026-01-01T00:00:00-03:30', '2026-01-01T03:30:00.000Z'],
    ['2026-01-01T00:00:00-00:00', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T00:00:00+23:59', '2025-12-31T00:01:00.000Z'],
    ['2026-01-01T00:00:00,5Z', '2026-01-01T00:00:00.500Z'],
    ['2026-01-01T00:00:00.05Z', '2026-01-01T00:00:00.050Z'],
    ['2026-12-31T24:00:00Z', '2027-01-01T00:00:00.000Z'],
    ['2026-12-31T24:00:00.0Z', '2027-01-01T00:00:00.000Z'],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, utc) => {
    const instant = parseInstant(text)
    expect(typeof instant === 'number' ? formatInstant(instant) : instant).toBe(utc)
  })

  test('digits past the millisecond are cut off, never rounded up', () => {
    expect(parseInstant('2026-01-01T00:00:00.999999999Z')).toBe(Date.UTC(2026, 0, 1, 0, 0, 0, 999))
  })

  test.each([
    ['2026-02-29T00:00:00Z', 'impossible-date'],
    ['2026-13-01T00:00:00Z', 'impossible-date'],
    ['2026-00-01T00:00:00Z', 'impossible-date'],
    ['2026-01-32T00:00:00Z', 'impossible-date'],
    ['2026-01-01T25:00:00Z', 'impossible-date'],
    ['2026-01-01T24:00:01Z', 'impossible-date'],
    ['2026-01-01T24:00:00.0001Z', 'impossible-date'],
    ['2026-01-01T24:01Z', 'impossible-date'],
    ['2026-01-01T23:60:00Z', 'impossible-date'],
    ['2016-12-31T23:59:60Z', 'impossible-date'],
    ['2026-01-01T00:00:00+24:00', 'impossible-date'],
    ['2026-01-01T00:00:00+01:60', 'impossible-date'],
    ['2026-01-01T00:00:00', 'missing-offset'],
    ['2026-01-01 00:00', 'missing-offset'],
    ['2026-01-01', 'not-an-instant'],
    ['2026-01-01T00Z', 'not-an-instant'],
    ['20260101T000000Z', 'not-an-instant'],
    ['2026-01-01T00:00:00.Z', 'not-an-instant'],
    ['2026-01-01T00:00:00 Z', 'not-an-instant'],
    ['2026-01-01T00:00:00+1', 'not-an-instant'],
    ['2026-01-01T00:00:00+1:00', 'not-an-instant'],
    ['2026-01-01T00:00:00+01:0', 'not-an-instant'],
    ['2026-01-01T00:00:00+01:00:00', 'not-an-instant'],
    ['2026-01-01T00:00:00Z ', 'not-an-instant'],
    [' 2026-01-01T00:00:00Z', 'not-an-instant'],
    ['2026-01-01T00:00:Z', 'not-an-instant'],
    ['+002026-01-01T00:00:00Z', 'not-an-instant'],
    ['01/02/2026 10:00', 'not-an-instant'],
    ['1767225600', 'not-an-instant'],
    ['', 'not-an-instant'],
  ])('%j is refused: %s', (text, fault) => {
    expect(parseInstant(text)).toBe(fault)
  })

  test('any string gives an instant or a fault, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['number', 'string']).toContain(typeof parseInstant(text))
      }),
    )
  })

  test('is written as the platform writes it, and reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (instant) => {
        expect(formatInstant(instant)).toBe(new Date(instant).toISOString())
        expect(parseInstant(formatInstant(instant))).toBe(instant)
      }),
      { numRuns: 2000 },
    )
  })

  test('an offset moves the instant by exactly itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -1439, max: 1439 }), (instant, minutes) => {
        const size = Math.abs(minutes)
        const hours = String(Math.floor(size / 60)).padStart(2, '0')
        const offset = `${minutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`
        expect(parseInstant(formatLocal(instant + minutes * 60_000) + offset)).toBe(instant)
      }),
    )
  })
})

describe('a local time', () => {
  test('is the same text without an offset', () => {
    expect(parseLocal('2026-03-29T02:30')).toBe(Date.UTC(2026, 2, 29, 2, 30))
    expect(parseLocal('2026-03-29T02:30Z')).toBe('not-an-instant')
    expect(parseLocal('2026-02-29T02:30')).toBe('impossible-date')
    expect(parseLocal('soon')).toBe('not-an-instant')
  })
})
