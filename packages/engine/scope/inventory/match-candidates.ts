import { nameKey } from './normal-name.ts'
import { readAlike } from './normal-serial.ts'
import { type ComparableCard, lettersApart, toleratedLetters } from './score-pair.ts'

type Pair = readonly [ComparableCard, ComparableCard]

/** Every pair with one serial number (as it reads) or one name, each once: by blocks, never all against all. */
export function* candidatesByIdentity(
  left: readonly ComparableCard[],
  right: readonly ComparableCard[],
): Generator<Pair> {
  yield* sharing(left, right, ({ serial, names }) => [
    ...(serial === undefined ? [] : [`s${readAlike(serial)}`]),
    ...names.map((name) => `n${nameKey(name)}`),
  ])
}

/** Every pair with near names, each once. Two names at k letters share what is left of both without k letters at most. */
export function* candidatesByNearName(
  left: readonly ComparableCard[],
  right: readonly ComparableCard[],
): Generator<Pair> {
  for (const pair of sharing(left, right, remainders)) {
    if (lettersApart(pair[0].names, pair[1].names) !== undefined) yield pair
  }
}

function* sharing(
  left: readonly ComparableCard[],
  right: readonly ComparableCard[],
  keysOf: (card: ComparableCard) => Iterable<string>,
): Generator<Pair> {
  const blocks = new Map<string, number[]>()
  right.forEach((card, index) => {
    for (const key of keysOf(card)) {
      const block = blocks.get(key)
      if (block) block.push(index)
      else blocks.set(key, [index])
    }
  })
  for (const card of left) {
    const met = new Set<number>()
    for (const key of keysOf(card)) {
      for (const index of blocks.get(key) ?? []) {
        if (met.has(index)) continue
        met.add(index)
        yield [card, right[index] as ComparableCard]
      }
    }
  }
}

/** What is left of each name without the letters that it may miss, its numbers behind. */
function remainders({ names }: ComparableCard): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { letters, numbers } of names) {
    // A name one or two letters longer than a short one is compared by the rule of the shorter: the wider rule finds both.
    for (const rest of without(letters, toleratedLetters(letters.length))) found.add(`${rest}|${numbers}`)
  }
  return found
}

function without(letters: string, count: number): ReadonlySet<string> {
  const found = new Set([letters])
  let last: readonly string[] = [letters]
  for (let step = 0; step < count; step++) {
    const next = new Set<string>()
    for (const text of last) for (let i = 0; i < text.length; i++) next.add(text.slice(0, i) + text.slice(i + 1))
    for (const text of next) found.add(text)
    last = [...next]
  }
  return found
}
