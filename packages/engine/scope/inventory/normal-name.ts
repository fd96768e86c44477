/**
 * A name without what differs from tool to tool: case, accents, separators, the domain before or after a host name, the
 * zeros before a number. Numbers stand apart: `PC-012` and `PC-013` are one letter from each other, and two machines.
 */
export type NormalName = {
  /** Letters in order, each number as `#`. */
  readonly letters: string
  /** The numbers in order, a point between. */
  readonly numbers: string
}

export function normalName(text: string): NormalName {
  const bare = plainLetters(text).trim()
  const host = bare.includes('@') ? bare : withoutDomain(bare.slice(bare.lastIndexOf('\\') + 1))
  const numbers = [...host.matchAll(/\d+/g)].map(([digits]) => digits.replace(/^0+(?=\d)/, ''))
  return { letters: host.replace(/\d+/g, '#').replace(/[^\p{L}#]+/gu, ''), numbers: numbers.join('.') }
}

/** Two names with one key are the same to the way of writing. */
export function nameKey({ letters, numbers }: NormalName): string {
  return `${letters}|${numbers}`
}

/** Lower case, without accents. */
function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** `pc-12.corp.example.fr` → `pc-12`; `jean.dupont` and an address stay whole. */
function withoutDomain(host: string): string {
  const labels = host.split('.')
  const [first = '', ...rest] = labels
  if (rest.length === 0 || !labels.every((label) => /^[a-z0-9-]+$/.test(label)) || !/[a-z]/.test(first)) return host
  const isHost = /\d/.test(first) || first.includes('-')
  return isHost || rest.length > 1 || DOMAIN_ENDS.has(rest.at(-1) ?? '') ? first : host
}

const DOMAIN_ENDS: ReadonlySet<string> = new Set(
  'local lan localdomain internal intranet intra corp home fr com net org eu io be ch'.split(' '),
)
