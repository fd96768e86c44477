import { fillDraft } from '../bundle/fill-draft.ts'
import { openBundleDraft } from '../bundle/write-bundle.ts'
import type { Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { judgedOptions, judgedPositionals } from '../judged-facts.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie seal`: contract, facts and figures in one signed folder. */
export const seal: Command = {
  name: 'seal',
  summary: {
    fr: 'scelle contrat, faits et chiffres dans un dossier signé',
    en: 'seals contract, facts and figures in a signed folder',
  },
  positionals: judgedPositionals,
  options: [
    ...judgedOptions,
    {
      name: 'key',
      value: 'FILE',
      about: { fr: 'clé privée du signataire (PEM)', en: 'private key of the signer (PEM)' },
    },
    { name: 'name', value: 'NAME', about: { fr: 'nom du signataire', en: 'name of the signer' } },
    {
      name: 'out',
      value: 'FOLDER',
      about: { fr: 'dossier scellé, nouveau ou vide', en: 'sealed folder, new or empty' },
    },
    {
      name: 'previous',
      value: 'BUNDLE',
      about: { fr: 'dossier scellé que celui-ci prolonge', en: 'sealed folder that this one extends' },
    },
    {
      name: 'attach',
      value: 'FILE',
      repeated: true,
      about: {
        fr: 'document à sceller avec, comme rapport.pdf ; peut être répété',
        en: 'document to seal with it, such as report.pdf; may be repeated',
      },
    },
  ],
  more: {
    fr: `Le sceau tient les faits connus à --at et les chiffres qu’ils donnent. Exemple :
  vigie seal contrat.yaml evenements.csv --month 2026-10 --key cles/prestataire.example.key.pem \\
    --name prestataire.example --attach rapport.pdf --out sceaux/2026-10
Puis l’autre partie : vigie cosign ; et tous : vigie verify.`,
    en: `The seal holds the facts known at --at and the figures that they give. Example:
  vigie seal contract.yaml events.csv --month 2026-10 --key keys/provider.example.key.pem \\
    --name provider.example --attach report.pdf --out seals/2026-10
Then the other party: vigie cosign; and everyone: vigie verify.`,
  },
  async run(context) {
    const { arguments: given, json } = context
    const missing = ['out', 'name', 'key'].find((option) => (given.text(option) ?? '') === '')
    if (missing !== undefined)
      throw new CommandFailure({ fr: `--${missing} est attendu`, en: `--${missing} is expected` })
    const out = given.text('out') ?? ''
    const draft = openBundleDraft(out)
    try {
      const filled = await fillDraft(draft, context)
      if (!filled.ok) {
        process.stderr.write(`vigie: ${filled.difference.message[filled.language]}\n`)
        return 1
      }
      draft.keep()
      const { body, manifest, verifier, language, rejected } = filled
      const [origin = '', size = '', root = ''] = body.split('\n')
      await writeToStdout(
        json
          ? `${JSON.stringify({ bundle: out, origin, size: Number(size), root, at: manifest.at, entries: manifest.entries, verifier }, null, 2)}\n`
          : `${out}\n${origin}, ${manifest.at}\n${size} ${language === 'fr' ? 'entrées, racine' : 'entries, root'} ${root}\n${verifier}\n`,
      )
      return given.has('strict') && rejected > 0 ? 1 : 0
    } finally {
      draft.drop()
    }
  },
}
