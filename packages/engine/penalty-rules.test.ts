import { figuresOf, judgeCase, monthOf, penaltyContract, RESTORE, recordOf, shuffled, ticketOf } from '@vigie/testkit'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMinor } from './base/money.ts'
import type { PenaltyAssessment } from './commitments/penalties/penalty.ts'
import { lint } from './contract/lint/lint.ts'
import { evaluate } from './evaluate.ts'
import { penaltiesJson } from './penalties-json.ts'
import { readPeriod } from './period.ts'
import type { EventRow } from './record/event-columns.ts'
import { readOutages } from './record/read-outages.ts'

const FEES = '{ monthly-fee: { amount: 1000.00 }, annual-fee: { times: 12, of: monthly-fee } }'
const PER_POINT = '{ id: R, for: GTR, shortfall: { per: point, rounding: full, amount: 10.00 } }'
const total = ({ total: sum }: PenaltyAssessment) => (sum === null ? null : formatMinor(sum.minor))
const bad = (...months: readonly string[]) => months.flatMap((month) => monthOf(month, 100, 15))
const good = (...months: readonly string[]) => months.flatMap((month) => monthOf(month, 100, 0))

describe('lateness', () => {
  test('is time counted beyond the target in the clause’s own clock: neither nights nor pauses', () => {
    const terms = {
      targets: `{ id: GTR, measure: restoration, target: { hours: 4, calendar: business } }`,
      clock: '{ pauses: [{ reason: waiting-client, imputable: client, appliesTo: [restoration] }] }',
      penalties: '{ id: P, for: GTR, late: { per: hour, rounding: linear, amount: 10.00 } }',
    }
    // Monday 2 March 15:00, two hours; Tuesday 09:00-17:00 less a pause of three: due at 14:00, restored at 16:30.
    const facts: readonly EventRow[] = [
      { ticket: 'T', at: '2026-03-02T15:00:00+01:00', event: 'reported' },
      { ticket: 'T', at: '2026-03-03T10:00:00+01:00', event: 'paused', reason: 'waiting-client' },
      { ticket: 'T', at: '2026-03-03T13:00:00+01:00', event: 'resumed' },
      { ticket: 'T', at: '2026-03-03T16:30:00+01:00', event: 'restored' },
    ]
    const judged = judgeCase(terms, facts)
    expect(judged.lines[0]?.chain[0]).toMatchObject({ what: 'lateness', value: '9000' })
    expect(figuresOf(judged)).toEqual(['lateness 25.00', 'total 25.00'])
  })

  test('under rates by report, the base is due in the month of the report, the lateness in that of the stop', () => {
    const terms = {
      targets: RESTORE.replace('over: month', 'over: month, by: report'),
      penalties: '{ id: P, for: GTR, base: { amount: 100.00 }, late: { per: hour, rounding: started, amount: 10.00 } }',
    }
    const facts = ticketOf('T', '2026-01-31T23:00', '2026-02-01T05:00')
    const at = { at: Date.UTC(2026, 2, 1) }
    expect(figuresOf(judgeCase(terms, facts, '2026-01', at))).toEqual(['breach 100.00', 'total 100.00'])
    expect(figuresOf(judgeCase(terms, facts, '2026-02', at))).toEqual(['lateness 20.00', 'total 20.00'])
  })
})

describe('phases', () => {
  const phases =
    '{ id: start, from: 2026-01-01, to: 2026-03-10, penalties: waived }, { id: run, from: 2026-03-10, penalties: due }'
  const breach = '{ id: P, for: GTR, base: { amount: 100.00 } }'
  const across = ticketOf('T', '2026-03-09T23:00', '2026-03-10T05:00')

  test.each([
    ['at-report', '0.00'],
    ['at-milestone', '100.00'],
  ])('a ticket belongs to the phase of its version’s instant: %s', (version, amount) => {
    const terms = { penalties: breach, phases, clock: `{ version: ${version} }` }
    expect(total(judgeCase(terms, across))).toBe(amount)
  })

  test('a rate belongs to the phase of the first instant of its period', () => {
    const judged = judgeCase({ penalties: PER_POINT, phases }, bad('02', '03', '04'), '2026-02-01/2026-05-01')
    expect(judged.months.map(({ total: sum }) => sum?.minor)).toEqual([0n, 0n, 10_000n])
    expect(judged.notDue.map(({ period, due }) => `${period} ${due}`)).toEqual(['2026-02 waived', '2026-03 waived'])
  })
})

