/** A column and a text in one number; `column` below 32, `value` an index below 2²⁷. */
export function cellOf(column: number, value: number): number {
  return ((column << VALUE_BITS) | value) >>> 0
}

export function columnOf(cell: number): number {
  return cell >>> VALUE_BITS
}

export function textIndexOf(cell: number): number {
  return cell & VALUE_MASK
}

const VALUE_BITS = 27
const VALUE_MASK = (1 << VALUE_BITS) - 1
