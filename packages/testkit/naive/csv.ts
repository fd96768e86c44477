/** A row as the naive reader sees it; `faulty` where RFC 4180 has no reading of it. */
export type NaiveRow = { readonly line: number; readonly fields: readonly string[]; readonly faulty: boolean }

/**
 * RFC 4180 over one whole text, a character at a time and a state by name. Line ends LF, CRLF, CR; lines of blanks only
 * are left out; `undefined` where a quote is never closed. Slow and plain on purpose.
 */
export function naiveCsv(text: string, delimiter = ','): readonly NaiveRow[] | undefined {
  const rows: NaiveRow[] = []
  let state: 'field-start' | 'plain' | 'quoted' | 'after-quote' = 'field-start'
  let field = ''
  let fields: string[] = []
  let source = ''
  let faulty = false
  let line = 1
  let startLine = 1
  const endRow = () => {
    fields.push(field)
    if (source.trim() !== '') rows.push({ line: startLine, fields, faulty })
    field = ''
    fields = []
    source = ''
    faulty = false
    state = 'field-start'
    startLine = line
  }
  const characters = [...text.replaceAll('\r\n', '\u{10ffff}')]
  for (const [i, character] of characters.entries()) {
    const isEnd = character === '\n' || character === '\r' || character === '\u{10ffff}'
    if (isEnd) line++
    if (state === 'quoted') {
      source += '"'
      if (character !== '"') field += character === '\u{10ffff}' ? '\r\n' : character
      else if (characters[i + 1] === '"') {
        field += '"'
        characters[i + 1] = ''
      } else state = 'after-quote'
    } else if (character === '') {
      // The second quote of a doubled one.
    } else if (isEnd) {
      endRow()
    } else if (character === delimiter) {
      fields.push(field)
      field = ''
      source += character
      state = 'field-start'
    } else if (state === 'field-start' && character === '"') {
      source += '"'
      state = 'quoted'
    } else {
      source += character
      if (state === 'after-quote' || character === '"') faulty = true
      if (state !== 'after-quote') state = 'plain'
      field += character
    }
  }
  if (state === 'quoted') return undefined
  if (source !== '') endRow()
  return rows
}
