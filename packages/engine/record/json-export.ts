/**
 * The rows of a JSON export as JSON Lines: a list of objects, a list inside one property (`{ "data": […] }`), or the
 * objects of iTop's REST answer (`objects`, each with its `fields`). Objects inside a row become dotted keys
 * (`location.name`), lists of words one text; lists of objects are left aside. `undefined` where it is nothing of the kind.
 */
export function jsonExportLines(text: string): string | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  const rows = rowsOf(parsed)
  return rows?.map((row) => `${JSON.stringify(Object.fromEntries(flattened(row, '', 0)))}\n`).join('')
}

type Row = Readonly<Record<string, unknown>>

function rowsOf(parsed: unknown): readonly Row[] | undefined {
  if (isRowList(parsed)) return parsed
  if (!isRow(parsed)) return undefined
  if (isRow(parsed.objects)) return Object.values(parsed.objects).filter(isRow).map(objectOfItop)
  const lists = Object.values(parsed).filter(isRowList)
  return lists.length === 1 ? lists[0] : undefined
}

function objectOfItop({ fields, ...rest }: Row): Row {
  return isRow(fields) ? { ...rest, ...fields } : rest
}

const DEEPEST = 4

function flattened(row: Row, prefix: string, depth: number): readonly (readonly [string, unknown])[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const name = `${prefix}${key}`
    if (Array.isArray(value)) {
      return value.length > 0 && value.every(isScalar) ? [[name, value.map(String).join(', ')] as const] : []
    }
    if (isRow(value)) return depth < DEEPEST ? flattened(value, `${name}.`, depth + 1) : []
    return [[name, value] as const]
  })
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRowList(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.every(isRow)
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
