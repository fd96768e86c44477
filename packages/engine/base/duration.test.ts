import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDuration, parseDuration } from './duration.ts'

describe('an ISO 8601 duration', () => {
  test.each([
    ['P36M', { months: 36, days: 0, milliseconds: 0 }],
    ['P1Y6M', { months: 18, days: 0, milliseconds: 0 }],
    ['P2W', { months: 0, days: 14, milliseconds: 0 }],
    ['P30D', { months: 0, days: 30, milliseconds: 0 }],
    ['PT26H', { months: 0, days: 0, milliseconds: 93_600_000 }],
    ['PT1H30M', { months: 0, days: 0, milliseconds: 5_400_000 }],
    ['PT0S', { months: 0, days: 0, milliseconds: 0 }],
    ['P1DT12H', { months: 0, days: 1, milliseconds: 43_200_000 }],
    ['PT1.5H', { months: 0, days: 0, milliseconds: 5_400_000 }],
    ['PT0,001S', { months: 0, days: 0, milliseconds: 1 }],
    ['PT0.000500000H', { months: 0, days: 0, milliseconds: 1800 }],
  ])('%s', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration)
  })

  test.each([
    'P',
    'PT',
    'P1DT',
    '',
    '1D',
    'p1d',
    'P1.5D',
    'PT1.5H30M',
    'PT0.0001S',
    'PT.5H',
    'P-1D',
    '-P1D',
    '+P1D',
    'P1D2M',
    'P1H',
    'PT1D',
    'P1000000D',
    'PT1H ',
    '3 days',
  ])('%j is refused', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  test('reads back what it writes', () => {
    const parts = fc.record({
      months: fc.nat(10_000),
      days: fc.nat(100_000),
      milliseconds: fc.nat(4_000_000_000),
    })
    fc.assert(
      fc.property(parts, (duration) => {
        expect(parseDuration(formatDuration(duration))).toEqual(duration)
      }),
    )
  })

  test('is written in its shortest form', () => {
    expect(formatDuration({ months: 36, days: 0, milliseconds: 0 })).toBe('P3Y')
    expect(formatDuration({ months: 1, days: 15, milliseconds: 5_400_500 })).toBe('P1M15DT1H30M0.5S')
    expect(formatDuration({ months: 0, days: 0, milliseconds: 0 })).toBe('PT0S')
  })
})
