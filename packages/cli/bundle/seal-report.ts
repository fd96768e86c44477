import type { Language } from '@vigie/engine'
import { noteKey, signatureLine } from '@vigie/engine/seal'
import type { CommandContext } from '../command.ts'
import { readContractSource } from '../contract-source.ts'
import { failureOf } from '../failure.ts'
import { readAskedPeriod, readAt } from '../judged-facts.ts'
import { loadContract } from '../load-contract.ts'
import type { BundleFiles } from './bundle-files.ts'
import { composeBundle } from './compose-bundle.ts'
import { loadFactsToSeal } from './load-facts-to-seal.ts'
import { factKinds } from './manifest.ts'
import { placed } from './placed.ts'
import { linesKnownAt } from './sealed-facts.ts'
import { readSigningKey, requireKeyName } from './signing-key.ts'

/** A new sealed folder, not yet written, and how many rows were no facts. */
export type SealedReport = { readonly files: BundleFiles; readonly rejected: number; readonly language: Language }

/**
 * Seals what a report is asked of, contract, facts known at its instant and figures, under the key of `--key` and the
 * name of `--name`: the folder that `vigie seal` makes of the same words. Throws `CommandFailure`.
 */
export async function sealReport(
  { arguments: given, language: asked }: CommandContext,
  { keyFile, name }: { readonly keyFile: string; readonly name: string },
): Promise<SealedReport> {
  requireKeyName(name)
  const key = readSigningKey(keyFile)
  const [contractPath = '', eventsPath = ''] = given.positionals
  const withAmendments = !given.has('no-amendments')
  const history = await loadContract(contractPath, { withAmendments, language: asked })
  const source = await readContractSource(contractPath, withAmendments)
  const [{ language: own, timeZone }] = history.versions
  const language = asked ?? own
  const { facts, rejected } = await loadFactsToSeal(eventsPath, given, language)
  const period = readAskedPeriod(given, timeZone, facts.record)
  const at = readAt(given.text('at')) ?? period?.to ?? facts.record.lastAt ?? 0
  const known = linesKnownAt(facts, at, timeZone)
  const composed = composeBundle({
    contract: { file: /\.json$/i.test(contractPath) ? 'contract.json' : 'contract.yaml', source: source.source },
    amendments: source.amendments.map(({ file, source: text }) => ({ file: placed('amendments', file), source: text })),
    facts: known,
    given: new Set(factKinds.filter((kind) => kind === 'events' || given.has(kind))),
    earlier: [],
    attachments: [],
    period,
    at,
    language,
  })
  if (!composed.ok) throw failureOf(composed.issues)
  const checkpoint = `${composed.body}\n${signatureLine(noteKey(name, 'seal', key.publicKey), key.sign(composed.body))}`
  return {
    files: new Map([...composed.files, ['checkpoint', new TextEncoder().encode(checkpoint)]]),
    rejected,
    language,
  }
}
