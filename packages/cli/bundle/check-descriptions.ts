import type { Checkpoint } from '@vigie/engine/seal'
import { type BundleContent, linesOf, textOf } from './bundle-content.ts'
import type { BundleFiles } from './bundle-files.ts'
import { bundleReadme } from './bundle-readme.ts'
import { manifestProof, sumsOf } from './compose-bundle.ts'
import type { Difference } from './difference.ts'
import { firstLineDifference } from './first-line-difference.ts'
import type { Manifest } from './manifest.ts'

/** Whether `README.txt`, `manifest-proof.txt` and `SHA256SUMS` say what the rest of the folder holds, which is known to be as sealed. */
export function checkDescriptions(
  files: BundleFiles,
  { entries }: BundleContent,
  manifest: Manifest,
  { size, root }: Checkpoint,
): Difference | undefined {
  const summed = new Map([...files].filter(([file]) => file !== 'checkpoint' && file !== 'SHA256SUMS'))
  const expected = [
    ['README.txt', bundleReadme(manifest, size, root)],
    ['manifest-proof.txt', manifestProof(entries.map(({ line }) => new TextEncoder().encode(line)))],
    ['SHA256SUMS', sumsOf(summed)],
  ] as const
  for (const [file, text] of expected) {
    if (textOf(files, file) !== text)
      return firstLineDifference(file, linesOf(files, file), linesOf(new Map([[file, Buffer.from(text)]]), file))
  }
  return undefined
}