describe('recurrence', () => {
  const penalties = PER_POINT.replace('id: R,', 'id: R, recurrence: [1, 1.5, 2],')

  test('an informative month leaves the counter', () => {
    const targets = RESTORE.replace('over: month', 'over: month, minimumCount: 10, small: informative')
    const facts = [...bad('01', '02'), ...monthOf('03', 5, 5), ...bad('04')]
    const months = judgeCase({ targets, penalties }, facts, '2026-01-01/2026-05-01').months
    expect(months.map(({ total: sum }) => sum?.minor)).toEqual([10_000n, 15_000n, 0n, 20_000n])
  })

  test('each commitment has its own counter under one clause', () => {
    const targets = `${RESTORE}, { id: GTI, measure: response, target: { hours: 1, calendar: always }, compliance: { atLeast: 50%, over: month } }`
    const both = penalties.replace('for: GTR', 'for: [GTR, GTI]')
    // Acknowledged in time, but in March.
    const answered = bad('01', '02', '03').flatMap((row): readonly EventRow[] => {
      const { at = '', ticket = '', event } = row
      const hour = ticket.startsWith('M03') ? 'T02:00' : 'T00:30'
      return event === 'reported' ? [row, { ...row, at: at.replace('T00:00', hour), event: 'acknowledged' }] : [row]
    })
    const judged = judgeCase({ targets, penalties: both, rules: '{ cumulation: sum }' }, answered, '2026-03')
    expect(judged.lines.map(({ commitment, amount }) => [commitment, amount?.minor])).toEqual([
      ['GTR', 20_000n],
      // Fifty points, its first missed month.
      ['GTI', 50_000n],
    ])
  })
})

describe('a deductible', () => {
  const penalties = '{ id: P, for: GTR, deductible: 1, base: { amount: 10.00 } }'
  const lines = (facts: readonly EventRow[], month = '2026-03') => judgeCase({ penalties }, facts, month).lines

  test('frees the first breaches in the order of their misses, whatever their names', () => {
    const facts = [
      ...ticketOf('Z', '2026-03-10T00:00', '2026-03-10T05:00'),
      ...ticketOf('A', '2026-03-12T00:00', '2026-03-12T05:00'),
    ]
    expect(lines(facts).map(({ ticket }) => ticket)).toEqual(['A'])
  })

  test('begins anew each month', () => {
    const facts = ['02', '03'].flatMap((month) => monthOf(month, 2, 2))
    expect([lines(facts, '2026-02').length, lines(facts, '2026-03').length]).toEqual([1, 1])
  })
})

describe('rounding', () => {
  test.each([
    ['101.00', '0.51'],
    ['100.99', '0.50'],
  ])('each line half-up to the cent: 0.5 % of %s is %s', (fee, amount) => {
    const penalties = '{ id: P, for: GTR, base: { share: 0.5%, of: monthly-fee } }'
    const judged = judgeCase({ penalties, fees: `{ monthly-fee: { amount: ${fee} } }` }, monthOf('03', 1, 1))
    expect(figuresOf(judged)[0]).toBe(`breach ${amount}`)
  })

  test('each line is rounded before they are added', () => {
    const penalties = '{ id: P, for: GTR, base: { share: 0.5%, of: monthly-fee } }'
    const judged = judgeCase({ penalties, fees: '{ monthly-fee: { amount: 101.00 } }' }, monthOf('03', 3, 3))
    expect(total(judged)).toBe('1.53')
  })
})

