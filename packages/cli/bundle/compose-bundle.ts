import { createHash } from 'node:crypto'
import {
  contractFingerprint,
  ENGINE_VERSION,
  formatInstant,
  type Issue,
  type Language,
  type Period,
  readContract,
} from '@vigie/engine'
import { canonicalJson, checkpointBody, inclusionProof, leafHash, rootOfLeafHashes, toBase64 } from '@vigie/engine/seal'
import { bundleReadme } from './bundle-readme.ts'
import { type FactKind, factKinds, type Manifest, readManifest } from './manifest.ts'
import { type FactLines, type FactSet, readFactLines } from './sealed-facts.ts'
import { sealedFigures } from './sealed-figures.ts'

/** A text file of the bundle, by its path in it. */
export type TextFile = { readonly file: string; readonly source: string }

/** What a bundle is made from: nothing of the machine, no clock. */
export type BundleInput = {
  /** `contract.yaml` or `contract.json`. */
  readonly contract: TextFile
  readonly amendments: readonly TextFile[]
  /** Facts in the order of the record: those of earlier seals first. */
  readonly facts: FactLines
  /** Kinds of facts that were asked for, even where none was known: no outage is not the same as no log of outages. */
  readonly given: ReadonlySet<FactKind>
  /** Lines of `seals.jsonl` of earlier seals. */
  readonly earlier: readonly string[]
  readonly attachments: readonly { readonly file: string; readonly bytes: Uint8Array }[]
  readonly period: Period | undefined
  readonly at: number
  readonly language: Language
}

/** A bundle without its signatures. The same input gives the same bytes. */
export type ComposedBundle = {
  readonly ok: true
  /** Every file but the checkpoint, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>
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
  const facts = readFactLines(input.facts)
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
    entries: countsOf(input.facts),
    files: Object.fromEntries(
      [...content].map(([file, bytes]) => [file, { bytes: bytes.length, sha256: sha256(bytes) }]),
    ),
  }
  const seals = [...input.earlier, canonicalJson(manifest)]
  const leaves = entriesOf(input.facts, seals).map(({ line }) => utf8(line))
  const hashes = leaves.map(leafHash)
  const root = rootOfLeafHashes(hashes)
  const files = new Map([
    ...content,
    ['seals.jsonl', utf8(seals.map((line) => `${line}\n`).join(''))],
    ['leaf-hashes.txt', utf8(hashes.map((hash) => `${hex(hash)}\n`).join(''))],
    ['manifest-proof.txt', utf8(manifestProof(leaves))],
  ])
  files.set('README.txt', utf8(bundleReadme(manifest, hashes.length, root)))
  files.set('SHA256SUMS', utf8(sumsOf(files)))
  return {
    ok: true,
    files,
    body: checkpointBody({ origin: originOf(read.history.id), size: hashes.length, root }),
    manifest,
    facts,
    timeZone: read.history.versions[0].timeZone,
  }
}

/** The text of `manifest-proof.txt`: the inclusion proof of the last entry, base64, from the leaf up. */
export function manifestProof(leaves: readonly Uint8Array[]): string {
  return inclusionProof(leaves, leaves.length - 1)
    .map((hash) => `${toBase64(hash)}\n`)
    .join('')
}

/** The text of `SHA256SUMS` over files, by path, as `sha256sum` writes it. */
export function sumsOf(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, bytes]) => `${sha256(bytes)}  ${file}\n`)
    .join('')
}

/** One entry of the record: line `number` (from 1) of `file`. */
export type Entry = { readonly file: string; readonly number: number; readonly line: string }

/**
 * The entries in their order: for each seal, the facts that it added, kind by kind, then its manifest. A manifest that
 * cannot be read adds no facts.
 */
export function entriesOf(facts: FactLines, seals: readonly string[]): readonly Entry[] {
  const done = new Map<FactKind, number>()
  return seals.flatMap((seal, index) => {
    const manifest = readManifest(seal)
    const added = factKinds.flatMap((kind) => {
      const from = done.get(kind) ?? 0
      const to = Math.max(from, manifest?.entries[kind] ?? from)
      done.set(kind, to)
      return facts[kind]
        .slice(from, to)
        .map((line, place) => ({ file: `${kind}.jsonl`, number: from + place + 1, line }))
    })
    return [...added, { file: 'seals.jsonl', number: index + 1, line: seal }]
  })
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Name of the log that a contract's seals make: `vigie/` and its id. */
export function originOf(contractId: string): string {
  return `vigie/${encodeURIComponent(contractId)}`
}

function contentOf(
  { contract, amendments, facts, given, attachments }: BundleInput,
  figures: string,
): Map<string, Uint8Array> {
  return new Map([
    ...[contract, ...amendments].map(({ file, source }) => [file, utf8(source)] as const),
    ...factKinds
      .filter((kind) => given.has(kind))
      .map((kind) => [`${kind}.jsonl`, utf8(facts[kind].map((line) => `${line}\n`).join(''))] as const),
    ['figures.json', utf8(`${figures}\n`)] as const,
    ...attachments.map(({ file, bytes }) => [file, bytes] as const),
  ])
}

function countsOf(facts: FactLines): Manifest['entries'] {
  const { events, outages, controls, calls, fees, notices } = facts
  return {
    events: events.length,
    outages: outages.length,
    controls: controls.length,
    calls: calls.length,
    fees: fees.length,
    notices: notices.length,
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const unreadFacts: Issue = {
  code: 'unread-facts',
  place: {},
  message: {
    fr: 'Aucun fait connu à cet instant, ou des faits que Vigie ne relit pas',
    en: 'No fact known at that instant, or facts that Vigie does not read again',
  },
}
