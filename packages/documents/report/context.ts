import type { Assessment, Contract, Language, Localised, Period } from '@vigie/engine'
import { civilDateAt, formatDate, formatMonth } from '../format/date.ts'
import { frenchSpaces } from '../messages/typography.ts'
import { isMonthLabel, type Voice, voice } from './voice.ts'

/** What every part of the model needs in order to speak: the language's voice and the contract's names. */
export type ReportContext = Voice & {
  readonly contract: Contract
  /** Commitments that facts beside tickets measured. */
  readonly measured: ReadonlySet<string>
  /** A sentence of the engine, with this language's spaces. */
  said(message: Localised): string
  /** `octobre 2026`, or `du … au …`. */
  periodTitle(period: Period): string
  isMonth(period: Period): boolean
  /** `''`: civil days, which no calendar counts. */
  calendarLabel(id: string): string
  label(id: string): string
}

export function reportContext(
  contract: Contract,
  language: Language,
  { availability = [], controls = [] }: Pick<Assessment, 'availability' | 'controls'> = {},
): ReportContext {
  const { words, ...marks } = voice(language)
  const civil = (instant: number): string => formatDate(civilDateAt(instant, contract.timeZone), language)
  return {
    ...marks,
    words,
    contract,
    measured: new Set([...availability, ...controls].map(({ clause }) => clause.id)),
    said: (message) => (language === 'fr' ? frenchSpaces(message.fr) : message.en),
    periodTitle: ({ label, from, to }) =>
      isMonthLabel(label) ? formatMonth(label, language) : words.periodFromTo(civil(from), civil(to - 1)),
    isMonth: ({ label }) => isMonthLabel(label),
    calendarLabel: (id) => (id === '' ? words.civilTime : (contract.calendars[id]?.label ?? id)),
    label: (id) => contract.labels[id] ?? id,
  }
}
