import { civilDateOf, parseCivilDate } from '../../base/civil-date.ts'
import { type Duration, parseDuration } from '../../base/duration.ts'
import type { Language, Localised } from '../../base/message.ts'
import { formatRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayTime } from '../../base/say-time.ts'
import type { Target } from '../../commitments/clause-types.ts'
import { sayTarget } from '../../commitments/say-target.ts'
import { isMap } from './find-differences.ts'
import { termIn, VALUES } from './terms-words.ts'

/** What a sentence needs to know of the contract that a value stands in. */
export type ValueContext = {
  readonly currency: string
  /** The name of an id for a person, where the contract gives one. */
  readonly label: (id: string) => string | undefined
}

/** A value of a contract as a person reads it. `key`: the term that holds it, which says what a bare number is. */
export function sayValue(value: unknown, key: string, context: ValueContext): Localised {
  if (value === undefined || value === null) return { fr: 'rien', en: 'nothing' }
  if (typeof value === 'boolean') return value ? { fr: 'oui', en: 'yes' } : { fr: 'non', en: 'no' }
  if (typeof value === 'string') return sayText(value, key, context)
  if (Array.isArray(value)) return sayList(value, key, context)
  if (!isMap(value)) return { fr: String(value), en: String(value) }
  if (isRatio(value)) return sayPercent(value)
  if (isTarget(value)) return sayClock(value, context)
  return sayMap(value, key, context)
}

/** Whether a value is said as one, and never term by term. */
export function isUnit(value: unknown): boolean {
  return isMap(value) && (isRatio(value) || isTarget(value))
}

export function isTarget(value: unknown): value is Target {
  return (
    isMap(value) && typeof value.kind === 'string' && ['open-time', 'working-days', 'civil-days'].includes(value.kind)
  )
}

/** The calendars of a target, said by their labels; nothing for civil days. */
export function sayCalendar(target: Target, { label }: ValueContext): Localised | undefined {
  if (target.kind === 'civil-days') return undefined
  const named = (id: string) => label(id) ?? id
  const sites = Object.entries(target.calendar.bySite).map(([site, id]) => `${named(site)} : ${named(id)}`)
  const main = named(target.calendar.default)
  if (sites.length === 0) return { fr: main, en: main }
  return { fr: `${main} ; ${sites.join(' ; ')}`, en: `${main}; ${sites.join('; ').replaceAll(' : ', ': ')}` }
}

const MONEY: ReadonlySet<string> = new Set(['amount', 'price', 'minimum', 'orders', 'monthlyCost'])
const MONTHS_FR = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ')

function isRatio(value: unknown): value is Ratio {
  return isMap(value) && typeof value.numerator === 'bigint' && typeof value.denominator === 'bigint'
}

function sayPercent({ numerator, denominator }: Ratio): Localised {
  const text = formatRatio(ratioOf(numerator * 100n, denominator), 6).replace(/\.?0+$/, '')
  return { fr: `${text.replace('.', ',')}\u00a0%`, en: `${text}%` }
}

function sayClock(target: Target, context: ValueContext): Localised {
  const time = sayTarget(target)
  const calendar = sayCalendar(target, context)
  if (calendar === undefined) return time
  return { fr: `${time.fr} (${calendar.fr})`, en: `${time.en} (${calendar.en})` }
}

function sayText(text: string, key: string, { currency, label }: ValueContext): Localised {
  if (MONEY.has(key) && /^\d/.test(text))
    return { fr: `${text.replace('.', ',')}\u00a0${currency}`, en: `${text} ${currency}` }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseCivilDate(text) : undefined
  if (day !== undefined) {
    const { year, month, day: number } = civilDateOf(day)
    const first = number === 1 ? '1er' : String(number)
    return { fr: `${first} ${MONTHS_FR[month - 1]} ${year}`, en: `${number} ${MONTHS_EN[month - 1]} ${year}` }
  }
  const duration = /^P/.test(text) ? parseDuration(text) : undefined
  if (duration !== undefined) return sayDuration(duration)
  const known = Object.hasOwn(VALUES, text) && key !== 'label' ? VALUES[text] : undefined
  if (known !== undefined) return known
  const name = key === 'id' || key === 'label' ? undefined : label(text)
  return { fr: name ?? text, en: name ?? text }
}

function sayDuration({ months, days, milliseconds }: Duration): Localised {
  const years = months % 12 === 0 ? months / 12 : 0
  const parts: Localised[] = []
  if (years > 0)
    parts.push({ fr: `${years} ${years < 2 ? 'an' : 'ans'}`, en: `${years} ${years === 1 ? 'year' : 'years'}` })
  else if (months > 0) parts.push({ fr: `${months} mois`, en: `${months} ${months === 1 ? 'month' : 'months'}` })
  if (days > 0)
    parts.push({ fr: `${days} ${days < 2 ? 'jour' : 'jours'}`, en: `${days} ${days === 1 ? 'day' : 'days'}` })
  if (milliseconds > 0 || parts.length === 0) parts.push(sayTime(milliseconds))
  return joined(parts, ' ')
}

function sayList(list: readonly unknown[], key: string, context: ValueContext): Localised {
  if (list.length === 0) return { fr: 'aucun', en: 'none' }
  const said = list.map((one) => sayValue(one, key, context))
  return joined(said, list.some(isMap) ? ' / ' : ', ')
}

function sayMap(map: Readonly<Record<string, unknown>>, parent: string, context: ValueContext): Localised {
  const entries = Object.entries(map).filter(([, value]) => value !== undefined)
  if (entries.length === 0) return { fr: 'sans restriction', en: 'without restriction' }
  const { share, of, amount } = map
  if (entries.length === 2 && isRatio(share) && typeof of === 'string') {
    const percent = sayPercent(share)
    return { fr: `${percent.fr} de ${of}`, en: `${percent.en} of ${of}` }
  }
  if (entries.length === 1 && typeof amount === 'string') return sayText(amount, 'amount', context)
  return joined(
    entries.map(([key, value]) => {
      const term = bareTerm(parent, key)
      const said = sayValue(value, key, context)
      return { fr: `${term.fr} ${said.fr}`, en: `${term.en} ${said.en}` }
    }),
    ' ; ',
  )
}

/** A term without its article. */
function bareTerm(parent: string, key: string): Localised {
  const term = termIn(parent, key)
  if (term === undefined) return { fr: key, en: key }
  return { fr: term.fr.replace(/^(le |la |les |l’)/, ''), en: term.en.replace(/^the /, '') }
}

function joined(parts: readonly Localised[], separator: string): Localised {
  const say = (language: Language, by: string) => parts.map((part) => part[language]).join(by)
  return { fr: say('fr', separator), en: say('en', separator.replace(' ; ', '; ')) }
}
