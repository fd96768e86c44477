import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDuration, formatElapsed, formatMean, formatShort } from './duration.ts'

const s = 1000
const min = 60 * s
const h = 60 * min
const spaces = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

describe('durations', () => {
  test.each([
    [0, '0 s', '0 s'],
    [1, '< 1 s', '< 1 s'],
    [45 * s, '45 s', '45 s'],
    [12 * min, '12 min', '12 min'],
    [12 * min + 5 * s, '12 min 05 s', '12 min 05 s'],
    [h, '1 h', '1 h'],
    [90 * min, '1 h 30', '1 h 30 min'],
    [65 * min, '1 h 05', '1 h 05 min'],
    [4 * h + 30 * s, '4 h 00 min 30 s', '4 h 00 min 30 s'],
    [1234 * h, '1 234 h', '1,234 h'],
    [-90 * min, '\u22121 h 30', '\u22121 h 30 min'],
  ])('%d ms', (duration, french, english) => {
    expect(spaces(formatDuration(duration, 'fr'))).toBe(french)
    expect(spaces(formatDuration(duration, 'en'))).toBe(english)
  })

  test('counted time is never told in days: 40 open hours are not a number of days', () => {
    expect(spaces(formatDuration(40 * h, 'fr'))).toBe('40 h')
  })

  test.each([
    [47 * h + 59 * min, '47 h 59'],
    [48 * h, '2 j'],
    [76 * h, '3 j 4 h'],
  ])('elapsed time goes to days from two: %d ms', (duration, french) => {
    expect(spaces(formatElapsed(duration, 'fr'))).toBe(french)
  })

  test('in a table a length of time is cut to the minute from ten minutes on', () => {
    expect(spaces(formatShort(4 * h + 59 * s, 'fr'))).toBe('4 h')
    expect(spaces(formatShort(9 * min + 59 * s, 'fr'))).toBe('9 min 59 s')
    expect(spaces(formatShort(10 * min + 59 * s, 'fr'))).toBe('10 min')
  })

  test('a statistic of ten minutes or more is rounded to the minute', () => {
    expect(spaces(formatMean(10 * min + 31 * s, 'fr'))).toBe('11 min')
    expect(spaces(formatMean(9 * min + 31 * s, 'fr'))).toBe('9 min 31 s')
  })

  test('a duration to the second reads back to itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), (seconds) => {
        const text = spaces(formatDuration(seconds * s, 'en')).replaceAll(',', '')
        const [, hours = '0'] = /(\d+) h/.exec(text) ?? []
        const [, minutes = '0'] = /(\d+) min/.exec(text) ?? []
        const [, rest = '0'] = /(\d+) s/.exec(text) ?? []
        expect(Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)).toBe(seconds)
      }),
    )
  })
})
