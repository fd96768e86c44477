import type { Language } from '@vigie/engine'

/** A whole number in groups of three: `32 400`, `32,400`. */
export function groupDigits(count: number | bigint | string, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',')
}
