import { formatVerifierKey, noteKey, signatureLine } from '@vigie/engine/seal'
import { bundleContent } from '../bundle/bundle-content.ts'
import { readBundle } from '../bundle/bundle-files.ts'
import { composeBundle } from '../bundle/compose-bundle.ts'
import { continueRecord } from '../bundle/continue-record.ts'
import { loadFactsToSeal } from '../bundle/load-facts-to-seal.ts'
import { factKinds } from '../bundle/manifest.ts'
import { placed } from '../bundle/placed.ts'
import { readWholeBytes } from '../bundle/read-whole-bytes.ts'
import { linesKnownAt } from '../bundle/sealed-facts.ts'
import { readSigningKey, requireKeyName } from '../bundle/signing-key.ts'
import { verifyBundle } from '../bundle/verify-bundle.ts'
import { refuseOccupied, writeBundle } from '../bundle/write-bundle.ts'
import type { Arguments, Command } from '../command.ts'
import { readContractSource } from '../contract-source.ts'
import { CommandFailure, failureOf } from '../failure.ts'
import { judgedOptions, judgedPositionals, readAskedPeriod, readAt } from '../judged-facts.ts'
import { loadContract } from '../load-contract.ts'
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
  async run({ arguments: given, language: asked, json }) {
    const [contractPath = '', eventsPath = ''] = given.positionals
    const out = required(given, 'out')
    const name = required(given, 'name')
    requireKeyName(name)
    refuseOccupied(out)
    const key = readSigningKey(required(given, 'key'))
    const attachments = attached(given.texts('attach'))
    const withAmendments = !given.has('no-amendments')
    const history = await loadContract(contractPath, { withAmendments, language: asked })
    const source = await readContractSource(contractPath, withAmendments)
    const [{ language: own, timeZone }] = history.versions
    const language = asked ?? own
    const { facts, rejected } = await loadFactsToSeal(eventsPath, given, language)
    const period = readAskedPeriod(given, timeZone, facts.record)
    const at = readAt(given.text('at')) ?? period?.to ?? facts.record.lastAt ?? 0
    const known = linesKnownAt(facts, at, timeZone)
    const previous = given.text('previous')
    const begun = previous === undefined ? undefined : previousBundle(previous)
    const continued = continueRecord(known, begun, (instant) => linesKnownAt(facts, instant, timeZone))
    if (!continued.ok) {
      process.stderr.write(`vigie: ${continued.difference.message[language]}\n`)
      return 1
    }
    const composed = composeBundle({
      contract: { file: /\.json$/i.test(contractPath) ? 'contract.json' : 'contract.yaml', source: source.source },
      amendments: source.amendments.map(({ file, source: text }) => ({
        file: placed('amendments', file),
        source: text,
      })),
      facts: continued.facts,
      given: new Set(
        factKinds.filter((kind) => kind === 'events' || given.has(kind) || continued.facts[kind].length > 0),
      ),
      earlier: begun?.seals ?? [],
      attachments,
      period,
      at,
      language,
    })
    if (!composed.ok) throw failureOf(composed.issues)
    const { body, manifest } = composed
    const signer = noteKey(name, 'seal', key.publicKey)
    const checkpoint = `${body}\n${signatureLine(signer, key.sign(body))}`
    writeBundle(out, new Map([...composed.files, ['checkpoint', new TextEncoder().encode(checkpoint)]]))
    const [origin = '', size = '', root = ''] = body.split('\n')
    const verifier = formatVerifierKey(signer)
    await writeToStdout(
      json
        ? `${JSON.stringify({ bundle: out, origin, size: Number(size), root, at: manifest.at, entries: manifest.entries, verifier }, null, 2)}\n`
        : `${out}\n${origin}, ${manifest.at}\n${size} ${language === 'fr' ? 'entrées, racine' : 'entries, root'} ${root}\n${verifier}\n`,
    )
    return given.has('strict') && rejected > 0 ? 1 : 0
  },
}

function required(given: Arguments, option: string): string {
  const text = given.text(option)
  if (text === undefined || text === '')
    throw new CommandFailure({ fr: `--${option} est attendu`, en: `--${option} is expected` })
  return text
}

/** The content of an earlier bundle, once it is known to hold. */
function previousBundle(folder: string): ReturnType<typeof bundleContent> {
  const { files, difference: unsafe } = readBundle(folder)
  const difference = unsafe ?? verifyBundle(files, []).difference
  if (difference === undefined) return bundleContent(files)
  throw new CommandFailure({
    fr: `${folder} : ce sceau antérieur ne tient pas : ${difference.message.fr}`,
    en: `${folder}: this earlier seal does not hold: ${difference.message.en}`,
  })
}

function attached(paths: readonly string[]): { file: string; bytes: Uint8Array }[] {
  const files = paths.map((path) => ({ file: placed('attachments', path), bytes: readWholeBytes(path) }))
  const twice = files.find(({ file }, index) => files.findIndex((one) => one.file === file) !== index)
  if (twice === undefined) return files.sort((a, b) => (a.file < b.file ? -1 : 1))
  throw new CommandFailure({
    fr: `--attach : deux documents du même nom (${twice.file})`,
    en: `--attach: two documents of the same name (${twice.file})`,
  })
}
