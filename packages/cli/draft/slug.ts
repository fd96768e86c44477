/** Words that a reader of YAML may take for a value, and no name. */
const VALUES = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null'])
const LONGEST = 60

/**
 * An identifier made of a name: its letters and digits without accents, unique among those taken. What YAML would read as
 * a value or a number comes after `otherwise`.
 */
export function slugOf(name: string, taken: Set<string>, otherwise: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const plain = letters
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST + 1)
    .replace(/^-+|-+$/g, '')
  const base =
    plain === '' ? otherwise : VALUES.has(plain) || /^\d[0-9a-fox]*$/.test(plain) ? `${otherwise}-${plain}` : plain
  let slug = base
  for (let next = 2; taken.has(slug); next += 1) slug = `${base}-${next}`
  taken.add(slug)
  return slug
}
