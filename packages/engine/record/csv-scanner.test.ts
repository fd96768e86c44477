import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createByteWindow } from './byte-window.ts'
import { createCsvScanner } from './csv-scanner.ts'

/** Rows and stop of a text scanned through windows of a given size. */
function scanned(text: string, size: number) {
  const scanner = createCsvScanner(',', 64)
  const rows: unknown[] = []
  const window = createByteWindow(
    (bytes, end, final) => {
      let at = 0
      while (at < end && !scanner.stopped) {
        const next = scanner.scan(bytes, at, end, final)
        if (next < 0) break
        at = next
        const { line, count, blank, fault } = scanner.row
        const filled = Array.from(scanner.row.filled.subarray(0, scanner.row.filledCount))
        rows.push({ line, count, blank, fault, fields: filled.map((slot) => [slot, scanner.text(bytes, slot)]) })
      }
      return at
    },
    'utf-8',
    size,
  )
  window.write(text)
  window.end()
  return { rows, stopped: scanner.stopped }
}

test('a row is the same whatever part of it a window holds', () => {
  const parts = fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', 'é', '€', '😀', ' ', '",', ',"')
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), fc.integer({ min: 1, max: 24 }), (pieces, size) => {
      const text = pieces.join('')
      expect(scanned(text, size)).toEqual(scanned(text, 4096))
    }),
    { numRuns: 2000 },
  )
})

test('a routed field goes to its slot, and leaves it empty for the next row', () => {
  const scanner = createCsvScanner(',', 8)
  const bytes = new TextEncoder().encode('h,i,j\nx,,y\n,z,\n')
  let at = scanner.scan(bytes, 0, bytes.length, true)
  scanner.route(Int32Array.of(5, 3, 1))
  at = scanner.scan(bytes, at, bytes.length, true)
  expect([1, 3, 5].map((slot) => scanner.text(bytes, slot))).toEqual(['y', '', 'x'])
  scanner.scan(bytes, at, bytes.length, true)
  expect([1, 3, 5].map((slot) => scanner.text(bytes, slot))).toEqual(['', 'z', ''])
})
