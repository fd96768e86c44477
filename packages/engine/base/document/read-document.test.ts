import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearestWord } from './nearest-word.ts'
import { plainValue } from './plain-value.ts'
import { MAX_DEPTH, MAX_TEXT, readDocument } from './read-document.ts'
import { formatPath, placeOf } from './source-node.ts'

describe('a hostile document gets one clear issue', () => {
  const blocks = Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')
  const bomb = Array.from(
    { length: 12 },
    (_, i) =>
      `a${i}: &a${i} [${
        i === 0
          ? 'x'
          : Array(9)
              .fill(`*a${i - 1}`)
              .join(', ')
      }]\n`,
  )
  test.each([
    ['10,000 brackets that never close', '['.repeat(10_000), 'too-deep', 1, MAX_DEPTH + 1],
    ['10,000 brackets that close', '['.repeat(10_000) + ']'.repeat(10_000), 'too-deep', 1, MAX_DEPTH + 1],
    ['10,000 objects of JSON', '{"a":'.repeat(10_000), 'too-deep', 1, undefined],
    ['blocks within blocks', blocks, 'too-deep', MAX_DEPTH, undefined],
    ['10,000 dashes', '- '.repeat(10_000), 'too-deep', 1, undefined],
    ['10,000 question marks', '? '.repeat(10_000), 'too-deep', 1, undefined],
    ['aliases that multiply', bomb.join(''), 'too-many-values', 1, 1],
    ['an alias within its own anchor', '&a [*a]', 'unknown-alias', 1, 5],
    ['an alias before its anchor', '- *a\n- &a 1', 'unknown-alias', 1, 3],
    ['a million items', '- 1\n'.repeat(1_000_000), 'too-many-values', undefined, undefined],
    ['a text of more than the limit', 'x'.repeat(MAX_TEXT + 1), 'too-large', 1, 1],
    [
      'a million keys',
      Array.from({ length: 400_000 }, (_, i) => `k${i}: 1`).join('\n'),
      'too-many-values',
      undefined,
      undefined,
    ],
    ['bytes that are no text', 'vigie\u0000: 1', 'not-text', 1, 1],
    ['half a character', 'a: \ud800', 'not-text', 1, 1],
    ['an escaped control character', 'a: "\\u0007"', 'control-character', 1, 4],
    ['an escaped half character', 'a: "\\ud800"', 'control-character', 1, 4],
    ['nothing', '', 'empty-document', 1, 1],
    ['comments only', '# nothing\n', 'empty-document', 1, 1],
    ['two documents', 'a: 1\n---\nb: 2\n', 'several-documents', 3, 1],
    ['YAML 1.1', '%YAML 1.1\n---\na: yes\n', 'other-yaml-version', 1, 1],
    ['a tag of another language', 'a: !!python/object:os.system x\n', 'unknown-tag', 1, 4],
    ['a date tag', 'a: !!timestamp 2026-01-01\n', 'unknown-tag', 1, 16],
    ['a key that is a list', '? [a, b]\n: 1\n', 'not-a-key', 1, 3],
    ['a key that is a boolean', 'true: 1\n', 'not-a-key', 1, 1],
    ['a key that is nothing', '~: 1\n', 'not-a-key', 1, 1],
    ['a prototype in JSON', '{"__proto__": {"polluted": true}}', 'forbidden-key', 1, 2],
    ['a constructor', 'constructor: { prototype: 1 }', 'forbidden-key', 1, 1],
  ])('%s', (_, source, code, line, column) => {
    const reading = readDocument(source, 'f.yaml')
    const [issue, ...others] = reading.ok ? [] : reading.issues
    expect(issue?.code).toBe(code)
    expect(others.filter(({ code: other }) => other !== code && other !== 'forbidden-key')).toEqual([])
    expect(issue?.place.file).toBe('f.yaml')
    if (line !== undefined) expect(issue?.place.line).toBe(line)
    if (column !== undefined) expect(issue?.place.column).toBe(column)
    expect(Object.hasOwn({}.constructor.prototype, 'polluted')).toBe(false)
  })

  test.each(['y', 'N', 'yes', 'No', 'ON', 'off'])('the plain word %s is refused as a key and as a value', (word) => {
    expect(codes(`a: ${word}`)).toEqual(['boolean-word'])
    expect(codes(`${word}: a`)).toEqual(['boolean-word'])
    expect(codes(`a: "${word}"`)).toEqual([])
  })

  test('what follows a fault of syntax is not told again as its echo', () => {
    expect(codes('a:\n\tb: 1\n\tc: 2\n')).toEqual(['yaml-tab-as-indent', 'yaml-tab-as-indent'])
  })
})

