import { type Checkpoint, leafHash, rootOfLeafHashes } from '@vigie/engine/seal'
import type { BundleContent } from './bundle-content.ts'
import { hex } from './compose-bundle.ts'
import { type Difference, differenceAt } from './difference.ts'
import { locateChange } from './locate-change.ts'
import { type FactKind, factKinds, type Manifest, readManifest } from './manifest.ts'

/**
 * Whether the entries are those of the checkpoint: the list of leaf hashes gives the root, and each line of the manifests
 * and of the facts gives the hash listed at its place. The list is what tells the place of a change.
 */
export function checkEntries(content: BundleContent, checkpoint: Checkpoint): Difference | undefined {
  return checkLeafHashes(content, checkpoint) ?? checkManifests(content) ?? checkFacts(content)
}

function checkLeafHashes({ leafHashes, entries }: BundleContent, { root, size }: Checkpoint): Difference | undefined {
  const listed = rootOfHex(leafHashes)
  if (listed === hex(root) && leafHashes.length === size) return undefined
  const computed = entries.map(({ line }) => hashOf(line))
  const sealed = hex(root)
  const wrongAt = computed.findIndex((hash, at) => hash !== leafHashes[at])
  if (rootOfHex(computed) === sealed && computed.length === size) {
    const line = (wrongAt < 0 ? computed.length : wrongAt) + 1
    return differenceAt(
      { code: 'leaf-hash-changed', file: 'leaf-hashes.txt', line },
      { fr: 'cette empreinte n’est pas celle de l’entrée scellée', en: 'this hash is not that of the sealed entry' },
    )
  }
  const [first, second] = leafHashes.length === size ? [hex(root), listed] : [String(size), String(leafHashes.length)]
  return differenceAt(
    {
      code: 'root-differs',
      file: 'checkpoint',
      line: leafHashes.length === size ? 3 : 2,
      sealed: first,
      found: second,
    },
    { fr: 'les entrées ne donnent pas ce sceau', en: 'the entries do not give this seal' },
  )
}

function checkManifests({ seals, leafHashes }: BundleContent): Difference | undefined {
  let place = -1
  for (const [index, line] of seals.entries()) {
    const manifest = readManifest(line)
    const before = readManifest(seals[index - 1] ?? '')
    place = manifest ? factsOf(manifest) + index : -1
    const known = leafHashes.indexOf(hashOf(line))
    if (manifest && known === place && !shrinks(before, manifest)) continue
    const code = known >= 0 ? 'entry-moved' : manifest ? 'entry-changed' : 'manifest-form'
    return differenceAt(
      { code, file: 'seals.jsonl', line: index + 1 },
      {
        fr: 'ce manifeste n’est pas celui qui a été scellé à cette place',
        en: 'this manifest is not the one sealed at this place',
      },
    )
  }
  if (place === leafHashes.length - 1) return undefined
  return differenceAt(
    { code: 'entry-removed', file: 'seals.jsonl', line: seals.length + 1 },
    { fr: 'le dernier manifeste scellé manque', en: 'the last sealed manifest is missing' },
  )
}

function checkFacts({ facts, seals, leafHashes }: BundleContent): Difference | undefined {
  const places = placesOf(seals)
  for (const kind of factKinds) {
    const own = places.get(kind) ?? []
    const sealed = own.map((place) => leafHashes[place] ?? '')
    const difference = locateChange(`${kind}.jsonl`, facts[kind], sealed, (line) => own[line] ?? -1)
    if (difference) return difference
  }
  return undefined
}

/** The places in the record of the facts of each kind, in the order of their file. */
function placesOf(seals: readonly string[]): ReadonlyMap<FactKind, readonly number[]> {
  const places = new Map<FactKind, number[]>(factKinds.map((kind) => [kind, []]))
  let next = 0
  for (const line of seals) {
    const manifest = readManifest(line)
    for (const [kind, own] of places) {
      for (let count = own.length; count < (manifest?.entries[kind] ?? 0); count += 1) own.push(next++)
    }
    next += 1
  }
  return places
}

function factsOf({ entries }: Manifest): number {
  return factKinds.reduce((sum, kind) => sum + entries[kind], 0)
}

function shrinks(before: Manifest | undefined, after: Manifest): boolean {
  return before !== undefined && factKinds.some((kind) => after.entries[kind] < before.entries[kind])
}

function rootOfHex(hashes: readonly string[]): string {
  if (hashes.some((hash) => !/^[0-9a-f]{64}$/.test(hash))) return ''
  return hex(rootOfLeafHashes(hashes.map((hash) => new Uint8Array(Buffer.from(hash, 'hex')))))
}

function hashOf(line: string): string {
  return hex(leafHash(new TextEncoder().encode(line)))
}
