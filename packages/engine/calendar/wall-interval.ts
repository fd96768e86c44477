/**
 * Wall-clock hours in minutes from 00:00 of the day on which they start: `0 ≤ start < 1440`, `start < end ≤ start +
 * 1440`.
 */
export type WallInterval = { readonly start: number; readonly end: number }

export const MINUTES_PER_DAY = 1440

/**
 * Reads `HH:MM-HH:MM`, half-open. `24:00` may end it; an end at or before the start lies on the next civil day
 * (equal ends are 24 hours). `undefined` for any other form.
 */
export function parseWallInterval(text: string): WallInterval | undefined {
  if (text.length !== 11 || text[5] !== '-') return undefined
  const start = parseWallTime(text.slice(0, 5))
  const end = parseWallTime(text.slice(6))
  if (start === undefined || end === undefined || start === MINUTES_PER_DAY) return undefined
  return { start, end: end > start ? end : end + MINUTES_PER_DAY }
}

/** Minutes of `HH:MM`, `00:00` to `24:00`; `undefined` for any other form. */
export function parseWallTime(text: string): number | undefined {
  if (text === '24:00') return MINUTES_PER_DAY
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2])
}

/** Whether the hours run past midnight into the next civil day; an end at 24:00 does not. */
export function runsOverMidnight({ end }: WallInterval): boolean {
  return end > MINUTES_PER_DAY
}
