import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { chapterExamples } from '../fixtures/chapter-examples.ts'
import { mergePassage } from '../fixtures/merge-passage.ts'
import { soundContract } from '../fixtures/sound-contract.ts'
import { type LintOptions, lint } from './lint.ts'

/** What is found in the sound contract with a passage merged into it. */
function found(passage: string, options: LintOptions = {}) {
  const merged = mergePassage(parse(soundContract), parse(passage))
  return lint(stringify(merged, { version: '1.2' }), options).findings
}

describe('boundaries', () => {
  test('volume tiers: 51 units at 40.00 cost less than 50 at 45.00, up to 56', () => {
    const [finding] = found(
      'evolution: { pricing: { items: [{ id: SEAT, tiering: volume, tiers: [{ upTo: 50, price: 45.00 }, { price: 40.00 }] }] } }',
    )
    expect(finding?.message.en).toContain('51 units cost 2040.00, less than 50 (2250.00), and so up to 56 units')
  })

  test('surcharges listed for 18–21, 21–05 and 05–08 leave Saturday and Sunday 08–18 without a price', () => {
    const passage = chapterExamples.find(({ rule }) => rule === 'PR10')?.breaks ?? ''
    expect(found(passage)[0]?.message.fr).toContain('samedi 08:00–18:00, dimanche 08:00–18:00')
  })

  test('an article of GDPR 28(3) that is missing is named', () => {
    const [finding] = found('governance: { personalData: { audit: ~, dataSubjects: false } }')
    expect(finding?.message.en).toContain('rights of persons (28(3)(e)), audit (28(3)(h))')
  })

  test('an application with personal data and no clause is an error', () => {
    const findings = found('governance: { personalData: none }')
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['LE01', 'error']])
    expect(found('governance: { personalData: none }\nscope: { registers: { applications: [] } }')).toEqual([])
  })

  test('a provider’s cloud service without a Data Act clause breaks its notice and its retrieval', () => {
    expect(found('exit: { cloud: ~ }').map(({ rule }) => rule)).toEqual(['RV04', 'RV05'])
    expect(found('exit: { cloud: ~ }\ncommitments: { services: [{ id: mail, expression: mail-1 }] }')).toEqual([])
  })

  test('a switching charge that ends on 12 January 2027 is lawful, the day after it is not', () => {
    const charge = (to: string) => found(`exit: { cloud: { charges: [{ to: ${to}, charge: cost-only }] } }`).length
    expect([charge('2027-01-12'), charge('2027-01-13')]).toEqual([0, 1])
  })

  test('a file that holds what is measured only is not blamed for its other chapters', () => {
    const passage =
      'governance: ~\nexit: ~\nevolution: ~\nfollowUp: ~\nscope: ~\ncontract: { parties: ~ }\ncommitments: { penalties: ~, penaltyRules: ~ }'
    expect(found(passage)).toEqual([])
  })

  test('a whole contract without reversibility has no exit plan', () => {
    expect(found('exit: ~').map(({ rule, chapter }) => [rule, chapter])).toEqual([['RV01', 'exit']])
  })
})

describe('the day of the check', () => {
  const plan = 'exit: { planUpdatedOn: 2025-12-15 }'

  test.each([
    ['default: when the version takes force', {}, []],
    ['twelve months after the plan', { at: '2026-12-15' }, []],
    ['a day more', { at: '2026-12-16' }, ['RV01']],
  ])('%s', (_, options, expected) => {
    expect(found(plan, options).map(({ rule }) => rule)).toEqual(expected)
  })

  test('a test of the exit is due once the contract is a year old', () => {
    const tests = (date: string) => `exit: { planUpdatedOn: 2026-12-15, tests: [{ date: ${date}, result: passed }] }`
    expect(found('exit: { planUpdatedOn: 2026-12-15 }', { at: '2026-12-31' })).toEqual([])
    expect(found('exit: { planUpdatedOn: 2026-12-15 }', { at: '2027-01-01' }).map(({ rule }) => rule)).toEqual(['RV10'])
    expect(found(tests('2026-02-01'), { at: '2027-01-31' })).toEqual([])
    expect(found(tests('2026-01-01'), { at: '2027-01-31' }).map(({ rule }) => rule)).toEqual(['RV10'])
  })

  test('each version is judged on its own day', () => {
    const amendment = {
      file: 'amendments/01.yaml',
      source:
        '{ vigie: 1, amends: CTR, number: 1, effectiveFrom: 2027-06-01, signedOn: 2027-05-01, summary: x, changes: [{ op: replace, path: /exit/price, value: SEAT }] }',
    }
    const rulesAt = (at?: string) =>
      found('{}', { amendments: [amendment], ...(at === undefined ? {} : { at }) }).map(({ rule }) => rule)
    expect(rulesAt()).toEqual(['RV10', 'RV01'])
    expect(rulesAt('2026-06-01')).toEqual(['RV10', 'RV01'])
  })
})

