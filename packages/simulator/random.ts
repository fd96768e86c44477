/**
 * A seeded stream of draws. Only integer arithmetic and IEEE 754 products and quotients are used, which every machine
 * rounds alike (`Math.log` and its like may differ between engines): the same seed gives the same draws anywhere.
 */
export type Random = {
  /** A whole number of `[0, count)`; `count` ≤ 2²¹. */
  below(count: number): number
  /** A whole number of `[from, to]`. */
  between(from: number, to: number): number
  /** True `perThousand` times in 1,000. */
  chance(perThousand: number): boolean
  /** A position of the list, drawn by its whole-number weights. */
  pick(weights: readonly number[]): number
  /** A whole number distributed as the table says. */
  draw(quantiles: Quantiles): number
}

/** A distribution by its 17 quantiles at 0, 1/16 … 1, linear in between: an inverse distribution without logarithms. */
export type Quantiles = readonly number[]

/** The stream named by a seed and labels: streams with different labels are independent. Generator: sfc32 (PractRand). */
export function randomOf(seed: number, ...labels: readonly number[]): Random {
  const mixed = [seed >>> 0, Math.floor(seed / WORD) >>> 0, ...labels].reduce(mix, 0x2545f491)
  let a = mix(mixed, 1)
  let b = mix(mixed, 2)
  let c = mix(mixed, 3)
  let counter = 1
  const next = (): number => {
    const out = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    return out >>> 0
  }
  for (let round = 0; round < 12; round++) next()

  const below = (count: number) => Math.floor((next() * count) / WORD)
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (perThousand) => below(1000) < perThousand,
    pick: (weights) => {
      let left = below(weights.reduce((sum, weight) => sum + weight, 0))
      for (let position = 0; position < weights.length; position++) {
        left -= weights[position] ?? 0
        if (left < 0) return position
      }
      return 0
    },
    draw: (quantiles) => {
      const word = next()
      const low = quantiles[word >>> 28] ?? 0
      const high = quantiles[(word >>> 28) + 1] ?? low
      return low + Math.floor(((high - low) * (word & SIXTEENTH)) / (SIXTEENTH + 1))
    },
  }
}

const WORD = 4_294_967_296
const SIXTEENTH = 0x0fffffff

/** One round of a 32-bit integer hash (MurmurHash3's finaliser). */
function mix(hash: number, label: number): number {
  let value = (hash + 0x9e3779b9 + Math.imul(label | 0, 0x85ebca6b)) | 0
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}