describe('caps', () => {
  test.each([
    ['1000.55', '10.00'],
    ['1000.45', '10.00'],
    ['999.40', '9.99'],
  ])('rounding never lifts a lateness over its cap of 10.006: 1 %% of %s is %s', (fee, amount) => {
    const terms = {
      fees: `{ one: { amount: ${fee} }, other: { amount: 1000.60 } }`,
      penalties:
        '{ id: P, for: GTR, late: { per: hour, rounding: full, share: 1%, of: one, cap: { share: 1%, of: other } } }',
    }
    expect(total(judgeCase(terms, ticketOf('T', '2026-03-10T00:00', '2026-03-10T05:00')))).toBe(amount)
  })

  test('event, month, year, contract cut in this order, each by a line that names it', () => {
    const penalties = '{ id: P, for: GTR, base: { amount: 100.00 } }'
    const rules =
      '{ cap: { event: { amount: 90.00 }, month: { amount: 250.00 }, year: { amount: 400.00 }, contract: { amount: 600.00 } } }'
    const facts = ['01', '02', '03', '04'].flatMap((month) => monthOf(month, 3, 3))
    const judged = judgeCase({ penalties, rules, effectiveFrom: '2025-03-01' }, facts, '2026-01-01/2026-05-01')
    const cuts = Map.groupBy(judged.capLines, ({ period }) => period)
    expect(
      [...cuts].map(([period, lines]) => [
        period,
        ...lines.map(({ cap, amount }) => `${cap} ${formatMinor(amount.minor)}`),
      ]),
    ).toEqual([
      ['2026-01', 'event -10.00', 'event -10.00', 'event -10.00', 'month -20.00'],
      ['2026-02', 'event -10.00', 'event -10.00', 'event -10.00', 'month -20.00', 'year -100.00'],
      // A new contract year, and what the contract leaves.
      ['2026-03', 'event -10.00', 'event -10.00', 'event -10.00', 'month -20.00', 'contract -50.00'],
      ['2026-04', 'event -10.00', 'event -10.00', 'event -10.00', 'month -20.00', 'year -50.00', 'contract -200.00'],
    ])
    expect(judged.months.map(({ total: sum }) => sum?.minor)).toEqual([25_000n, 15_000n, 20_000n, 0n])
    expect(judged.capLines.at(-1)?.message.en).toBe('cap of the contract: €600.00')
  })

  test('the own cap of a rule bounds the amount of a period too', () => {
    const penalties = PER_POINT.replace('id: R,', 'id: R, cap: { event: { amount: 60.00 } },')
    expect(figuresOf(judgeCase({ penalties }, bad('03')))).toEqual(['shortfall 60.00', 'total 60.00'])
  })

  test('all credits together at most 30 % of the month (a cloud provider)', () => {
    const penalties = `{ id: A, for: GTR, shortfall: { per: point, rounding: linear, share: 2%, of: monthly-fee } },
      { id: B, for: GTR, base: { share: 15%, of: monthly-fee, per: period } }`
    const rules =
      '{ clause: "14.2", cumulation: sum, liberating: true, claimWithin: P30D, cap: { month: { share: 30%, of: monthly-fee } } }'
    const judged = judgeCase({ penalties, rules, fees: FEES }, bad('03'))
    expect(figuresOf(judged)).toEqual(['shortfall 200.00', 'breach 150.00', 'cap month -50.00', 'total 300.00'])
    expect(judged.terms).toMatchObject({ liberating: true, claimUntil: Date.UTC(2026, 3, 30, 22) })
  })
})

