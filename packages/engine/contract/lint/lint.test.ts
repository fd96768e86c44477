import { describe, expect, test } from 'vitest'
import { completeContract } from '../fixtures/complete-contract.ts'
import { plant } from '../fixtures/plant.ts'
import { lint, lintRules } from './lint.ts'

/** Grid of two priorities that breaks no rule; each row of the tables changes one passage of it. */
const clean = `vigie: 1
contract:
  id: CTR
  timeZone: Europe/Paris
  effectiveFrom: 2026-01-01
  documents: [{ id: contract, rank: 1 }, { id: annexes, rank: 2 }]
calendars:
  business: { timeZone: Europe/Paris, weekly: { mon: ["09:00-18:00"] }, holidays: { country: FR } }
  always: { timeZone: Europe/Paris, weekly: always }
commitments:
  priorities:
    levels: [P1, P2]
    matrix: { high: { high: P1, low: P2 }, low: { high: P2, low: P2 } }
    onChange: retroactive
  clock:
    pauses: [{ reason: wait, imputable: client, remindAfter: { hours: 1, calendar: business }, atMost: { days: 9 } }]
  targets:
    - { id: R1, clause: "2.1", measure: response, when: { priority: P1 }, target: { hours: 1, calendar: business }, compliance: { atLeast: 90%, over: month, minimumCount: 5 } }
    - { id: R2, clause: "2.2", measure: response, when: { priority: P2 }, target: { hours: 2, calendar: business }, compliance: { atLeast: 90%, over: month, minimumCount: 5 } }
    - { id: S1, clause: "2.3", measure: resolution, when: { priority: P1 }, target: { hours: 4, calendar: business }, compliance: { atLeast: 90%, over: month, minimumCount: 5 } }
    - { id: S2, clause: "2.4", measure: resolution, when: { priority: P2 }, target: { hours: 8, calendar: business }, compliance: { atLeast: 90%, over: month, minimumCount: 5 } }
  penalties: [{ id: PEN, clause: "2.5", for: S1, base: { share: 1%, of: monthly-fee } }]
evolution: { pricing: { fees: { monthly-fee: { amount: 1000.00 } } } }
`

test('a clean contract has no finding', () => {
  expect(lint(clean)).toEqual({ findings: [], language: 'fr' })
})

