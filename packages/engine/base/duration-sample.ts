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

/**
 * Nearest-rank percentile: the value at rank ⌈percent × n ÷ 100⌉ of the values in ascending order, at least the first;
 * undefined where there is no value. Moves the values of the sample about, in linear time.
 */
export function nearestRank({ values, count }: DurationSample, percent: number): Milliseconds | undefined {
  const rank = Math.max(1, Math.ceil((percent * count) / 100)) - 1
  let first = 0
  let last = count - 1
  while (first < last) {
    const pivot = values[(first + last) >> 1] ?? 0
    let low = first
    let high = last
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low++
      while ((values[high] ?? 0) > pivot) high--
      if (low > high) break
      const held = values[low] ?? 0
      values[low++] = values[high] ?? 0
      values[high--] = held
    }
    if (rank <= high) last = high
    else if (rank >= low) first = low
    else break
  }
  return count === 0 ? undefined : values[rank]
}

/** The mean in integer ms, half-up; undefined where there is no value. */
export function meanOf(sample: DurationSample): Milliseconds | undefined {
  if (sample.count === 0) return undefined
  const count = BigInt(sample.count)
  const total = exactSum(sample)
  const half = (total * 2n + count) / (count * 2n)
  return Number(total * 2n + count < 0n && half * count * 2n !== total * 2n + count ? half - 1n : half)
}

/** 300,000 tickets of a year each leave the safe integers of a float: carried over before they do. */
function exactSum({ values, count }: DurationSample): bigint {
  let sum = 0n
  let part = 0
  for (let index = 0; index < count; index++) {
    part += values[index] ?? 0
    if (part > CARRY || part < -CARRY) {
      sum += BigInt(part)
      part = 0
    }
  }
  return sum + BigInt(part)
}

const CARRY = 2 ** 52
