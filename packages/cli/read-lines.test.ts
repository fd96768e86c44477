import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from './read-lines.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function linesOf(text: string, size: number): Promise<string[]> {
  const lines: string[] = []
  for await (const line of readLines(inPieces(new TextEncoder().encode(text), size))) lines.push(line)
  return lines
}

describe('readLines', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\n\nb', ['a', '', 'b']],
    ['é\u2028è\n', ['é\u2028è']],
  ])('%j', async (text, expected) => {
    expect(await linesOf(text, 1)).toEqual(expected)
  })

  it('gives the same lines however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'é', '€', '😀') }),
        fc.integer({ min: 1, max: 7 }),
        async (text, size) => {
          const whole = text.endsWith('\n') ? text.slice(0, -1) : text
          const expected = text === '' ? [] : whole.split('\n').map((line) => line.replace(/\r$/, ''))
          expect(await linesOf(text, size)).toEqual(expected)
        },
      ),
    )
  })
})
