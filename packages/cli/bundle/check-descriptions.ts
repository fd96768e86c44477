import type { Checkpoint } from '@vigie/engine/seal'
import type { BundleContent } from './bundle-content.ts'
import { memoryFile, sha256Of } from './bundle-file.ts'
import type { BundleFiles } from './bundle-files.ts'
import { bundleReadme } from './bundle-readme.ts'
import { manifestProof, sumsOf } from './compose-bundle.ts'
import type { Difference } from './difference.ts'
import { firstLineDifference } from './first-line-difference.ts'
import type { Manifest } from './manifest.ts'

/** Whether `README.txt`, `manifest-proof.txt` and `SHA256SUMS` say what the rest of the folder holds, which is known to be as sealed. */
export function checkDescriptions(
  files: BundleFiles,
  { hashes }: BundleContent,
  manifest: Manifest,
  { size, root }: Checkpoint,
): Difference | undefined {
  const summed = [...files].filter(([file]) => file !== 'checkpoint' && file !== 'SHA256SUMS')
  const sums = new Map(summed.map(([file, content]) => [file, { sha256: sha256Of(content) }]))
  const expected = [
    ['README.txt', bundleReadme(manifest, size, root)],
    ['manifest-proof.txt', manifestProof(hashes)],
    ['SHA256SUMS', sumsOf(sums)],
  ] as const
  for (const [file, text] of expected) {
    const difference = firstLineDifference(file, files.get(file), memoryFile(text))
    if (difference) return difference
  }
  return undefined
}
