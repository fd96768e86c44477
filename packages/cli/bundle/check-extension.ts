import { consistencyProofOfHashes, parseCheckpoint, rootOfLeafHashes, verifyConsistency } from '@vigie/engine/seal'
import type { BundleContent } from './bundle-content.ts'
import { checkSignatures } from './check-signatures.ts'
import { hex } from './compose-bundle.ts'
import { type Difference, differenceAt } from './difference.ts'
import { firstHashDifference } from './hashed-lines.ts'
import { changeAt, type EntryChange } from './locate-change.ts'
import { placeOfEntry } from './record-layout.ts'

/** An earlier seal: its checkpoint, and its record where there is more than the checkpoint. */
export type EarlierSeal = { readonly checkpoint: string; readonly content?: BundleContent }

/**
 * Whether a record, known to hold, begins with the whole record of an earlier seal, by the two checkpoints (RFC 9162,
 * 2.1.4). The same keys must have signed the earlier one, for a log of the same name.
 */
export function checkExtension(
  { hashes }: BundleContent,
  origin: string,
  previous: EarlierSeal,
  verifierKeys: readonly string[],
): Difference | undefined {
  const file = '--previous/checkpoint'
  let earlier: ReturnType<typeof parseCheckpoint>
  try {
    earlier = parseCheckpoint(previous.checkpoint)
  } catch {
    return differenceAt(
      { code: 'checkpoint-form', file },
      { fr: 'n’a pas la forme d’un point de contrôle signé', en: 'has not the form of a signed checkpoint' },
    )
  }
  const { difference } = checkSignatures(previous.checkpoint, earlier, verifierKeys, file)
  if (difference) return difference
  if (earlier.origin !== origin)
    return differenceAt(
      { code: 'other-origin', file, line: 1, sealed: earlier.origin, found: origin },
      { fr: 'c’est le sceau d’un autre registre', en: 'this is the seal of another record' },
    )
  const size2 = hashes.length / 32
  const extended =
    earlier.size <= size2 &&
    verifyConsistency({
      size1: earlier.size,
      root1: earlier.root,
      size2,
      root2: rootOfLeafHashes(hashes),
      proof: consistencyProofOfHashes(hashes, earlier.size),
    })
  return extended ? undefined : (firstLost(hashes, previous, hex(earlier.root)) ?? notExtended(earlier.size))
}

/** The first entry of the earlier record that is no longer at its place; undefined where the earlier list does not give its own root. */
function firstLost(hashes: Uint8Array, { content }: EarlierSeal, root: string): Difference | undefined {
  if (content === undefined || hex(rootOfLeafHashes(content.hashes)) !== root) return undefined
  const entry = firstHashDifference(hashes.subarray(0, content.hashes.length), content.hashes)
  const place = entry === undefined ? undefined : placeOfEntry(content.layout, entry)
  if (entry === undefined || place === undefined) return undefined
  return differenceAt(
    { code: 'not-an-extension', file: place.file, line: place.number, entry },
    lost[changeAt(hashes, content.hashes, entry)],
  )
}

function notExtended(size: number): Difference {
  return differenceAt(
    { code: 'not-an-extension', file: 'leaf-hashes.txt' },
    {
      fr: `les ${size} premières entrées ne sont plus celles du sceau antérieur`,
      en: `the first ${size} entries are no longer those of the earlier seal`,
    },
  )
}

const changed = {
  fr: 'le dossier antérieur avait scellé autre chose à cette place',
  en: 'the earlier folder had sealed something else at this place',
}
const removed = {
  fr: 'l’entrée que le dossier antérieur avait scellée à cette place manque',
  en: 'the entry that the earlier folder had sealed at this place is missing',
}
const inserted = {
  fr: 'une entrée que le dossier antérieur n’avait pas est venue à cette place',
  en: 'an entry that the earlier folder did not have has come to this place',
}
const moved = {
  fr: 'l’entrée que le dossier antérieur avait scellée à cette place est ailleurs',
  en: 'the entry that the earlier folder had sealed at this place is elsewhere',
}
const lost: Readonly<Record<EntryChange, typeof changed>> = {
  'entry-changed': changed,
  'entry-removed': removed,
  'entry-added': inserted,
  'entry-repeated': inserted,
  'entry-moved': moved,
}
