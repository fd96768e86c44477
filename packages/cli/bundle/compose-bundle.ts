import {
  contractFingerprint,
  ENGINE_VERSION,
  formatInstant,
  type Issue,
  type Language,
  type Period,
  readContract,
} from '@vigie/engine'
import { canonicalJson, checkpointBody, inclusionProofOfHashes, rootOfLeafHashes, toBase64 } from '@vigie/engine/seal'
import { type BundleContent, recordOf } from './bundle-content.ts'
import { type BundleFile, memoryFile, sha256Of } from './bundle-file.ts'
import type { BundleFiles } from './bundle-files.ts'
import { bundleReadme } from './bundle-readme.ts'
import { type FactKind, factKinds, type Manifest } from './manifest.ts'
import { type FactSet, readFactFiles } from './sealed-facts.ts'
import { sealedFigures } from './sealed-figures.ts'

/** A text file of the bundle, by its path in it. */
export type TextFile = { readonly file: string; readonly source: string }

/** What a bundle is made from: nothing of the machine, no clock. */
export type BundleInput = {
  /** `contract.yaml` or `contract.json`. */
  readonly contract: TextFile
  readonly amendments: readonly TextFile[]
  /** Facts in the order of the record: those of earlier seals first. */
  readonly facts: BundleContent['facts']
  /** Kinds of facts that were asked for, even where none was known: no outage is not the same as no log of outages. */
  readonly given: ReadonlySet<FactKind>
  /** Lines of `seals.jsonl` of earlier seals. */
  readonly earlier: readonly string[]
  readonly attachments: readonly { readonly file: string; readonly content: BundleFile }[]
  readonly period: Period | undefined
  readonly at: number
  readonly language: Language
}

/** A bundle without its signatures. The same input gives the same bytes. */
export type ComposedBundle = {
  readonly ok: true
  /** Every file but the checkpoint, by path. */
  readonly files: BundleFiles
  /** The text of the checkpoint that is to be signed. */
  readonly body: string
  readonly manifest: Manifest
  /** The facts, read again. */
  readonly facts: FactSet
  readonly timeZone: string
}

/** Computes a bundle: figures, manifest, entries, root. Issues are those of the contract and of the evaluation. */
export function composeBundle(
  input: BundleInput,
): ComposedBundle | { readonly ok: false; readonly issues: readonly Issue[] } {
  const read = readContract(input.contract.source, { file: input.contract.file, amendments: input.amendments })
  if (!read.ok) return read
  const facts = readFactFiles(input.facts)
  if (facts === undefined) return { ok: false, issues: [unreadFacts] }
  const { given, at, period, language } = input
  const computed = sealedFigures({ contract: read.history, facts, given, period, at, language })
  if (!computed.ok) return computed
  const { assessment, figures } = computed
  const content = contentOf(input, canonicalJson(figures))
  const manifest: Manifest = {
    'vigie-seal': 1,
    contract: {
      id: read.history.id,
      version: assessment.contract.version,
      fingerprint: contractFingerprint(read.history),
    },
    period:
      period === undefined
        ? null
        : { from: formatInstant(period.from), to: formatInstant(period.to), label: period.label },
    at: formatInstant(at),
    language,
    engine: ENGINE_VERSION,
    tzdata: assessment.tzdata,
    entries: countsOf(input),
    files: Object.fromEntries([...content].map(([path, { file, sha256 }]) => [path, { bytes: file.size, sha256 }])),
  }
  const seals = [...input.earlier, canonicalJson(manifest)]
  const { hashes } = recordOf(input.facts, seals)
  const size = hashes.length / 32
  const root = rootOfLeafHashes(hashes)
  const derived = [
    summed('seals.jsonl', memoryFile(seals.map((line) => `${line}\n`).join(''))),
    summed('leaf-hashes.txt', leafHashesFile(hashes)),
    summed('manifest-proof.txt', memoryFile(manifestProof(hashes))),
    summed('README.txt', memoryFile(bundleReadme(manifest, size, root))),
  ] as const
  const all = new Map([...content, ...derived])
  const files = new Map([...all].map(([path, { file }]) => [path, file]))
  files.set('SHA256SUMS', memoryFile(sumsOf(all)))
  return {
    ok: true,
    files,
    body: checkpointBody({ origin: originOf(read.history.id), size, root }),
    manifest,
    facts,
    timeZone: read.history.versions[0].timeZone,
  }
}

/** The text of `manifest-proof.txt`: the inclusion proof of the last entry, base64, from the leaf up. */
export function manifestProof(hashes: Uint8Array): string {
  return inclusionProofOfHashes(hashes, hashes.length / 32 - 1)
    .map((hash) => `${toBase64(hash)}\n`)
    .join('')
}

/** `leaf-hashes.txt`: a line of hexadecimal an entry. */
export function leafHashesFile(hashes: Uint8Array): BundleFile {
  return {
    size: (hashes.length / 32) * 65,
    *chunks() {
      for (let from = 0; from < hashes.length; from += HASHES_PIECE) {
        const digits = hex(hashes.subarray(from, from + HASHES_PIECE))
        yield Buffer.from(digits.replace(/.{64}/g, '$&\n'), 'latin1')
      }
    },
  }
}

/** The text of `SHA256SUMS` over files, by path, as `sha256sum` writes it. */
export function sumsOf(files: ReadonlyMap<string, { readonly sha256: string }>): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, { sha256 }]) => `${sha256}  ${file}\n`)
    .join('')
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}

/** Name of the log that a contract's seals make: `vigie/` and its id. */
export function originOf(contractId: string): string {
  return `vigie/${encodeURIComponent(contractId)}`
}

function contentOf({ contract, amendments, facts, given, attachments }: BundleInput, figures: string) {
  return new Map([
    ...[contract, ...amendments].map(({ file, source }) => summed(file, memoryFile(source))),
    ...factKinds.filter((kind) => given.has(kind)).map((kind) => summed(`${kind}.jsonl`, facts[kind].file)),
    summed('figures.json', memoryFile(`${figures}\n`)),
    ...attachments.map(({ file, content }) => summed(file, content)),
  ])
}

function summed(path: string, file: BundleFile): readonly [string, Summed] {
  return [path, { file, sha256: sha256Of(file) }]
}

type Summed = { readonly file: BundleFile; readonly sha256: string }

function countsOf({ facts, given }: BundleInput): Manifest['entries'] {
  return Object.fromEntries(factKinds.filter((kind) => given.has(kind)).map((kind) => [kind, facts[kind].count]))
}

/** Some 260 kB of hexadecimal at a time. */
const HASHES_PIECE = 32 * 4096

const unreadFacts: Issue = {
  code: 'unread-facts',
  place: {},
  message: {
    fr: 'Aucun fait connu à cet instant, ou des faits que Vigie ne relit pas',
    en: 'No fact known at that instant, or facts that Vigie does not read again',
  },
}
