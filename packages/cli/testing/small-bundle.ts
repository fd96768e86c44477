import { generateKeyPairSync, sign } from 'node:crypto'
import {
  parseInstant,
  readCalls,
  readControls,
  readEvents,
  readFees,
  readNotices,
  readOutages,
  readPeriod,
} from '@vigie/engine'
import {
  cosignedText,
  formatVerifierKey,
  type NoteKey,
  noteKey,
  type SigningRole,
  signatureLine,
} from '@vigie/engine/seal'
import { joinLines, memoryFile, wholeBytes } from '../bundle/bundle-file.ts'
import { composeBundle } from '../bundle/compose-bundle.ts'
import { hashLines } from '../bundle/hashed-lines.ts'
import { factKinds } from '../bundle/manifest.ts'
import { byKind, type FactSet, linesKnownAt } from '../bundle/sealed-facts.ts'

/** One commitment, one calendar: a contract small enough to try each of its bytes. */
export const smallContract = `vigie: 1
contract:
  id: CTR-SMALL
  title: Petit contrat
  language: fr
  timeZone: Europe/Paris
  currency: EUR
  parties: { client: { name: Client }, provider: { name: Prestataire } }
  authority: contract
  effectiveFrom: 2026-01-01
calendars:
  desk: { label: Guichet, timeZone: Europe/Paris, weekly: { mon: ["09:00-18:00"], tue: ["09:00-18:00"] }, holidays: {} }
commitments:
  targets:
    - id: RESPONSE
      clause: "Art. 3"
      measure: response
      target: { hours: 1, calendar: desk }
      compliance: { atLeast: 90%, over: month, by: stop }
`

export const smallEvents = `ticket,at,event,recordedAt,text,corrects,id
T1,2026-10-05T09:00:00+02:00,reported,,Écran noir,,
T1,2026-10-05T09:30:00+02:00,acknowledged,,,,
T2,2026-10-06T10:00:00+02:00,reported,,,,
T2,2026-10-06T12:00:00+02:00,acknowledged,,,,ack2
`

/** What was known after October only: a later ticket, and a correction of what October was judged with. */
export const laterEvents = `T3,2026-11-02T10:00:00+01:00,reported,,,,
T2,2026-10-06T10:20:00+02:00,acknowledged,2026-11-03T08:00:00+01:00,,ack2,
`

export function factsFrom(
  events: string,
  others: {
    readonly outages?: string
    readonly controls?: string
    readonly calls?: string
    readonly fees?: string
    readonly notices?: string
  } = {},
): FactSet {
  const record = readEvents(events)
  const outages = readOutages(others.outages ?? 'component,from,to,state\n')
  const controls = readControls(others.controls ?? 'control,at,result\n')
  const calls = readCalls(others.calls ?? 'day,offered,answered,answeredInTarget,abandoned\n')
  const fees = readFees(others.fees ?? 'month,fee,amount\n')
  const notices = readNotices(others.notices ?? 'at,act\n')
  if (!record.ok || !outages.ok || !controls.ok || !calls.ok || !fees.ok || !notices.ok)
    throw new Error('facts of a test')
  return {
    record: record.record,
    outages: outages.facts,
    controls: controls.facts,
    calls: calls.facts,
    fees: fees.facts,
    notices: notices.facts,
  }
}

/** An October sealed at its end, or at another instant; without signatures. */
export function composed(facts: FactSet, options: { readonly at?: string; readonly contract?: string } = {}) {
  const period = readPeriod({ month: '2026-10' }, 'Europe/Paris', facts.record)
  const at = parseInstant(options.at ?? '2026-11-01T00:00:00+01:00')
  if (!period.ok || typeof at !== 'number') throw new Error('period of a test')
  const lines = linesKnownAt(facts, at, 'Europe/Paris')
  const bundle = composeBundle({
    contract: { file: 'contract.yaml', source: options.contract ?? smallContract },
    amendments: [],
    facts: byKind((kind) => hashLines(memoryFile(Buffer.concat([...joinLines(lines[kind].lines())])))),
    given: new Set(factKinds.filter((kind) => lines[kind].count > 0)),
    earlier: [],
    attachments: [{ file: 'attachments/rapport.txt', content: memoryFile('rapport\n') }],
    period: period.period,
    at,
    language: 'fr',
  })
  if (!bundle.ok) throw new Error(bundle.issues[0]?.message.en)
  const { files, body } = bundle
  return { files: new Map([...files].map(([file, content]) => [file, wholeBytes(content)])), body }
}

export type TestSigner = { readonly key: NoteKey; readonly verifier: string; line(body: string): string }

export function testSigner(name: string, role: SigningRole): TestSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const key = noteKey(name, role, raw)
  const time = 1_795_000_000
  return {
    key,
    verifier: formatVerifierKey(key),
    line(body) {
      const text = role === 'seal' ? body : cosignedText(body, time)
      return signatureLine(key, sign(null, Buffer.from(text), privateKey), time)
    },
  }
}

/** A bundle with its checkpoint, signed by each. */
export function signed(
  { files, body }: { readonly files: ReadonlyMap<string, Uint8Array>; readonly body: string },
  ...signers: readonly TestSigner[]
): Map<string, Uint8Array> {
  const note = `${body}\n${signers.map((signer) => signer.line(body)).join('')}`
  return new Map([...files, ['checkpoint', new TextEncoder().encode(note)]])
}
