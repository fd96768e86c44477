import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexHashes } from './hash-index.ts'
import { firstHashDifference, hashAt } from './hashed-lines.ts'

// Few values, and hashes that share their first bytes, so that seats are contested.
const hashes = fc
  .array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 })
  .map((values) =>
    values.map((value) => (value < 4 ? Buffer.concat([Buffer.alloc(31), Buffer.from([value])]) : digest(value))),
  )

test('a hash is found at its first place, and another one nowhere', () => {
  fc.assert(
    fc.property(hashes, fc.integer({ min: 0, max: 12 }), (list, any) => {
      const flat = new Uint8Array(Buffer.concat(list))
      const index = indexHashes(flat)
      for (const hash of [...list, digest(any)]) {
        expect(index.find(hash)).toBe(list.findIndex((one) => one.equals(hash)))
      }
    }),
  )
})

test('the first place at which two lists differ, as one by one', () => {
  fc.assert(
    fc.property(hashes, hashes, (a, b) => {
      const length = Math.max(a.length, b.length)
      const expected = Array.from({ length }, (_, at) => at).find((at) => !a[at] || !b[at]?.equals(a[at]))
      const [one, other] = [a, b].map((list) => new Uint8Array(Buffer.concat(list)))
      expect(firstHashDifference(one as Uint8Array, other as Uint8Array)).toBe(expected)
      if (a.length > 0) expect(Buffer.from(hashAt(one as Uint8Array, 0)).equals(a[0] as Buffer)).toBe(true)
    }),
  )
})

function digest(value: number): Buffer {
  return createHash('sha256').update(String(value)).digest()
}
