import { makeSigningKey } from '../bundle/signing-key.ts'
import type { Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie key`: a key pair to seal and to cosign with. */
export const makeKey: Command = {
  name: 'key',
  summary: { fr: 'crée une clé pour sceller ou cosigner', en: 'makes a key to seal or cosign with' },
  positionals: [
    {
      name: 'NAME',
      about: { fr: 'nom du signataire, comme prestataire.example', en: 'name of the signer, such as provider.example' },
    },
  ],
  options: [{ name: 'out', value: 'FOLDER', about: { fr: 'dossier de la clé', en: 'folder of the key' } }],
  more: {
    fr: `La clé privée (NOM.key.pem) reste chez son propriétaire. Les lignes affichées sont publiques : l’autre partie les
tient de vous par un autre chemin que le dossier scellé. Exemple :
  vigie key prestataire.example --out cles`,
    en: `The private key (NAME.key.pem) stays with its owner. The lines shown are public: the other party has them from you,
by another way than the sealed folder. Example:
  vigie key provider.example --out keys`,
  },
  async run({ arguments: given, language = 'fr', json }) {
    const folder = given.text('out')
    if (folder === undefined) throw new CommandFailure({ fr: '--out est attendu', en: '--out is expected' })
    const { privateFile, publicFile, verifiers } = makeSigningKey(given.positionals[0] ?? '', folder)
    const lines =
      language === 'fr'
        ? [
            `clé privée   ${privateFile}`,
            `clé publique ${publicFile}`,
            `pour vérifier un sceau        ${verifiers.seal}`,
          ]
        : [`private key ${privateFile}`, `public key  ${publicFile}`, `to verify a seal          ${verifiers.seal}`]
    const cosigning = language === 'fr' ? 'pour vérifier une cosignature ' : 'to verify a cosignature   '
    await writeToStdout(
      json
        ? `${JSON.stringify({ privateFile, publicFile, verifiers }, null, 2)}\n`
        : `${[...lines, `${cosigning}${verifiers.cosign}`].join('\n')}\n`,
    )
    return 0
  },
}
