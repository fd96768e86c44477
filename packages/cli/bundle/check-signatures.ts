import { type Checkpoint, parseVerifierKey, verifyCheckpoint } from '@vigie/engine/seal'
import { type Difference, differenceAt } from './difference.ts'

export type SignatureCheck = {
  readonly signedBy: readonly string[]
  readonly unchecked: readonly string[]
  readonly difference?: Difference
}

/** Whether every given key has signed the checkpoint (`text`, parsed, of that file). Keys must be well-formed. */
export function checkSignatures(
  text: string,
  checkpoint: Checkpoint,
  verifierKeys: readonly string[],
  file = 'checkpoint',
): SignatureCheck {
  const keys = verifierKeys.flatMap((encoded) => {
    const key = parseVerifierKey(encoded)
    return key ? [{ encoded, name: key.name, id: idOf(key.keyId) }] : []
  })
  const given = new Set(keys.map(({ name, id }) => `${name} ${id}`))
  const made = checkpoint.signatures.map(({ name, keyId }) => ({ name, held: `${name} ${idOf(keyId)}` }))
  const unchecked = made.filter(({ held }) => !given.has(held)).map(({ name }) => name)
  const signedBy: string[] = []
  for (const { encoded, name, id } of keys) {
    if (verifyCheckpoint(text, [encoded]).ok) {
      signedBy.push(name)
      continue
    }
    const present = made.some(({ held }) => held === `${name} ${id}`)
    const difference = differenceAt(
      { code: present ? 'signature-wrong' : 'signature-missing', file },
      present
        ? { fr: `la signature de ${name} ne tient pas`, en: `the signature of ${name} does not hold` }
        : { fr: `${name} n’a pas signé avec cette clé`, en: `${name} has not signed with this key` },
    )
    return { signedBy, unchecked, difference }
  }
  return { signedBy, unchecked }
}

function idOf(keyId: Uint8Array): string {
  return Buffer.from(keyId).toString('hex')
}
