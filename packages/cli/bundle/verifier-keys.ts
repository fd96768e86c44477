import { formatVerifierKey, type NoteKey, parseVerifierKey } from '@vigie/engine/seal'
import { CommandFailure } from '../failure.ts'

/**
 * Checks the keys of `--verifier`; throws `CommandFailure` on one that is not of the form, and on one key under two names:
 * whoever holds it could sign as both parties.
 */
export function readVerifierKeys(texts: readonly string[]): readonly string[] {
  const keys = texts.map(readOne)
  for (const key of keys) {
    const other = keys.find((one) => one.name !== key.name && Buffer.compare(one.publicKey, key.publicKey) === 0)
    if (other !== undefined)
      throw new CommandFailure({
        fr: `--verifier : ${key.name} et ${other.name} ont la même clé ; une partie ne peut pas signer pour l’autre`,
        en: `--verifier: ${key.name} and ${other.name} have the same key; one party cannot sign for the other`,
      })
  }
  return [...new Set(keys.map(formatVerifierKey))]
}

function readOne(text: string): NoteKey {
  const key = parseVerifierKey(text.trim())
  if (key) return key
  throw new CommandFailure({
    fr: `--verifier : une clé de vérification nom+empreinte+clé est attendue, comme l’écrit « vigie key » (reçu : ${text})`,
    en: `--verifier: a verifier key name+id+key is expected, as "vigie key" writes it (got: ${text})`,
  })
}
