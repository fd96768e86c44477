import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeUtf8, encodeUtf8, firstInvalid } from './utf8.ts'

const anyBytes = fc.array(
  fc.oneof(fc.constantFrom(0x41, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0), fc.nat(255)),
  {
    maxLength: 12,
  },
)

describe('UTF-8', () => {
  test('encodes and decodes any text as the platform does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const bytes = encodeUtf8(text)
        expect(bytes).toEqual(new TextEncoder().encode(text))
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text)
      }),
    )
  })

  test('finds bytes valid exactly where the platform does', () => {
    const isValid = (bytes: Uint8Array) => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const source = Uint8Array.from(bytes)
        expect(firstInvalid(source, 0, source.length) < 0).toBe(isValid(source))
      }),
      { numRuns: 5000 },
    )
  })

  test('decodes a long text whose characters straddle its pieces', () => {
    const text = 'aé€😀'.repeat(1000)
    const bytes = encodeUtf8(text)
    expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text)
  })
})
