import { describe, expect, test } from 'vitest'
import { completeContract } from '../fixtures/complete-contract.ts'
import { plant } from '../fixtures/plant.ts'
import { soundContract } from '../fixtures/sound-contract.ts'
import { lint } from './lint.ts'
import { lintRules } from './lint-rules.ts'

/** A file of commitments alone, that breaks no rule. */
const clean = `vigie: 1
contract:
  id: CTR
  timeZone: Europe/Paris
  effectiveFrom: 2026-01-01
  documents: [{ id: contract, rank: 1 }, { id: annexes, rank: 2 }]
calendars:
  business: { timeZone: Europe/Paris, weekly: { mon: ["09:00-18:00"] }, holidays: { country: FR } }
  always: { timeZone: Europe/Paris, weekly: always, onCall: true }
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
  controls: []
`

test('a clean contract has no finding, and says which chapters it has not', () => {
  expect(lint(clean)).toEqual({
    findings: [],
    language: 'fr',
    unjudged: ['scope', 'followUp', 'governance', 'exit', 'evolution'],
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
      'weekly: always, onCall: true }',
      'weekly: {}, holidays: {}, exceptions: [{ date: 2026-01-01, hours: ["09:00-10:00"] }] }',
    ],
  ])('%s', (_, from, to) => {
    expect(lint(clean.replace(from, to)).findings).toEqual([])
  })

  test('two targets of which one lies strictly inside the other', () => {
    const inner =
      '    - { id: VIP, measure: resolution, when: { priority: P1, site: hq }, target: { hours: 2, calendar: business }, compliance: { atLeast: 90%, over: month, minimumCount: 5 } }\n  controls'
    expect(lint(clean.replace('  controls', inner)).findings).toEqual([])
  })

  test('two availabilities of one service contradict each other, of two services they do not', () => {
    const availability = (id: string, service: string) =>
      `    - { id: ${id}, measure: availability, service: ${service}, calendar: always, atLeast: 99%, over: month }\n`
    const services = '  services: [{ id: mail, expression: mail-1 }, { id: web, expression: web-1 }]\n  controls'
    const rules = (second: string) =>
      lint(
        clean.replace('  controls', availability('A1', 'mail') + availability('A2', second) + services),
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
  const { source, line, column } = plant(
    'target: { minutes: 30, calendar: night }',
    'target: { minutes: §thirty, calendar: night }',
  )
  expect(lint(source).findings).toMatchObject([
    { rule: 'FORMAT', severity: 'error', chapter: 'commitments', line, column },
  ])
  expect(lint('[').findings.map(({ rule, severity }) => [rule, severity])).toEqual([['FORMAT', 'error']])
})

test('faults that the rule book names are told with all the rest, and nothing is said of what they hold', () => {
  const broken = soundContract
    .replace(
      'id: S2, clause: "2.4", measure: resolution, when: { priority: P2 }, target: { hours: 8, calendar: business }',
      'id: S2, clause: "2.4", measure: resolution, when: { priority: P2 }, target: { hours: 8 }',
    )
    .replace('  always: { timeZone: Europe/Paris,', '  always: { timeZone: Paris,')
    .replace('for: [S1, S2]', 'for: [S1, S9]')
    .replace('rounding: full, ', '')
    .replace('kpis: [ticket-count,', 'kpis: [ticket-count, ticket-count,')
    .replace('    cumulation: sum\n', '')
    .replace('  exclusions: [Consommables]\n', '')
  expect(lint(broken).findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'SL05 calendars.always.timeZone',
    'SC04 scope',
    'SL04 commitments.targets[3].target.calendar',
    'XR01 commitments.penalties[0].for[1]',
    'PE04 commitments.penalties[0].shortfall.rounding',
    'PE06 commitments.penaltyRules',
    'FU01 followUp.kpis[1]',
  ])
})

test('two months of exit and one to decide are the three months of the notice, at the end of a month too', () => {
  const ended = soundContract
    .replace('effectiveFrom: 2026-01-01', 'effectiveFrom: 2026-04-29')
    .replace('signedOn: 2025-12-01', 'signedOn: 2026-04-01')
    .replace('opensBeforeEnd: P2M', 'opensBeforeEnd: P2M\n  decisionTime: P1M')
  expect(lint(ended).findings.filter(({ rule }) => rule === 'RV03')).toEqual([])
  expect(
    lint(ended.replace('decisionTime: P1M', 'decisionTime: P32D')).findings.filter(({ rule }) => rule === 'RV03')
      .length,
  ).toBe(1)
})

test('a value that cannot be read leaves the rest unjudged', () => {
  const broken = soundContract.replace('hours: 8, calendar: business', 'hours: eight, calendar: business')
  expect(lint(broken.replace('    cumulation: sum\n', '')).findings.map(({ rule }) => rule)).toEqual(['FORMAT'])
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
