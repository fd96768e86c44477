import { realpathSync, statSync } from 'node:fs'
import type { Language } from '@vigie/engine'
import { formatVerifierKey, noteKey, signatureLine } from '@vigie/engine/seal'
import type { Arguments, CommandContext } from '../command.ts'
import { readContractSource } from '../contract-source.ts'
import { CommandFailure, failureOf } from '../failure.ts'
import { loadContract } from '../load-contract.ts'
import { type BundleContent, bundleContent } from './bundle-content.ts'
import { type BundleFile, diskFile, memoryFile } from './bundle-file.ts'
import { type BundleFiles, readBundle } from './bundle-files.ts'
import { composeBundle } from './compose-bundle.ts'
import type { Difference } from './difference.ts'
import type { Manifest } from './manifest.ts'
import { placed } from './placed.ts'
import { putFacts } from './put-facts.ts'
import { readSigningKey, requireKeyName } from './signing-key.ts'
import { verifyBundle } from './verify-bundle.ts'
import type { BundleDraft } from './write-bundle.ts'

/** A draft that is whole and signed, not yet kept. */
export type FilledDraft = {
  readonly ok: true
  readonly files: BundleFiles
  /** The signed text of the checkpoint. */
  readonly body: string
  readonly manifest: Manifest
  readonly verifier: string
  readonly language: Language
  /** Rows that were no facts. */
  readonly rejected: number
}

/**
 * Seals what a command line names, contract, facts known at its instant and figures, under the key of `--key` and the name
 * of `--name`, after the record of `--previous`. A difference says what the record has lost since. Throws `CommandFailure`.
 */
export async function fillDraft(
  draft: BundleDraft,
  { arguments: given, language: asked }: CommandContext,
): Promise<FilledDraft | { readonly ok: false; readonly difference: Difference; readonly language: Language }> {
  const [contractPath = '', eventsPath = ''] = given.positionals
  const name = required(given, 'name')
  requireKeyName(name)
  const key = readSigningKey(required(given, 'key'))
  const attachments = attached(given.texts('attach'))
  const withAmendments = !given.has('no-amendments')
  const history = await loadContract(contractPath, { withAmendments, language: asked })
  const source = await readContractSource(contractPath, withAmendments)
  const [{ language: own, timeZone }] = history.versions
  const language = asked ?? own
  const previous = given.text('previous')
  const begun = previous === undefined ? undefined : previousBundle(previous)
  const put = await putFacts(draft, eventsPath, given, timeZone, language, begun)
  if (!put.ok) return { ...put, language }
  const composed = composeBundle({
    ...put,
    contract: { file: /\.json$/i.test(contractPath) ? 'contract.json' : 'contract.yaml', source: source.source },
    amendments: source.amendments.map(({ file, source: text }) => ({ file: placed('amendments', file), source: text })),
    earlier: begun?.seals ?? [],
    attachments: attachments.map(({ file, content }) => ({ file, content: draft.put(file, content.chunks()) })),
    language,
  })
  if (!composed.ok) throw failureOf(composed.issues)
  const { body, manifest } = composed
  const files = new Map(composed.files)
  for (const [file, content] of composed.files) if (!draft.has(file)) files.set(file, draft.put(file, content.chunks()))
  const signer = noteKey(name, 'seal', key.publicKey)
  const checkpoint = memoryFile(`${body}\n${signatureLine(signer, key.sign(body))}`)
  files.set('checkpoint', draft.put('checkpoint', checkpoint.chunks()))
  return { ok: true, files, body, manifest, verifier: formatVerifierKey(signer), language, rejected: put.rejected }
}

function required(given: Arguments, option: string): string {
  const text = given.text(option)
  if (text === undefined || text === '')
    throw new CommandFailure({ fr: `--${option} est attendu`, en: `--${option} is expected` })
  return text
}

/** The content of an earlier bundle, once it is known to hold. */
function previousBundle(folder: string): BundleContent {
  const { files, difference: unsafe } = readBundle(folder)
  const difference = unsafe ?? verifyBundle(files, []).difference
  if (difference === undefined) return bundleContent(files)
  throw new CommandFailure({
    fr: `${folder} : ce sceau antérieur ne tient pas : ${difference.message.fr}`,
    en: `${folder}: this earlier seal does not hold: ${difference.message.en}`,
  })
}

function attached(paths: readonly string[]): { file: string; content: BundleFile }[] {
  const files = paths.map((path) => ({ file: placed('attachments', path), content: document(path) }))
  const twice = files.find(({ file }, index) => files.findIndex((one) => one.file === file) !== index)
  if (twice === undefined) return files.sort((a, b) => (a.file < b.file ? -1 : 1))
  throw new CommandFailure({
    fr: `--attach : deux documents du même nom (${twice.file})`,
    en: `--attach: two documents of the same name (${twice.file})`,
  })
}

/** A document to attach, wherever a link leads. */
function document(path: string): BundleFile {
  let code = 'EISDIR'
  try {
    const real = realpathSync(path)
    const status = statSync(real)
    if (status.isFile()) return diskFile(real, status.size)
  } catch (error) {
    code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  throw new CommandFailure({ fr: `${path} : illisible (${code})`, en: `${path}: cannot be read (${code})` })
}
