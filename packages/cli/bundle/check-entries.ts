import { type Checkpoint, rootOfLeafHashes } from '@vigie/engine/seal'
import type { BundleContent } from './bundle-content.ts'
import { type BundleFile, linesIn, memoryFile } from './bundle-file.ts'
import type { BundleFiles } from './bundle-files.ts'
import { hex, leafHashesFile } from './compose-bundle.ts'
import { type Difference, differenceAt } from './difference.ts'
import { firstLineDifference } from './first-line-difference.ts'
import { indexHashes } from './hash-index.ts'
import { hashAt } from './hashed-lines.ts'
import { locateChange } from './locate-change.ts'
import { factKinds, type Manifest } from './manifest.ts'
import { entryOfLine } from './record-layout.ts'

/**
 * Whether the entries are those of the checkpoint. Where they do not give its root, `leaf-hashes.txt`, once it does, tells
 * the place of the first one that is not as sealed.
 */
export function checkEntries(
  files: BundleFiles,
  content: BundleContent,
  checkpoint: Checkpoint,
): Difference | undefined {
  const list = files.get('leaf-hashes.txt') ?? memoryFile('')
  const { hashes } = content
  if (isSealed(hashes, checkpoint) && countsHold(content))
    return checkList(list, hashes) ?? checkManifests(content, hashes)
  const listed = readList(list)
  if (listed === undefined || !isSealed(listed, checkpoint)) return rootDiffers(listed, checkpoint)
  return checkManifests(content, listed) ?? checkFacts(content, listed) ?? rootDiffers(hashes, checkpoint)
}

function isSealed(hashes: Uint8Array, { root, size }: Checkpoint): boolean {
  return hashes.length === size * 32 && hex(rootOfLeafHashes(hashes)) === hex(root)
}

/** Whether each file has just the lines that the last manifest counts. */
function countsHold({ facts, manifests }: BundleContent): boolean {
  const last = manifests.at(-1)
  return last !== undefined && factKinds.every((kind) => facts[kind].count === (last.entries[kind] ?? 0))
}

function checkList(list: BundleFile, hashes: Uint8Array): Difference | undefined {
  const { line } = firstLineDifference('leaf-hashes.txt', list, leafHashesFile(hashes)) ?? {}
  if (line === undefined) return undefined
  return differenceAt(
    { code: 'leaf-hash-changed', file: 'leaf-hashes.txt', line },
    { fr: 'cette empreinte n’est pas celle de l’entrée scellée', en: 'this hash is not that of the sealed entry' },
  )
}

function rootDiffers(found: Uint8Array | undefined, { root, size }: Checkpoint): Difference {
  const count = found === undefined ? undefined : found.length / 32
  const place =
    found === undefined || count === size
      ? { line: 3, sealed: hex(root), found: found === undefined ? '-' : hex(rootOfLeafHashes(found)) }
      : { line: 2, sealed: String(size), found: String(count) }
  return differenceAt(
    { code: 'root-differs', file: 'checkpoint', ...place },
    { fr: 'les entrées ne donnent pas ce sceau', en: 'the entries do not give this seal' },
  )
}

function checkManifests({ manifests, sealHashes, layout }: BundleContent, sealed: Uint8Array): Difference | undefined {
  const index = indexHashes(sealed)
  let place = -1
  for (const [line, manifest] of manifests.entries()) {
    const known = index.find(hashAt(sealHashes, line))
    place = entryOfLine(layout, 'seals', line) ?? -1
    if (manifest && known === place && !shrinks(manifests[line - 1], manifest)) continue
    const code = known >= 0 && known !== place ? 'entry-moved' : manifest ? 'entry-changed' : 'manifest-form'
    return differenceAt(
      { code, file: 'seals.jsonl', line: line + 1 },
      {
        fr: 'ce manifeste n’est pas celui qui a été scellé à cette place',
        en: 'this manifest is not the one sealed at this place',
      },
    )
  }
  if (place === sealed.length / 32 - 1) return undefined
  return differenceAt(
    { code: 'entry-removed', file: 'seals.jsonl', line: manifests.length + 1 },
    { fr: 'le dernier manifeste scellé manque', en: 'the last sealed manifest is missing' },
  )
}

function checkFacts({ facts, layout }: BundleContent, sealed: Uint8Array): Difference | undefined {
  for (const kind of factKinds) {
    const own = layout.filter((stretch) => stretch.kind === kind)
    const expected = Buffer.concat(own.map(({ entry, count }) => sealed.subarray(entry * 32, (entry + count) * 32)))
    const entryOf = (line: number) => entryOfLine(layout, kind, line)
    const difference = locateChange(`${kind}.jsonl`, facts[kind].hashes, expected, entryOf)
    if (difference) return difference
  }
  return undefined
}

function shrinks(before: Manifest | undefined, after: Manifest): boolean {
  return before !== undefined && factKinds.some((kind) => (after.entries[kind] ?? 0) < (before.entries[kind] ?? 0))
}

/** The hashes that `leaf-hashes.txt` lists; undefined where a line is none. */
function readList(list: BundleFile): Uint8Array | undefined {
  const hashes = Buffer.alloc(Math.ceil(list.size / 65) * 32)
  let used = 0
  for (const line of linesIn(list.chunks())) {
    const digits = Buffer.from(line).toString('latin1')
    if (!/^[0-9a-f]{64}$/.test(digits) || used === hashes.length) return undefined
    used += hashes.write(digits, used, 'hex')
  }
  return new Uint8Array(hashes.buffer, hashes.byteOffset, used)
}
