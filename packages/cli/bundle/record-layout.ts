import { type FactKind, factKinds, type Manifest } from './manifest.ts'

/** Entries that follow one another in the record and in one file: `count` of them, from line `line` (from 0), from entry `entry`. */
export type Stretch = {
  readonly kind: FactKind | 'seals'
  readonly file: string
  readonly line: number
  readonly entry: number
  readonly count: number
}

/** Where an entry stands: line `number` (from 1) of `file`. */
export type EntryPlace = { readonly file: string; readonly number: number }

/**
 * The record in its order: for each seal, the facts that it added, kind by kind, then its manifest. A manifest that cannot
 * be read adds no facts.
 */
export function layoutOf(manifests: readonly (Manifest | undefined)[]): readonly Stretch[] {
  const done = new Map<FactKind, number>()
  const stretches: Stretch[] = []
  let entry = 0
  const add = (kind: Stretch['kind'], line: number, count: number) => {
    if (count > 0) stretches.push({ kind, file: `${kind}.jsonl`, line, entry, count })
    entry += count
  }
  for (const [index, manifest] of manifests.entries()) {
    for (const kind of factKinds) {
      const from = done.get(kind) ?? 0
      const to = Math.max(from, manifest?.entries[kind] ?? from)
      done.set(kind, to)
      add(kind, from, to - from)
    }
    add('seals', index, 1)
  }
  return stretches
}

/** The hashes of the record in its order, from those of each file; lines that a file has not are left out. */
export function recordHashes(layout: readonly Stretch[], hashesOf: (kind: Stretch['kind']) => Uint8Array): Uint8Array {
  const parts = layout.map(({ kind, line, count }) => hashesOf(kind).subarray(line * 32, (line + count) * 32))
  return new Uint8Array(Buffer.concat(parts))
}

export function placeOfEntry(layout: readonly Stretch[], entry: number): EntryPlace | undefined {
  const stretch = layout.find((one) => entry >= one.entry && entry < one.entry + one.count)
  return stretch && { file: stretch.file, number: stretch.line + entry - stretch.entry + 1 }
}

/** The entry of a line (from 0) of a file; undefined where the record does not hold it. */
export function entryOfLine(layout: readonly Stretch[], kind: Stretch['kind'], line: number): number | undefined {
  const stretch = layout.find((one) => one.kind === kind && line >= one.line && line < one.line + one.count)
  return stretch && stretch.entry + line - stretch.line
}
