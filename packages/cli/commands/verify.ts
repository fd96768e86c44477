import type { Language } from '@vigie/engine'
import { toBase64 } from '@vigie/engine/seal'
import { type BundleFiles, readBundle } from '../bundle/bundle-files.ts'
import { checkProof } from '../bundle/check-proof.ts'
import { checkReport } from '../bundle/check-report.ts'
import type { Difference } from '../bundle/difference.ts'
import { isFile, readEarlierSeal } from '../bundle/earlier-seal.ts'
import { readWholeBytes } from '../bundle/read-whole-bytes.ts'
import { readVerifierKeys } from '../bundle/verifier-keys.ts'
import { type Verification, verifyBundle } from '../bundle/verify-bundle.ts'
import type { Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie verify`: signatures, entries, files and figures of a sealed folder, and the first thing that differs; or one fact by its proof. */
export const verify: Command = {
  name: 'verify',
  summary: {
    fr: 'vérifie un dossier scellé et recalcule ses chiffres, ou la preuve d’un fait',
    en: 'checks a sealed folder and computes its figures again, or the proof of one fact',
  },
  positionals: [
    {
      name: 'BUNDLE',
      about: {
        fr: 'le dossier scellé, ou une preuve (.tlog-proof) de « vigie prove »',
        en: 'the sealed folder, or a proof (.tlog-proof) of "vigie prove"',
      },
    },
  ],
  options: [
    {
      name: 'verifier',
      value: 'KEY',
      repeated: true,
      about: {
        fr: 'clé de vérification ; chacune doit avoir signé ; peut être répétée',
        en: 'verifier key; each must have signed; may be repeated',
      },
    },
    {
      name: 'previous',
      value: 'BUNDLE',
      about: {
        fr: 'dossier antérieur, ou son seul fichier checkpoint, que celui-ci doit prolonger',
        en: 'earlier folder, or its file checkpoint alone, that this one must extend',
      },
    },
    {
      name: 'report',
      value: 'FILE',
      repeated: true,
      about: {
        fr: 'rapport à comparer à celui que donne ce dossier ; peut être répété',
        en: 'report to compare with the one that this folder gives; may be repeated',
      },
    },
    {
      name: 'integrity-only',
      about: {
        fr: 'accepte de ne vérifier aucune signature',
        en: 'accepts that no signature is checked',
      },
    },
  ],
  more: {
    fr: `Code de retour 0 si tout tient, 1 sinon, avec la première différence. Sans --verifier, personne n’a vérifié qui a
signé : le code de retour est 1, à moins de --integrity-only. Exemple :
  vigie verify sceaux/2026-10 --verifier prestataire.example+… --verifier client.example+… --previous sceaux/2026-09
  vigie verify fait.tlog-proof --verifier prestataire.example+…
Avec --report, prouve aussi qu’un rapport est celui que donne ce dossier.`,
    en: `Exit code 0 when all holds, else 1 with the first difference. Without --verifier nobody checked who signed: the exit
code is 1, unless --integrity-only. Example:
  vigie verify seals/2026-10 --verifier provider.example+… --verifier client.example+… --previous seals/2026-09
  vigie verify fact.tlog-proof --verifier provider.example+…
With --report, proves too that a report is the one that this folder gives.`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [folder = ''] = given.positionals
    const verifiers = readVerifierKeys(given.texts('verifier'))
    const previous = given.text('previous')
    const reports = given.texts('report').map((path) => ({ path, bytes: readWholeBytes(path) }))
    const isProof = isFile(folder)
    if (isProof && (previous !== undefined || reports.length > 0))
      throw new CommandFailure({
        fr: '--previous et --report ne vont pas avec la preuve d’un fait',
        en: '--previous and --report do not go with the proof of one fact',
      })
    const verification = isProof
      ? checkProof(folder, verifiers)
      : await verifyFolder(folder, verifiers, previous, reports)
    const language = asked ?? verification.manifest?.language ?? 'fr'
    const holds = verification.difference === undefined
    const ok = holds && (verifiers.length > 0 || given.has('integrity-only'))
    const shown = holds ? reports.map(({ path }) => path) : []
    await writeToStdout(
      json
        ? `${JSON.stringify({ ...plain(verification, ok, language), reports: shown }, null, 2)}\n`
        : `${[...said(verification, verifiers.length > 0, language), ...shown.map((path) => reportHolds(path, language))].join('\n')}\n`,
    )
    return ok ? 0 : 1
  },
}

async function verifyFolder(
  folder: string,
  verifiers: readonly string[],
  previous: string | undefined,
  reports: readonly GivenReport[],
): Promise<Verification> {
  const { files, difference: unsafe } = readBundle(folder)
  const before = previous === undefined ? undefined : readEarlierSeal(previous)
  const difference: Difference | undefined = unsafe ?? before?.difference
  return difference === undefined
    ? withReports(verifyBundle(files, verifiers, before?.seal), files, reports)
    : { difference, signedBy: [], unchecked: [] }
}

type GivenReport = { readonly path: string; readonly bytes: Uint8Array }

/** Reports are compared once the folder holds, in their order, up to the first that differs. */
async function withReports(
  verification: Verification,
  files: BundleFiles,
  reports: readonly GivenReport[],
): Promise<Verification> {
  const { difference, manifest } = verification
  if (difference !== undefined || manifest === undefined) return verification
  for (const { path, bytes } of reports) {
    const differs = await checkReport(files, manifest, path, bytes)
    if (differs !== undefined) return { ...verification, difference: differs }
  }
  return verification
}

function reportHolds(path: string, language: Language): string {
  return language === 'fr'
    ? `${path} : c’est, octet pour octet, le rapport que donne ce dossier`
    : `${path}: this is, byte for byte, the report that this folder gives`
}

function plain(
  { difference, checkpoint, manifest, entry, signedBy, unchecked }: Verification,
  ok: boolean,
  language: Language,
) {
  return {
    ok,
    integrity: difference === undefined,
    ...(checkpoint === undefined
      ? {}
      : { origin: checkpoint.origin, size: checkpoint.size, root: toBase64(checkpoint.root) }),
    ...(manifest === undefined
      ? {}
      : { at: manifest.at, period: manifest.period, engine: manifest.engine, tzdata: manifest.tzdata }),
    ...(entry === undefined ? {} : { index: entry.index, entry: entry.text }),
    signedBy,
    unchecked,
    ...(difference === undefined ? {} : { difference: { ...difference, message: difference.message[language] } }),
  }
}

function said(verification: Verification, withKeys: boolean, language: Language): string[] {
  const { difference, checkpoint, signedBy, unchecked } = verification
  const french = language === 'fr'
  if (difference) return [`${french ? 'Ne tient pas : ' : 'Does not hold: '}${difference.message[language]}`]
  return [
    ...whatHolds(verification, language),
    `${french ? 'racine' : 'root'} ${checkpoint ? toBase64(checkpoint.root) : ''}`,
    ...signedBy.map((name) => `${french ? 'signé par' : 'signed by'} ${name}`),
    ...unchecked.map((name) =>
      french
        ? `signature de ${name} : non vérifiée, faute de clé`
        : `signature of ${name}: not checked, for want of a key`,
    ),
    ...(withKeys ? [] : [unsigned[language]]),
  ]
}

function whatHolds({ checkpoint, manifest, entry }: Verification, language: Language): string[] {
  const french = language === 'fr'
  if (entry === undefined)
    return [
      french
        ? `${checkpoint?.size} entrées, chaque fichier et chaque chiffre sont tels que scellés (${checkpoint?.origin}, ${manifest?.at})`
        : `${checkpoint?.size} entries, every file and every figure are as sealed (${checkpoint?.origin}, ${manifest?.at})`,
    ]
  return [
    french
      ? `l’entrée ${entry.index} des ${checkpoint?.size} du registre ${checkpoint?.origin} est :`
      : `entry ${entry.index} of the ${checkpoint?.size} of the record ${checkpoint?.origin} is:`,
    entry.text,
  ]
}

const unsigned = {
  fr: 'Aucune signature n’a été vérifiée : ceci est cohérent, mais n’importe qui peut l’avoir fait. Donner --verifier.',
  en: 'No signature was checked: this is consistent, but anyone may have made it. Give --verifier.',
}
