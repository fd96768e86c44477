import { civilDateOf, type EpochDay } from '../../base/civil-date.ts'
import type { Localised } from '../../base/message.ts'

const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/** A civil day in words: `1er janvier 2029`, `1 January 2029`. */
export function sayDay(day: EpochDay): Localised {
  const { year, month, day: number } = civilDateOf(day)
  return {
    fr: `${number === 1 ? '1er' : number}\u00a0${MONTHS.fr[month - 1]}\u00a0${year}`,
    en: `${number}\u00a0${MONTHS.en[month - 1]}\u00a0${year}`,
  }
}

/** A month in words: `juillet 2026`, `July 2026`. */
export function sayMonth(day: EpochDay): Localised {
  const { year, month } = civilDateOf(day)
  return { fr: `${MONTHS.fr[month - 1]}\u00a0${year}`, en: `${MONTHS.en[month - 1]}\u00a0${year}` }
}