describe('earn-back and bonus', () => {
  const rules = '{ earnBack: { after: 2, consecutive: months } }'

  test('the malus of one commitment is not earned back by the met months of another', () => {
    const targets = `${RESTORE}, { id: RES, measure: resolution, target: { hours: 5, calendar: always }, compliance: { atLeast: 95%, over: month } }`
    const penalties = PER_POINT.replace('for: GTR', 'for: [GTR, RES]')
    // Restored in time after January, resolved late in every month.
    const late = ['01', '02', '03'].flatMap((month) =>
      ticketOf(`L${month}`, `2026-${month}-10T00:00`, `2026-${month}-10T04:00`).concat({
        ticket: `L${month}`,
        at: `2026-${month}-12T00:00:00+01:00`,
        event: 'resolved',
      }),
    )
    const facts = [...ticketOf('J', '2026-01-10T00:00', '2026-01-10T05:00'), ...late]
    const judged = judgeCase({ targets, penalties, rules }, facts, '2026-01-01/2026-04-01')
    expect(judged.lines.filter(({ kind }) => kind === 'earn-back').map(({ commitment }) => commitment)).toEqual(['GTR'])
  })

  test('a month that is not met begins the count again', () => {
    const facts = [...bad('01'), ...good('02'), ...bad('03'), ...good('04', '05')]
    const months = judgeCase({ penalties: PER_POINT, rules }, facts, '2026-01-01/2026-06-01').months
    expect(months.map(({ total: sum }) => sum?.minor)).toEqual([10_000n, 0n, 10_000n, 0n, -10_000n])
  })

  test('never more than the caps had left of the malus', () => {
    const capped = '{ cap: { month: { amount: 30.00 } }, earnBack: { after: 2, consecutive: months } }'
    const months = judgeCase(
      { penalties: PER_POINT, rules: capped },
      [...bad('01'), ...good('02', '03')],
      '2026-01-01/2026-04-01',
    ).months
    expect(months.map(({ total: sum }) => sum?.minor)).toEqual([3000n, 0n, -3000n])
  })

  test('bonuses of a contract year stay within its cap, and a new year begins anew', () => {
    const penalties = '{ id: P, for: GTR, bonus: { above: 98%, amount: 30.00 } }'
    const terms = { penalties, rules: '{ cap: { year: { amount: 50.00 } } }', effectiveFrom: '2025-04-01' }
    const months = judgeCase(terms, good('01', '02', '03', '04'), '2026-01-01/2026-05-01').months
    expect(months.map(({ total: sum }) => sum?.minor)).toEqual([-3000n, -2000n, 0n, -3000n])
  })
})

describe('fees', () => {
  const penalties = '{ id: P, for: GTR, shortfall: { per: point, rounding: full, share: 1%, of: monthly-fee } }'

  test('the fee is that of the version in force at the end of the month', () => {
    const [first] = penaltyContract({ penalties, fees: FEES }).versions
    const [dearer] = penaltyContract({ penalties, fees: FEES.replace('1000.00', '2000.00') }).versions
    const contract = {
      id: first.id,
      versions: [first, { ...dearer, version: '2', effectiveFrom: '2026-02-28' }] as const,
    }
    const record = recordOf(bad('01', '02', '03'))
    const reading = readPeriod({ from: '2026-01-01', to: '2026-04-01' }, 'Europe/Paris', record)
    if (!reading.ok) throw new RangeError('no period')
    const evaluation = evaluate({ contract, record, period: reading.period, penalties: {} })
    const months = evaluation.ok ? evaluation.assessment.penalties?.months : undefined
    expect(months?.map(({ total: sum }) => sum?.minor)).toEqual([10_000n, 20_000n, 20_000n])
  })

  test('a multiple follows the fee that it names', () => {
    const yearly = penalties.replace('monthly-fee', 'annual-fee')
    expect(total(judgeCase({ penalties: yearly, fees: FEES }, bad('03')))).toBe('1200.00')
  })

  test('a share of a fee that is not defined is an error of the contract', () => {
    const text = `vigie: 1\ncontract: { id: C, timeZone: Europe/Paris, effectiveFrom: 2026-01-01 }\ncalendars: { always: { timeZone: Europe/Paris, weekly: always } }\ncommitments: { targets: [${RESTORE}], penalties: [${penalties}] }\n`
    const reading = lint(text)
    const rules = reading.findings.map(({ rule, severity }) => `${rule} ${severity}`)
    expect(rules).toContain('PE02 error')
  })
})

describe('a chronic breach', () => {
  const ofYear = (more: string) => `{ chronicBreach: { months: 2, ${more} gives: step-in } }`
  const codes = (rules: string, facts: readonly EventRow[], month: string, effectiveFrom = '2026-01-01') =>
    judgeCase({ penalties: PER_POINT, rules, effectiveFrom }, facts, month).findings.map(({ code }) => code)
  const apart = [...bad('01'), ...good('02'), ...bad('03')]

  test('counts the missed months of the contract year, where they need not follow each other', () => {
    expect(codes(ofYear(''), apart, '2026-03')).toEqual(['chronic-breach'])
    expect(codes(ofYear('consecutive: true,'), apart, '2026-03')).toEqual([])
    expect(codes(ofYear(''), apart, '2026-03', '2025-03-01')).toEqual([])
  })

  test('of named commitments only, where it names some', () => {
    const targets = `${RESTORE}, { id: RES, measure: resolution, target: { hours: 5, calendar: always } }`
    const terms = { targets, penalties: PER_POINT, rules: ofYear('of: RES,') }
    expect(judgeCase(terms, apart, '2026-03').findings).toEqual([])
  })

  test('is a finding: no amount depends on it', () => {
    const without = judgeCase({ penalties: PER_POINT }, apart, '2026-03')
    const { findings, ...figures } = judgeCase({ penalties: PER_POINT, rules: ofYear('') }, apart, '2026-03')
    expect(findings.length).toBe(1)
    expect([figures.lines, figures.capLines, figures.total]).toEqual([without.lines, without.capLines, without.total])
  })
})

