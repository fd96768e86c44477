/**
 * The canonical text of a JSON value (RFC 8785, JSON Canonicalization Scheme): keys by UTF-16 code units, numbers and
 * strings as ECMAScript writes them, no white space. Throws `TypeError` on what the RFC refuses: non-finite numbers, lone
 * surrogates, and anything that is no JSON value (undefined, functions, bigint, symbols, cycles, sparse arrays).
 * Cost grows with the size of the text, and with k log k for an object of k keys; any depth.
 */
export function canonicalJson(value: unknown): string {
  if (!isStructure(value)) return scalar(value)
  const ancestors = new Set<object>()
  const open = [enter(value, ancestors)]
  let written = open[0]?.isArray ? '[' : '{'
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    const { values, keys, isArray } = inner
    if (inner.next === values.length) {
      written += isArray ? ']' : '}'
      ancestors.delete(inner.structure)
      open.pop()
      continue
    }
    if (inner.next > 0) written += ','
    if (keys !== undefined) written += `${text(keys[inner.next] as string)}:`
    const member = values[inner.next++]
    if (isStructure(member)) {
      open.push(enter(member, ancestors))
      written += Array.isArray(member) ? '[' : '{'
    } else {
      written += scalar(member)
    }
  }
  return written
}

/** An array or an object whose members are being written. Not by recursion: depth comes from whoever wrote the text. */
type Open = {
  readonly structure: object
  readonly isArray: boolean
  readonly keys: readonly string[] | undefined
  readonly values: readonly unknown[]
  next: number
}

function enter(structure: object, ancestors: Set<object>): Open {
  if (ancestors.has(structure)) throw new TypeError('a cycle is not JSON')
  ancestors.add(structure)
  if (Array.isArray(structure)) return { structure, isArray: true, keys: undefined, values: structure, next: 0 }
  const prototype: unknown = Object.getPrototypeOf(structure)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new TypeError('only plain objects are JSON')
  const keys = Object.keys(structure).sort()
  const members = structure as Readonly<Record<string, unknown>>
  return { structure, isArray: false, keys, values: keys.map((key) => members[key]), next: 0 }
}

function isStructure(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function scalar(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is not a JSON number`)
      return JSON.stringify(value)
    case 'object':
      return 'null'
    default:
      throw new TypeError(`a value of type ${typeof value} is not JSON`)
  }
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate is not Unicode text')
  return JSON.stringify(value)
}
