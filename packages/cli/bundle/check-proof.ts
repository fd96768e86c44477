import { lstatSync } from 'node:fs'
import { leafHash, parseCheckpoint, parseTlogProof, type TlogProof, verifyInclusion } from '@vigie/engine/seal'
import { diskFile, wholeBytes } from './bundle-file.ts'
import { checkSignatures } from './check-signatures.ts'
import { type Difference, differenceAt } from './difference.ts'
import type { Verification } from './verify-bundle.ts'

/** Checks a proof of one entry (C2SP tlog-proof) that holds its bytes: signatures of the given keys, then its place in the record. */
export function checkProof(path: string, verifierKeys: readonly string[]): Verification {
  const refuse = (difference: Difference): Verification => ({ difference, signedBy: [], unchecked: [] })
  let read: TlogProof
  try {
    read = parseTlogProof(Buffer.from(wholeBytes(diskFile(path, lstatSync(path).size))).toString('utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse(
      differenceAt(
        { code: 'checkpoint-form', file: path },
        {
          fr: `n’a pas la forme d’une preuve C2SP (${error.message})`,
          en: `has not the form of a C2SP proof (${error.message})`,
        },
      ),
    )
  }
  const { index, proof, extra } = read
  if (extra === undefined)
    return refuse(
      differenceAt(
        { code: 'not-included', file: path },
        { fr: 'cette preuve ne contient pas son entrée', en: 'this proof does not hold its entry' },
      ),
    )
  const checkpoint = parseCheckpoint(read.checkpoint)
  const { signedBy, unchecked, difference } = checkSignatures(read.checkpoint, checkpoint, verifierKeys, path)
  const { size, root } = checkpoint
  const included = verifyInclusion({ leafHash: leafHash(extra), index, size, proof, root })
  const broken = difference ?? (included ? undefined : notIncluded(path, index))
  const found = { checkpoint, entry: { index, text: shown(extra) }, signedBy, unchecked }
  return broken === undefined ? found : { ...found, difference: broken }
}

function notIncluded(file: string, entry: number): Difference {
  return differenceAt(
    { code: 'not-included', file, entry },
    {
      fr: 'ce n’est pas l’entrée du registre signé à cette place',
      en: 'this is not the entry of the signed record at this place',
    },
  )
}

/** The line of the entry; quoted where a terminal could take it for something else. */
function shown(entry: Uint8Array): string {
  const text = Buffer.from(entry).toString('utf8')
  return /\p{Cc}/u.test(text) ? JSON.stringify(text) : text
}
