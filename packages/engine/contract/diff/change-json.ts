import type { JsonValue } from '../../base/json-value.ts'
import type { Language } from '../../base/message.ts'
import { formatRatio, ratioOf } from '../../base/ratio.ts'
import type { ContractChange } from './contract-change.ts'

/** A change as one element of `diff --json`: terms as they are executed, percentages as decimal strings, times in seconds. */
export function changeJson({ before, after, subject, message, clause, ...change }: ContractChange, language: Language) {
  return {
    ...change,
    ...(clause === undefined ? {} : { clause }),
    subject: subject[language],
    message: message[language],
    before: printable(before),
    after: printable(after),
  }
}

function printable(value: unknown): JsonValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(printable)
  if (typeof value !== 'object') return String(value)
  if ('numerator' in value && 'denominator' in value) {
    const { numerator, denominator } = value
    if (typeof numerator === 'bigint' && typeof denominator === 'bigint')
      return `${formatRatio(ratioOf(numerator * 100n, denominator), 6).replace(/\.?0+$/, '')}%`
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (inner === undefined) return []
      return [key === 'milliseconds' && typeof inner === 'number' ? ['seconds', inner / 1000] : [key, printable(inner)]]
    }),
  )
}
