/** Where two JSON values first differ, keys in their order, with both values as text; undefined when they are equal. */
export type JsonDifference = { readonly path: string; readonly sealed: string; readonly found: string }

export function firstJsonDifference(sealed: unknown, found: unknown, path = ''): JsonDifference | undefined {
  if (isContainer(sealed) && isContainer(found) && Array.isArray(sealed) === Array.isArray(found)) {
    for (const key of new Set([...Object.keys(sealed), ...Object.keys(found)])) {
      const inner = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
      const difference = firstJsonDifference(sealed[key], found[key], inner)
      if (difference) return difference
    }
    return undefined
  }
  return Object.is(sealed, found) ? undefined : { path, sealed: said(sealed), found: said(found) }
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function said(value: unknown): string {
  const text = JSON.stringify(value) ?? '-'
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
