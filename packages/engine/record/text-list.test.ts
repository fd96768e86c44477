import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTextList } from './text-list.ts'
import { createTextMemo } from './text-memo.ts'
import { createTextPool } from './text-pool.ts'
import { encodeUtf8 } from './utf8.ts'

const texts = fc.array(fc.string({ maxLength: 4 }), { maxLength: 400 })

test('a list gives each text back, and finds those that came before', () => {
  fc.assert(
    fc.property(texts, (given) => {
      const list = createTextList()
      for (const [i, text] of given.entries()) {
        const bytes = encodeUtf8(`<${text}>`)
        expect(list.append(bytes, 1, bytes.length - 1)).toBe(i)
      }
      expect(given.map((_, i) => list.text(i))).toEqual(given)
      const expected = given.flatMap((text, i) => (given.indexOf(text) < i ? [[i, given.indexOf(text)] as const] : []))
      expect([...list.repeated()]).toEqual(expected)
    }),
  )
})

test('a text has the same hash in a list as in a pool', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bytes = encodeUtf8(text)
      const list = createTextList()
      list.append(bytes, 0, bytes.length)
      const pool = createTextPool([text])
      expect([list.hashA(0), list.hashB(0)]).toEqual([pool.hashA(0), pool.hashB(0)])
    }),
  )
})

test('a memo gives every text, whatever shares its place', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.nat(3)), { maxLength: 300 }),
      (given) => {
        const memo = createTextMemo()
        for (const [text, hint] of [...given, ...given]) {
          const bytes = encodeUtf8(text)
          expect(memo.text(bytes, 0, bytes.length, hint)).toBe(text)
        }
      },
    ),
    { numRuns: 50 },
  )
})

test('a pool finds a text by its hint as it does without', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(3)), { maxLength: 300 }),
      (given) => {
        const [near, plain] = [createTextPool(), createTextPool()]
        for (const [text, hint] of given) {
          const bytes = encodeUtf8(text)
          expect(near.internNear(bytes, 0, bytes.length, hint)).toBe(plain.intern(bytes, 0, bytes.length))
        }
      },
    ),
  )
})

test('a sealed pool still gives its texts, and finds no others', () => {
  const pool = createTextPool(['a', 'bc'])
  pool.seal()
  expect([pool.text(0), pool.text(1)]).toEqual(['a', 'bc'])
  expect(() => pool.find(encodeUtf8('a'), 0, 1)).toThrow(TypeError)
})
