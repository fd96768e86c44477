import type { Language } from '@vigie/engine'

const UNITS = {
  fr: [
    ['an', 'ans'],
    ['mois', 'mois'],
    ['semaine', 'semaines'],
    ['jour', 'jours'],
    ['heure', 'heures'],
    ['minute', 'minutes'],
    ['seconde', 'secondes'],
  ],
  en: [
    ['year', 'years'],
    ['month', 'months'],
    ['week', 'weeks'],
    ['day', 'days'],
    ['hour', 'hours'],
    ['minute', 'minutes'],
    ['second', 'seconds'],
  ],
} as const satisfies Readonly<Record<Language, readonly (readonly [string, string])[]>>

/** An ISO 8601 duration in full words, unit by unit as it is written: `P1Y6M` → `1 an et 6 mois`. */
export function sayDuration(iso: string, language: Language): string {
  const [, ...numbers] = FORM.exec(iso) ?? []
  const parts = numbers.flatMap((number, index) =>
    number === undefined ? [] : [countOf(number, UNITS[language][index] ?? ['', ''], language)],
  )
  if (parts.length === 0) return iso
  const and = language === 'fr' ? ' et ' : ' and '
  const last = parts.at(-1) ?? ''
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')}${and}${last}`
}

/** A length in milliseconds in full words: `30 minutes`, `1 heure et 30 minutes`. */
export function sayMilliseconds(milliseconds: number, language: Language): string {
  const hours = Math.floor(milliseconds / 3_600_000)
  const minutes = Math.floor((milliseconds % 3_600_000) / 60_000)
  const seconds = (milliseconds % 60_000) / 1000
  const part = (count: number, unit: string) => (count === 0 ? '' : `${count}${unit}`)
  const time = part(hours, 'H') + part(minutes, 'M') + part(seconds, 'S')
  return sayDuration(time === '' ? 'PT0M' : `PT${time}`, language)
}

/** `1 jour`, `0 jour`, `2 jours`; English has a singular for 1 alone. */
export function countOf(number: string, [one, more]: readonly [string, string], language: Language): string {
  const value = Number(number.replace(',', '.'))
  const singular = language === 'fr' ? value < 2 : value === 1
  const digits = language === 'fr' ? number.replace('.', ',') : number.replace(',', '.')
  return `${digits}\u00a0${singular ? one : more}`
}

const FORM =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/
