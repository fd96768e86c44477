import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTableReader } from './table-reader.ts'
import { decodeUtf8 } from './utf8.ts'

const COLUMNS = ['a', 'b', 'minutes', '__proto__', 'é']

type Row = { line: number; fields?: Record<string, string>; code?: string }

function read(source: string | readonly (string | Uint8Array)[]) {
  const rows: Row[] = []
  const reader = createTableReader(
    { columns: COLUMNS, required: [], format: 'json-lines' },
    {
      row: ({ line, bytes, from, to }) =>
        rows.push({
          line,
          fields: Object.fromEntries(
            COLUMNS.flatMap((name, i) =>
              from[i] === to[i] ? [] : [[name, decodeUtf8(bytes, from[i] as number, to[i] as number)]],
            ),
          ),
        }),
      rejected: (line, code) => rows.push({ line, code }),
    },
  )
  for (const chunk of typeof source === 'string' ? [source] : source) reader.write(chunk)
  return { rows, fault: reader.end(), others: reader.otherColumns() }
}

describe('JSON Lines', () => {
  test('reads what JSON.parse reads, of any flat object, however it is written', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    )
    const object = fc.dictionary(fc.constantFrom(...COLUMNS.filter((name) => name !== '__proto__')), scalar, {
      noNullPrototype: true,
    })
    const escaped = (json: string) =>
      json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(object, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 5 }), (objects) => {
        const lines = objects.map(([value, spaced, ascii]) => {
          const json = spaced ? JSON.stringify(value, null, ' ').replaceAll('\n', ' ') : JSON.stringify(value)
          return ascii ? escaped(json) : json
        })
        const texts = objects.map(([value]) =>
          Object.fromEntries(
            Object.entries(value).flatMap(([key, held]) => (held === null || held === '' ? [] : [[key, String(held)]])),
          ),
        )
        const { rows, fault } = read(`${lines.join('\r\n')}\n`)
        expect(fault).toBeUndefined()
        expect(rows.map((row) => row.fields)).toEqual(texts)
      }),
      { numRuns: 1000 },
    )
  })

  test('calls JSON what JSON.parse calls JSON, of any line', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '"a"',
      '"b"',
      ':',
      ',',
      '1',
      '-0',
      '01',
      '1.5e3',
      '.5',
      'true',
      'null',
      '"x\\n"',
      '"\\x"',
      '[',
      ']',
      ' ',
      '\t',
      '"',
      '\\u00e9',
      '"\\u00E9"',
      '{"a":1}',
      '{"a":"é","b":2}',
    )
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 9 }), (pieces) => {
        const line = pieces.join('')
        if (line.trim() === '') return
        let parsed: unknown
        let isJson = true
        try {
          parsed = JSON.parse(line)
        } catch {
          isJson = false
        }
        const isObject = isJson && typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
        const [, row] = read(`{}\n${line}`).rows
        if (isObject && Object.values(parsed as object).every((value) => typeof value !== 'object' || value === null)) {
          // JSON.parse takes the last of two equal keys; a fact may not be said twice.
          expect(row?.code === undefined || row.code === 'duplicate-key').toBe(true)
        } else expect(row?.code).toMatch(/^(not-json|not-an-object|nested-value|duplicate-key)$/)
      }),
      { numRuns: 4000 },
    )
  })

  test.each([
    ['a number', '12.50', '12.50'],
    ['a number that a float would change', '0.1000000000000000055', '0.1000000000000000055'],
    ['a number beyond floats', '123456789012345678901234567890', '123456789012345678901234567890'],
  ])('keeps the digits of %s', (_, digits, text) => {
    expect(read(`{"minutes":${digits}}`).rows[0]?.fields).toEqual({ minutes: text })
  })

  test.each([
    ['an array', '[1]', 'not-an-object'],
    ['a text', '"a"', 'not-an-object'],
    ['a number', '12', 'not-an-object'],
    ['nested arrays', `{"a":${'['.repeat(10_000)}`, 'nested-value'],
    ['nested objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'nested-value'],
    ['a key twice', '{"a":"1","a":"2"}', 'duplicate-key'],
    ['a cut line', '{"a":"1"', 'not-json'],
    ['two objects', '{"a":"1"}{"a":"2"}', 'not-json'],
    ['half a pair of surrogates', '{"a":"\\ud83d"}', 'not-json'],
    ['a comma too many', '{"a":"1",}', 'not-json'],
  ])('rejects the line of %s and reads the next', (_, line, code) => {
    expect(read(`{"a":"first"}\n${line}\n{"a":"next"}\n`).rows).toEqual([
      { line: 1, fields: { a: 'first' } },
      { line: 2, code },
      { line: 3, fields: { a: 'next' } },
    ])
  })

  test('takes __proto__ for a column like another', () => {
    expect(read('{"__proto__":"x"}').rows[0]?.fields).toEqual(Object.fromEntries([['__proto__', 'x']]))
  })

  test('counts the keys that it does not know', () => {
    const source = '{"a":"1","tilte":"x"}\n{"tilte":"y"}\n{"tilte":[]}\n{"other":{}}\n'
    expect(read(source).others).toEqual(new Map([['tilte', 2]]))
  })

  test.each([
    ['an array around the objects', '[\n{"a":"1"}\n]', 'json-array', 1],
    ['a line over 1 MB', `{"a":"1"}\n{"a":"${'x'.repeat(1_000_001)}"}`, 'line-too-long', 2],
    ['a null byte', '{"a":"1"}\n\n{"a":"\0"}', 'binary', 3],
    ['a byte that is not UTF-8', Uint8Array.of(0x7b, 10, 0xe9, 10), 'not-utf-8', 2],
  ])('stops at %s', (_, source, code, line) => {
    expect(read([source]).fault).toMatchObject({ code, place: { line } })
  })
})
