/** Drawn where the font has no glyph. */
const placeholder = '□'
const invisible = /\p{Default_Ignorable_Code_Point}/u

/** Fits texts to what a font can draw, and remembers whether anything was lost. */
export type TextFitter = { readonly fitText: (text: string) => string; readonly hasLost: () => boolean }

/** Composed, without invisible or control characters; what the font cannot draw becomes `□`. */
export function textFitter(covered: ReadonlySet<number>): TextFitter {
  let lost = false
  return { fitText: (text) => [...text.toWellFormed().normalize('NFC')].map(drawable).join(''), hasLost: () => lost }

  function drawable(character: string): string {
    if (invisible.test(character)) return ''
    if (covered.has(character.codePointAt(0) ?? 0)) return character
    if (/\s/u.test(character)) return ' '
    lost = true
    return placeholder
  }
}

/** The same plain value with every text in it changed. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)])) as Value
}
