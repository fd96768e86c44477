import type { Language } from '@vigie/engine'

const groupMark = { fr: '\u202f', en: ',' } as const
const decimalMark = { fr: ',', en: '.' } as const
const beforePercent = { fr: '\u00a0', en: '' } as const

/** An integer with the thousands marked as the language does (U+202F in French). Own code: the same bytes everywhere. */
export function formatInteger(value: number, language: Language): string {
  const digits = String(Math.abs(Math.trunc(value)))
  return `${value < 0 ? '\u2212' : ''}${grouped(digits, language)}`
}

/** A decimal string (`"-1234.5"`) in the language's marks, digits untouched, minus sign U+2212. */
export function formatDecimal(text: string, language: Language): string {
  const [, sign = '', whole = text, fraction] = /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const minus = sign === '' ? '' : '\u2212'
  return `${minus}${grouped(whole, language)}${fraction === undefined ? '' : decimalMark[language] + fraction}`
}

/** `"95.11"` → `95,11 %` (U+00A0) in French, `95.11%` in English. */
export function formatPercent(text: string, language: Language): string {
  return `${formatDecimal(text, language)}${beforePercent[language]}%`
}

/** A difference with its sign always written: `+3`, `−2,1`, `0`. */
export function formatSigned(text: string, language: Language): string {
  const written = formatDecimal(text, language)
  return /^[-−]/.test(text) || /^0(\.0*)?$/.test(text) ? written : `+${written}`
}

function grouped(digits: string, language: Language): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, groupMark[language])
}
