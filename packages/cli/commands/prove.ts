import { formatTlogProof, inclusionProofOfHashes } from '@vigie/engine/seal'
import { bundleContent, textOf } from '../bundle/bundle-content.ts'
import { linesIn, memoryFile } from '../bundle/bundle-file.ts'
import { type BundleFiles, readBundle } from '../bundle/bundle-files.ts'
import type { Difference } from '../bundle/difference.ts'
import { factKinds } from '../bundle/manifest.ts'
import { entryOfLine } from '../bundle/record-layout.ts'
import { verifyRecord } from '../bundle/verify-bundle.ts'
import { openBundleDraft } from '../bundle/write-bundle.ts'
import type { Arguments, Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { writeFiles } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie prove`: one sealed fact, with the proof that it is in the signed record, without the others. */
export const prove: Command = {
  name: 'prove',
  summary: {
    fr: 'prouve un fait scellé sans montrer les autres',
    en: 'proves one sealed fact without showing the others',
  },
  positionals: [{ name: 'BUNDLE', about: { fr: 'le dossier scellé', en: 'the sealed folder' } }],
  options: [
    {
      name: 'entry',
      value: 'ID',
      about: { fr: 'id d’un fait, ou sa place : events.jsonl:17', en: 'id of a fact, or its place: events.jsonl:17' },
    },
    { name: 'ticket', value: 'ID', about: { fr: 'tous les faits d’un ticket', en: 'all the facts of a ticket' } },
    {
      name: 'out',
      value: 'PATH',
      about: {
        fr: 'fichier de la preuve (.tlog-proof) ; avec --ticket, dossier nouveau, une preuve par fait',
        en: 'file of the proof (.tlog-proof); with --ticket a new folder, a proof a fact',
      },
    },
  ],
  more: {
    fr: `La preuve contient le fait, sa place et les signatures : qui a les clés la vérifie seule. Exemples :
  vigie prove sceaux/2026-10 --entry events.jsonl:17 --out fait.tlog-proof
  vigie prove sceaux/2026-10 --ticket INC-42 --out preuves/INC-42
Puis : vigie verify fait.tlog-proof --verifier prestataire.example+…`,
    en: `The proof holds the fact, its place and the signatures: whoever has the keys verifies it alone. Examples:
  vigie prove seals/2026-10 --entry events.jsonl:17 --out fact.tlog-proof
  vigie prove seals/2026-10 --ticket INC-42 --out proofs/INC-42
Then: vigie verify fact.tlog-proof --verifier provider.example+…`,
  },
  async run({ arguments: given, language = 'fr', json }) {
    const [folder = ''] = given.positionals
    const out = given.text('out')
    if (out === undefined) throw new CommandFailure({ fr: '--out est attendu', en: '--out is expected' })
    const asked = askedFacts(given)
    const { files, difference: unsafe } = readBundle(folder)
    const difference: Difference | undefined = unsafe ?? verifyRecord(files, []).difference
    if (difference !== undefined) {
      process.stderr.write(`vigie: ${difference.message[language]}\n`)
      return 1
    }
    const proofs = proofsOf(files, asked)
    if (proofs.length === 0)
      throw new CommandFailure({ fr: `${folder} : pas de tel fait`, en: `${folder}: there is no such fact` })
    const [first] = proofs
    const written = given.has('ticket') ? writeFolder(out, proofs) : [out]
    if (!given.has('ticket')) writeFiles([{ path: out, bytes: first?.text ?? '' }])
    const entries = proofs.map(({ name, index }, place) => ({ place: name, index, file: written[place] }))
    await writeToStdout(
      json
        ? `${JSON.stringify({ bundle: folder, proofs: entries }, null, 2)}\n`
        : entries.map(({ place, index, file }) => `${file}\n${place} (${said[language]} ${index})\n`).join(''),
    )
    return 0
  },
}

type Asked = (line: { readonly place: string; readonly id: unknown; readonly ticket: unknown }) => boolean

function askedFacts(given: Arguments): Asked {
  const [entry, asked] = [given.text('entry'), given.text('ticket')]
  if ((entry === undefined) === (asked === undefined))
    throw new CommandFailure({ fr: '--entry ou --ticket est attendu', en: '--entry or --ticket is expected' })
  return asked === undefined ? ({ place, id }) => place === entry || id === entry : ({ ticket }) => ticket === asked
}

type Proof = { readonly name: string; readonly index: number; readonly text: string }

function proofsOf(files: BundleFiles, asked: Asked): readonly Proof[] {
  const { hashes, layout } = bundleContent(files)
  const checkpoint = textOf(files, 'checkpoint')
  const proofs: Proof[] = []
  for (const kind of factKinds) {
    const file = `${kind}.jsonl`
    let line = 0
    for (const bytes of linesIn(files.get(file)?.chunks() ?? [])) {
      const place = `${file}:${line + 1}`
      const index = entryOfLine(layout, kind, line)
      line += 1
      const { id, ticket } = namesOf(bytes)
      if (index === undefined || !asked({ place, id, ticket })) continue
      const proof = inclusionProofOfHashes(hashes, index)
      proofs.push({
        name: place,
        index,
        text: formatTlogProof({ index, proof, extra: Uint8Array.from(bytes), checkpoint }),
      })
    }
  }
  return proofs
}

/** What a line calls its fact; nothing where it is no JSON object, whatever was sealed. */
function namesOf(line: Uint8Array): { readonly id?: unknown; readonly ticket?: unknown } {
  try {
    return Object(JSON.parse(Buffer.from(line).toString('utf8')))
  } catch {
    return {}
  }
}

/** Gives the paths of the proofs. */
function writeFolder(out: string, proofs: readonly Proof[]): readonly string[] {
  const draft = openBundleDraft(out)
  try {
    const names = proofs.map(({ name }) => `${name.replace('.jsonl:', '-')}.tlog-proof`)
    for (const [place, { text }] of proofs.entries()) draft.put(names[place] ?? '', memoryFile(text).chunks())
    draft.keep()
    return names.map((name) => `${out}/${name}`)
  } finally {
    draft.drop()
  }
}

const said = { fr: 'entrée', en: 'entry' }