describe('accepted findings', () => {
  const broken = 'exit: { price: ~, acceptance: [] }'
  const accepting = (acceptance: string, options: LintOptions = {}) =>
    found(`${broken}\naccepted: [${acceptance}]`, options).map(({ rule, accepted }) => [rule, accepted])
  const held = { reason: 'négocié', until: '2026-06-30' }

  test.each([
    ['by rule', '{ rule: RV07, reason: négocié, until: 2026-06-30 }'],
    ['by rule and path', '{ rule: RV07, path: exit, reason: négocié, until: 2026-06-30 }'],
  ])('%s: the finding stays, marked', (_, acceptance) => {
    expect(accepting(acceptance)).toContainEqual(['RV07', held])
    expect(accepting(acceptance)).toContainEqual(['RV10', undefined])
  })

  test('the last day holds; the day after, it is expired and counts again', () => {
    const acceptance = '{ rule: RV07, reason: négocié, until: 2026-06-30, by: client-board }'
    expect(accepting(acceptance, { at: '2026-06-30' })).toContainEqual(['RV07', { ...held, by: 'client-board' }])
    expect(accepting(acceptance, { at: '2026-07-01' })).toContainEqual([
      'RV07',
      { ...held, by: 'client-board', expired: true },
    ])
  })

  test.each([
    ['another rule', '{ rule: RV02, reason: négocié, until: 2026-06-30 }'],
    ['another place', '{ rule: RV07, path: evolution, reason: négocié, until: 2026-06-30 }'],
    ['another clause', '{ rule: RV07, clause: "9.9", reason: négocié, until: 2026-06-30 }'],
  ])('%s: nothing is excused, and the acceptance is a finding', (_, acceptance) => {
    expect(accepting(acceptance)).toContainEqual(['RV07', undefined])
    expect(accepting(acceptance)).toContainEqual(['XR07', undefined])
  })

  test('an element is found by its id, wherever it stands in its list', () => {
    const surcharges =
      'evolution: { options: [{ id: a, price: 1, effect: x, exercisableUntil: 2027-01-01 }, { id: soc, price: 900 }] }'
    const findings = found(
      `${surcharges}\naccepted: [{ rule: EV03, path: "evolution.options[soc]", reason: à venir, until: 2027-01-01 }]`,
    )
    expect(findings.map(({ rule, accepted }) => [rule, accepted?.reason])).toEqual([['EV03', 'à venir']])
  })

  test('a clause is found by its number', () => {
    const findings = found(
      'clauses: { "7.3": { page: 1 } }\naccepted: [{ rule: XR05, path: \'clauses["7.3"]\', reason: annexe, until: 2027-01-01 }]',
    )
    expect(findings.map(({ rule, accepted }) => [rule, accepted?.reason])).toEqual([['XR05', 'annexe']])
  })

  test('an acceptance without a reason is no acceptance', () => {
    expect(found('accepted: [{ rule: RV07, until: 2026-06-30 }]').map(({ rule, path }) => [rule, path])).toEqual([
      ['FORMAT', 'accepted[0].reason'],
    ])
  })
})
