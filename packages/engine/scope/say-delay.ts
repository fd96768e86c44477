import type { Localised } from '../base/message.ts'
import { parseDecimal } from '../base/ratio.ts'
import { sayTime } from '../base/say-time.ts'
import type { DelayTerms } from './scope-terms.ts'

/** A delay of the scope in words, with its calendar: `4 h (Heures ouvrées)`, `2 working days`. */
export function sayDelay(delay: DelayTerms, site: string | undefined, nameOf: (id: string) => string): Localised {
  const { fr, en } = sayLength(delay)
  const calendar = calendarOf(delay.calendar, site)
  if (calendar === undefined) return { fr, en }
  return { fr: `${fr} (${nameOf(calendar)})`, en: `${en} (${nameOf(calendar)})` }
}

/** As written, or as the reader of contracts gives it (`kind`). */
function sayLength({ kind, milliseconds, days, hours, minutes, workingDays }: DelayTerms): Localised {
  if (kind === 'open-time' && typeof milliseconds === 'number') return sayTime(milliseconds)
  if (kind === 'working-days') return sayDays(days, 'ouvré', 'working ')
  if (workingDays !== undefined) return sayDays(workingDays, 'ouvré', 'working ')
  if (hours !== undefined) return sayOpenTime(hours, 3_600_000n)
  if (minutes !== undefined) return sayOpenTime(minutes, 60_000n)
  return sayDays(days, 'civil', 'civil ')
}

function sayOpenTime(size: unknown, unit: bigint): Localised {
  const { numerator = 0n, denominator = 1n } = parseDecimal(String(size)) ?? {}
  return sayTime(Number((numerator * unit) / denominator))
}

function sayDays(days: unknown, fr: string, en: string): Localised {
  const count = Number(days)
  const s = count < 2 ? '' : 's'
  return { fr: `${days}\u00a0jour${s} ${fr}${s}`, en: `${days}\u00a0${en}day${count === 1 ? '' : 's'}` }
}

function calendarOf(calendar: unknown, site: string | undefined): string | undefined {
  if (typeof calendar === 'string') return calendar
  if (typeof calendar !== 'object' || calendar === null) return undefined
  const { bySite, default: usual } = calendar as {
    readonly bySite?: Readonly<Record<string, string>>
    readonly default?: string
  }
  return (site !== undefined && bySite && Object.hasOwn(bySite, site) ? bySite[site] : undefined) ?? usual
}
