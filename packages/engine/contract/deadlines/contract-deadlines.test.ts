import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { parseCivilDate } from '../../base/civil-date.ts'
import type { Contract } from '../contract.ts'
import { readContract } from '../read-contract.ts'
import { contractDeadlines } from './contract-deadlines.ts'
import { contractTerms, usualHorizon } from './contract-terms.ts'
import type { DeadlineKind } from './deadline.ts'

function contract(header: string, rest = ''): Contract {
  const source = `vigie: 1\ncontract: { id: CTR, timeZone: Europe/Paris, ${header} }\n${rest}`
  const reading = readContract(source)
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues))
  return reading.history.versions[0]
}

function dates(of: Contract, ...kinds: readonly DeadlineKind[]) {
  return contractDeadlines(of)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ date }) => date)
}

const calendars =
  'calendars: { business: { timeZone: Europe/Paris, weekly: { mon: ["09:00-18:00"], tue: ["09:00-18:00"], wed: ["09:00-18:00"], thu: ["09:00-18:00"], fri: ["09:00-18:00"] }, holidays: { country: FR } } }\n'

describe('the end of a term', () => {
  test.each([
    ['36 months, 3 months of notice', '2026-01-01', 'P36M', 'P3M', '2028-09-30', '2028-12-31'],
    ['24 months, 30 days of notice', '2026-01-01', 'P24M', 'P30D', '2027-12-01', '2027-12-31'],
    ['a month’s end that is clamped', '2026-08-31', 'P6M', 'P1M', '2027-01-27', '2027-02-27'],
    ['a leap day', '2024-02-29', 'P12M', 'P1M', '2025-01-27', '2025-02-27'],
    ['days', '2026-01-01', 'P90D', 'P15D', '2026-03-16', '2026-03-31'],
    ['a notice of hours fills its last day', '2026-01-01', 'P12M', 'PT48H', '2026-12-29', '2026-12-31'],
  ])('%s', (_, from, initial, notice, refuse, end) => {
    const of = contract(
      `effectiveFrom: ${from}, term: { initial: ${initial}, renewal: { mode: tacit, for: P12M }, notice: ${notice} }`,
    )
    expect(dates(of, 'refuse-renewal')[0]).toBe(refuse)
    expect(dates(of, 'term-ends')[0]).toBe(end)
  })

  test('an express renewal is agreed in time, a contract without renewal ends', () => {
    const express = contract('effectiveFrom: 2026-01-01, term: { initial: P1Y, renewal: { mode: express, for: P1Y } }')
    expect(dates(express, 'agree-renewal', 'refuse-renewal')).toEqual(['2026-12-31'])
    expect(dates(contract('effectiveFrom: 2026-01-01, term: { initial: P1Y }'), 'term-ends')).toEqual(['2026-12-31'])
    expect(contractDeadlines(contract('effectiveFrom: 2026-01-01'))).toEqual([])
  })

  test('renewals are as many as the contract allows, and one is shown where nothing bounds them', () => {
    const of = (renewal: string) =>
      contract(`effectiveFrom: 2026-01-31, term: { initial: P1M, renewal: { mode: tacit, ${renewal} } }`)
    const until = parseCivilDate('2026-09-01') ?? 0
    expect(contractTerms(of('for: P1M, times: 2'), until).map(({ next }) => next)).toEqual(['tacit', 'tacit', 'none'])
    expect(dates(of('for: P1M'), 'term-ends')).toEqual(['2026-02-27', '2026-03-30'])
    const endless = contractTerms(of('times: 3'), until)
    expect(endless.map(({ to }) => to === undefined)).toEqual([false, true])
  })

  test('law: the last day to refuse is the end less the notice less a day, and terms never drift', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((n) => Temporal.PlainDate.from('1990-01-01').add({ days: n }))
    const length = fc.record({ months: fc.integer({ min: 1, max: 48 }), days: fc.constant(0) })
    const notice = fc.record({ months: fc.integer({ min: 0, max: 6 }), days: fc.integer({ min: 0, max: 40 }) })
    const text = ({ months, days }: { months: number; days: number }) => `P${months}M${days}D`
    fc.assert(
      fc.property(day, length, length, notice, (start, initial, renewed, before) => {
        const of = contract(
          `effectiveFrom: ${start}, term: { initial: ${text(initial)}, renewal: { mode: tacit, for: ${text(renewed)} }, notice: ${text(before)} }`,
        )
        const ends = [0, 1].map((k) => start.add({ months: initial.months + k * renewed.months }))
        expect(dates(of, 'term-ends')).toEqual(ends.map((end) => String(end.subtract({ days: 1 }))))
        expect(dates(of, 'refuse-renewal').toSorted()).toEqual(
          ends.map((end) => String(end.subtract(before).subtract({ days: 1 }))).toSorted(),
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('the exit', () => {
  const exit =
    'exit: { opensBeforeEnd: P3M, decisionTime: P1M, support: { for: P3M }, data: [{ id: mail, restituteWithin: P30D, erase: { within: P60D } }], planUpdatedOn: 2026-01-15, drill: { every: P12M }, cloud: { switchingNotice: P2M, transition: P30D, retrieval: P30D } }'
  const of = contract(
    'effectiveFrom: 2026-01-01, term: { initial: P24M, renewal: { mode: tacit, for: P24M, times: 1 }, notice: P30D }',
    exit,
  )

  test.each<[DeadlineKind, string]>([
    ['exit-opens', '2027-10-01'],
    ['exit-decided', '2027-09-01'],
    ['exit-support-ends', '2028-03-31'],
    ['data-returned', '2028-01-30'],
    ['data-erased', '2028-03-30'],
    ['switching-notice', '2027-10-01'],
    ['retrieval-ends', '2028-01-30'],
    ['switching-free', '2027-01-12'],
    ['exit-plan', '2027-01-15'],
    ['exit-drill', '2027-01-01'],
  ])('%s: %s', (kind, date) => {
    expect(dates(of, kind)[0]).toBe(date)
  })

  test('a phase of three months opens before a notice of thirty days is known', () => {
    const [opens, refuse] = [dates(of, 'exit-opens')[0] ?? '', dates(of, 'refuse-renewal')[0] ?? '']
    expect(opens < refuse).toBe(true)
  })
})

describe('revisions', () => {
  const revised = (terms: string, rest = '') =>
    contract(
      'effectiveFrom: 2026-01-01, term: { initial: P24M }',
      `evolution: { pricing: { ${rest} revision: { formula: { fixed: 0.15, terms: [{ index: syntec-revised, weight: 0.85, base: { month: 2025-10 }, current: ${terms} }] }, every: P12M, date: "01-01", notice: P4M } } }`,
    )

  test('the first is after the start, with its index and its notice before it', () => {
    const of = revised('{ lag: P6M }')
    expect(dates(of, 'revision')).toEqual(['2027-01-01', '2028-01-01'])
    expect(dates(of, 'revision-known')).toEqual(['2026-08-31', '2027-08-31'])
    expect(dates(of, 'revision-index')).toEqual(['2026-08-31', '2027-08-31'])
  })

  test('the lag of publication is the contract’s own where it states one', () => {
    const indices = 'indices: [{ id: syntec-revised, publisher: x, series: x, base: x, publishedAfter: P3M }],'
    expect(dates(revised('{ lag: P6M }', indices), 'revision-index')).toEqual(['2026-10-31', '2027-10-31'])
  })

  test('the last value published is read on its day', () => {
    expect(dates(revised('{ lag: P4M, reading: last-published }'), 'revision-index')[0]).toBe('2026-09-01')
  })

  test('a month in words has no date', () => {
    expect(dates(revised('{ rule: the month before }'), 'revision-index')).toEqual([])
  })
})

describe('what is asked', () => {
  const of = contract(
    'effectiveFrom: 2026-01-01, term: { initial: P12M }',
    `${calendars}followUp: { reports: [{ id: monthly, over: month, dueBy: { workingDays: 3, calendar: business } }, { id: quarterly, over: quarter, dueBy: { days: 10 } }] }
commitments: { penaltyRules: { clause: "2.12", claimWithin: P30D } }
phases: [{ id: run, from: 2026-04-01, penalties: due }]
governance: { committees: [{ id: copil, every: "FREQ=MONTHLY;BYDAY=2TU;BYHOUR=10" }] }
evolution: { review: { every: P6M, remind: P1M }, options: [{ id: soc, exercisableFrom: 2026-02-01, exercisableUntil: 2026-06-30 }] }
scope: { registers: { domains: [{ id: d, name: example.fr, holder: client, until: 2026-05-05 }] } }
accepted: [{ rule: SL12, reason: agreed, until: 2026-09-30 }]`,
  )

  test('what comes back every month is left out unless asked', () => {
    const kinds = (recurring: boolean) => new Set(contractDeadlines(of, { recurring }).map(({ kind }) => kind))
    expect([...kinds(true)].filter((kind) => !kinds(false).has(kind)).toSorted()).toEqual([
      'claim-ends',
      'committee',
      'report-due',
    ])
  })

  test.each([
    ['report-due', 'monthly', '2026-02-05'],
    ['report-due', 'quarterly', '2026-04-10'],
    ['claim-ends', undefined, '2026-03-02'],
    ['committee', 'copil', '2026-01-13'],
    ['phase', 'run', '2026-04-01'],
    ['review-reminder', undefined, '2026-06-01'],
    ['option-opens', 'soc', '2026-02-01'],
    ['option-ends', 'soc', '2026-06-30'],
    ['register-ends', 'd', '2026-05-05'],
    ['acceptance-ends', 'SL12', '2026-09-30'],
  ])('%s of %s: %s', (kind, subject, date) => {
    const found = contractDeadlines(of, { recurring: true }).find((one) => one.kind === kind && one.subject === subject)
    expect(found?.date).toBe(date)
  })

  test('the span is half-open, and the list is in the order of dates', () => {
    const all = contractDeadlines(of, { recurring: true })
    expect(all.map(({ date }) => date)).toEqual(all.map(({ date }) => date).toSorted())
    const some = contractDeadlines(of, { recurring: true, from: '2026-02-01', to: '2026-03-02' })
    expect(some.map(({ date }) => date)).toEqual(
      all.map(({ date }) => date).filter((date) => date >= '2026-02-01' && date < '2026-03-02'),
    )
    expect(some.length).toBe(3)
  })

  test('a later span shows later terms', () => {
    const tacit = contract(
      'effectiveFrom: 2026-01-01, term: { initial: P12M, renewal: { mode: tacit, for: P12M }, notice: P3M }',
    )
    expect(usualHorizon(tacit)).toBe(parseCivilDate('2028-01-01'))
    const later = contractDeadlines(tacit, { from: '2040-01-01', to: '2041-01-01' })
    expect(later.map(({ kind, date, term }) => [kind, date, term])).toEqual([
      ['refuse-renewal', '2040-09-30', 15],
      ['term-ends', '2040-12-31', 15],
    ])
  })
})

test('the term runs from the first version, whatever an amendment changes', () => {
  const source =
    'vigie: 1\ncontract: { id: CTR, timeZone: Europe/Paris, effectiveFrom: 2026-01-01, term: { initial: P24M, renewal: { mode: tacit, for: P12M }, notice: P3M } }\n'
  const amendment = {
    file: 'amendments/01.yaml',
    source:
      '{ vigie: 1, amends: CTR, number: 1, effectiveFrom: 2026-07-01, signedOn: 2026-06-01, summary: x, changes: [{ op: replace, path: /contract/term/notice, value: P6M }] }',
  }
  const reading = readContract(source, { amendments: [amendment] })
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues))
  const [, amended] = reading.history.versions
  expect(amended && dates(amended, 'refuse-renewal')[0]).toBe('2027-06-30')
})
