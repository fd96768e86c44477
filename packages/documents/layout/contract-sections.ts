import { formatDate } from '../format/date.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { numbers, plain, words as textColumn } from './cells.ts'
import { withSource } from './clause-source.ts'
import type { Block, Fact, Section } from './layout.ts'
import { fingerprintFacts, sealBlocks, sealSentence } from './seal-blocks.ts'
import { versionBlocks } from './versions-section.ts'

const commandWidth = 92

/** Which contract, what it says in plain words, and the hours it counts. */
export function contractSection(model: ReportModel, voice: Voice): Section {
  const { words } = voice
  const { head, section } = words
  return {
    id: 'contract',
    title: section.contract,
    opensPage: true,
    blocks: [
      { kind: 'facts', items: contractFacts(model, voice) },
      ...versionBlocks(model, voice),
      { kind: 'heading', text: section.clauses },
      {
        kind: 'table',
        table: {
          caption: section.clauses,
          columns: [textColumn(head.clause), textColumn(head.text, 1), textColumn(head.id)],
          rows: model.clauses.map(({ clause, text, id, source }) => [
            plain(clause === '' ? words.clause.rule : clause),
            plain(withSource(text, source, voice)),
            plain(id),
          ]),
        },
      },
      { kind: 'heading', text: section.calendars },
      {
        kind: 'table',
        table: {
          caption: section.calendars,
          columns: [textColumn(head.calendar), textColumn(head.hours, 1), textColumn(head.zone)],
          rows: model.calendars.map(({ label, text, timeZone }) => [plain(label), plain(text), plain(timeZone)]),
        },
      },
    ],
  }
}

export function definitionsSection({ definitions }: ReportModel, { words }: Voice): Section {
  return {
    id: 'definitions',
    title: words.section.definitions,
    opensPage: true,
    blocks: [{ kind: 'facts', items: definitions }],
  }
}

export function fingerprintSection(model: ReportModel, voice: Voice): Section {
  const { words } = voice
  const { fingerprint } = model
  const { section } = words
  return {
    id: 'fingerprint',
    title: section.fingerprint,
    lead: section.fingerprintLead,
    opensPage: true,
    blocks: [
      { kind: 'notice', text: sealSentence(model, voice) },
      ...sealBlocks(model, voice),
      { kind: 'heading', text: section.fingerprints },
      { kind: 'facts', items: fingerprintFacts(model, voice) },
      ...sourceBlocks(model, voice),
      ...(fingerprint.seal === undefined
        ? ([
            { kind: 'heading', text: section.command },
            { kind: 'command', lines: commandLines(fingerprint.command) },
          ] as const)
        : []),
    ],
  }
}

function contractFacts({ contract, period, timeZone }: ReportModel, { words, language }: Voice): readonly Fact[] {
  const { facts } = words
  const { signedOn, effectiveTo, signedDocument } = contract
  return [
    { term: facts.contract, text: contract.id },
    { term: facts.title, text: contract.title },
    { term: facts.version, text: contract.version },
    { term: facts.client, text: contract.client },
    { term: facts.provider, text: contract.provider },
    ...(signedOn === undefined ? [] : [{ term: facts.signedOn, text: formatDate(signedOn, language) }]),
    { term: facts.effectiveFrom, text: formatDate(contract.effectiveFrom, language) },
    ...(effectiveTo === undefined ? [] : [{ term: facts.effectiveTo, text: formatDate(effectiveTo, language) }]),
    {
      term: facts.authority,
      text:
        signedDocument === undefined
          ? facts.authorityContract
          : facts.authorityDocument(signedDocument.file, formatDate(signedDocument.signedOn, language)),
    },
    { term: facts.period, text: period.title },
    { term: facts.zone, text: timeZone },
  ]
}

/** Lines of the command that can be pasted into a shell: cut before an option, each but the last continued. */
function commandLines(command: string): readonly string[] {
  const lines: string[] = []
  for (const part of command.split(/ (?=--)/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + part.length < commandWidth) lines[lines.length - 1] = `${last} ${part}`
    else lines.push(last === undefined ? part : `  ${part}`)
  }
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line} \\`))
}

function sourceBlocks({ fingerprint }: ReportModel, { words, integer }: Voice): readonly Block[] {
  const { head } = words
  if (fingerprint.sources.length === 0) return []
  const count = (value: number | undefined): string => (value === undefined ? words.dash : integer(value))
  return [
    { kind: 'heading', text: words.section.sources },
    {
      kind: 'table',
      table: {
        caption: words.section.sources,
        dense: true,
        columns: [
          textColumn(head.role),
          textColumn(head.file, 1),
          numbers(head.rows),
          numbers(head.rejected),
          numbers(head.duplicates),
        ],
        rows: fingerprint.sources.map((source) => [
          plain(words.roles[source.role]),
          plain(source.name, source.fingerprint),
          plain(count(source.rows)),
          plain(count(source.rejected)),
          plain(count(source.duplicates)),
        ]),
      },
    },
  ]
}
