import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTextPool } from './text-pool.ts'
import { encodeUtf8 } from './utf8.ts'

test('a pool gives a text one index, and the text back, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 3000 }), (texts) => {
      const pool = createTextPool()
      const model = new Map<string, number>()
      for (const text of texts) {
        if (!model.has(text)) model.set(text, model.size)
        const bytes = encodeUtf8(`<${text}>`)
        const found = pool.find(bytes, 1, bytes.length - 1)
        expect(pool.intern(bytes, 1, bytes.length - 1)).toBe(model.get(text))
        expect(found === -1 || found === model.get(text)).toBe(true)
      }
      expect(pool.size()).toBe(model.size)
      for (const [text, index] of model) expect(pool.text(index)).toBe(text)
    }),
    { numRuns: 30 },
  )
})

test('the hash of a text depends on the text alone', () => {
  const first = createTextPool(['a', 'b', 'c'])
  const second = createTextPool(['c', 'a'])
  expect([first.hashA(2), first.hashB(2)]).toEqual([second.hashA(0), second.hashB(0)])
  expect([first.hashA(0), first.hashB(0)]).not.toEqual([first.hashA(1), first.hashB(1)])
})
