import { join } from 'node:path'
import { parseInstant } from '@vigie/engine'
import {
  cosignedText,
  formatVerifierKey,
  isKeyName,
  type NoteSignature,
  noteKey,
  signatureLine,
} from '@vigie/engine/seal'
import { textOf } from '../bundle/bundle-content.ts'
import { readBundle } from '../bundle/bundle-files.ts'
import { readEarlierSeal } from '../bundle/earlier-seal.ts'
import { readSigningKey, requireKeyName } from '../bundle/signing-key.ts'
import { readVerifierKeys } from '../bundle/verifier-keys.ts'
import { verifyBundle } from '../bundle/verify-bundle.ts'
import type { Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { writeFiles } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie cosign`: the other party checks a sealed folder, then signs it too. */
export const cosign: Command = {
  name: 'cosign',
  summary: {
    fr: 'vérifie un dossier scellé, puis le cosigne',
    en: 'checks a sealed folder, then cosigns it',
  },
  positionals: [{ name: 'BUNDLE', about: { fr: 'le dossier scellé', en: 'the sealed folder' } }],
  options: [
    { name: 'key', value: 'FILE', about: { fr: 'clé privée du cosignataire', en: 'private key of the cosigner' } },
    { name: 'name', value: 'NAME', about: { fr: 'nom du cosignataire', en: 'name of the cosigner' } },
    {
      name: 'verifier',
      value: 'KEY',
      repeated: true,
      about: { fr: 'clé de vérification de qui a scellé', en: 'verifier key of who sealed' },
    },
    {
      name: 'previous',
      value: 'BUNDLE',
      about: {
        fr: 'dernier dossier cosigné, que celui-ci doit prolonger',
        en: 'last folder cosigned, which this one must extend',
      },
    },
    {
      name: 'time',
      value: 'INSTANT',
      about: {
        fr: 'instant de la cosignature (par défaut celui du sceau)',
        en: 'instant of the cosignature (default: that of the seal)',
      },
    },
  ],
  more: {
    fr: `Tout est recalculé avant de signer ; rien n’est signé si quoi que ce soit diffère. Exemple :
  vigie cosign sceaux/2026-10 --key cles/client.example.key.pem --name client.example \\
    --verifier prestataire.example+… --previous sceaux/2026-09 --time 2026-11-05T10:00:00+01:00`,
    en: `Everything is computed again before signing; nothing is signed if anything differs. Example:
  vigie cosign seals/2026-10 --key keys/client.example.key.pem --name client.example \\
    --verifier provider.example+… --previous seals/2026-09 --time 2026-11-05T10:00:00+01:00`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [folder = ''] = given.positionals
    const [keyFile, name] = [given.text('key'), given.text('name')]
    if (keyFile === undefined || name === undefined)
      throw new CommandFailure({ fr: '--key et --name sont attendus', en: '--key and --name are expected' })
    requireKeyName(name)
    const verifiers = readVerifierKeys(given.texts('verifier'))
    const key = readSigningKey(keyFile)
    const { files, difference: unsafe } = readBundle(folder)
    const previous = given.text('previous')
    const before = previous === undefined ? undefined : readEarlierSeal(previous)
    const refused = unsafe ?? before?.difference
    const verification = refused ? undefined : verifyBundle(files, verifiers, before?.seal)
    const difference = refused ?? verification?.difference
    const { checkpoint, manifest } = verification ?? {}
    const language = asked ?? manifest?.language ?? 'fr'
    if (difference !== undefined || checkpoint === undefined || manifest === undefined) {
      process.stderr.write(`vigie: ${difference?.message[language] ?? folder}\n`)
      return 1
    }
    const signer = noteKey(name, 'cosign', key.publicKey)
    const own = checkpoint.signatures.find((one) => isOf(one, key.publicKey))
    if (own !== undefined)
      throw new CommandFailure({
        fr: `${own.name} a déjà signé ce dossier avec cette clé ; c’est à l’autre partie de cosigner`,
        en: `${own.name} has already signed this folder with this key; it is for the other party to cosign`,
      })
    const time = cosigningTime(given.text('time'), manifest.at)
    const line = signatureLine(signer, key.sign(cosignedText(checkpoint.body, time)), time)
    writeFiles([{ path: join(folder, 'checkpoint'), bytes: `${textOf(files, 'checkpoint')}${line}` }])
    const verifier = formatVerifierKey(signer)
    if (verifiers.length === 0) process.stderr.write(`vigie: ${unsure[language]}\n`)
    await writeToStdout(
      json ? `${JSON.stringify({ bundle: folder, time, verifier }, null, 2)}\n` : `${folder}\n${verifier}\n`,
    )
    return 0
  },
}

/** Whether a signature says it is of that key, whatever the name and the role. */
function isOf({ name, keyId }: NoteSignature, publicKey: Uint8Array): boolean {
  if (!isKeyName(name)) return false
  return (['seal', 'cosign'] as const).some((role) => String(noteKey(name, role, publicKey).keyId) === String(keyId))
}

/** Seconds since 1970, cut; a cosignature cannot state a time before what it cosigns. */
function cosigningTime(text: string | undefined, sealedAt: string): number {
  const [instant, at] = [parseInstant(text ?? sealedAt), parseInstant(sealedAt)]
  if (typeof instant !== 'number' || typeof at !== 'number')
    throw new CommandFailure({
      fr: `--time : un instant ISO 8601 avec décalage est attendu (reçu : ${text})`,
      en: `--time: an ISO 8601 instant with an offset is expected (got: ${text})`,
    })
  if (instant < at || instant < 0)
    throw new CommandFailure({
      fr: `--time : ${text ?? sealedAt} précède le sceau (${sealedAt})`,
      en: `--time: ${text ?? sealedAt} is before the seal (${sealedAt})`,
    })
  return Math.floor(instant / 1000)
}

const unsure = {
  fr: 'sans --verifier, la signature de qui a scellé n’a pas été vérifiée avant de cosigner',
  en: 'without --verifier, the signature of who sealed was not checked before cosigning',
}