describe('a document keeps its text', () => {
  test('numbers keep their digits, words stay words', () => {
    const reading = readDocument('{ a: 150.00, b: -0.5, c: 2026-01-01, d: 16:00, e: true, f: ~, g: "1.0" }')
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues))
    const value = plainValue(reading.root) as Readonly<Record<string, unknown>>
    expect(Object.values(value).map((one) => (typeof one === 'symbol' ? `digits ${one.description}` : one))).toEqual([
      'digits 150.00',
      'digits -0.5',
      '2026-01-01',
      '16:00',
      true,
      null,
      '1.0',
    ])
  })

  test('JSON is read as JSON.parse reads it', () => {
    const json = fc.json({ maxDepth: 5 })
    fc.assert(
      fc.property(json, (text) => {
        const reading = readDocument(text)
        if (!reading.ok) {
          // Refused on purpose: exponents, signs that no decimal writes, dangerous keys, characters no page can print.
          const known = [
            'bad-number',
            'forbidden-key',
            'control-character',
            'not-text',
            'empty-document',
            'duplicate-key',
          ]
          return reading.issues.every(({ code }) => known.includes(code))
        }
        const back = JSON.stringify(plainValue(reading.root), (_, value: unknown) =>
          typeof value === 'symbol' ? Number(value.description) : value,
        )
        return back === JSON.stringify(JSON.parse(text))
      }),
    )
  })

  test('any text at all is read or refused, and nothing is thrown', () => {
    const words = fc.constantFrom(
      'a',
      ':',
      ' ',
      '-',
      '[',
      ']',
      '{',
      '}',
      ',',
      '\n',
      '  ',
      '"',
      "'",
      '&a',
      '*a',
      '#',
      '|',
      '>',
      '!',
      '%',
      '?',
      '\t',
      '1',
      '~',
      '<<',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const reading = readDocument(parts.join(''))
        return reading.ok || (reading.issues.length > 0 && reading.issues.every(({ place }) => (place.line ?? 0) >= 1))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('places', () => {
  test('a path is written with dots, indexes and quotes where needed', () => {
    expect(formatPath(['commitments', 'targets', 2, 'target', 'hours'])).toBe('commitments.targets[2].target.hours')
    expect(formatPath(['labels', 'à côté', 0])).toBe('labels["à côté"][0]')
    expect(formatPath([])).toBe('')
  })

  test('the place of a path that does not exist is that of its deepest ancestor', () => {
    const reading = readDocument('a:\n  b: [1, { c: 2 }]\n')
    if (!reading.ok) throw new Error('refused')
    expect(placeOf(reading.root, ['a', 'b', 1, 'c'])).toEqual({ line: 2, column: 15, path: 'a.b[1].c' })
    expect(placeOf(reading.root, ['a', 'b', 7, 'c'])).toEqual({ line: 2, column: 6, path: 'a.b' })
  })
})

describe('the nearest word', () => {
  test.each([
    ['minuts', 'minutes'],
    ['calender', 'calendar'],
    ['bussines', 'business'],
    ['P1RESPONSE', 'P1-RESPONSE'],
    ['timezone', 'timeZone'],
    ['recieved', 'received'],
  ])('of %s is %s', (word, meant) => {
    expect(nearestWord(word, ['minutes', 'hours', 'calendar', 'business', 'P1-RESPONSE', 'timeZone', 'received'])).toBe(
      meant,
    )
  })

  test('is none where a number differs: it means another thing', () => {
    expect(nearestWord('P3', ['P1', 'P2'])).toBeUndefined()
    expect(nearestWord('PER-9', ['PER-1', 'PAR-9'])).toBe('PAR-9')
  })

  test('is none where more than a third differs', () => {
    expect(nearestWord('banana', ['minutes', 'hours'])).toBeUndefined()
  })
})

function codes(source: string): readonly string[] {
  const reading = readDocument(source)
  return reading.ok ? [] : reading.issues.map(({ code }) => code)
}
