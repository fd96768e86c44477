import type { CalendarChoice, Contract, Language, Ratio, Target } from '@vigie/engine'
import { formatDate } from '../format/date.ts'
import { formatMoney } from '../format/money.ts'
import { formatDecimal, formatPercent } from '../format/number.ts'
import { type Anchors, anchorsOf, type Kind } from './anchors.ts'
import type { Inline, Run } from './document-model.ts'
import { hoursInWords } from './hours-in-words.ts'
import { en, fr, inlineOf, joined, type Said } from './inline.ts'
import { countOf, sayDuration, sayMilliseconds } from './say-duration.ts'
import { usualName } from './usual-names.ts'

/** A contract, a language, and how its values are written in it. */
export type Writing = {
  readonly contract: Contract
  readonly language: Language
  readonly anchors: Anchors
  /** The sentence of the document's language. */
  say(french: Inline, english: Inline): Inline
  text(french: string, english: string): string
  money(amount: string): string
  percent(ratio: Ratio): string
  decimal(digits: string): string
  date(civil: string): string
  duration(iso: string): string
  count(number: number | string, french: readonly [string, string], english: readonly [string, string]): string
  /** A thing by its label, linked to where it stands. */
  name(kind: Kind, id: string): Run
  names(kind: Kind, ids: readonly string[]): Inline
  /** The delay with its clock: `4 heures du calendrier « Heures ouvrées »`. */
  target(target: Target): Inline
  /** The delay alone, with its cut-off and its end. */
  delay(target: Target): Inline
  /** The calendar that counts, with its hours. */
  counted(target: Target): Inline
  and(items: readonly Said[]): Inline
  or(items: readonly Said[]): Inline
}

/** How a contract’s values are written in a language. */
export function writingOf(contract: Contract, language: Language): Writing {
  const french = language === 'fr'
  const anchors = anchorsOf(contract)
  const say = (one: Inline, other: Inline) => (french ? one : other)
  const text = (one: string, other: string) => (french ? one : other)
  const name = (kind: Kind, id: string): Run => {
    const to = anchors.to(kind, id)
    const label = anchors.named(kind, id)?.label ?? usualName(kind, id, text)
    return to === undefined ? { text: label } : { text: label, to }
  }
  const listed = (items: readonly Said[], last: string): Inline =>
    items.length < 2 ? inlineOf(items[0] ?? '') : joined([joined(items.slice(0, -1), ', '), last, items.at(-1) ?? ''])
  const and = (items: readonly Said[]) => listed(items, text(' et ', ' and '))
  const or = (items: readonly Said[]) => listed(items, text(' ou ', ' or '))
  const count: Writing['count'] = (number, inFrench, inEnglish) =>
    countOf(String(number), french ? inFrench : inEnglish, language)
  const delay = (target: Target): Inline => {
    switch (target.kind) {
      case 'open-time':
        return inlineOf(sayMilliseconds(target.milliseconds, language))
      case 'civil-days':
        return inlineOf(count(target.days, ['jour calendaire', 'jours calendaires'], ['calendar day', 'calendar days']))
      case 'working-days': {
        const days = count(target.days, ['jour ouvré', 'jours ouvrés'], ['working day', 'working days'])
        const { cutoff, until } = target
        const limits = [
          ...(cutoff === undefined
            ? []
            : [text(`pour un signalement avant ${cutoff}`, `for a report before ${cutoff}`)]),
          ...(until === 'end-of-day'
            ? []
            : [text(`au plus tard à ${until} le dernier jour`, `by ${until} on the last day`)]),
        ]
        return inlineOf(limits.length === 0 ? days : `${days} (${limits.join(', ')})`)
      }
    }
  }
  const calendars = (choice: CalendarChoice, hours: boolean): Inline => {
    const one = (id: string): Inline => {
      const inWords = hours ? hoursInWords(contract.calendars[id], language) : ''
      const said = inWords === contract.calendars[id]?.label ? '' : inWords
      return say(
        fr`« ${name('calendar', id)} »${said === '' ? '' : ` (${said})`}`,
        en`“${name('calendar', id)}”${said === '' ? '' : ` (${said})`}`,
      )
    }
    const sites = Object.entries(choice.bySite).map(([site, id]) =>
      say(fr`${one(id)} pour le site ${name('site', site)}`, en`${one(id)} for the site ${name('site', site)}`),
    )
    return sites.length === 0
      ? one(choice.default)
      : say(
          fr`${one(choice.default)} ou, selon le site, ${and(sites)}`,
          en`${one(choice.default)} or, by site, ${and(sites)}`,
        )
  }
  return {
    contract,
    language,
    anchors,
    say,
    text,
    money: (amount) => formatMoney(amount, contract.currency, language),
    percent: (ratio) => formatPercent(digitsOf({ ...ratio, numerator: ratio.numerator * 100n }), language),
    decimal: (digits) => formatDecimal(digits, language),
    date: (civil) => formatDate(civil, language),
    duration: (iso) => sayDuration(iso, language),
    count,
    name,
    names: (kind, ids) => and(ids.map((id) => name(kind, id))),
    delay,
    target(target) {
      if (target.kind === 'civil-days') return delay(target)
      const clock = calendars(target.calendar, false)
      return say(fr`${delay(target)} du calendrier ${clock}`, en`${delay(target)} of the calendar ${clock}`)
    },
    counted(target) {
      if (target.kind === 'civil-days')
        return say(fr`en jours calendaires, de date à date`, en`in calendar days, from date to date`)
      const clock = calendars(target.calendar, true)
      return say(fr`sur le calendrier ${clock}`, en`on the calendar ${clock}`)
    },
    and,
    or,
  }
}

/** The decimal digits of an exact ratio, as many as it needs up to nine. */
export function digitsOf({ numerator, denominator }: Ratio): string {
  const scaled = ((numerator * 1_000_000_000n) / denominator).toString().padStart(10, '0')
  const fraction = scaled.slice(-9).replace(/0+$/, '')
  return fraction === '' ? scaled.slice(0, -9) : `${scaled.slice(0, -9)}.${fraction}`
}
