import { formatVerifierKey, parseVerifierKey } from '@vigie/engine/seal'
import { CommandFailure } from '../failure.ts'

/** Checks the keys of `--verifier`; throws `CommandFailure` on one that is not of the form. */
export function readVerifierKeys(texts: readonly string[]): readonly string[] {
  return texts.map((text) => {
    const key = parseVerifierKey(text.trim())
    if (key) return formatVerifierKey(key)
    throw new CommandFailure({
      fr: `--verifier : une clé de vérification nom+empreinte+clé est attendue, comme l’écrit « vigie key » (reçu : ${text})`,
      en: `--verifier: a verifier key name+id+key is expected, as "vigie key" writes it (got: ${text})`,
    })
  })
}
