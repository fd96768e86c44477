import { buildReport, type ReportInput, type ReportModel } from '@vigie/documents'
import { type Issue, type Language, readContract } from '@vigie/engine'
import { parseCheckpoint, toBase64 } from '@vigie/engine/seal'
import { judgeReport } from '../judge-report.ts'
import { bundleContent, textOf } from './bundle-content.ts'
import type { BundleFiles } from './bundle-files.ts'
import { inputOf } from './input-of.ts'
import { factKinds, type Manifest } from './manifest.ts'
import { readFactFiles } from './sealed-facts.ts'

export type BundleReport =
  | { readonly ok: true; readonly model: ReportModel }
  | { readonly ok: false; readonly issues: readonly Issue[] }

export type BundleReportOptions = {
  /** Absent: the language of the seal. */
  readonly language?: Language
  /** How many signatures of the checkpoint the report carries, from the first; absent: all. */
  readonly signatures?: number
}

/**
 * The report that a sealed folder gives, carrying its seal: a function of the folder's bytes alone. The folder must hold
 * (`verifyBundle`).
 */
export function reportOfBundle(files: BundleFiles, options: BundleReportOptions = {}): BundleReport {
  const content = bundleContent(files)
  const manifest = content.manifests.at(-1)
  const input = manifest && inputOf(files, content, manifest)
  const facts = input && readFactFiles(input.facts)
  if (manifest === undefined || input === undefined || facts === undefined) return { ok: false, issues: [unreadable] }
  const read = readContract(input.contract.source, { file: input.contract.file, amendments: input.amendments })
  if (!read.ok) return read
  const { fees, outages, controls, calls, notices } = facts
  const given = input.given
  const judged = judgeReport(
    {
      contract: read.history,
      record: facts.record,
      at: input.at,
      ...(input.period === undefined ? {} : { period: input.period }),
    },
    {
      fees,
      ...(given.has('outages') ? { outages } : {}),
      ...(given.has('controls') ? { controls } : {}),
      ...(given.has('calls') ? { calls } : {}),
      ...(given.has('notices') ? { notices } : {}),
    },
  )
  if (!judged.ok) return judged
  const language = options.language ?? input.language
  return {
    ok: true,
    model: buildReport({
      ...judged,
      history: read.history,
      language,
      sources: sealedSources(manifest),
      record: { entries: facts.record.count, fingerprint: facts.record.fingerprint },
      seal: sealOf(files, manifest, options.signatures),
      command: `npx vigie report ${folderWord[language]} --lang ${language} --out report.pdf`,
    }),
  }
}

const folderWord: Readonly<Record<Language, string>> = { fr: 'DOSSIER-SCELLÉ', en: 'SEALED-FOLDER' }

/** The checkpoint as the report prints it, with its first signatures. */
function sealOf(
  files: BundleFiles,
  manifest: Manifest,
  signatures = Number.POSITIVE_INFINITY,
): NonNullable<ReportInput['seal']> {
  const text = textOf(files, 'checkpoint')
  const { origin, size, root, body, signatures: made } = parseCheckpoint(text)
  const lines = text
    .slice(body.length + 1)
    .split('\n')
    .filter((line) => line !== '')
  return {
    origin,
    size,
    root: toBase64(root),
    figures: manifest.files['figures.json']?.sha256 ?? '',
    signers: made.slice(0, signatures).map(({ name }) => name),
    checkpoint: `${body}\n${lines.slice(0, signatures).join('\n')}\n`,
  }
}

/** The sealed files by the name that they have in the folder. */
function sealedSources({ files: sealed, entries }: Manifest): ReportInput['sources'] {
  const known = (file: string) => sealed[file]?.sha256 ?? ''
  const names = Object.keys(sealed).sort()
  return [
    ...names
      .filter((file) => /^contract\.(yaml|json)$/.test(file))
      .map((file) => ({ role: 'contract' as const, name: file, fingerprint: known(file) })),
    ...names
      .filter((file) => file.startsWith('amendments/'))
      .map((file) => ({ role: 'amendment' as const, name: file, fingerprint: known(file) })),
    ...factKinds
      .filter((kind) => sealed[`${kind}.jsonl`] !== undefined)
      .map((kind) => ({
        role: kind === 'events' ? ('facts' as const) : kind,
        name: `${kind}.jsonl`,
        fingerprint: known(`${kind}.jsonl`),
        rows: entries[kind] ?? 0,
      })),
  ]
}

const unreadable: Issue = {
  code: 'unread-facts',
  place: {},
  message: { fr: 'Ce dossier scellé ne se relit pas', en: 'This sealed folder cannot be read again' },
}
