/** A set of rules by their numbers, one bit each; all sets of one scope have the same width. */
export type RuleSet = Uint32Array

export function emptySet(count: number): RuleSet {
  return new Uint32Array(Math.max(1, Math.ceil(count / 32)))
}

export function fullSet(count: number): RuleSet {
  const set = emptySet(count)
  for (let rule = 0; rule < count; rule++) addRule(set, rule)
  return set
}

export function addRule(set: RuleSet, rule: number): void {
  set[rule >>> 5] = (set[rule >>> 5] ?? 0) | (1 << (rule & 31))
}

export function hasRule(set: RuleSet, rule: number): boolean {
  return ((set[rule >>> 5] ?? 0) & (1 << (rule & 31))) !== 0
}

export function isEmpty(set: RuleSet): boolean {
  for (let word = 0; word < set.length; word++) if (set[word] !== 0) return false
  return true
}

export function meets(a: RuleSet, b: RuleSet): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true
  return false
}

export function isWithin(a: RuleSet, b: RuleSet): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & ~(b[word] ?? 0)) !== 0) return false
  return true
}

export function both(a: RuleSet, b: RuleSet): RuleSet {
  const set = new Uint32Array(a.length)
  for (let word = 0; word < a.length; word++) set[word] = (a[word] ?? 0) & (b[word] ?? 0)
  return set
}

export function either(a: RuleSet, b: RuleSet): RuleSet {
  const set = new Uint32Array(a.length)
  for (let word = 0; word < a.length; word++) set[word] = (a[word] ?? 0) | (b[word] ?? 0)
  return set
}

export function without(a: RuleSet, b: RuleSet): RuleSet {
  const set = new Uint32Array(a.length)
  for (let word = 0; word < a.length; word++) set[word] = (a[word] ?? 0) & ~(b[word] ?? 0)
  return set
}

export function removeRule(set: RuleSet, rule: number): void {
  set[rule >>> 5] = (set[rule >>> 5] ?? 0) & ~(1 << (rule & 31))
}

/** Takes the rules of `b` out of `a` itself. */
export function removeAll(a: RuleSet, b: RuleSet): void {
  for (let word = 0; word < a.length; word++) a[word] = (a[word] ?? 0) & ~(b[word] ?? 0)
}

/** The numbers of the set, ascending. */
export function rulesIn(set: RuleSet): number[] {
  const rules: number[] = []
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) rules.push(word * 32 + 31 - Math.clz32(bits & -bits))
  }
  return rules
}

/** The lowest number that both sets have; -1: none. */
export function firstShared(a: RuleSet, b: RuleSet): number {
  for (let word = 0; word < a.length; word++) {
    const bits = (a[word] ?? 0) & (b[word] ?? 0)
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits)
  }
  return -1
}

/** Takes out of `set` the rules whose own set shares none with `others`. */
export function keepMeeting(set: RuleSet, own: readonly RuleSet[], others: RuleSet): void {
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const rule = word * 32 + 31 - Math.clz32(bits & -bits)
      if (!meets(own[rule] ?? others, others)) removeRule(set, rule)
    }
  }
}

/** Equal for equal sets, and for no others of the same width. */
export function keyOf(set: RuleSet): string {
  const halves = new Uint16Array(set.buffer, set.byteOffset, set.length * 2)
  let key = ''
  for (let from = 0; from < halves.length; from += MOST_UNITS) {
    key += String.fromCharCode.apply(undefined, halves.subarray(from, from + MOST_UNITS) as unknown as number[])
  }
  return key
}

/** Arguments that a call takes on every machine. */
const MOST_UNITS = 4096

/** Adds the rules of `b` to `a` itself. */
export function addAll(a: RuleSet, b: RuleSet): void {
  for (let word = 0; word < a.length; word++) a[word] = (a[word] ?? 0) | (b[word] ?? 0)
}

/** Leaves in `a` itself only the rules of `b`. */
export function keepOnly(a: RuleSet, b: RuleSet): void {
  for (let word = 0; word < a.length; word++) a[word] = (a[word] ?? 0) & (b[word] ?? 0)
}
