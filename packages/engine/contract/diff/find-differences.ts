/** An element of a contract that has a name: a commitment, a calendar, a role. */
export type NamedElement = {
  /** Key of the list or map that holds it: `targets`, `calendars`. */
  readonly list: string
  readonly id: string
  readonly clause?: string
}

/** One place where two documents differ, as deep as both have the same form. */
export type Difference = {
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered'
  readonly path: string
  /** Keys on the way, without the ids. */
  readonly keys: readonly string[]
  /** The named elements that hold the place, outermost first. */
  readonly elements: readonly NamedElement[]
  /** The difference is a whole named element, the last of `elements`. */
  readonly whole: boolean
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * Where two documents differ, found by the stable names of elements and never by their places alone. Empty exactly where
 * the two are equal.
 */
export function findDifferences(
  before: unknown,
  after: unknown,
  isUnit: (value: unknown) => boolean,
): readonly Difference[] {
  return differ(before, after, { path: '', keys: [], elements: [], whole: false }, isUnit)
}

/** Equality of contract terms: an absent key is an undefined one. */
export function isSameTerm(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => isSameTerm(one, b[i]))
  }
  if (!isMap(a) || !isMap(b)) return false
  return keysOf(a, b).every((key) => isSameTerm(a[key], b[key]))
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Spot = Pick<Difference, 'path' | 'keys' | 'elements' | 'whole'>
type IsUnit = (value: unknown) => boolean

/** Maps whose keys are ids that the contract declares. */
const MAPS_OF_ELEMENTS: ReadonlySet<string> = new Set(['calendars', 'fees'])

function differ(before: unknown, after: unknown, spot: Spot, isUnit: IsUnit): readonly Difference[] {
  if (isSameTerm(before, after)) return []
  if (before === undefined) return [{ ...spot, kind: 'added', after }]
  if (after === undefined) return [{ ...spot, kind: 'removed', before }]
  if (Array.isArray(before) && Array.isArray(after)) return differLists(before, after, spot, isUnit)
  if (isMap(before) && isMap(after) && !isUnit(before) && !isUnit(after)) {
    const named = !spot.whole && MAPS_OF_ELEMENTS.has(spot.keys.at(-1) ?? '')
    return keysOf(before, after).flatMap((key) => {
      const inner = named ? elementSpot(spot, key, before[key] ?? after[key]) : keySpot(spot, key)
      return differ(before[key], after[key], inner, isUnit)
    })
  }
  return [{ ...spot, kind: 'changed', before, after }]
}

function differLists(
  before: readonly unknown[],
  after: readonly unknown[],
  spot: Spot,
  isUnit: IsUnit,
): readonly Difference[] {
  const [a, b] = [namesOf(before), namesOf(after)]
  if (a === undefined || b === undefined) {
    const maps = [...before, ...after].every(isMap)
    return maps ? differInOrder(before, after, spot, isUnit) : [{ ...spot, kind: 'changed', before, after }]
  }
  const differences = [
    ...a.flatMap((name, index) => {
      const place = b.indexOf(name)
      return differ(before[index], place < 0 ? undefined : after[place], elementSpot(spot, name, before[index]), isUnit)
    }),
    ...b.flatMap((name, index) =>
      a.includes(name) ? [] : differ(undefined, after[index], elementSpot(spot, name, after[index]), isUnit),
    ),
  ]
  const kept = a.filter((name) => b.includes(name))
  const now = b.filter((name) => a.includes(name))
  const moved = kept.some((name, index) => now[index] !== name)
  return moved ? [...differences, { ...spot, kind: 'reordered', before: a, after: b }] : differences
}

/** Elements without a name: equal ones are the same, the others are paired in their order. */
function differInOrder(
  before: readonly unknown[],
  after: readonly unknown[],
  spot: Spot,
  isUnit: IsUnit,
): readonly Difference[] {
  const left = before.map((_, index) => index)
  const right: number[] = []
  for (const [index, one] of after.entries()) {
    const place = left.findIndex((other) => isSameTerm(before[other], one))
    if (place < 0) right.push(index)
    else left.splice(place, 1)
  }
  const pairs = Array.from({ length: Math.max(left.length, right.length) }, (_, n) => [left[n], right[n]] as const)
  const differences = pairs.flatMap(([was, is]) => {
    const inner = keySpot(spot, undefined, `${(is ?? was ?? 0) + 1}`)
    return differ(was === undefined ? undefined : before[was], is === undefined ? undefined : after[is], inner, isUnit)
  })
  return differences.length > 0 ? differences : [{ ...spot, kind: 'reordered', before, after }]
}

/** The names of a list's elements, if each has one of its own. */
function namesOf(list: readonly unknown[]): readonly string[] | undefined {
  const names = list.map(nameOf)
  const known = names.filter((name) => name !== undefined)
  return known.length === list.length && new Set(known).size === known.length ? known : undefined
}

function nameOf(value: unknown): string | undefined {
  if (!isMap(value)) return undefined
  const name = value.id ?? value.reason ?? value.date ?? value.first ?? value.index
  return typeof name === 'string' ? name : undefined
}

function elementSpot(spot: Spot, id: string, value: unknown): Spot {
  const clause = isMap(value) && typeof value.clause === 'string' ? value.clause : undefined
  const element = { list: spot.keys.at(-1) ?? '', id, ...(clause !== undefined && { clause }) }
  return { path: `${spot.path}[${id}]`, keys: spot.keys, elements: [...spot.elements, element], whole: true }
}

function keySpot({ path, keys, elements }: Spot, key: string | undefined, place?: string): Spot {
  if (key === undefined) return { path: `${path}[${place}]`, keys, elements, whole: false }
  return { path: path === '' ? key : `${path}.${key}`, keys: [...keys, key], elements, whole: false }
}

function keysOf(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}
