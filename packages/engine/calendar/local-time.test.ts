import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, formatLocal, parseInstant, parseLocal } from '../base/instant.ts'
import { CalendarError } from './calendar-error.ts'
import { findZone, type Zone, zoneNames } from './local-time.ts'

describe('a wall-clock time becomes an instant by the IANA rules', () => {
  test.each([
    ['an ordinary time', 'Europe/Paris', '2026-07-01T12:00', '2026-07-01T10:00:00.000Z'],
    ['a skipped time moves forward by the gap', 'Europe/Paris', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['the gap’s first minute is its end', 'Europe/Paris', '2026-03-29T02:00', '2026-03-29T01:00:00.000Z'],
    ['the gap’s end is no gap', 'Europe/Paris', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['an ambiguous time is the first', 'Europe/Paris', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['the repeated hour’s first minute is the first', 'Europe/Paris', '2026-10-25T02:00', '2026-10-25T00:00:00.000Z'],
    ['the repeated hour’s end is after both', 'Europe/Paris', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['a midnight that does not exist', 'America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00:00.000Z'],
    ['a midnight reached twice', 'America/Sao_Paulo', '2018-02-17T23:30', '2018-02-18T01:30:00.000Z'],
    ['the day after it starts once', 'America/Sao_Paulo', '2018-02-18T00:00', '2018-02-18T03:00:00.000Z'],
    ['Cairo skips its Friday midnight', 'Africa/Cairo', '2024-04-26T00:30', '2024-04-25T22:30:00.000Z'],
    ['Lord Howe moves by half an hour', 'Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000Z'],
    ['and back', 'Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z'],
    ['Troll moves by two hours', 'Antarctica/Troll', '2026-03-29T02:00', '2026-03-29T02:00:00.000Z'],
    ['and back', 'Antarctica/Troll', '2026-10-25T02:00', '2026-10-25T00:00:00.000Z'],
    ['Samoa skips a whole date', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00.000Z'],
    ['the date before it', 'Pacific/Apia', '2011-12-29T12:00', '2011-12-29T22:00:00.000Z'],
    ['the date after it', 'Pacific/Apia', '2011-12-31T12:00', '2011-12-30T22:00:00.000Z'],
    ['Kwajalein skips one too', 'Pacific/Kwajalein', '1993-08-21T12:00', '1993-08-22T00:00:00.000Z'],
    ['Liberia keeps its seconds', 'Africa/Monrovia', '1972-01-06T12:00', '1972-01-06T12:44:30.000Z'],
    ['until it jumps to Greenwich', 'Africa/Monrovia', '1972-01-07T00:44:30', '1972-01-07T00:44:30.000Z'],
    ['a rule that holds for ever', 'Europe/Paris', '2100-07-01T12:00', '2100-07-01T10:00:00.000Z'],
    ['Morocco in Ramadan', 'Africa/Casablanca', '2025-03-10T12:00', '2025-03-10T12:00:00.000Z'],
    ['Morocco after it', 'Africa/Casablanca', '2025-07-01T12:00', '2025-07-01T11:00:00.000Z'],
    ['an alias', 'Asia/Calcutta', '2026-01-01T00:00', '2025-12-31T18:30:00.000Z'],
    ['UTC', 'UTC', '2026-01-01T00:00', '2026-01-01T00:00:00.000Z'],
  ])('%s: %s %s is %s', (_, name, local, utc) => {
    expect(formatInstant(zone(name).toInstant(number(parseLocal(local))))).toBe(utc)
  })
})

describe('an instant has one local time', () => {
  test.each([
    ['Europe/Paris', '2026-10-25T00:30:00Z', '2026-10-25T02:30:00.000'],
    ['Europe/Paris', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00.000'],
    ['Europe/Paris', '2026-03-29T00:59:59.999Z', '2026-03-29T01:59:59.999'],
    ['Europe/Paris', '2026-03-29T01:00:00Z', '2026-03-29T03:00:00.000'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29T23:59:59.000'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31T00:00:00.000'],
    ['Africa/Monrovia', '1972-01-07T00:44:29Z', '1972-01-06T23:59:59.000'],
    ['Africa/Monrovia', '1972-01-07T00:44:30Z', '1972-01-07T00:44:30.000'],
  ])('%s %s shows %s', (name, instant, local) => {
    expect(formatLocal(zone(name).toLocal(number(parseInstant(instant))))).toBe(local)
  })

  test('which becomes the same instant again, or the first of two', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zoneNames()), fc.integer({ min: 0, max: 4_133_894_399_000 }), (name, instant) => {
        const place = zone(name)
        fc.pre(instant > place.from && instant < place.to)
        const back = place.toInstant(place.toLocal(instant))
        if (back !== instant) {
          expect(back).toBeLessThan(instant)
          expect(place.toLocal(back)).toBe(place.toLocal(instant))
        }
      }),
      { numRuns: 5000 },
    )
  })
})

describe('zones are known in the civil years 1970 to 2100', () => {
  test.each(['UTC', 'Europe/Paris', 'Pacific/Kiritimati', 'Pacific/Niue', 'Africa/Monrovia'])('%s', (name) => {
    const place = zone(name)
    expect(formatLocal(place.toLocal(place.from))).toBe('1970-01-01T00:00:00.000')
    expect(formatLocal(place.toLocal(place.to))).toBe('2101-01-01T00:00:00.000')
    for (const outside of [place.from - 1, place.to + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => place.toLocal(outside)).toThrow(CalendarError)
      expect(() => place.offsetAt(outside)).toThrow(CalendarError)
    }
    expect(() => place.toInstant(number(parseLocal('1969-12-31T23:59:59.999')))).toThrow(CalendarError)
    expect(() => place.toInstant(number(parseLocal('2101-01-01T00:00:00.001')))).toThrow(CalendarError)
  })

  test('a name is written exactly, and nothing else is a zone', () => {
    for (const name of [
      'europe/paris',
      'Europe/Pari',
      'Paris',
      'CEST',
      '+02:00',
      'GMT+2',
      '',
      '__proto__',
      'Factory',
    ]) {
      expect(findZone(name)).toBeUndefined()
    }
    expect(zoneNames().length).toBeGreaterThan(590)
  })
})

function zone(name: string): Zone {
  const found = findZone(name)
  if (found === undefined) throw new Error(`no zone ${name}`)
  return found
}

function number<Value>(value: Value): number {
  if (typeof value !== 'number') throw new Error(String(value))
  return value
}
