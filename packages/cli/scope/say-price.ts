import type { Language } from '@vigie/engine'
import { groupDigits } from './group-digits.ts'
import type { ScopeVersion } from './scope-file.ts'

/** Names calendars, roles and price items; an item comes with its price where it has one. */
export function namesOf({ names, prices }: ScopeVersion, currency: string, language: Language): (id: string) => string {
  return (id) => {
    if (!Object.hasOwn(prices, id)) return Object.hasOwn(names, id) ? (names[id] ?? id) : id
    const { label, unit, price } = prices[id] ?? {}
    if (price === undefined) return label ?? id
    return `${label ?? id}${language === 'fr' ? '\u00a0: ' : ': '}${amount(price, currency, language)}${per(unit, language)}`
  }
}

function amount(price: string, currency: string, language: Language): string {
  const [whole = '0', cents = ''] = price.split('.')
  const grouped = groupDigits(whole, language)
  const figure = `${grouped}${language === 'fr' ? ',' : '.'}${cents.padEnd(2, '0')}`
  if (currency !== 'EUR') return `${figure}\u00a0${currency}`
  return language === 'fr' ? `${figure}\u00a0€` : `€${figure}`
}

const UNITS: Readonly<Record<string, string>> = {
  day: 'jour',
  'half-day': 'demi-journée',
  hour: 'heure',
  visit: 'déplacement',
  month: 'mois',
  workstation: 'poste',
  server: 'serveur',
  user: 'utilisateur',
  account: 'compte',
  ticket: 'ticket',
  site: 'site',
}

function per(unit: string | undefined, language: Language): string {
  if (unit === undefined) return ''
  const word = language === 'fr' && Object.hasOwn(UNITS, unit) ? UNITS[unit] : unit
  return language === 'fr' ? ` par ${word}` : ` per ${word}`
}
