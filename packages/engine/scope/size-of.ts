import { compareRatio, parseDecimal, type Ratio } from '../base/ratio.ts'

/** Whether a size is strictly above a limit; false where one of them is no size. */
export function isAbove(size: unknown, limit: unknown): boolean {
  const [a, b] = [sizeOf(size), sizeOf(limit)]
  return a !== undefined && b !== undefined && compareRatio(a, b) > 0
}

/** A size that is 0 or more, exactly. */
export function sizeOf(value: unknown): Ratio | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const size = parseDecimal(String(value).trim())
  return size !== undefined && size.numerator >= 0n ? size : undefined
}