describe('each rule finds its own, and only its own', () => {
  test.each<[rule: string, severity: string, from: string, to: string, path: string]>([
    ['SL01', 'error', 'levels: [P1, P2]', 'levels: [P1, P2, P3]', 'commitments.priorities.levels[2]'],
    ['SL03', 'error', 'low: { high: P2, low: P2 }', 'low: { high: P2 }', 'commitments.priorities.matrix.low'],
    [
      'SL03',
      'error',
      'matrix: { high: { high: P1, low: P2 }, low: { high: P2, low: P2 } }',
      'matrix: {}',
      'commitments.priorities.matrix',
    ],
    [
      'SL08',
      'error',
      'when: { priority: P1 }, target: { hours: 4,',
      'when: { priority: P1 }, target: { hours: 1,',
      'commitments.targets[0].target',
    ],
    [
      'SL09',
      'error',
      'when: { priority: P1 }, target: { hours: 4,',
      'when: { priority: P1 }, target: { hours: 9,',
      'commitments.targets[2].target',
    ],
    [
      'SL15',
      'error',
      'id: S2, clause: "2.4", measure: resolution, when: { priority: P2 }',
      'id: S2, clause: "2.4", measure: resolution, when: { priority: [P1, P2], kind: incident }',
      'commitments.targets[3]',
    ],
    [
      'SL15',
      'error',
      'id: R2, clause: "2.2", measure: response, when: { priority: P2 }',
      'id: R2, clause: "2.2", measure: response, when: { priority: P1 }',
      'commitments.targets[1]',
    ],
    ['SL18', 'warning', ', atMost: { days: 9 }', '', 'commitments.clock.pauses[0]'],
    ['SL18', 'warning', 'remindAfter: { hours: 1, calendar: business }, ', '', 'commitments.clock.pauses[0]'],
    [
      'SL21',
      'warning',
      '{ hours: 8, calendar: business }, compliance: { atLeast: 90%, over: month, minimumCount: 5 }',
      '{ hours: 8, calendar: business }, compliance: { atLeast: 90%, over: month }',
      'commitments.targets[3].compliance',
    ],
    [
      'SL21',
      'warning',
      '{ hours: 8, calendar: business }, compliance: { atLeast: 90%, over: month, minimumCount: 5 }',
      '{ hours: 8, calendar: business }',
      'commitments.targets[3]',
    ],
    ['SL24', 'error', 'onChange: retroactive', 'onChange: prospective', 'commitments.targets[3].target'],
    ['SL06', 'error', ', holidays: { country: FR }', '', 'calendars.business'],
    ['SL25', 'error', 'weekly: always }', 'weekly: {} }', 'calendars.always.weekly'],
    [
      'SL25',
      'error',
      'weekly: always }',
      'weekly: { mon: [] }, exceptions: [{ date: 2026-01-01, hours: [] }] }',
      'calendars.always.weekly',
    ],
    [
      'SL26',
      'info',
      'holidays: { country: FR }',
      'holidays: { country: FR, closes: shift }',
      'calendars.business.holidays.closes',
    ],
    [
      'PE02',
      'error',
      'evolution: { pricing: { fees: { monthly-fee: { amount: 1000.00 } } } }\n',
      '',
      'commitments.penalties[0].base.of',
    ],
    [
      'PE02',
      'error',
      'base: { share: 1%, of: monthly-fee }',
      'base: { amount: 5 }, cap: { month: { share: 1%, of: annual-fee } }',
      'commitments.penalties[0].cap.month.of',
    ],
    ['XR02', 'error', '{ id: annexes, rank: 2 }', '{ id: annexes, rank: 1 }', 'contract.documents[1]'],
    ['XR02', 'error', '{ id: annexes, rank: 2 }', '{ id: annexes }', 'contract.documents[1]'],
    ['XR01', 'error', 'for: S1', 'for: S9', 'commitments.penalties[0].for'],
    ['SL04', 'error', '{ hours: 8, calendar: business }', '{ hours: 8 }', 'commitments.targets[3].target.calendar'],
    ['SL05', 'error', 'always: { timeZone: Europe/Paris,', 'always: {', 'calendars.always.timeZone'],
    ['SL05', 'error', 'always: { timeZone: Europe/Paris,', 'always: { timeZone: Paris,', 'calendars.always.timeZone'],
    ['SL06', 'error', 'mon: ["09:00-18:00"]', 'mon: ["22:00-06:00"]', 'calendars.business.holidays'],
    ['FORMAT', 'error', 'hours: 8', 'hours: eight', 'commitments.targets[3].target.hours'],
  ])('%s (%s): %s → %s', (rule, severity, from, to, path) => {
    // SL24 needs working days to begin with.
    const base =
      rule === 'SL24'
        ? clean.replace('{ hours: 8, calendar: business }', '{ workingDays: 9, calendar: business }')
        : clean
    expect(lint(base).findings).toEqual([])
    const { findings } = lint(base.replace(from, to), { file: 'c.yaml' })
    expect(findings.map((finding) => [finding.rule, finding.severity, finding.path])).toEqual([[rule, severity, path]])
    const [finding] = findings
    expect(finding).toMatchObject({ file: 'c.yaml', chapter: path.split('.')[0] })
    expect(finding?.line).toBeGreaterThan(1)
    for (const text of [finding?.message.fr, finding?.message.en, finding?.hint.fr, finding?.hint.en])
      expect(text).not.toBe('')
  })
})

