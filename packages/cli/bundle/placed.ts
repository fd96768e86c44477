import { basename } from 'node:path'
import { CommandFailure } from '../failure.ts'
import { isBundleFile } from './bundle-files.ts'

/** The path that a file takes in a folder of a bundle; throws `CommandFailure` on a name that a bundle may not have. */
export function placed(folder: string, path: string): string {
  const file = `${folder}/${basename(path).normalize('NFC')}`
  if (isBundleFile(file)) return file
  throw new CommandFailure({
    fr: `${path} : nom de fichier à simplifier (lettres, chiffres, espace, . _ -)`,
    en: `${path}: simplify this file name (letters, digits, space, . _ -)`,
  })
}
