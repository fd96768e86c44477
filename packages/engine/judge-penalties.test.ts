import { figuresOf, judgeCase, monthOf, noticesOf, penaltyContract, RESTORE, recordOf, ticketOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { readPeriod } from './period.ts'
import type { EventRow } from './record/event-columns.ts'
import { readOutages } from './record/read-outages.ts'

const FEES = '{ monthly-fee: { amount: 1000.00 }, annual-fee: { times: 12, of: monthly-fee } }'

describe('late delivery, a share of the value per day late (standard terms of public ICT purchases)', () => {
  const delivery = `{ id: DELIVERY, measure: resolution, target: { days: 10 } }`
  const value = '{ order-value: { amount: 12000.00 } }'
  // Due on 11 March at 09:00; 15 days late on the 26th.
  const facts = ticketOf('T', '2026-03-01T09:00', '2026-03-26T09:00', 'resolved')
  const perDay = (share: string) =>
    `{ id: P, clause: "14.1", for: DELIVERY, late: { per: day, rounding: started, share: ${share}, of: order-value } }`

  test('V·R/1000: 12 000 × 15 / 1000 = 180, waived under 1 000', () => {
    const penalties = judgeCase(
      { targets: delivery, penalties: perDay('0.1%'), fees: value, rules: '{ waivedUpTo: { amount: 1000.00 } }' },
      facts,
    )
    expect(figuresOf(penalties)).toEqual(['lateness 180.00', 'cap waiver -180.00', 'total 0.00'])
  })

  test('without the waiver: 180', () => {
    expect(figuresOf(judgeCase({ targets: delivery, penalties: perDay('0.1%'), fees: value }, facts))).toEqual([
      'lateness 180.00',
      'total 180.00',
    ])
  })

  test('once the waiver is exceeded, what it had waived falls due', () => {
    const two = [...facts, ...ticketOf('U', '2026-04-01T09:00', '2026-09-01T09:00', 'resolved')]
    const penalties = judgeCase(
      { targets: delivery, penalties: perDay('0.1%'), fees: value, rules: '{ waivedUpTo: { amount: 1000.00 } }' },
      two,
      '2026-09',
    )
    expect(figuresOf(penalties)).toEqual(['lateness 1716.00', 'cap waiver 180.00', 'total 1896.00'])
  })

  test('derogation, 0.5 % per working day: 12 000 × 15 × 0.5 % = 900', () => {
    // Due on Monday 2 March at 17:00; fifteen opening days later it is Monday 23 March.
    const working = `{ id: DELIVERY, measure: resolution, target: { workingDays: 1, calendar: business } }`
    const penalties = judgeCase(
      { targets: working, penalties: perDay('0.5%').replace('per: day', 'per: working-day'), fees: value },
      ticketOf('T', '2026-02-27T09:00', '2026-03-23T16:00', 'resolved'),
    )
    expect(figuresOf(penalties)).toEqual(['lateness 900.00', 'total 900.00'])
  })
})

describe('flat per indicator, tiers on the gap, recurrence (a public tender)', () => {
  const terms = {
    penalties: `{ id: P, for: GTR, base: { amount: 50.00 }, recurrence: [1, 1.5, 2],
      tiers: [{ above: 0%, upTo: 10%, times: 1 }, { above: 10%, upTo: 20%, times: 2 }, { above: 20%, times: 3 }] }`,
  }
  const year = [...monthOf('01', 100, 15), ...monthOf('02', 100, 15), ...monthOf('03', 100, 15)]

  test.each([
    ['2026-01', '50.00'],
    ['2026-02', '75.00'],
    ['2026-03', '100.00'],
  ])('target 95, actual 85: %s %s', (month, amount) => {
    expect(figuresOf(judgeCase(terms, year, month))).toEqual([`tier ${amount}`, `total ${amount}`])
  })

  test('the last multiplier stays; a good month resets; an empty one does not', () => {
    const more = [
      ...year,
      ...monthOf('04', 100, 15),
      ...monthOf('06', 100, 15),
      ...monthOf('07', 100, 0),
      ...monthOf('08', 100, 15),
    ]
    expect(figuresOf(judgeCase(terms, more, '2026-04')).at(-1)).toBe('total 100.00')
    expect(figuresOf(judgeCase(terms, more, '2026-06')).at(-1)).toBe('total 100.00')
    expect(figuresOf(judgeCase(terms, more, '2026-08')).at(-1)).toBe('total 50.00')
  })

  test.each([
    [15, 'tier 50.00'],
    [16, 'tier 100.00'],
    [25, 'tier 100.00'],
    [26, 'tier 150.00'],
  ])('the edge of a tier belongs to it: %i missed of 100', (missed, line) => {
    expect(figuresOf(judgeCase(terms, monthOf('03', 100, missed)))[0]).toBe(line)
  })

  test('a quarter adds its months', () => {
    expect(figuresOf(judgeCase(terms, year, '2026-01-01/2026-04-01'))).toEqual([
      'tier 50.00',
      'tier 75.00',
      'tier 100.00',
      'total 225.00',
    ])
  })
})

describe('a step per started hour beyond the restoration time (a small provider)', () => {
  const terms = {
    fees: FEES,
    penalties: `{ id: P, for: GTR, cap: { month: { share: 100%, of: monthly-fee } }, tiers: [
      { above: PT0S, upTo: PT1H, share: 20%, of: monthly-fee }, { above: PT1H, upTo: PT2H, share: 40%, of: monthly-fee },
      { above: PT2H, upTo: PT3H, share: 60%, of: monthly-fee }, { above: PT3H, upTo: PT4H, share: 80%, of: monthly-fee },
      { above: PT4H, share: 100%, of: monthly-fee }] }`,
  }

  test.each([
    ['04:00', []],
    ['04:01', ['tier 200.00']],
    ['05:00', ['tier 200.00']],
    ['05:01', ['tier 400.00']],
    ['06:12', ['tier 600.00']],
    ['07:00', ['tier 600.00']],
    ['20:00', ['tier 1000.00']],
  ])('restored after %s', (restored, lines) => {
    const penalties = judgeCase(terms, ticketOf('T', '2026-03-10T00:00', `2026-03-10T${restored}`))
    expect(figuresOf(penalties).slice(0, -1)).toEqual(lines)
  })

  test('capped at 100 % of the month', () => {
    const facts = [
      ...ticketOf('T', '2026-03-10T00:00', '2026-03-10T06:12'),
      ...ticketOf('U', '2026-03-11T00:00', '2026-03-11T06:12'),
    ]
    expect(figuresOf(judgeCase(terms, facts))).toEqual([
      'tier 600.00',
      'tier 600.00',
      'cap month -200.00',
      'total 1000.00',
    ])
  })
})

describe('a multiple of the hourly share of the fee (a small provider)', () => {
  const perHour = (rounding: string, dividedBy: string) => ({
    fees: '{ monthly-fee: { amount: 600.00 } }',
    penalties: `{ id: P, for: GTR, late: { per: hour, rounding: ${rounding}, share: 500%, of: monthly-fee, dividedBy: ${dividedBy}, cap: { share: 100%, of: monthly-fee } } }`,
  })
  const facts = ticketOf('T', '2026-03-10T00:00', '2026-03-10T07:30')

  test.each([
    ['linear', 'lateness 75.00'],
    ['started', 'lateness 85.71'],
    ['full', 'lateness 64.29'],
  ])('fee 600, 140 h, 3.5 h late, %s: %s', (rounding, line) => {
    expect(figuresOf(judgeCase(perHour(rounding, '140'), facts))[0]).toBe(line)
  })

  test('opening hours of the month: 22 days of 8 h', () => {
    // 3000 / 176 × 3.5
    expect(figuresOf(judgeCase(perHour('linear', '{ openHours: business }'), facts))[0]).toBe('lateness 59.66')
  })

  test('never more than the fee', () => {
    const late = ticketOf('T', '2026-03-10T00:00', '2026-03-20T00:00')
    expect(figuresOf(judgeCase(perHour('linear', '140'), late))[0]).toBe('lateness 600.00')
  })
})

describe('credit for availability (cloud providers)', () => {
  const target = (atLeast: string) =>
    `{ id: UP, measure: availability, service: files, calendar: always, atLeast: ${atLeast}, over: month }`
  /** Down so many minutes of November 2026 (43 200). */
  const down = (minutes: number) => {
    const to = new Date(Date.UTC(2026, 10, 10) + minutes * 60_000).toISOString()
    const read = readOutages(`component,from,to,state\nsrv,2026-11-10T00:00:00Z,${to},down\n`)
    if (!read.ok) throw new RangeError('unread')
    return { outages: read.facts }
  }

  test('credit = shortfall: 99.9 % promised, 90 % measured: 9.9 % of the fee', () => {
    const terms = {
      targets: target('99.9%'),
      fees: FEES,
      penalties: '{ id: P, for: UP, shortfall: { per: point, rounding: linear, share: 1%, of: monthly-fee } }',
    }
    expect(figuresOf(judgeCase(terms, [], '2026-11', down(4320)))).toEqual(['shortfall 99.00', 'total 99.00'])
  })

  const tiers = {
    targets: target('99.5%'),
    fees: FEES,
    penalties: `{ id: P, for: UP, tiers: [{ from: 99%, below: 99.5%, share: 5%, of: monthly-fee },
      { from: 95%, below: 99%, share: 8%, of: monthly-fee }, { below: 95%, share: 12%, of: monthly-fee }] }`,
  }

  test.each([
    [216, []],
    [217, ['tier 50.00']],
    [432, ['tier 50.00']],
    [433, ['tier 80.00']],
    [2160, ['tier 80.00']],
    [2161, ['tier 120.00']],
  ])('half-open tiers: down %i minutes of 43 200', (minutes, lines) => {
    expect(figuresOf(judgeCase(tiers, [], '2026-11', down(minutes))).slice(0, -1)).toEqual(lines)
  })

  test('99.945 % falls in no tier of a grid with a gap: a finding, and no amount', () => {
    const gap = {
      targets: target('99.95%'),
      fees: FEES,
      penalties: `{ id: P, clause: "7.2", for: UP, tiers: [{ from: 99%, below: 99.94%, share: 10%, of: monthly-fee },
        { from: 95%, below: 98.99%, share: 25%, of: monthly-fee }, { below: 95%, share: 100%, of: monthly-fee }] }`,
    }
    const penalties = judgeCase(gap, [], '2026-11', down(24))
    expect(figuresOf(penalties)).toEqual(['total 0.00'])
    expect(penalties.findings.map(({ code, clause }) => [code, clause])).toEqual([['tier-gap', '7.2']])
  })

  test('without outages nothing is judged, and the assessment says so', () => {
    const penalties = judgeCase(tiers, [], '2026-11')
    expect(penalties.status).toBe('incomplete')
    expect(penalties.findings.map(({ code }) => code)).toEqual(['not-judged'])
  })
})

describe('an hourly rate, then a daily one beyond 24 h (a public tender)', () => {
  const terms = (mode: string) => ({
    penalties: `{ id: P, for: GTR, late: { per: hour, rounding: started, amount: 500.00,
      beyond: { after: PT24H, per: day, rounding: started, amount: 15000.00, mode: ${mode} } } }`,
  })

  test.each([
    ['add', '2026-03-11T10:00', '27000.00'],
    ['replace', '2026-03-11T10:00', '30000.00'],
    ['add', '2026-03-11T04:00', '12000.00'],
    ['replace', '2026-03-11T04:00', '12000.00'],
    ['replace', '2026-03-11T04:01', '30000.00'],
  ])('%s, restored at %s: %s', (mode, restored, amount) => {
    const penalties = judgeCase(terms(mode), ticketOf('T', '2026-03-10T00:00', restored))
    expect(figuresOf(penalties).at(-1)).toBe(`total ${amount}`)
  })
})

describe('malus per point below', () => {
  const terms = (rounding: string) => ({
    fees: FEES,
    penalties: `{ id: P, for: GTR, shortfall: { per: point, rounding: ${rounding}, share: 1%, of: monthly-fee } }`,
  })

  test.each([
    ['full', '30.00'],
    ['linear', '36.00'],
    ['started', '40.00'],
  ])('target 95, actual 91.4, %s points: %s of 1 000', (rounding, amount) => {
    expect(figuresOf(judgeCase(terms(rounding), monthOf('03', 500, 43)))).toEqual([
      `shortfall ${amount}`,
      `total ${amount}`,
    ])
  })

  test('exactly at the target nothing is owed', () => {
    expect(figuresOf(judgeCase(terms('started'), monthOf('03', 100, 5)))).toEqual(['total 0.00'])
  })

  test('a fee that nothing states is no zero', () => {
    const penalties = judgeCase({ penalties: terms('full').penalties }, monthOf('03', 500, 43))
    expect(figuresOf(penalties)).toEqual(['shortfall null unknown', 'total null'])
    expect(penalties.status).toBe('fee-missing')
    expect(penalties.findings.map(({ code }) => code)).toEqual(['fee-missing'])
  })

  test('a fee of the month prevails over the declared one', () => {
    const fees = [{ month: '2026-03', fee: 'monthly-fee', amount: '2000.00' }]
    expect(figuresOf(judgeCase(terms('full'), monthOf('03', 500, 43), '2026-03', { fees })).at(-1)).toBe('total 60.00')
  })
})

describe('per breach and per started hour, with a cap of the event', () => {
  const penalties = `{ id: P1, clause: "2.9", for: GTR, base: { amount: 150.00 }, late: { per: hour, rounding: started, amount: 50.00 }, cap: { event: { amount: 250.00 } } }`

  test.each([
    ['04:00', []],
    ['04:01', ['breach 150.00', 'lateness 50.00']],
    ['05:00', ['breach 150.00', 'lateness 50.00']],
    ['05:01', ['breach 150.00', 'lateness 100.00']],
    ['09:00', ['breach 150.00', 'lateness 100.00']],
  ])('restored after %s', (restored, lines) => {
    const judged = judgeCase({ penalties }, ticketOf('T', '2026-03-10T00:00', `2026-03-10T${restored}`))
    expect(figuresOf(judged).slice(0, -1)).toEqual(lines)
  })

  test('the base in the month of the miss, the lateness in that of the stop; meanwhile it accrues', () => {
    const facts = ticketOf('T', '2026-01-31T18:30', '2026-02-01T00:30')
    const january = judgeCase({ penalties }, facts, '2026-01')
    expect(figuresOf(january)).toEqual(['breach 150.00', 'total 150.00'])
    expect(january.notDue.map(({ kind, due }) => [kind, due])).toEqual([['lateness', 'accrued']])
    expect(figuresOf(judgeCase({ penalties }, facts, '2026-02'))).toEqual(['lateness 100.00', 'total 100.00'])
  })

  test('the steps lead from the base to the rounded amount', () => {
    const judged = judgeCase({ penalties }, ticketOf('T', '2026-03-10T00:00', '2026-03-10T09:00'))
    expect(judged.lines[1]?.chain.map(({ what, value }) => [what, value])).toEqual([
      ['lateness', '18000'],
      ['units', '5'],
      ['amount', '50.00'],
      ['product', '250.00'],
      ['rounded', '250.00'],
      ['cap', '100.00'],
    ])
    expect(judged.lines[1]?.chain[1]?.message.fr).toBe(
      'retard\u00a0: 5 heure(s), compté 5 (toute unité entamée compte)',
    )
    expect(judged.lines[1]?.grounds.evidence.length).toBeGreaterThan(0)
  })

  test('the first breaches of a month are free under a deductible', () => {
    const facts = ['10', '11', '12'].flatMap((day) =>
      ticketOf(`T${day}`, `2026-03-${day}T00:00`, `2026-03-${day}T05:00`),
    )
    const judged = judgeCase({ penalties: penalties.replace('clause:', 'deductible: 2, clause:') }, facts)
    expect(judged.lines.map((line) => line.ticket)).toEqual(['T12', 'T12'])
    expect(judged.notDue.map((line) => `${line.ticket} ${line.due}`)).toEqual([
      'T10 waived',
      'T11 waived',
      'T10 waived',
      'T11 waived',
    ])
  })

  test('per-breach amounts ignore the small-sample rule; rates follow it', () => {
    const targets = RESTORE.replace('over: month', 'over: month, minimumCount: 10, small: one-miss-allowed')
    const both = `${penalties}, { id: R, for: GTR, shortfall: { per: point, rounding: full, amount: 10.00 } }`
    const facts = ticketOf('T', '2026-03-10T00:00', '2026-03-10T05:00')
    expect(figuresOf(judgeCase({ targets, penalties: both }, facts))).toEqual([
      'breach 150.00',
      'lateness 50.00',
      'total 200.00',
    ])
  })

  test('a phase that waives: shown, not counted; the ticket belongs to the phase of its report', () => {
    const phases =
      '{ id: start, from: 2026-01-01, to: 2026-03-10, penalties: waived }, { id: run, from: 2026-03-10, penalties: due }'
    const facts = [
      ...ticketOf('T', '2026-03-09T23:59', '2026-03-10T05:00'),
      ...ticketOf('U', '2026-03-10T00:00', '2026-03-10T05:00'),
    ]
    const judged = judgeCase({ penalties, phases }, facts)
    expect(judged.lines.map((line) => line.ticket)).toEqual(['U', 'U'])
    expect(judged.notDue.map(({ ticket: id, due }) => `${id} ${due}`)).toEqual(['T waived', 'T waived'])
  })

  test('a notice that is required makes amounts calculable, and incurred once given', () => {
    const rules = '{ putOnNotice: required }'
    const facts = ticketOf('T', '2026-03-10T00:00', '2026-03-10T05:00')
    const before = judgeCase({ penalties, rules }, facts)
    expect(figuresOf(before)).toEqual(['breach 150.00 calculable', 'lateness 50.00 calculable', 'total 200.00'])
    expect(before.incurred?.minor).toBe(0n)
    const after = judgeCase({ penalties, rules }, facts, '2026-03', { notices: noticesOf('2026-03-20T00:00:00Z') })
    expect(figuresOf(after)).toEqual(['breach 150.00', 'lateness 50.00', 'total 200.00'])
    expect(after.incurred?.minor).toBe(20_000n)
  })
})

describe('several rules met by one event', () => {
  const targets = `${RESTORE}, { id: GTI, measure: response, target: { hours: 1, calendar: always } }`
  const penalties = '{ id: A, for: GTR, base: { amount: 100.00 } }, { id: B, for: GTI, base: { amount: 30.00 } }'
  const facts: readonly EventRow[] = [
    { ticket: 'T', at: '2026-03-10T00:00:00+01:00', event: 'reported' },
    { ticket: 'T', at: '2026-03-10T05:00:00+01:00', event: 'acknowledged' },
    { ticket: 'T', at: '2026-03-10T06:00:00+01:00', event: 'restored' },
  ]

  test('cumulate as a sum', () => {
    expect(figuresOf(judgeCase({ targets, penalties, rules: '{ cumulation: sum }' }, facts)).at(-1)).toBe(
      'total 130.00',
    )
  })

  test('or by the highest, the cut named', () => {
    expect(figuresOf(judgeCase({ targets, penalties, rules: '{ cumulation: max }' }, facts))).toEqual([
      'breach 100.00',
      'breach 30.00',
      'cap cumulation -30.00',
      'total 100.00',
    ])
  })

  test('within the cap of the event', () => {
    const rules = '{ cumulation: sum, cap: { event: { amount: 110.00 } } }'
    expect(figuresOf(judgeCase({ targets, penalties, rules }, facts)).slice(-2)).toEqual([
      'cap event -20.00',
      'total 110.00',
    ])
  })

  test('where the contract does not say, they add up and a finding says so', () => {
    expect(judgeCase({ targets, penalties }, facts).findings.map(({ code }) => code)).toEqual(['cumulation-unstated'])
  })
})

describe('caps', () => {
  const penalties = '{ id: P, for: GTR, base: { amount: 100.00 } }'
  const facts = ['01', '02', '03'].flatMap((month) => monthOf(month, 4, 4))

  test('of the month', () => {
    const rules = '{ cap: { month: { share: 15%, of: monthly-fee } } }'
    expect(figuresOf(judgeCase({ penalties, rules, fees: FEES }, facts)).slice(-2)).toEqual([
      'cap month -250.00',
      'total 150.00',
    ])
  })

  test('of the contract year, over its months; a new one begins on the anniversary', () => {
    const rules = '{ cap: { year: { amount: 500.00 } } }'
    const totals = ['01', '02', '03'].map((month) =>
      figuresOf(judgeCase({ penalties, rules }, facts, `2026-${month}`)).at(-1),
    )
    expect(totals).toEqual(['total 400.00', 'total 100.00', 'total 0.00'])
    const anniversary = { penalties, rules, effectiveFrom: '2025-03-01' }
    expect(figuresOf(judgeCase(anniversary, facts, '2026-03')).at(-1)).toBe('total 400.00')
  })

  test('of the contract, whatever the year', () => {
    const rules = '{ cap: { contract: { amount: 500.00 } } }'
    const anniversary = { penalties, rules, effectiveFrom: '2025-03-01' }
    expect(figuresOf(judgeCase(anniversary, facts, '2026-03')).at(-1)).toBe('total 0.00')
  })

  test('that share a fee without amount: the total is not known', () => {
    const rules = '{ cap: { month: { share: 15%, of: monthly-fee } } }'
    const judged = judgeCase({ penalties, rules }, facts)
    expect([judged.status, judged.total]).toEqual(['fee-missing', null])
  })
})

describe('earn-back, bonus and chronic breach', () => {
  const penalties = '{ id: P, for: GTR, shortfall: { per: point, rounding: full, amount: 10.00 } }'
  const year = [
    ...monthOf('01', 100, 10),
    ...monthOf('02', 100, 15),
    ...['03', '04', '05', '06', '07', '08'].flatMap((month) => monthOf(month, 100, 0)),
  ]

  test('after three met months the latest malus is cancelled, then the one before', () => {
    const rules = '{ earnBack: { after: 3, consecutive: months } }'
    const totals = ['01', '02', '03', '04', '05', '06', '07', '08'].map((month) =>
      figuresOf(judgeCase({ penalties, rules }, year, `2026-${month}`)).at(-1),
    )
    expect(totals).toEqual(
      ['50.00', '100.00', '0.00', '0.00', '-100.00', '0.00', '0.00', '-50.00'].map((amount) => `total ${amount}`),
    )
  })

  test('the met months come after the malus: one of a breach in a met month waits for three more', () => {
    const rules = '{ earnBack: { after: 3, consecutive: months } }'
    const breach = '{ id: P, for: GTR, base: { amount: 10.00 } }'
    const met = ['01', '02', '03', '04', '05', '06'].flatMap((month) => monthOf(month, 100, month === '02' ? 1 : 0))
    const totals = ['02', '03', '04', '05', '06'].map((month) =>
      figuresOf(judgeCase({ penalties: breach, rules }, met, `2026-${month}`)).at(-1),
    )
    expect(totals).toEqual(['10.00', '0.00', '0.00', '-10.00', '0.00'].map((amount) => `total ${amount}`))
  })

  test('a bonus is a negative line, within the monthly cap', () => {
    const bonus = '{ id: P, for: GTR, bonus: { above: 98%, per: point, rounding: full, amount: 30.00 } }'
    const rules = '{ cap: { month: { amount: 50.00 } } }'
    expect(figuresOf(judgeCase({ penalties: bonus, rules }, year))).toEqual([
      'bonus -60.00',
      'cap month 10.00',
      'total -50.00',
    ])
  })

  test('a chronic breach gives a right, as a finding', () => {
    const rules = '{ chronicBreach: { months: 2, consecutive: true, gives: right-to-terminate } }'
    expect(judgeCase({ penalties, rules }, year, '2026-01').findings).toEqual([])
    expect(
      judgeCase({ penalties, rules }, year, '2026-02').findings.map(({ code, message }) => [code, message.fr]),
    ).toEqual([
      ['chronic-breach', 'GTR\u00a0: 2 période(s) manquées de suite\u00a0: le contrat ouvre un droit de résilier.'],
    ])
  })

  test('the dates to claim and to answer, and the terms stated', () => {
    const rules = '{ claimWithin: P30D, observations: P15D, vat: outside, liberating: false, settlement: credit-note }'
    expect(judgeCase({ penalties, rules }, year).terms).toEqual({
      vat: 'outside',
      liberating: false,
      settlement: 'credit-note',
      claimUntil: Date.UTC(2026, 3, 30, 22),
      observationsUntil: Date.UTC(2026, 3, 15, 22),
    })
  })
})

describe('what a month takes from others', () => {
  const perPoint =
    '{ id: P, for: GTR, shortfall: { per: point, rounding: full, amount: 10.00 }, recurrence: [1, 1.5, 2] }'
  const bad = ['01', '02', '03', '04'].flatMap((month) => monthOf(month, 100, 15))

  test('a month that a phase waives leaves the recurrence as it is', () => {
    const phases =
      '{ id: start, from: 2026-01-01, to: 2026-02-01, penalties: waived }, { id: pause, from: 2026-03-01, to: 2026-04-01, penalties: waived }'
    const months = ['01', '02', '03', '04'].map((month) =>
      judgeCase({ penalties: perPoint, phases }, bad, `2026-${month}`),
    )
    expect(months.map(({ total }) => total?.minor)).toEqual([0n, 10_000n, 0n, 15_000n])
    expect(months.map(({ notDue }) => notDue.length)).toEqual([1, 0, 1, 0])
  })

  test('a quarterly rate is sanctioned once, with its quarter', () => {
    const targets = RESTORE.replace('over: month', 'over: quarter')
    const totals = ['01', '02', '03', '04'].map(
      (month) => judgeCase({ targets, penalties: perPoint }, bad, `2026-${month}`).total,
    )
    expect(totals.map((total) => total?.minor)).toEqual([0n, 0n, 10_000n, 0n])
  })

  test('a fee that an earlier month of the year lacks leaves what is left of the cap unknown', () => {
    const penalties = '{ id: P, for: GTR, shortfall: { per: point, rounding: full, share: 1%, of: monthly-fee } }'
    const fees = [{ month: '2026-02', fee: 'monthly-fee', amount: '1000.00' }]
    const capped = judgeCase({ penalties, rules: '{ cap: { year: { amount: 5000.00 } } }' }, bad, '2026-02', { fees })
    expect([capped.status, capped.total]).toEqual(['fee-missing', null])
    expect(judgeCase({ penalties }, bad, '2026-02', { fees }).total?.minor).toBe(10_000n)
  })

  test('clauses are those of the version in force at the end of the month', () => {
    const [first] = penaltyContract({ penalties: perPoint }).versions
    const [dearer] = penaltyContract({ penalties: perPoint.replace('10.00', '20.00') }).versions
    const contract = {
      id: first.id,
      versions: [first, { ...dearer, version: '2', effectiveFrom: '2026-01-31' }] as const,
    }
    const record = recordOf(monthOf('01', 100, 15))
    const reading = readPeriod({ month: '2026-01' }, 'Europe/Paris', record)
    if (!reading.ok) throw new RangeError('no period')
    const evaluation = evaluate({ contract, record, period: reading.period, penalties: {} })
    expect(evaluation.ok && evaluation.assessment.penalties?.total?.minor).toBe(20_000n)
    expect(evaluation.ok && evaluation.assessment.penalties?.lines[0]?.grounds.contractVersion).toBe('2')
  })
})

describe('units of lateness', () => {
  const days = (target: string, late: string) => ({
    targets: `{ id: GTR, measure: restoration, target: ${target} }`,
    penalties: `{ id: P, for: GTR, late: ${late} }`,
  })
  const late = (per: string, rounding: string) => `{ per: ${per}, rounding: ${rounding}, amount: 10.00 }`

  test.each([
    // Due on Tuesday 3 March at 09:00.
    ['{ days: 1 }', 'day', 'started', '2026-03-03T09:00', []],
    ['{ days: 1 }', 'day', 'started', '2026-03-03T09:01', ['lateness 10.00']],
    ['{ days: 1 }', 'day', 'full', '2026-03-04T08:59', ['lateness 0.00']],
    ['{ days: 1 }', 'day', 'full', '2026-03-04T09:00', ['lateness 10.00']],
    ['{ days: 1 }', 'day', 'linear', '2026-03-04T21:00', ['lateness 15.00']],
    ['{ days: 1 }', 'hour', 'started', '2026-03-03T10:30', ['lateness 20.00']],
    ['{ days: 1 }', 'week', 'started', '2026-03-10T09:00', ['lateness 10.00']],
    ['{ days: 1 }', 'week', 'started', '2026-03-10T09:01', ['lateness 20.00']],
    // Due on Friday 6 March at 17:00.
    ['{ workingDays: 4, calendar: business }', 'working-day', 'started', '2026-03-09T09:00', ['lateness 10.00']],
    ['{ workingDays: 4, calendar: business }', 'working-day', 'full', '2026-03-09T16:59', ['lateness 0.00']],
    ['{ workingDays: 4, calendar: business }', 'working-day', 'full', '2026-03-09T17:00', ['lateness 10.00']],
    // Due on Monday 2 March at 13:00, then counted in open hours.
    ['{ hours: 4, calendar: business }', 'hour', 'started', '2026-03-03T09:30', ['lateness 50.00']],
    ['{ hours: 4, calendar: business }', 'day', 'started', '2026-03-06T16:00', ['lateness 20.00']],
    ['{ hours: 4, calendar: business }', 'minute', 'full', '2026-03-02T13:02', ['lateness 20.00']],
  ])('%s, per %s %s, restored %s', (target, per, rounding, restored, lines) => {
    const penalties = judgeCase(days(target, late(per, rounding)), ticketOf('T', '2026-03-02T09:00', restored))
    expect(figuresOf(penalties).slice(0, -1)).toEqual(lines)
  })

  test('a working day on a clock of civil days is no unit: not computable, never a zero', () => {
    const penalties = judgeCase(
      days('{ days: 1 }', late('working-day', 'full')),
      ticketOf('T', '2026-03-02T09:00', '2026-03-09T09:00'),
    )
    expect([penalties.status, penalties.total]).toEqual(['incomplete', null])
    expect(penalties.findings.map(({ code }) => code)).toEqual(['not-computable'])
  })
})

test('a contract without penalties owes nothing; a period that is not made of months is not computed', () => {
  const none = judgeCase({ penalties: '' }, monthOf('03', 4, 4))
  expect([none.status, none.total?.minor]).toEqual(['no-penalty', 0n])
  const odd = judgeCase(
    { penalties: '{ id: P, for: GTR, base: { amount: 1.00 } }' },
    monthOf('03', 4, 4),
    '2026-03-01/2026-03-15',
  )
  expect([odd.status, odd.total]).toEqual(['not-computed', null])
})
