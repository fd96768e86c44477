/**
 * The canonical text of a JSON value (RFC 8785, JSON Canonicalization Scheme): keys by UTF-16 code units, numbers and
 * strings as ECMAScript writes them, no white space. Throws `TypeError` on what the RFC refuses: non-finite numbers, lone
 * surrogates, and anything that is no JSON value (undefined, functions, bigint, symbols, cycles, sparse arrays).
 * Cost grows with the size of the text, and with k log k for an object of k keys.
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Set())
}

function write(value: unknown, ancestors: Set<object>): string {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is not a JSON number`)
      return JSON.stringify(value)
    case 'object':
      return value === null ? 'null' : structure(value, ancestors)
    default:
      throw new TypeError(`a value of type ${typeof value} is not JSON`)
  }
}

function structure(value: object, ancestors: Set<object>): string {
  if (ancestors.has(value)) throw new TypeError('a cycle is not JSON')
  ancestors.add(value)
  const written = Array.isArray(value)
    ? `[${Array.from(value, (item) => write(item, ancestors)).join(',')}]`
    : `{${members(value, ancestors).join(',')}}`
  ancestors.delete(value)
  return written
}

function members(value: object, ancestors: Set<object>): string[] {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new TypeError('only plain objects are JSON')
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${text(key)}:${write(member, ancestors)}`)
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate is not Unicode text')
  return JSON.stringify(value)
}
