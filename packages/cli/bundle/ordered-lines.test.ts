import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinLines, linesIn, memoryFile } from './bundle-file.ts'
import { orderLines } from './ordered-lines.ts'

const dated = fc.record({
  instant: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  line: fc.constantFrom('a', 'b', 'é', 'z', '\uffff', '\u{10000}', '', 'x'.repeat(3_000_000)),
})

test('what is known, by instant then by bytes, each once, whatever the order in which it comes', () => {
  fc.assert(
    fc.property(fc.array(dated, { maxLength: 12 }), fc.integer({ min: -1, max: 5 }), (lines, at) => {
      const known = lines.filter(({ instant }) => instant !== undefined && instant <= at)
      const texts = known
        .toSorted(
          (a, b) => (a.instant ?? 0) - (b.instant ?? 0) || Buffer.compare(Buffer.from(a.line), Buffer.from(b.line)),
        )
        .filter((one, place, all) => one.instant !== all[place - 1]?.instant || one.line !== all[place - 1]?.line)
        .map(({ line }) => line)
      const ordered = orderLines(lines, at)
      expect(ordered.count).toBe(texts.length)
      expect(Array.from(ordered.lines(), (line) => Buffer.from(line).toString()).join('\n')).toBe(texts.join('\n'))
    }),
    { numRuns: 40 },
  )
})

test('lines go into a file and come out of it, in whatever pieces it is read', () => {
  const text = fc.array(fc.constantFrom('a', 'éé', '', 'zzz'), { maxLength: 8 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 5 }), fc.boolean(), (lines, size, ended) => {
      const whole = Buffer.concat([...joinLines(lines.map((line) => Buffer.from(line)))])
      expect(whole.toString()).toBe(lines.map((line) => `${line}\n`).join(''))
      const bytes = ended ? whole : whole.subarray(0, -1)
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, at * size + size),
      )
      const found = Array.from(linesIn(pieces), (line) => Buffer.from(line).toString())
      const expected = ended || lines.at(-1) !== '' ? lines : lines.slice(0, -1)
      expect(found).toEqual(expected)
      expect([...linesIn(memoryFile(bytes).chunks())]).toHaveLength(expected.length)
    }),
  )
})
