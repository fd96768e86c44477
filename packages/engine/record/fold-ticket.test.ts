import { type Fact, history } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { foldTicket } from './fold-ticket.ts'
import { attributesAt, phaseAt } from './ticket.ts'

const at = (hour: number) => `2026-01-05T${String(hour).padStart(2, '0')}:00:00Z`
const instant = (hour: number) => Date.parse(at(hour))
const fold = (...facts: Fact[]) => foldTicket(history('T1', facts))

describe('attributes', () => {
  test('come from the report, and hold from its instant on', () => {
    const ticket = fold([at(9), 'reported', { kind: 'incident', priority: 'P2', site: 'hq' }])
    expect(attributesAt(ticket, instant(9))).toEqual({ kind: 'incident', priority: 'P2', site: 'hq' })
    expect(attributesAt(ticket, instant(20))).toEqual({ kind: 'incident', priority: 'P2', site: 'hq' })
  })

  test('of a detection are kept where the report says nothing of them', () => {
    const ticket = fold(
      [at(8), 'detected', { channel: 'monitoring', priority: 'P3', asset: 'srv-1' }],
      [at(9), 'reported', { priority: 'P1', channel: 'phone' }],
    )
    expect(attributesAt(ticket, instant(8))).toMatchObject({ channel: 'monitoring', priority: 'P3' })
    expect(attributesAt(ticket, instant(9))).toEqual({ channel: 'phone', priority: 'P1', asset: 'srv-1' })
    expect([ticket.detectedAt, ticket.reportedAt, ticket.openedAt]).toEqual([instant(8), instant(9), instant(9)])
  })

  test('of a detection that comes after the report fill its blanks only', () => {
    const ticket = fold(
      [at(9), 'reported', { priority: 'P1' }],
      [at(10), 'detected', { priority: 'P4', asset: 'srv-1' }],
    )
    expect(attributesAt(ticket, instant(10))).toEqual({ priority: 'P1', asset: 'srv-1' })
    expect(ticket.remarks.map(({ code, column }) => [code, column])).toEqual([
      ['column-without-effect', 'priority'],
      ['filled-late', 'asset'],
    ])
  })

  test.each([
    [
      'prioritised',
      { impact: 'high', urgency: 'low', priority: 'P1' },
      { impact: 'high', urgency: 'low', priority: 'P1' },
    ],
    ['prioritised', { site: 'branch' }, { site: 'hq' }],
    [
      'reclassified',
      { kind: 'request', site: 'branch', assetClass: 'server', intervention: 'support', service: 'mail' },
      { kind: 'request', site: 'branch', service: 'mail' },
    ],
    ['reclassified', { priority: 'P1' }, { priority: 'P3' }],
    [
      'acknowledged',
      { priority: 'P1', site: 'branch', kind: 'request' },
      { priority: 'P3', site: 'hq', kind: 'incident' },
    ],
  ] as const)('after %s %j are %j', (event, columns, expected) => {
    const ticket = fold(
      [at(9), 'reported', { kind: 'incident', priority: 'P3', site: 'hq', impact: 'low' }],
      [at(10), event, columns],
    )
    expect(attributesAt(ticket, instant(10))).toMatchObject(expected)
    expect(attributesAt(ticket, instant(9))).toMatchObject({
      kind: 'incident',
      priority: 'P3',
      site: 'hq',
      impact: 'low',
    })
  })

  test('that no opening fact gave are taken from the first fact that does, with a remark', () => {
    const ticket = fold(
      [at(9), 'reported'],
      [at(10), 'acknowledged', { priority: 'P2' }],
      [at(11), 'resolved', { priority: 'P3' }],
    )
    expect([9, 10, 11].map((hour) => attributesAt(ticket, instant(hour)).priority)).toEqual([undefined, 'P2', 'P2'])
    expect(ticket.remarks.map(({ code, event }) => [code, event.event])).toEqual([
      ['filled-late', 'acknowledged'],
      ['column-without-effect', 'resolved'],
    ])
  })

  test('that repeat what is known leave no remark', () => {
    expect(fold([at(9), 'reported', { priority: 'P2' }], [at(10), 'acknowledged', { priority: 'P2' }]).remarks).toEqual(
      [],
    )
  })

  test('that say how a fact came about are those of the opening facts', () => {
    const ticket = fold(
      [at(9), 'reported', { actor: 'ann', party: 'client' }],
      [at(10), 'acknowledged', { actor: 'bob', party: 'provider' }],
    )
    expect(attributesAt(ticket, instant(10))).toEqual({ actor: 'ann', party: 'client' })
    expect(ticket.remarks).toEqual([])
  })

  test('name the parent and the ticket merged into', () => {
    const ticket = fold(
      [at(9), 'reported'],
      [at(10), 'linked', { parent: 'P' }],
      [at(11), 'linked', { parent: 'Q' }],
      [at(12), 'merged', { into: 'M' }],
    )
    expect(attributesAt(ticket, instant(10)).parent).toBe('P')
    expect(attributesAt(ticket, instant(12))).toEqual({ parent: 'Q', into: 'M' })
  })

  test('of several facts at one instant are those after the last of them', () => {
    const ticket = fold([at(9), 'reported', { priority: 'P3' }], [at(9), 'prioritised', { priority: 'P1' }])
    expect(attributesAt(ticket, instant(9)).priority).toBe('P1')
  })

  test('of a second report fill blanks only, with a remark', () => {
    const ticket = fold([at(9), 'reported', { priority: 'P3' }], [at(10), 'reported', { priority: 'P1' }])
    expect(attributesAt(ticket, instant(10)).priority).toBe('P3')
    expect(ticket.reportedAt).toBe(instant(9))
    expect(ticket.remarks.map((remark) => remark.code)).toEqual(['reported-again', 'column-without-effect'])
  })
})