describe('what is no fault gives no finding', () => {
  test.each([
    [
      'a target strictly inside another',
      'when: { priority: P2 }, target: { hours: 8',
      'when: { priority: P2 }, target: { hours: 8',
    ],
    ['a calendar whose holidays are worked', 'holidays: { country: FR }', 'holidays: {}'],
    [
      'a longer target on another clock',
      'when: { priority: P1 }, target: { hours: 4, calendar: business }',
      'when: { priority: P1 }, target: { hours: 9, calendar: always }',
    ],
    ['a prospective change between hours', 'onChange: retroactive', 'onChange: prospective'],
    [
      'a calendar that opens by exception only',
      'weekly: always }',
      'weekly: {}, holidays: {}, exceptions: [{ date: 2026-01-01, hours: ["09:00-10:00"] }] }',
    ],
  ])('%s', (_, from, to) => {
    expect(lint(clean.replace(from, to)).findings).toEqual([])
  })

  test('two targets of which one lies strictly inside the other', () => {
    const inner =
      '    - { id: VIP, measure: resolution, when: { priority: P1, site: hq }, target: { hours: 2, calendar: business }, compliance: { atLeast: 90%, over: month, minimumCount: 5 } }\n  penalties'
    expect(lint(clean.replace('  penalties', inner)).findings).toEqual([])
  })

  test('two availabilities of one service contradict each other, of two services they do not', () => {
    const availability = (id: string, service: string) =>
      `    - { id: ${id}, measure: availability, service: ${service}, calendar: always, atLeast: 99%, over: month }\n`
    const services = '  services: [{ id: mail, expression: mail-1 }, { id: web, expression: web-1 }]\n  penalties'
    const rules = (second: string) =>
      lint(
        clean.replace('  penalties', availability('A1', 'mail') + availability('A2', second) + services),
      ).findings.map(({ rule }) => rule)
    expect(rules('mail')).toEqual(['SL15'])
    expect(rules('web')).toEqual([])
  })
})

test('every target on a priority that the matrix never yields is found (SL02)', () => {
  const { findings } = lint(clean.replace('high: { high: P1, low: P2 }', 'high: { high: P2, low: P2 }'))
  expect(findings.map(({ rule, clause }) => [rule, clause])).toEqual([
    ['SL02', '2.1'],
    ['SL02', '2.3'],
  ])
})

test('a finding carries the clause and the place of its element', () => {
  const { findings } = lint(
    clean.replace('when: { priority: P1 }, target: { hours: 4,', 'when: { priority: P1 }, target: { hours: 9,'),
  )
  expect(findings).toMatchObject([{ rule: 'SL09', clause: '2.3', line: 20, column: 85 }])
})

test('findings come in the order of the text', () => {
  const { findings } = lint(completeContract.replace('levels: [P1, P2]', 'levels: [P1, P2, P3]'))
  const lines = findings.map(({ line }) => line)
  expect(lines.length).toBeGreaterThan(3)
  expect(lines).toEqual([...lines].sort((a, b) => a - b))
})

test('a contract that cannot be read gives its issues as errors, with the form that would be accepted', () => {
  const { source, line, column } = plant('target: { minutes: 30, calendar: night }', 'target: §30')
  expect(lint(source).findings).toMatchObject([
    { rule: 'FORMAT', severity: 'error', chapter: 'commitments', line, column },
  ])
  expect(lint('[').findings.map(({ rule, severity }) => [rule, severity])).toEqual([['FORMAT', 'error']])
})

test('what an amendment brings is found too, once', () => {
  const amendment = (value: string) => ({
    file: 'amendments/01.yaml',
    source: `{ vigie: 1, amends: CTR, number: 1, effectiveFrom: 2026-02-01, signedOn: 2026-01-01, summary: x, changes: [
      { op: test, path: /commitments/targets/2/id, value: S1 },
      { op: replace, path: /commitments/targets/2/target/hours, value: ${value} } ] }`,
  })
  expect(lint(clean, { amendments: [amendment('3')] }).findings).toEqual([])
  expect(lint(clean, { amendments: [amendment('9')] }).findings.map(({ rule }) => rule)).toEqual(['SL09'])
  expect(lint(clean, { amendments: [amendment('9')], applyAmendments: false }).findings).toEqual([])
})

test('the table of rules lists each id once', () => {
  const ids = lintRules.flatMap(({ rules }) => rules.map(({ id }) => id))
  expect(ids).toEqual([...new Set(ids)])
})
