import type { Localised } from './message.ts'
import { formatRatio, type Ratio } from './ratio.ts'

/** A figure for a person: thousands marked, its decimals, cut to four where it has more; minus sign U+2212. */
export function sayFigure(value: Ratio, digits = 0): Localised {
  const decimals = decimalsOf(value.denominator) ?? Number.POSITIVE_INFINITY
  const text = formatRatio(value, Math.max(digits, Math.min(decimals, 4)))
  const about = decimals > 4 ? '≈ ' : ''
  return { fr: `${about}${written(text, '\u202f', ',')}`, en: `${about}${written(text, ',', '.')}` }
}

/** An amount for a person, cents at least: `3 271,00 €` (U+202F, U+00A0), `€3,271.00`. */
export function sayMoney(value: Ratio, currency: string): Localised {
  const { fr, en } = sayFigure(value, 2)
  const sign = SIGNS[currency]
  const [, before = '', digits = en] = /^(≈ )?(.*)$/.exec(en) ?? []
  const minus = digits.startsWith('\u2212') ? '\u2212' : ''
  return {
    fr: `${fr}\u00a0${sign ?? currency}`,
    en: `${before}${minus}${sign ?? `${currency}\u00a0`}${digits.slice(minus.length)}`,
  }
}

/** How many decimals write a fraction in lowest terms exactly; undefined where none, or more than twenty, do. */
export function decimalsOf(denominator: bigint): number | undefined {
  let decimals = 0
  for (let power = 1n; decimals <= 20; power *= 10n) {
    if (power % denominator === 0n) return decimals
    decimals += 1
  }
  return undefined
}

const SIGNS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£' }

function written(text: string, group: string, mark: string): string {
  const [whole = '', fraction] = text.replace('-', '').split('.')
  const minus = text.startsWith('-') ? '\u2212' : ''
  return `${minus}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${fraction === undefined ? '' : mark + fraction}`
}
