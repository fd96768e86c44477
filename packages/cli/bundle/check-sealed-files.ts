import { sha256Of } from './bundle-file.ts'
import type { BundleFiles } from './bundle-files.ts'
import { requiredFiles } from './bundle-files.ts'
import { type Difference, differenceAt } from './difference.ts'
import type { Manifest } from './manifest.ts'

/** Whether the files are those of the manifest, no more, no less, to the byte. The figures, which can say more, are left to their computation. */
export function checkSealedFiles(files: BundleFiles, manifest: Manifest): Difference | undefined {
  for (const [file, sealed] of Object.entries(manifest.files)) {
    const content = files.get(file)
    if (content === undefined) return differenceAt({ code: 'missing-file', file }, { fr: 'manque', en: 'is missing' })
    if (file === 'figures.json') continue
    const found = sha256Of(content)
    if (found !== sealed.sha256 || content.size !== sealed.bytes)
      return differenceAt(
        { code: 'file-changed', file, sealed: `sha256 ${sealed.sha256}`, found: `sha256 ${found}` },
        { fr: 'n’est pas le fichier scellé', en: 'is not the file that was sealed' },
      )
  }
  const more = [...files.keys()].find(
    (file) => !Object.hasOwn(manifest.files, file) && !requiredFiles.some((one) => one === file),
  )
  return more === undefined
    ? undefined
    : differenceAt({ code: 'unexpected-file', file: more }, { fr: 'n’a pas été scellé', en: 'was not sealed' })
}
