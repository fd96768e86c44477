import { consistencyProof, leafHash, merkleRoot, parseCheckpoint, verifyConsistency } from '@vigie/engine/seal'
import { type BundleContent, linesOf, textOf } from './bundle-content.ts'
import type { BundleFiles } from './bundle-files.ts'
import { checkSignatures } from './check-signatures.ts'
import { hex } from './compose-bundle.ts'
import { type Difference, differenceAt } from './difference.ts'

/**
 * Whether the record of this bundle begins with the whole record of an earlier one, by its checkpoint (RFC 9162, 2.1.4).
 * The same keys must have signed the earlier one.
 */
export function checkExtension(
  { entries }: BundleContent,
  previous: BundleFiles,
  verifierKeys: readonly string[],
): Difference | undefined {
  const file = '--previous/checkpoint'
  const text = textOf(previous, 'checkpoint')
  let earlier: ReturnType<typeof parseCheckpoint>
  try {
    earlier = parseCheckpoint(text)
  } catch {
    return differenceAt(
      { code: 'checkpoint-form', file },
      { fr: 'n’a pas la forme d’un point de contrôle signé', en: 'has not the form of a signed checkpoint' },
    )
  }
  const { difference } = checkSignatures(text, earlier, verifierKeys)
  if (difference) return { ...difference, file }
  const leaves = entries.map(({ line }) => new TextEncoder().encode(line))
  const extended =
    earlier.size <= leaves.length &&
    verifyConsistency({
      size1: earlier.size,
      root1: earlier.root,
      size2: leaves.length,
      root2: merkleRoot(leaves),
      proof: consistencyProof(leaves, earlier.size),
    })
  if (extended) return undefined
  const before = linesOf(previous, 'leaf-hashes.txt')
  const at = before.findIndex((hash, index) => hash !== hashOf(entries[index]?.line ?? ''))
  const place = entries[at]
  return differenceAt(
    {
      code: 'not-an-extension',
      file: place?.file ?? 'leaf-hashes.txt',
      ...(place === undefined ? {} : { line: place.number }),
      ...(at < 0 ? {} : { entry: at }),
    },
    {
      fr: 'le dossier antérieur avait scellé autre chose à cette place',
      en: 'the earlier folder had sealed something else at this place',
    },
  )
}

function hashOf(line: string): string {
  return hex(leafHash(new TextEncoder().encode(line)))
}
