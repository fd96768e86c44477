/** An identifier made of a name: its letters and digits without accents, unique among those taken. */
export function slugOf(name: string, taken: Set<string>, otherwise: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const base = letters.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || otherwise
  let slug = base
  for (let next = 2; taken.has(slug); next += 1) slug = `${base}-${next}`
  taken.add(slug)
  return slug
}
