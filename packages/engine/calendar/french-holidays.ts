import type { EpochDay } from '../base/civil-date.ts'
import { epochDayOf } from '../base/civil-date.ts'
import type { Localised } from '../base/message.ts'

/**
 * Where French law differs from the library's table (Code du travail L3133-1; L3134-13 for Alsace-Moselle; L3422-2 for
 * the abolition of slavery overseas). Everything else of the library's table for France agrees with the law.
 */
export type FrenchCorrection = {
  /** Ids of holidays that the law does not give there. */
  readonly drop?: readonly string[]
  /** A date of each year, `MMDD`, that replaces the library's for this id. */
  readonly move?: Readonly<Record<string, string>>
}

/** By place of the library's table. */
export const FRENCH_CORRECTIONS: Readonly<Record<string, FrenchCorrection>> = {
  // Good Friday is a custom there, not a holiday by law.
  'FR.GP': { drop: ['good-friday'] },
  'FR.MQ': { drop: ['good-friday'] },
  // Law 2017-256: Saint-Martin keeps the 28 May, no longer Guadeloupe's 27.
  'FR.MF': { move: { 'abolition-of-slavery': '0528' } },
}

/** First day on which a holiday of the French law exists; before it, the date is a working day. */
export const FRENCH_SINCE: Readonly<Record<string, EpochDay>> = {
  // Law 81-893: the 8 May is a holiday again.
  'victory-day': epochDayOf(1981, 10, 2),
  // Decree 83-1003 of 23 November 1983.
  'abolition-of-slavery': epochDayOf(1983, 11, 23),
}

/** Names as the French law and the French calendar write them. */
export const FRENCH_NAMES: Readonly<Record<string, Localised>> = {
  'new-years-day': { fr: 'Jour de l’an', en: 'New Year’s Day' },
  'labour-day': { fr: 'Fête du Travail', en: 'Labour Day' },
  'victory-day': { fr: 'Victoire 1945', en: 'Victory Day 1945' },
  'ascension-day': { fr: 'Ascension', en: 'Ascension Day' },
  'bastille-day': { fr: 'Fête nationale', en: 'Bastille Day' },
  'armistice-day': { fr: 'Armistice 1918', en: 'Armistice Day 1918' },
  'abolition-of-slavery': { fr: 'Abolition de l’esclavage', en: 'Abolition of slavery' },
  'boxing-day': { fr: 'Saint-Étienne', en: 'St Stephen’s Day' },
}

/**
 * The table's place for a French department or territory (INSEE code, ISO code or none); `undefined` if there is no
 * such one.
 */
export function frenchPlace(region: string | undefined): string | undefined {
  if (region === undefined || METROPOLITAN.test(region)) return ALSACE_MOSELLE.has(region ?? '') ? `FR.${region}` : 'FR'
  return OVERSEAS[region]
}

const METROPOLITAN = /^(0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5])$/
const ALSACE_MOSELLE = new Set(['57', '67', '68'])

/**
 * Saint-Pierre-et-Miquelon and the southern lands keep the national list; the Pacific territories have lists of their
 * own.
 */
const OVERSEAS: Readonly<Record<string, string>> = {
  971: 'FR.GP',
  972: 'FR.MQ',
  973: 'FR.GF',
  974: 'FR.RE',
  975: 'FR',
  976: 'FR.YT',
  977: 'FR.BL',
  978: 'FR.MF',
  984: 'FR',
  986: 'WF',
  987: 'PF',
  988: 'NC',
  GP: 'FR.GP',
  MQ: 'FR.MQ',
  GF: 'FR.GF',
  RE: 'FR.RE',
  PM: 'FR',
  YT: 'FR.YT',
  BL: 'FR.BL',
  MF: 'FR.MF',
  TF: 'FR',
  WF: 'WF',
  PF: 'PF',
  NC: 'NC',
}