describe('grids with gaps (cloud providers)', () => {
  const down = (seconds: number) => {
    const to = new Date(Date.UTC(2026, 10, 10) + seconds * 1000).toISOString()
    const read = readOutages(`component,from,to,state\nsrv,2026-11-10T00:00:00Z,${to},down\n`)
    if (!read.ok) throw new RangeError('unread')
    return { outages: read.facts }
  }
  const grid = (target: string, tiers: string) => ({
    targets: `{ id: UP, measure: availability, service: files, calendar: always, atLeast: ${target}, over: month }`,
    fees: FEES,
    penalties: `{ id: P, clause: "7.2", for: UP, tiers: [${tiers}] }`,
  })
  const ofMachines = grid(
    '99.95%',
    '{ from: 99%, below: 99.94%, share: 10%, of: monthly-fee }, { from: 95%, below: 98.99%, share: 25%, of: monthly-fee }, { below: 95%, share: 100%, of: monthly-fee }',
  )

  // November has 2 592 000 seconds.
  test.each([
    [1425.6, 'no amount', '99.945'],
    [26_049.6, 'no amount', '98.995'],
    [25_920, '100.00', '99'],
    [26_179.2, 'no amount', '98.99'],
    [26_179.201, '250.00', '98.99'],
    [129_600.001, '1000.00', '95'],
  ])('down %f s: %s', (seconds, expected, percent) => {
    const judged = judgeCase(ofMachines, [], '2026-11', down(seconds))
    const gaps = judged.findings.filter(({ code }) => code === 'tier-gap')
    expect(gaps.length).toBe(expected === 'no amount' ? 1 : 0)
    expect(total(judged)).toBe(expected === 'no amount' ? '0.00' : expected)
    if (expected === 'no amount' && percent !== '98.99') expect(gaps[0]?.message.en).toContain(percent)
  })

  test.each([
    [2592, '0.00', 0],
    [2851.2, '100.00', 0],
    [2600, '0.00', 1],
  ])('a grid that ends at 99.89 %% for a target of 99.9 %%: down %f s', (seconds, amount, gaps) => {
    const judged = judgeCase(grid('99.9%', '{ below: 99.891%, amount: 100.00 }'), [], '2026-11', down(seconds))
    expect([total(judged), judged.findings.length]).toEqual([amount, gaps])
  })
})

test('an hourly share of the fee is 21.43 an hour, and no cent is rounded before the end', () => {
  const terms = {
    fees: '{ monthly-fee: { amount: 600.00 } }',
    penalties:
      '{ id: P, for: GTR, late: { per: hour, rounding: linear, share: 500%, of: monthly-fee, dividedBy: 140 } }',
  }
  const late = (restored: string) => figuresOf(judgeCase(terms, ticketOf('T', '2026-03-10T00:00', restored)))[0]
  expect(late('2026-03-10T05:00')).toBe('lateness 21.43')
  // 7 × 21.43 would be 150.01.
  expect(late('2026-03-10T11:00')).toBe('lateness 150.00')
})

