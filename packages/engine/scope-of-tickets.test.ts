import { recordOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { readContract } from './contract/read-contract.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { readPeriod } from './period.ts'
import type { EventRow } from './record/event-columns.ts'
import type { ControlFact } from './record/read-controls.ts'

const SCOPE = `
  sites: [{ id: hq }, { id: branch }]
  assetClasses: [{ id: server }, { id: printer }, { id: cabling }, { id: badge }]
  interventions: [{ id: support, kinds: [incident, request] }, { id: evolution, kinds: [change] }]
  modes: [{ id: remote }, { id: onsite }]
  prerequisites:
    - { id: remote-access, label: Accès distant ouvert, by: client, when: { assetClass: server } }
    - { id: stock, by: provider }
  rules:
    - { id: R1, clause: "1.1", when: { assetClass: server }, then: included }
    - { id: R2, clause: "1.2", when: { assetClass: printer, intervention: support }, then: third-party, by: Loueur }
    - { id: R3, clause: "1.3", when: { assetClass: cabling }, then: client }
    - { id: R4, clause: "1.4", when: { assetClass: server, site: branch, mode: onsite }, then: on-demand, overrides: [R1] }
    - { id: R5, clause: "1.5", when: { assetClass: printer, intervention: evolution }, then: excluded }
    - { id: R6, clause: "1.6", when: { assetClass: badge, site: hq }, then: included }
    - { id: R7, clause: "1.7", when: { assetClass: badge, site: hq }, then: excluded }`

function contractOf(scope = SCOPE, amendments: readonly string[] = []) {
  const source = `
vigie: 1
contract: { id: C, timeZone: Europe/Paris, effectiveFrom: 2026-01-01, signedOn: 2025-12-01 }
calendars: { always: { timeZone: Europe/Paris, weekly: always } }
scope:${scope}
commitments:
  targets: [{ id: RES, clause: "2.1", measure: resolution, target: { hours: 4, calendar: always }, compliance: { atLeast: 90%, over: month } }]
`
  const reading = readContract(source, {
    amendments: amendments.map((text, index) => ({ source: text, file: `${index + 1}.yaml` })),
  })
  if (!reading.ok) throw new RangeError(JSON.stringify(reading.issues))
  return reading.history
}

/** One ticket of 10 March 2026, solved after so many hours. */
function ticket(columns: EventRow, hours = 5, ...more: readonly EventRow[]): readonly EventRow[] {
  const at = (hour: number) => `2026-03-10T${String(9 + hour).padStart(2, '0')}:00:00+01:00`
  return [
    { ticket: 'T', at: at(0), event: 'reported', kind: 'incident', ...columns },
    ...more,
    { ticket: 'T', at: at(hours), event: 'resolved' },
  ]
}

type Given = { readonly controls?: readonly ControlFact[]; readonly contract?: ReturnType<typeof contractOf> }

function judge(facts: readonly EventRow[], { controls, contract = contractOf() }: Given = {}) {
  const record = recordOf(facts)
  const reading = readPeriod({ month: '2026-03' }, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError(reading.issues[0].message.en)
  const evaluation = evaluate({
    contract,
    record,
    period: reading.period,
    ...(controls === undefined ? {} : { controls }),
  })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  const { commitments, neutralised, warnings } = evaluation.assessment
  const { met, missed, excluded } = commitments[0]?.counted ?? {}
  return {
    counted: { met, missed, excluded },
    why: neutralised.map(({ code, message }) => `${code}: ${message.fr.replaceAll('\u00a0', ' ')}`),
    warned: warnings.map(({ code }) => code).filter((code) => code.startsWith('scope')),
  }
}

const COUNTS = { met: 0, missed: 1, excluded: 0 }
const NEUTRAL = { met: 0, missed: 0, excluded: 1 }

describe('a ticket is judged by the scope, and counted where the provider owes it', () => {
  test.each<[string, EventRow, object, readonly string[], readonly string[]]>([
    ['included', { assetClass: 'server' }, COUNTS, [], []],
    ['on demand: owed once ordered', { assetClass: 'server', site: 'branch', mode: 'onsite' }, COUNTS, [], []],
    ['included or on demand, the ticket does not say', { assetClass: 'server', site: 'branch' }, COUNTS, [], []],
    [
      'a third party',
      { assetClass: 'printer' },
      NEUTRAL,
      ['out-of-scope: Hors périmètre : à la charge d’un tiers : Loueur (clause 1.2).'],
      [],
    ],
    [
      'the client',
      { assetClass: 'cabling' },
      NEUTRAL,
      ['out-of-scope: Hors périmètre : à la charge du client (clause 1.3).'],
      [],
    ],
    [
      'excluded',
      { assetClass: 'printer', intervention: 'evolution' },
      NEUTRAL,
      ['out-of-scope: Hors périmètre : exclu du contrat (clause 1.5).'],
      [],
    ],
    [
      'the kind stands for the intervention',
      { assetClass: 'printer', kind: 'change' },
      NEUTRAL,
      ['out-of-scope: Hors périmètre : exclu du contrat (clause 1.5).'],
      [],
    ],
    [
      'out of scope whatever the intervention is',
      { assetClass: 'printer', kind: 'problem' },
      NEUTRAL,
      ['out-of-scope: Hors périmètre : à la charge d’un tiers : Loueur (clause 1.2) ; exclu du contrat (clause 1.5).'],
      [],
    ],
    ['no rule', { assetClass: 'badge', site: 'branch' }, COUNTS, [], ['scope-gap']],
    ['two rules that contradict each other', { assetClass: 'badge', site: 'hq' }, COUNTS, [], ['scope-conflict']],
    ['a ticket that says too little', {}, COUNTS, [], ['scope-undetermined']],
    ['a word of a dimension that no rule names', { assetClass: 'server', profile: 'ghost' }, COUNTS, [], []],
    ['a word that the contract does not declare', { assetClass: 'drone' }, COUNTS, [], ['scope-undetermined']],
  ])('%s', (_, columns, counted, why, warned) => {
    expect(judge(ticket(columns))).toEqual({ counted, why, warned })
  })

  test('what is known last counts: a reclassification brings a ticket in', () => {
    const reclassified = { ticket: 'T', at: '2026-03-12T09:00:00+01:00', event: 'reclassified', assetClass: 'server' }
    expect(judge([...ticket({ assetClass: 'printer' }), reclassified]).counted).toEqual(COUNTS)
  })

  test('a scope without a rule decides nothing and says nothing', () => {
    const contract = contractOf('\n  assetClasses: [{ id: server }]')
    expect(judge(ticket({ assetClass: 'drone' }), { contract })).toEqual({ counted: COUNTS, why: [], warned: [] })
  })

  test('the version in force at the report decides', () => {
    const amendment = (from: string) =>
      `{ vigie: 1, amends: C, number: 1, effectiveFrom: ${from}, signedOn: 2026-02-01, summary: Câblage, changes: [{ op: test, path: /scope/rules/2/id, value: R3 }, { op: replace, path: /scope/rules/2/then, value: included }] }`
    const facts = ticket({ assetClass: 'cabling' })
    expect(judge(facts, { contract: contractOf(SCOPE, [amendment('2026-03-10')]) }).counted).toEqual(COUNTS)
    expect(judge(facts, { contract: contractOf(SCOPE, [amendment('2026-03-11')]) }).counted).toEqual(NEUTRAL)
  })
})

describe('a miss is not imputable while a prerequisite of the client is unmet', () => {
  const control = (hour: string, result: ControlFact['result'], id = 'remote-access'): ControlFact => ({
    control: id,
    at: Date.parse(`2026-03-10T${hour}:00+01:00`),
    result,
  })
  const server = ticket({ assetClass: 'server' })

  // Due at 13:00, solved at 14:00.
  test.each<[string, readonly ControlFact[], object]>([
    ['unmet before and after the due date', [control('12:00', 'failure')], NEUTRAL],
    ['unmet at the very due date', [control('13:00', 'failure'), control('13:30', 'success')], NEUTRAL],
    ['met again at the due date', [control('09:30', 'failure'), control('13:00', 'success')], COUNTS],
    ['unmet after it only', [control('13:01', 'failure')], COUNTS],
    ['owed by the provider', [control('12:00', 'failure', 'stock')], COUNTS],
    ['unknown', [control('12:00', 'unknown')], COUNTS],
  ])('%s', (_, controls, counted) => {
    expect(judge(server, { controls }).counted).toEqual(counted)
    expect(judge(server, { controls: controls.toReversed() }).counted).toEqual(counted)
  })

  test('says which, and the explanation of the ticket says the same', () => {
    const controls = [control('12:00', 'failure')]
    expect(judge(server, { controls }).why).toEqual([
      'prerequisite-unmet: Le client ne remplissait pas un prérequis à l’échéance : « Accès distant ouvert ». Le retard n’est pas imputable au prestataire.',
    ])
    const at = Date.parse('2026-04-01T00:00:00+02:00')
    const explained = explain({ contract: contractOf(), record: recordOf(server), ticket: 'T', at, controls })
    expect(explained.ok && explained.explanation.measures[0]?.state).toBe('excluded')
  })

  test('does not excuse a cell that does not need it, nor what was in time', () => {
    const controls = [control('09:00', 'failure')]
    expect(judge(ticket({ assetClass: 'badge', site: 'branch' }), { controls }).counted).toEqual(COUNTS)
    expect(judge(ticket({ assetClass: 'server' }, 4), { controls }).counted).toEqual({ met: 1, missed: 0, excluded: 0 })
  })
})
