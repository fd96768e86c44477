import type { Language, Milliseconds } from '@vigie/engine'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const space = '\u00a0'
const dayMark = { fr: 'j', en: 'd' } as const

/** Counted time to the second, in hours: `45 s`, `12 min`, `1 h 30`, `4 h 00 min 30 s`. Never days: a day is no fixed number of open hours. */
export function formatDuration(duration: Milliseconds, language: Language): string {
  if (duration < 0) return `\u2212${formatDuration(-duration, language)}`
  if (duration > 0 && duration < second) return `<${space}1${space}s`
  const hours = Math.floor(duration / hour)
  const minutes = Math.floor((duration % hour) / minute)
  const seconds = Math.floor((duration % minute) / second)
  const tail = seconds === 0 ? '' : `${space}${pad(seconds)}${space}s`
  if (hours === 0 && minutes === 0) return `${seconds}${space}s`
  if (hours === 0) return `${minutes}${space}min${tail}`
  if (minutes === 0 && seconds === 0) return `${spaced(hours, language)}${space}h`
  const unit = language === 'en' || seconds > 0 ? `${space}min` : ''
  return `${spaced(hours, language)}${space}h${space}${pad(minutes)}${unit}${tail}`
}

/** For tables: to the minute from ten minutes on, cut and never rounded up, so that a length of time is never overstated. */
export function formatShort(duration: Milliseconds, language: Language): string {
  if (Math.abs(duration) < 10 * minute) return formatDuration(duration, language)
  return formatDuration(Math.trunc(duration / minute) * minute, language)
}

/** A statistic, rounded half-up to what a reader can use: seconds under 10 minutes, else minutes. */
export function formatMean(duration: Milliseconds, language: Language): string {
  const unit = Math.abs(duration) < 10 * minute ? second : minute
  return formatDuration(Math.round(duration / unit) * unit, language)
}

/** Elapsed time (24 h a day): as `formatMean` up to two days, then `3 j 4 h`. */
export function formatElapsed(duration: Milliseconds, language: Language): string {
  if (Math.abs(duration) < 2 * day) return formatMean(duration, language)
  const hours = Math.round(Math.abs(duration) / hour)
  const rest = hours % 24
  const sign = duration < 0 ? '\u2212' : ''
  const tail = rest === 0 ? '' : `${space}${rest}${space}h`
  return `${sign}${spaced(Math.floor(hours / 24), language)}${space}${dayMark[language]}${tail}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function spaced(value: number, language: Language): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',')
}
