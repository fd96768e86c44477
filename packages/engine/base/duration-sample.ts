import type { Milliseconds } from './instant.ts'

/** A bag of durations in integer ms without an object a value: a million of them is 8 MB. `values` past `count` is room. */
export type DurationSample = { count: number; values: Float64Array }

export function emptySample(): DurationSample {
  return { count: 0, values: new Float64Array(0) }
}

export function addDuration(sample: DurationSample, value: Milliseconds): void {
  if (sample.count === sample.values.length) {
    const larger = new Float64Array(Math.max(16, sample.count * 2))
    larger.set(sample.values)
    sample.values = larger
  }
  sample.values[sample.count] = value
  sample.count += 1
}

/** The values in ascending order, in an array of their own. */
export function ascending(sample: DurationSample): Float64Array {
  return sample.values.slice(0, sample.count).sort()
}

/** Nearest-rank percentile of values in ascending order: the value at rank ⌈percent × n ÷ 100⌉, at least the first. */
export function nearestRank(values: Float64Array, percent: number): Milliseconds | undefined {
  const rank = Math.max(1, Math.ceil((percent * values.length) / 100))
  return values[rank - 1]
}

/** The mean in integer ms, half-up; undefined where there is no value. */
export function meanOf(values: Float64Array): Milliseconds | undefined {
  if (values.length === 0) return undefined
  const count = BigInt(values.length)
  const total = exactSum(values)
  const half = (total * 2n + count) / (count * 2n)
  return Number(total * 2n + count < 0n && half * count * 2n !== total * 2n + count ? half - 1n : half)
}

/** 300,000 tickets of a year each leave the safe integers of a float: carried over before they do. */
function exactSum(values: Float64Array): bigint {
  let sum = 0n
  let part = 0
  for (const value of values) {
    part += value
    if (part > CARRY || part < -CARRY) {
      sum += BigInt(part)
      part = 0
    }
  }
  return sum + BigInt(part)
}

const CARRY = 2 ** 52