test('law: every amount carries its chain: what decides it, then the amount itself', () => {
  const terms = {
    penalties: `{ id: A, for: GTR, base: { share: 3.3%, of: monthly-fee }, late: { per: hour, rounding: started, amount: 9.99 }, recurrence: [1, 1.5], cap: { event: { amount: 60.00 } } },
      { id: B, for: GTR, tiers: [{ from: 50%, below: 95%, share: 5%, of: monthly-fee }, { below: 50%, amount: 80.00 }] }, { id: D, for: GTR, bonus: { above: 97%, amount: 5.00 } }`,
    rules:
      '{ cumulation: max, putOnNotice: required, cap: { month: { amount: 300.00 } }, earnBack: { after: 1, consecutive: months } }',
    fees: FEES,
  }
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 4, maxLength: 4 }),
      fc.integer(),
      (counts, seed) => {
        const facts = counts.flatMap(([met, missed], index) => monthOf(`0${index + 1}`, met + missed, missed))
        const judged = judgeCase(terms, shuffled(facts, seed), '2026-01-01/2026-05-01')
        for (const { amount, chain, clause, grounds } of [...judged.lines, ...judged.notDue]) {
          expect(clause.length * chain.length * grounds.rule.length).toBeGreaterThan(0)
          const amounts = chain.filter(({ what }) => what === 'rounded' || what === 'cap' || what === 'earn-back')
          expect(amounts.at(-1)?.value).toBe(amount === null ? undefined : formatMinor(amount.minor))
          for (const step of chain) expect(`${step.message.fr} ${step.message.en}`).not.toMatch(/undefined|NaN/)
        }
        for (const { message, clause } of judged.capLines) expect(message.fr.length * clause.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 30 },
  )
})

describe('law: an amendment effective later changes nothing before', () => {
  const amended = {
    targets: RESTORE.replace('hours: 4', 'hours: 1').replace('95%', '99%'),
    penalties: `${PER_POINT.replace('10.00', '77.00')}, { id: P, for: GTR, base: { amount: 500.00 }, late: { per: hour, rounding: started, amount: 40.00 } }`,
    rules: '{ cap: { month: { amount: 999.00 } }, earnBack: { after: 1, consecutive: months }, putOnNotice: required }',
    fees: FEES,
  }
  const first = {
    penalties: `${PER_POINT.replace('id: R,', 'id: R, recurrence: [1, 1.5, 2],')}, { id: P, for: GTR, base: { amount: 20.00 }, late: { per: hour, rounding: started, amount: 5.00 } }`,
    rules: '{ cumulation: sum, cap: { year: { amount: 900.00 } }, earnBack: { after: 2, consecutive: months } }',
  }
  const tickets = fc.array(
    fc.record({
      month: fc.integer({ min: 1, max: 6 }),
      day: fc.integer({ min: 1, max: 28 }),
      hours: fc.integer({ min: 1, max: 700 }),
    }),
    { maxLength: 30 },
  )

  test('neither rates nor amounts, asked at the time or afterwards', () => {
    fc.assert(
      fc.property(tickets, fc.integer({ min: 4, max: 6 }), fc.boolean(), (all, month, afterwards) => {
        const rows = all.flatMap(({ month: of, day, hours }, index): readonly EventRow[] => {
          const reported = Date.UTC(2026, of - 1, day, 5)
          return [
            { ticket: `T${index}`, at: new Date(reported).toISOString(), event: 'reported' },
            { ticket: `T${index}`, at: new Date(reported + hours * 3_600_000).toISOString(), event: 'restored' },
          ]
        })
        const [old] = penaltyContract(first).versions
        const [other] = penaltyContract(amended).versions
        const effectiveFrom = `2026-0${month}-01`
        const record = recordOf(rows)
        const reading = readPeriod({ from: '2026-01-01', to: effectiveFrom }, 'Europe/Paris', record)
        if (!reading.ok) throw new RangeError('no period')
        const { period } = reading
        const figures = (versions: Parameters<typeof evaluate>[0]['contract']['versions']) => {
          const at = afterwards ? Date.UTC(2026, 11, 1) : period.to
          const evaluation = evaluate({ contract: { id: 'C', versions }, record, period, at, penalties: {} })
          if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
          const { commitments, penalties } = evaluation.assessment
          return JSON.stringify([
            commitments.map(({ id, counted, rate, state }) => ({ id, counted, rate, state })),
            penaltiesJson(penalties, 'en'),
          ])
        }
        expect(figures([old, { ...other, version: '2', effectiveFrom }])).toBe(figures([old]))
      }),
      { numRuns: 40 },
    )
  })
})
