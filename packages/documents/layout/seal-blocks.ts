import { formatDateTime, isoInstant } from '../format/date.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import type { Block, Fact } from './layout.ts'

/** Whether the report is sealed, by whom, and how a reader checks it. */
export function sealSentence({ fingerprint: { seal } }: ReportModel, { words, integer }: Voice): string {
  return seal === undefined ? words.seal.unsealed : words.seal.sealed(words.list(seal.signers), integer(seal.size))
}

/** The same in one line of the cover; nothing where there is no seal. */
export function sealOnCover({ fingerprint: { seal } }: ReportModel, { words, integer }: Voice): readonly string[] {
  return seal === undefined ? [] : [words.seal.cover(words.list(seal.signers), integer(seal.size), seal.root)]
}

/** The seal, the note that was signed, the command that checks all of it, and what it does not prove. */
export function sealBlocks({ fingerprint }: ReportModel, { words, integer }: Voice): readonly Block[] {
  const { seal } = fingerprint
  if (seal === undefined) return []
  const said = words.seal
  const items: readonly Fact[] = [
    { term: said.facts.signers, text: words.list(seal.signers) },
    { term: said.facts.origin, text: seal.origin },
    { term: said.facts.size, text: integer(seal.size) },
    { term: said.facts.root, text: seal.root, code: true },
    { term: said.facts.figures, text: seal.figures, code: true },
  ]
  return [
    { kind: 'facts', items },
    { kind: 'heading', text: said.checkpoint },
    { kind: 'command', lines: seal.checkpoint.trimEnd().split('\n') },
    { kind: 'heading', text: said.verify },
    { kind: 'command', lines: [verifyCommand(words), fingerprint.command] },
    { kind: 'text', text: said.limits, quiet: true },
  ]
}

/** The command that checks a sealed report, with words to be replaced. */
export function verifyCommand({ seal: { folder, key, file } }: Voice['words']): string {
  return `npx vigie verify ${folder} --verifier ${key} --report ${file}`
}

/** What the figures stand on: contract, facts, versions of the engine and of the zones, observation. */
export function fingerprintFacts(
  { fingerprint, contract, period, timeZone }: ReportModel,
  { words, integer, language }: Voice,
): readonly Fact[] {
  const { facts, seal } = words
  const { contract: sha, record } = fingerprint
  return [
    { term: facts.contract, text: words.contractVersion(contract.id, contract.version) },
    ...(sha === undefined ? [] : [{ term: seal.facts.contract, text: sha, code: true } as const]),
    ...(record === undefined
      ? []
      : [{ term: seal.facts.record, text: seal.facts.recordText(integer(record.entries), record.fingerprint) }]),
    { term: facts.inputs, text: fingerprint.inputs, code: true },
    { term: facts.engine, text: fingerprint.engine },
    { term: facts.tzdata, text: fingerprint.tzdata },
    {
      term: facts.observation,
      text: `${formatDateTime(period.at, timeZone, language)} (${isoInstant(period.at)})`,
    },
  ]
}
