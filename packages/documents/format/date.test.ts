import { describe, expect, test } from 'vitest'
import {
  civilDateAt,
  formatDate,
  formatDateTime,
  formatMonth,
  formatShortMonth,
  formatStamp,
  isoInstant,
} from './date.ts'

describe('dates', () => {
  test.each([
    ['2026-11-01', '1er\u00a0novembre\u00a02026', '1\u00a0November\u00a02026'],
    ['2026-08-14', '14\u00a0août\u00a02026', '14\u00a0August\u00a02026'],
  ])('%s', (date, french, english) => {
    expect(formatDate(date, 'fr')).toBe(french)
    expect(formatDate(date, 'en')).toBe(english)
  })

  test('months, long and on an axis', () => {
    expect(formatMonth('2026-02', 'fr')).toBe('février\u00a02026')
    expect(formatShortMonth('2026-07', 'fr')).toBe('juil.')
    expect(formatShortMonth('2026-07', 'en', true)).toBe('Jul\u00a026')
  })

  test.each([
    ['first 02:30 of the October change', Date.UTC(2026, 9, 25, 0, 30)],
    ['second 02:30 of the October change', Date.UTC(2026, 9, 25, 1, 30)],
  ])('the wall clock of the zone is shown: %s', (_, instant) => {
    expect(formatStamp(instant, 'Europe/Paris', 'fr', 2026)).toBe('25/10\u00a002:30')
  })

  test('a stamp names the year where it is not the period’s, and stops at the minute', () => {
    const instant = Date.UTC(2025, 11, 31, 12, 4, 5)
    expect(formatStamp(instant, 'UTC', 'fr', 2026)).toBe('31/12/25\u00a012:04')
    expect(formatStamp(instant, 'UTC', 'en', 2026)).toBe('31\u00a0Dec\u00a025\u00a012:04')
    expect(formatStamp(instant, 'UTC', 'fr', 2025)).toBe('31/12\u00a012:04')
  })

  test('half-hour zones and date lines', () => {
    const instant = Date.UTC(2026, 0, 1, 20, 0)
    expect(civilDateAt(instant, 'Asia/Kolkata')).toBe('2026-01-02')
    expect(formatDateTime(instant, 'Asia/Kolkata', 'en')).toBe('2\u00a0January\u00a02026 at\u00a001:30')
    expect(civilDateAt(instant, 'America/Sao_Paulo')).toBe('2026-01-01')
  })

  test('the machine’s zone changes nothing', () => {
    const machine = process.env.TZ
    const instant = Date.UTC(2026, 5, 30, 23, 30)
    const written = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map((zone) => {
      process.env.TZ = zone
      return formatDateTime(instant, 'Europe/Paris', 'fr') + isoInstant(instant)
    })
    process.env.TZ = machine ?? 'UTC'
    expect(new Set(written)).toEqual(new Set(['1er\u00a0juillet\u00a02026 à\u00a001:302026-06-30T23:30:00.000Z']))
  })
})
