/** Between the keys of a path; no key of a contract holds it. */
export const STEP = '\u0000'

/** A value whose reads are watched, and the paths of what nobody has read. */
export type Watched<Value> = { readonly value: Value; unread(): readonly string[] }

/**
 * Watches which values of a plain tree are read, so that what a description does not know can be said all the same.
 * Exact ratios are one value.
 */
export function trackReads<Value extends object>(root: Value): Watched<Value> {
  const read = new Set<string>()
  const known = new WeakMap<object, unknown>()
  const watched = (value: unknown, path: string): unknown => {
    if (typeof value !== 'object' || value === null || isRatio(value)) {
      read.add(path)
      return value
    }
    const found = known.get(value)
    if (found !== undefined) return found
    const proxy = new Proxy(value, {
      get: (target, key) => {
        const inner: unknown = Reflect.get(target, key)
        if (typeof key === 'symbol' || typeof inner === 'function' || !Object.hasOwn(target, key)) return inner
        return Array.isArray(target) && key === 'length' ? inner : watched(inner, `${path}${STEP}${key}`)
      },
    })
    known.set(value, proxy)
    return proxy
  }
  return {
    value: watched(root, '') as Value,
    unread: () => pathsOf(root, '').filter((path) => !read.has(path)),
  }
}

/** The value at a path of `unread`. */
export function valueAt(root: unknown, path: string): unknown {
  return path
    .split(STEP)
    .slice(1)
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      root,
    )
}

function pathsOf(value: unknown, path: string): readonly string[] {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null || isRatio(value)) return [path]
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}${STEP}${key}`))
}

function isRatio(value: object): boolean {
  return 'numerator' in value && 'denominator' in value
}
