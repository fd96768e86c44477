import type { Language } from '@vigie/engine'
import { formatShortMonth } from '../format/date.ts'
import { formatDecimal, formatInteger, formatPercent, formatSigned } from '../format/number.ts'
import { type Messages, messages } from '../messages/catalogue.ts'

/** A language's words and number marks. */
export type Voice = {
  readonly language: Language
  readonly words: Messages
  integer(value: number): string
  decimal(text: string): string
  percent(text: string): string
  signed(text: string): string
  /** A period on an axis: `oct.` for a month; the label of another period as it stands. */
  shortPeriod(label: string, withYear?: boolean): string
}

export function voice(language: Language): Voice {
  return {
    language,
    words: messages(language),
    integer: (value) => formatInteger(value, language),
    decimal: (text) => formatDecimal(text, language),
    percent: (text) => formatPercent(text, language),
    signed: (text) => formatSigned(text, language),
    shortPeriod: (label, withYear) =>
      isMonthLabel(label) ? formatShortMonth(label, language, withYear) : shortSpan(label),
  }
}

/** `2026-10`. */
export function isMonthLabel(label: string): boolean {
  return /^\d{4}-\d{2}$/.test(label)
}

/** `2026-10-01/2026-11-15` → `10-01`, enough to tell the bars of one chart apart. */
function shortSpan(label: string): string {
  return label.split('/')[0]?.slice(5, 10) ?? label
}
