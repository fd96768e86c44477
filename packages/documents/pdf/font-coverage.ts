/**
 * The characters that a TrueType font can draw, read from its `cmap` table (OpenType 1.9, formats 4 and 12).
 * A tagged PDF may hold no character without a glyph, so text is fitted to the font before it is set.
 */
export function fontCoverage(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const covered = new Set<number>()
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + view.getUint32(cmap + 8 + index * 8)
    const format = view.getUint16(subtable)
    if (format === 4) addSegments(view, subtable, covered)
    if (format === 12) addGroups(view, subtable, covered)
  }
  return covered
}

function tableOffset(view: DataView, name: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)))
    if (tag === name) return view.getUint32(record + 8)
  }
  throw new Error(`no ${name} table in the font`)
}

/** Format 12: groups of start, end and first glyph. */
function addGroups(view: DataView, subtable: number, covered: Set<number>): void {
  for (let group = 0; group < view.getUint32(subtable + 12); group += 1) {
    const at = subtable + 16 + group * 12
    for (let code = view.getUint32(at); code <= view.getUint32(at + 4); code += 1) covered.add(code)
  }
}

/** Format 4: segments by end, start, delta and range offset; glyph 0 means none. */
function addSegments(view: DataView, subtable: number, covered: Set<number>): void {
  const segments = view.getUint16(subtable + 6) / 2
  for (let segment = 0; segment < segments; segment += 1) {
    const end = subtable + 14 + segment * 2
    const start = end + 2 + segments * 2
    const delta = start + segments * 2
    const offset = delta + segments * 2
    for (let code = view.getUint16(start); code <= view.getUint16(end) && code < 0xffff; code += 1) {
      const range = view.getUint16(offset)
      const glyph =
        range === 0 ? code + view.getInt16(delta) : view.getUint16(offset + range + (code - view.getUint16(start)) * 2)
      if ((glyph & 0xffff) !== 0) covered.add(code)
    }
  }
}
