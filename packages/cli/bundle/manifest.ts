import { canonicalJson } from '@vigie/engine/seal'

/** The kinds of facts that a bundle seals, in the order of its entries. */
export const factKinds = ['events', 'outages', 'controls', 'calls', 'fees', 'notices'] as const
export type FactKind = (typeof factKinds)[number]

/** One line of `seals.jsonl`, and the last entry of its seal: what was sealed, when, and how to compute it again. */
export type Manifest = {
  readonly 'vigie-seal': 1
  readonly contract: { readonly id: string; readonly version: string; readonly fingerprint: string }
  /** null: from the first to the last fact. Instants ISO 8601 UTC. */
  readonly period: { readonly from: string; readonly to: string; readonly label: string } | null
  readonly at: string
  readonly language: 'fr' | 'en'
  readonly engine: string
  readonly tzdata: string
  /** Facts of each kind that has a file, in the record so far, those of earlier seals included. */
  readonly entries: Readonly<Partial<Record<FactKind, number>>>
  /** Every file of the bundle that is not made of entries and checkpoint. */
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>
}

/** Reads one line; undefined unless it is a manifest in canonical JSON. */
export function readManifest(line: string): Manifest | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
    if (canonicalJson(value) !== line) return undefined
  } catch {
    return undefined
  }
  return isManifest(value) ? value : undefined
}

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value['vigie-seal'] !== 1) return false
  const { contract, period, at, language, engine, tzdata, entries, files } = value
  return (
    hasTexts(contract, 'id', 'version', 'fingerprint') &&
    (period === null || hasTexts(period, 'from', 'to', 'label')) &&
    hasTexts({ at, engine, tzdata }, 'at', 'engine', 'tzdata') &&
    (language === 'fr' || language === 'en') &&
    isObject(entries) &&
    Object.entries(entries).every(([kind, count]) => factKinds.some((one) => one === kind) && isCount(count)) &&
    isObject(files) &&
    Object.values(files).every((file) => isObject(file) && isCount(file.bytes) && typeof file.sha256 === 'string')
  )
}

function hasTexts(value: unknown, ...keys: readonly string[]): boolean {
  return isObject(value) && keys.every((key) => typeof value[key] === 'string')
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
