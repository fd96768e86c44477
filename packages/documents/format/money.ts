import type { Language } from '@vigie/engine'
import { formatDecimal } from './number.ts'

const signs: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£' }

/** An exact amount (`"-1234.50"`, ISO 4217 currency) as the language writes it: `−1 234,50 €`, `−€1,234.50`. */
export function formatMoney(amount: string, currency: string, language: Language): string {
  const sign = signs[currency]
  const written = formatDecimal(amount, language)
  if (language === 'fr') return `${written}\u00a0${sign ?? currency}`
  const minus = written.startsWith('\u2212') ? '\u2212' : ''
  return `${minus}${sign ?? `${currency}\u00a0`}${written.slice(minus.length)}`
}
