import type { Instant, Milliseconds } from '@vigie/engine'
import type { CellObject } from 'write-excel-file/node'
import { civilTime } from '../format/civil-time.ts'

/** A cell of the workbook; null leaves it empty. */
export type SheetCell = CellObject | null

const longestText = 32_000

/**
 * Text that stays text: a shared string of format `@`, so that a value that begins with `=`, `+`, `-`, `@`, a tab or a
 * return is never read as a formula, when it is edited again either (OWASP, CSV injection).
 */
export function text(value: string | undefined, more: Partial<CellObject> = {}): SheetCell {
  if (value === undefined || value === '') return null
  const kept = value.length > longestText ? `${value.slice(0, longestText)}…` : value
  return { value: kept, type: String, format: '@', alignVertical: 'top', ...more }
}

export function wrapped(value: string | undefined): SheetCell {
  return text(value, { wrap: true })
}

export function bold(value: string): SheetCell {
  return text(value, { fontWeight: 'bold' })
}

export function header(value: string): SheetCell {
  return text(value, {
    fontWeight: 'bold',
    wrap: true,
    textColor: '#465364',
    backgroundColor: '#F5F6F8',
    bottomBorderColor: '#141D2B',
    bottomBorderStyle: 'thin',
  })
}

export function integer(value: number | undefined): SheetCell {
  return value === undefined ? null : number(value, '#,##0')
}

export function decimal(value: string | null | undefined): SheetCell {
  return value === null || value === undefined ? null : number(Number(value), '0.00')
}

/** A percentage given as a decimal string, as a number that Excel shows in percent. */
export function percent(value: string | null | undefined): SheetCell {
  return value === null || value === undefined ? null : number(Number(value) / 100, '0.00%')
}

/** A length of time as a share of a day, shown in hours past 24. */
export function duration(value: Milliseconds | undefined): SheetCell {
  return value === undefined ? null : number(value / 86_400_000, '[h]:mm:ss')
}

/** An instant as the wall clock of the contract's zone shows it: Excel knows no zones. */
export function dateTime(value: Instant | undefined, timeZone: string, format: string): SheetCell {
  if (value === undefined) return null
  const { year, month, day, hour, minute, second } = civilTime(value, timeZone)
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  return { value: wall, type: Date, format, align: 'right', alignVertical: 'top' }
}

/** A civil date `YYYY-MM-DD` as a date. */
export function civilDate(value: string | undefined, format: string): SheetCell {
  if (value === undefined) return null
  return { value: new Date(`${value}T00:00:00Z`), type: Date, format, align: 'right', alignVertical: 'top' }
}

function number(value: number, format: string): SheetCell {
  return { value, type: Number, format, alignVertical: 'top' }
}
