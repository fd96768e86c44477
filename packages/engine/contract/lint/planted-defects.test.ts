import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { mergePassage } from '../fixtures/merge-passage.ts'
import { soundContract } from '../fixtures/sound-contract.ts'
import { lint } from './lint.ts'

/** Defects of as many rules, each planted in a sound contract beside the others. */
const defects = [
  ['SC01 scope.rules', 'scope: { interventions+: [{ id: monitoring }] }'],
  ['SC02 scope.assetClasses[2]', 'scope: { assetClasses+: [{ id: printer, quantity: 5 }] }'],
  [
    'SC03 scope.rules[2]',
    'scope: { rules+: [{ id: NO-SERVER, when: { assetClass: server, intervention: support }, then: client }] }',
  ],
  ['SC04 scope', 'scope: { exclusions: ~ }'],
  ['SC06 scope.projectThreshold', 'scope: { projectThreshold: { days: ~ } }'],
  [
    'SC07 scope.assetClasses[0].quantities[0]',
    'scope: { assetClasses+: [{ id: server, quantities: [{ quantity: 6, asOf: 2025-11-15, source: offre }] }] }',
  ],
  ['SC09 scope.profiles[1]', 'scope: { profiles+: [{ id: trainee }] }'],
  ['SC10 scope.rules[1]', 'scope: { approval: ~ }'],
  ['SC11 scope.sites[2]', 'scope: { sites+: [{ id: depot, country: FR, postalCode: "13001", onsite: true }] }'],
  ['SL03 commitments.priorities.matrix.low', 'commitments: { priorities: { matrix: { low: { low: ~ } } } }'],
  ['SL04 commitments.targets[2].target.calendar', 'commitments: { targets+: [{ id: R2, target: { calendar: ~ } }] }'],
  ['SL05 calendars.always.timeZone', 'calendars: { always: { timeZone: Paris } }'],
  ['SL07 calendars.business', 'calendars: { business: { label: Jours ouvrables } }'],
  ['SL08 commitments.targets[0].target', 'commitments: { targets+: [{ id: R1, target: { hours: 4 } }] }'],
  ['SL12 commitments.targets[4].maintenance', 'commitments: { targets+: [{ id: MAIL, maintenance: { notice: ~ } }] }'],
  [
    'SL14 commitments.targets[4].maintenance.atMost',
    'commitments: { targets+: [{ id: MAIL, maintenance: { atMost: PT90H } }] }',
  ],
  ['SL16 commitments.targets[4].failureAtMost', 'commitments: { targets+: [{ id: MAIL, failureAtMost: 1% }] }'],
  ['SL18 commitments.clock.pauses[0]', 'commitments: { clock: { pauses+: [{ reason: wait, remindAfter: ~ }] } }'],
  ['SL19 commitments.priorities.decidedBy', 'commitments: { priorities: { decidedBy: provider } }'],
  [
    'SL21 commitments.targets[3].compliance',
    'commitments: { targets+: [{ id: S2, compliance: { minimumCount: ~ } }] }',
  ],
  ['SL22 commitments.services[0].rpo', 'commitments: { services+: [{ id: mail, rpo: PT1H }] }'],
  ['FU01 followUp.kpis[1]', 'followUp: { kpis: [ticket-count, ticket-count, mean-time-to-resolve] }'],
  ['FU04 followUp', 'followUp: { rawData: ~ }'],
  ['FU05 followUp.reports[0]', 'followUp: { reports+: [{ id: monthly, recipients: ~ }] }'],
  ['FU06 followUp.kpis', 'followUp: { kpis+: [] }'],
  [
    'PE01 commitments.penalties[1].tiers',
    'commitments: { penalties+: [{ id: PEN-MAIL, tiers: [{ from: 99%, below: 99.4%, amount: 50.00 }, { from: 0%, below: 99%, amount: 100.00 }] }] }',
  ],
  [
    'PE02 commitments.penalties[0].shortfall.of',
    'commitments: { penalties+: [{ id: PEN-S, shortfall: { of: fee } }] }',
  ],
  ['PE06 commitments.penaltyRules', 'commitments: { penaltyRules: { cumulation: ~ } }'],
  ['PE08 commitments.penaltyRules.claimWithin', 'commitments: { penaltyRules: { claimWithin: P4D } }'],
  [
    'PE10 commitments.penaltyRules.settlement',
    'commitments: { penaltyRules: { settlement: deduction, observations: ~ } }',
  ],
  ['PE11 commitments.penaltyRules', 'commitments: { penaltyRules: { vat: ~ } }'],
  ['PE13 commitments.penaltyRules', 'commitments: { penaltyRules: { putOnNotice: ~ } }'],
  ['PE15 commitments.disputes.silence', 'commitments: { disputes: { silence: claim-accepted } }'],
  ['XR01 commitments.onCall.calendar', 'commitments: { onCall: { calendar: nights, staffed: true } }'],
  ['XR02 contract.documents[1]', 'contract: { documents: [{ id: contract, rank: 1 }, { id: annexes }] }'],
  ['GO02 governance.roles[2]', 'governance: { roles+: [{ id: provider-lead, deputy: ~ }] }'],
  ['RV02 exit.data[0]', 'exit: { data+: [{ id: mailboxes, format: ~ }] }'],
  ['RV09 exit.triggers', 'exit: { triggers: [expiry, breach] }'],
  ['PR04 evolution.pricing.revision', 'evolution: { pricing: { revision: { onIndexLoss: ~ } } }'],
  ['EV05 evolution.change', 'evolution: { change: { approver: ~ } }'],
  ['LE02 governance.security.incidentNotice', 'governance: { security: { incidentNotice: P3D } }'],
  ['BK01 commitments.controls', 'commitments: { controls+: [{ id: RESTORE, control: review }] }'],
] as const

test(`${defects.length} defects of different rules yield exactly these findings`, () => {
  const planted = defects.reduce<unknown>(
    (contract, [, passage]) => mergePassage(contract, parse(passage)),
    parse(soundContract),
  )
  const { findings } = lint(stringify(planted, { version: '1.2' }))
  expect(findings.map(({ rule, path }) => `${rule} ${path}`).sort()).toEqual(
    defects.map(([finding]) => finding).toSorted(),
  )
})

test('the defects are of different rules, more than thirty', () => {
  const rules = new Set(defects.map(([finding]) => finding.slice(0, 4)))
  expect(rules.size).toBe(defects.length)
  expect(rules.size).toBeGreaterThan(30)
})
