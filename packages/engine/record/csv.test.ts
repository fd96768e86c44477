import { naiveCsv } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCsvReader } from './csv.ts'

type Read = { rows: { line: number; fields: readonly string[]; faulty: boolean }[]; fault: string | undefined }

function read(chunks: readonly (string | Uint8Array)[], delimiter = ','): Read & { at: number | undefined } {
  const rows: Read['rows'] = []
  const reader = createCsvReader((fields, line, fault) => rows.push({ line, fields, faulty: fault !== undefined }), {
    delimiter,
  })
  for (const chunk of chunks) reader.write(chunk)
  const issue = reader.end()
  return { rows, fault: issue?.code, at: issue?.place.line }
}

const utf8 = (text: string) => new TextEncoder().encode(text)

/** Text made of what makes CSV hard. */
const hardText = fc
  .array(
    fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', 'é', '€', '😀', ' ', '\t', 'xyz', '",', ',"', '"\n'),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('the CSV reader', () => {
  test('reads what the naive reader reads, of any text', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const naive = naiveCsv(text)
        const { rows, fault } = read([text])
        if (naive === undefined) expect(fault).toBe('unterminated-quote')
        else {
          expect(fault).toBeUndefined()
          // What a faulty row holds is of no use to anyone; that it is faulty, and where, is.
          const comparable = (row: Read['rows'][number]) => (row.faulty ? { line: row.line, faulty: true } : row)
          expect(rows.map(comparable)).toEqual(naive.map(comparable))
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('gives the same rows wherever the bytes are cut', () => {
    fc.assert(
      fc.property(hardText, fc.array(fc.nat(200), { maxLength: 8 }), (text, cuts) => {
        const bytes = utf8(text)
        const bounds = [0, ...cuts.filter((cut) => cut <= bytes.length).toSorted((a, b) => a - b), bytes.length]
        const chunks = bounds.slice(1).map((to, i) => bytes.subarray(bounds[i], to))
        expect(read(chunks)).toEqual(read([bytes]))
      }),
      { numRuns: 1000 },
    )
  })

  test('gives the same rows of a text as of its bytes, also cut within a pair of surrogates', () => {
    fc.assert(
      fc.property(hardText, fc.nat(60), (text, cut) => {
        expect(read([text.slice(0, cut), text.slice(cut)])).toEqual(read([utf8(text)]))
      }),
      { numRuns: 500 },
    )
  })

  test('gives the same rows when the source is many times its window', () => {
    const row = `T1,"a ""quoted""\r\n ${'é'.repeat(300)}",end\r\n`
    const text = row.repeat(2000)
    const { rows, fault } = read(
      Array.from({ length: Math.ceil(text.length / 7919) }, (_, i) => text.slice(i * 7919, (i + 1) * 7919)),
    )
    expect(fault).toBeUndefined()
    expect(rows).toHaveLength(2000)
    expect(rows.every((found) => found.fields[1] === `a "quoted"\r\n ${'é'.repeat(300)}`)).toBe(true)
    expect(rows.map((found) => found.line)).toEqual(rows.map((_, i) => 2 * i + 1))
  })

  test.each([
    ['LF', 'a,b\nc,d\n'],
    ['CRLF', 'a,b\r\nc,d\r\n'],
    ['CR', 'a,b\rc,d\r'],
    ['no last line end', 'a,b\nc,d'],
    ['a byte order mark', '\ufeffa,b\nc,d\n'],
    ['blank lines and lines of blanks', '\na,b\n\r\n  \nc,d\n\n'],
    ['quotes that were not needed', '"a","b"\n"c",d'],
  ])('reads the same rows with %s', (_, text) => {
    expect(read([text]).rows.map((row) => row.fields)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('numbers a row by the physical line on which it starts, whatever ends the lines above', () => {
    const { rows } = read(['h\r"1\r\n2\n3\r4"\n\n"x"\r\ny'])
    expect(rows.map(({ line, fields }) => [line, fields[0]])).toEqual([
      [1, 'h'],
      [2, '1\r\n2\n3\r4'],
      [7, 'x'],
      [8, 'y'],
    ])
  })

  test.each([
    ['=1+1', '+33', '-1', '@SUM(A1)', '\t=1'],
    ['__proto__', 'constructor', 'toString', '', ''],
  ])('keeps cells as they are: %s', (...cells) => {
    expect(read([`a,b,c,d,e\n${cells.join(',')}\n`]).rows[1]?.fields).toEqual(cells)
  })

  test.each([
    ['a quote that is never closed', 'a,b\nc,"d\ne,f\n', 'unterminated-quote', 2],
    ['a null byte', 'a,b\nc,\0d\n', 'binary', 2],
    ['a null byte within quotes, on its own line', 'a,b\nc,"d\n\0"\n', 'binary', 3],
    ['a byte that is not UTF-8', Uint8Array.of(97, 10, 98, 0xe9, 10), 'not-utf-8', 2],
    ['a byte that is not UTF-8, deep in a field', Uint8Array.of(97, 10, 34, 10, 10, 0xe9, 34, 10), 'not-utf-8', 4],
    ['UTF-8 cut at the end', Uint8Array.of(97, 10, 0xc3), 'not-utf-8', 2],
    ['an overlong form', Uint8Array.of(0xc0, 0xaf), 'not-utf-8', 1],
    ['a surrogate on its own', 'a\n\ud800\n', 'not-utf-8', 2],
  ])('stops at %s', (_, source, code, line) => {
    const { fault, at } = read([source])
    expect([fault, at]).toEqual([code, line])
  })

  test('refuses a field over 1 MB while it streams, quoted or not', () => {
    for (const opening of ['', '"']) {
      const chunk = 'x'.repeat(1 << 16)
      let taken = 0
      const reader = createCsvReader(() => {})
      reader.write(`a,b\n1,${opening}`)
      while (taken < 160 && reader.write(chunk)) taken++
      expect(taken).toBeLessThan(40)
      expect(reader.end()).toMatchObject({ code: 'field-too-long', place: { line: 2 } })
    }
  })

  test('takes a field of exactly 1 MB', () => {
    const field = 'x'.repeat(1_000_000)
    expect(read([`a\n${field}\n`]).rows[1]?.fields).toEqual([field])
    expect(read([`a\n${field}x\n`]).fault).toBe('field-too-long')
  })

  test('reads what windows-1252 means', () => {
    const rows: string[] = []
    const reader = createCsvReader((fields) => rows.push(...fields), { encoding: 'windows-1252', delimiter: ';' })
    reader.write(Uint8Array.of(0x80, 59, 0x92, 59, 0xe9, 59, 0x9c))
    expect(reader.end()).toBeUndefined()
    expect(rows).toEqual(['€', '’', 'é', 'œ'])
  })
})