describe('phases', () => {
  test.each([
    [['reported'], 'open'],
    [['reported', 'acknowledged', 'restored'], 'open'],
    [['reported', 'resolved'], 'resolved'],
    [['reported', 'closed'], 'closed'],
    [['reported', 'resolved', 'closed', 'resolved'], 'closed'],
    [['reported', 'resolved', 'reopened'], 'open'],
    [['reported', 'closed', 'reopened', 'resolved'], 'resolved'],
    [['reported', 'cancelled', 'closed'], 'cancelled'],
    [['reported', 'merged', 'closed'], 'merged'],
    [['reported', 'cancelled', 'reopened'], 'open'],
  ] as const)('after %j is %s', (types, phase) => {
    const ticket = fold(...types.map((type, i): Fact => [at(9 + i), type]))
    expect(phaseAt(ticket, instant(23))).toBe(phase)
  })

  test('are unknown before the first fact', () => {
    const ticket = fold([at(9), 'reported'], [at(10), 'resolved'])
    expect([8, 9, 10].map((hour) => phaseAt(ticket, instant(hour)))).toEqual([undefined, 'open', 'resolved'])
    expect(ticket.phases).toHaveLength(2)
  })
})

test('what a ticket gathered is listed in order', () => {
  const ticket = fold(
    [at(9), 'reported'],
    [at(10), 'assigned', { actor: 'a' }],
    [at(11), 'paused', { reason: 'waiting-client' }],
    [at(12), 'worked', { minutes: '12.50', billable: 'true' }],
    [at(13), 'resolved'],
    [at(14), 'reopened'],
    [at(15), 'assigned', { actor: 'b' }],
    [at(16), 'rated', { score: '4' }],
    [at(17), 'excluded', { commitment: 'P1', party: 'client' }],
  )
  expect(ticket.assignments.map((event) => event.actor)).toEqual(['a', 'b'])
  expect(ticket.pauses.map((event) => event.reason)).toEqual(['waiting-client'])
  expect(ticket.work.map((event) => event.minutes)).toEqual(['12.50'])
  expect(ticket.reopenings.map((event) => event.at)).toEqual([instant(14)])
  expect(ticket.ratings.map((event) => event.score)).toEqual(['4'])
  expect(ticket.exclusions.map((event) => event.commitment)).toEqual(['P1'])
})
