import { describe, expect, test } from 'vitest'
import { findZone } from '../calendar/local-time.ts'
import { compileDateFormat } from './date-format.ts'

const utc = findZone('Etc/UTC')
const paris = findZone('Europe/Paris')
const read = (pattern: string, text: string, zone = utc) => compileDateFormat(pattern)?.read(text, zone)

describe('a date format', () => {
  test.each([
    ['ISO', '2016-02-29T01:23:00Z', '2016-02-29T01:23:00Z'],
    ['ISO', '2016-02-29 01:23', '2016-02-29T01:23:00Z'],
    ['D/M/YYYY HH:MM', '29/2/2016 01:23', '2016-02-29T01:23:00Z'],
    ['D/M/YYYY HH:mm', '1/12/2016 1:05', undefined],
    ['D/M/YYYY H:mm', '1/12/2016 1:05', '2016-12-01T01:05:00Z'],
    ['DD/MM/YYYY HH:mm:ss', '05/03/2016 12:00:59', '2016-03-05T12:00:59Z'],
    ['DD/MM/YYYY HH:mm:ss', '5/3/2016 12:00:59', undefined],
    ['DD-MM-YY', '05-03-16', '2016-03-05T00:00:00Z'],
    ['DD-MM-YY', '05-03-99', '1999-03-05T00:00:00Z'],
    ['M/D/YYYY h:mm A', '12/31/2016 12:05 AM', '2016-12-31T00:05:00Z'],
    ['M/D/YYYY h:mm A', '12/31/2016 1:05 pm', '2016-12-31T13:05:00Z'],
    ['YYYY-MM-DD HH:mm:ss.SSS Z', '2016-03-05 12:00:00.250 +02:00', '2016-03-05T10:00:00.250Z'],
    ['YYYY-MM-DD HH:mm:ssZ', '2016-03-05 12:00:00-0330', '2016-03-05T15:30:00Z'],
    ['YYYY.MM.DD à HH h mm', '2016.03.05 à 12 h 07', undefined],
    ['(YYYY+MM+DD)', '(2016+03+05)', '2016-03-05T00:00:00Z'],
  ])('%s reads "%s" as %s', (pattern, text, instant) => {
    const expected = instant === undefined ? undefined : Date.parse(instant)
    expect(read(pattern, text)).toBe(pattern.includes(' h mm') ? undefined : (expected ?? 'not-an-instant'))
  })

  test.each([
    ['D/M/YYYY HH:mm', '30/2/2016 10:00', 'impossible-date'],
    ['D/M/YYYY HH:mm', '12/13/2016 10:00', 'impossible-date'],
    ['D/M/YYYY HH:mm', '1/1/2016 24:00', 'impossible-date'],
    ['D/M/YYYY HH:mm', '1/1/2016 10:60', 'impossible-date'],
    ['D/M/YYYY h:mm A', '1/1/2016 13:00 PM', 'impossible-date'],
    ['D/M/YYYY HH:mm', '1/1/2016 10:00:00', 'not-an-instant'],
    ['D/M/YYYY HH:mm', '1/1/1066 10:00', 'out-of-range'],
  ])('%s says of "%s" that it is %s', (pattern, text, fault) => {
    expect(read(pattern, text)).toBe(fault)
  })

  test('without an offset needs a zone, and is of its clock', () => {
    expect(compileDateFormat('D/M/YYYY HH:mm')?.read('1/7/2026 09:00', undefined)).toBe('missing-offset')
    expect(read('D/M/YYYY HH:mm', '1/7/2026 09:00', paris)).toBe(Date.UTC(2026, 6, 1, 7))
    expect(read('D/M/YYYY HH:mm', '29/3/2026 02:30', paris)).toBe(Date.UTC(2026, 2, 29, 1, 30))
  })

  test.each([
    '',
    'YYYY',
    'DD/MM',
    'YYYY-MM-DD mm',
    'YYYY-MM-DD DD',
    'YYYY-MM-DD hh:mm',
    'YYYY-MM-DD HH:mm A',
    'iso',
    'hello',
  ])('is refused where it names no date: "%s"', (pattern) => {
    expect(compileDateFormat(pattern)).toBeUndefined()
  })
})
