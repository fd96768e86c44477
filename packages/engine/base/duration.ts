import type { Milliseconds } from './instant.ts'

/**
 * An ISO 8601 duration. Years, months, weeks and days are civil calendar time (same wall time, month-end clamped);
 * hours, minutes and seconds are elapsed time. Years are 12 months, weeks 7 days; all three parts are ≥ 0 integers.
 */
export type Duration = { readonly months: number; readonly days: number; readonly milliseconds: Milliseconds }

/**
 * Reads `PnYnMnWnDTnHnMnS`, upper case, units in this order, at least one; the last unit of time may have a fraction
 * that is a whole number of milliseconds (`PT1.5H`, `PT0,25S`). `undefined` for any other form (signs included).
 */
export function parseDuration(text: string): Duration | undefined {
  const match = FORM.exec(text)
  if (match === null) return undefined
  const [, years, months, weeks, days, time, hours, minutes, seconds] = match
  if (time === 'T' || text === 'P') return undefined
  const written = [hours, minutes, seconds].filter((part) => part !== undefined)
  if (written.slice(0, -1).some((part) => /[.,]/.test(part))) return undefined
  const milliseconds = sum(exact(hours, 3_600_000), exact(minutes, 60_000), exact(seconds, 1000))
  if (milliseconds === undefined) return undefined
  return { months: whole(years) * 12 + whole(months), days: whole(weeks) * 7 + whole(days), milliseconds }
}

/** The shortest ISO 8601 form that reads back as the same duration; `PT0S` for none. */
export function formatDuration({ months, days, milliseconds }: Duration): string {
  const years = Math.floor(months / 12)
  const seconds = (milliseconds % 60_000) / 1000
  const minutes = Math.floor(milliseconds / 60_000) % 60
  const hours = Math.floor(milliseconds / 3_600_000)
  const date = unit(years, 'Y') + unit(months % 12, 'M') + unit(days, 'D')
  const time = unit(hours, 'H') + unit(minutes, 'M') + unit(seconds, 'S')
  if (time !== '') return `P${date}T${time}`
  return date === '' ? 'PT0S' : `P${date}`
}

// At most 6 digits a number: a thousand centuries of days, and no sum leaves the integers.
const FORM =
  /^P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(T(?:(\d{1,9}(?:[.,]\d{1,9})?)H)?(?:(\d{1,9}(?:[.,]\d{1,9})?)M)?(?:(\d{1,9}(?:[.,]\d{1,9})?)S)?)?$/

function unit(value: number, letter: string): string {
  return value === 0 ? '' : `${value}${letter}`
}

function whole(part: string | undefined): number {
  return part === undefined ? 0 : Number(part)
}

/** `part` units of `size` ms, in integers; `undefined` if that is no whole number of milliseconds. */
function exact(part: string | undefined, size: number): number | undefined {
  if (part === undefined) return 0
  const [integer = '0', fraction = ''] = part.split(/[.,]/)
  const scale = 10 ** fraction.length
  const extra = Number(fraction) * size
  return extra % scale === 0 ? Number(integer) * size + extra / scale : undefined
}

function sum(...parts: readonly (number | undefined)[]): number | undefined {
  let total = 0
  for (const part of parts) {
    if (part === undefined) return undefined
    total += part
  }
  return total
}
