import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../base/instant.ts'
import { EARLIEST, LATEST, readInstant } from './instant-bytes.ts'
import { encodeUtf8 } from './utf8.ts'

function read(text: string) {
  const bytes = encodeUtf8(`"${text}"`)
  return readInstant(bytes, 1, bytes.length - 1)
}

test('an instant in bytes is the instant in text, of every day and millisecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST, max: LATEST - 1 }), fc.boolean(), (instant, whole) => {
      const text = whole ? formatInstant(instant).replace(/\.\d+/, '') : formatInstant(instant)
      expect(read(text)).toBe(parseInstant(text))
    }),
    { numRuns: 2000 },
  )
})

test('one wrong character anywhere is judged as the text is', () => {
  const forms = fc.constantFrom(
    '2026-01-28T23:59:59.999Z',
    '2026-02-20T09:00:00Z',
    '2024-02-29T00:00:00.000Z',
    '1999-12-31T24:00:00Z',
  )
  fc.assert(
    fc.property(forms, fc.nat(23), fc.constantFrom(...'0123456789-:.TZz +é'), (form, at, letter) => {
      const text = form.slice(0, at) + letter + form.slice(at + 1)
      const expected = parseInstant(text)
      const outside = typeof expected === 'number' && (expected < EARLIEST || expected >= LATEST)
      expect(read(text)).toBe(outside ? 'out-of-range' : expected)
    }),
    { numRuns: 3000 },
  )
})
