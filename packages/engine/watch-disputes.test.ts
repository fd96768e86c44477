import { chapter, commitment, compliance, contractOf, hours, recordOf, versionsOf, workingDays } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant } from './base/instant.ts'
import {
  assessmentJson,
  type ContractHistory,
  type DisputeLine,
  type EventRow,
  evaluate,
  watchTickets,
} from './index.ts'

const target = commitment('RES', 'resolution', hours(4, 'desk'))
const rules = { claimWithin: workingDays(10, 'desk'), answerWithin: workingDays(10, 'desk') }
const contractWith = (silence: 'claim-lapsed' | 'claim-accepted', more: Parameters<typeof compliance>[1] = {}) =>
  versionsOf(
    contractOf({
      ...chapter([{ ...target, compliance: compliance(90, more) }], { reopen: { within: 'P5D', mode: 'resume' } }),
      disputes: { ...rules, silence },
    }),
  )
const contract = contractWith('claim-lapsed')
const at = instantOf('2026-12-15T00:00:00Z')

type Life = { readonly day: number; readonly late: boolean; readonly acts: readonly Act[] }
type Act = {
  readonly event: 'contested' | 'answered' | 'excluded'
  readonly party: 'client' | 'provider'
  readonly word: string
  readonly after: number
}

const act = (party: fc.Arbitrary<'client' | 'provider'>): fc.Arbitrary<Act> =>
  fc.record({
    event: fc.constantFrom('contested', 'answered', 'excluded'),
    party,
    word: fc.constantFrom('accepted', 'refused', 'withdrawn', 'perhaps'),
    after: fc.integer({ min: 1, max: 30 }),
  })
const anyParty = fc.constantFrom('client' as const, 'provider' as const)
const lives = (party: fc.Arbitrary<'client' | 'provider'>) =>
  fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 60 }),
      late: fc.boolean(),
      acts: fc.array(act(party), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )

test('contesting, answering and excluding by one party change no byte of the figures', () => {
  fc.assert(
    fc.property(
      anyParty.chain((excluding) => fc.tuple(fc.constant(excluding), lives(anyParty))),
      ([side, all]) => {
        const rows = rowsOf(all).filter((row) => row.event !== 'excluded' || row.party === side)
        const plain = rows.filter(({ event }) => event === 'reported' || event === 'resolved')
        expect(figuresOf(contract, rows)).toBe(figuresOf(contract, plain))
      },
    ),
    { numRuns: 60 },
  )
})

test('each effect is that of an evaluation of the window: as it is, and with the exclusion recorded by both', () => {
  const small = { minimumCount: 4, small: 'carry-over' } as const
  fc.assert(
    fc.property(fc.constantFrom(contract, contractWith('claim-lapsed', small)), lives(anyParty), (history, all) => {
      const rows = rowsOf(all)
      for (const line of disputesOf(history, rows)) {
        const { window, now, ifAccepted } = line
        if (window === undefined) continue
        expect(now).toEqual(rateOf(history, rows, window))
        const instant = formatInstant(at - 1)
        const consent = (['client', 'provider'] as const).map(
          (party): EventRow => ({ ticket: line.ticket, at: instant, event: 'excluded', commitment: 'RES', party }),
        )
        expect(ifAccepted).toEqual(rateOf(history, [...rows, ...consent], window))
      }
    }),
    { numRuns: 40 },
  )
})

test('the order of the facts in the file never matters', () => {
  fc.assert(
    fc.property(lives(anyParty), fc.integer({ min: 1, max: 97 }), (all, step) => {
      const rows = rowsOf(all)
      const shuffled = rows
        .map((row, index) => [(index * step) % 101, row] as const)
        .sort(([a], [b]) => a - b)
        .map(([, row]) => row)
      expect(disputesOf(contract, shuffled)).toEqual(disputesOf(contract, rows))
    }),
    { numRuns: 40 },
  )
})

test('an exclusion by both never adds a met measure, and takes at most its own', () => {
  fc.assert(
    fc.property(lives(anyParty), (all) => {
      for (const { now, ifAccepted } of disputesOf(contract, rowsOf(all))) {
        const [met, kept] = [now?.rate?.numerator ?? 0, ifAccepted?.rate?.numerator ?? 0]
        expect(met - kept === 0 || met - kept === 1).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

describe('one miss of two, contested by the provider', () => {
  const rows = rowsOf([
    { day: 0, late: true, acts: [{ event: 'contested', party: 'provider', word: '', after: 1 }] },
    { day: 0, late: false, acts: [] },
  ])
  test('would leave 100 % if accepted, and stays at 50 % meanwhile', () => {
    expect(disputesOf(contract, rows, instantOf('2026-10-10T00:00:00Z'))).toMatchObject([
      {
        ticket: 'T-0',
        claimedBy: 'provider',
        state: 'claimed',
        measureState: 'missed',
        window: { label: '2026-10' },
        now: { rate: { numerator: 1, denominator: 2, percent: '50.00' }, state: 'missed' },
        ifAccepted: { rate: { numerator: 1, denominator: 1, percent: '100.00' }, state: 'met' },
        ifRefused: { rate: { numerator: 1, denominator: 2, percent: '50.00' }, state: 'missed' },
      },
    ])
  })

  const excluding: EventRow = {
    ticket: 'T-0',
    at: '2026-10-07T10:00:00Z',
    event: 'excluded',
    commitment: 'RES',
    party: 'provider',
  }
  const reminder: EventRow = {
    ticket: 'T-0',
    at: '2026-10-09T10:00:00Z',
    event: 'contested',
    commitment: 'RES',
    party: 'provider',
  }
  test.each([
    ['lapses by silence', 'claim-lapsed', [excluding, reminder], '50.00'],
    ['is not excluded by silence without a reminder', 'claim-accepted', [excluding], '50.00'],
    ['is not excluded by silence where nobody recorded the exclusion', 'claim-accepted', [reminder], '50.00'],
    [
      'is excluded by silence where the contract says so, recorded and reminded',
      'claim-accepted',
      [excluding, reminder],
      '100.00',
    ],
  ] as const)('%s', (_, silence, more, percent) => {
    const own = contractWith(silence)
    const [line] = disputesOf(own, [...rows, ...more])
    expect(line?.now?.rate?.percent).toBe(percent)
    expect(line?.now).toEqual(rateOf(own, [...rows, ...more], line?.window ?? october))
  })

  test('is listed in the month of its figure and of its acts, and as long as it is open', () => {
    const listed = (from: string, to: string, observed: string) => {
      const period = { from: instantOf(from), to: instantOf(to), label: 'asked' }
      return disputesOf(contract, rows, instantOf(observed), period).length
    }
    expect(listed('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-12-15T00:00:00Z')).toBe(1)
    expect(listed('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', '2026-12-15T00:00:00Z')).toBe(0)
    expect(listed('2026-09-01T00:00:00Z', '2026-10-01T00:00:00Z', '2026-10-08T00:00:00Z')).toBe(1)
  })
})

test('a commitment that does not measure the ticket is contested about nothing', () => {
  const rows: EventRow[] = [
    { ticket: 'T', at: '2026-10-05T08:00:00Z', event: 'reported' },
    { ticket: 'T', at: '2026-10-05T09:00:00Z', event: 'contested', commitment: 'NOPE', party: 'client' },
  ]
  const [line] = disputesOf(contract, rows)
  expect(line).toMatchObject({ commitment: 'NOPE', clause: 'NOPE' })
  expect(line?.now).toBeUndefined()
  expect(line?.because.map(({ code }) => code)).toContain('no-measure')
})

test('an observation past the years that zones know is no fault', () => {
  const rows = rowsOf([{ day: 0, late: true, acts: [{ event: 'contested', party: 'provider', word: '', after: 1 }] }])
  expect(disputesOf(contract, rows, instantOf('2150-01-01T00:00:00Z'))).toMatchObject([{ state: 'lapsed' }])
})

const october = { from: instantOf('2026-09-30T22:00:00Z'), to: instantOf('2026-10-31T23:00:00Z'), label: '2026-10' }

function disputesOf(
  history: ContractHistory,
  rows: readonly EventRow[],
  observed = at,
  period = { from: instantOf('2026-09-01T00:00:00Z'), to: at, label: 'all' },
): readonly DisputeLine[] {
  const record = recordOf(rows)
  const { onTicket, result } = watchTickets({ contract: history, record, period, at: observed })
  const evaluation = evaluate({ contract: history, record, period, at: observed, onTicket })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return result().disputes
}

function rateOf(history: ContractHistory, rows: readonly EventRow[], period: typeof october) {
  const evaluation = evaluate({ contract: history, record: recordOf(rows), period, at })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  const [result] = evaluation.assessment.commitments
  return { rate: result?.rate ?? null, state: result?.state }
}

function figuresOf(history: ContractHistory, rows: readonly EventRow[]): string {
  const evaluation = evaluate({ contract: history, record: recordOf(rows), period: october, at, previous: 1 })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  const {
    fingerprint: _,
    warnings: __,
    ...figures
  } = assessmentJson(evaluation.assessment, 'en') as Record<string, unknown>
  return JSON.stringify(figures)
}

/** Tickets of weekday mornings, resolved in an hour or after ten. */
function rowsOf(all: readonly Life[]): EventRow[] {
  return all.flatMap(({ day, late, acts }, number) => {
    const ticket = `T-${number}`
    const start = instantOf('2026-10-05T07:00:00Z') + day * 86_400_000
    const stop = start + (late ? 26 : 1) * 3_600_000
    return [
      { ticket, at: formatInstant(start), event: 'reported' },
      { ticket, at: formatInstant(stop), event: 'resolved' },
      ...acts.map(({ event, party, word, after }, index) => ({
        ticket,
        at: formatInstant(stop + after * 86_400_000 + index * 1000),
        event,
        party,
        commitment: 'RES',
        ...(event === 'answered' ? { reason: word } : {}),
      })),
    ]
  })
}

function instantOf(text: string): number {
  const instant = parseInstant(text)
  if (typeof instant !== 'number') throw new RangeError(text)
  return instant
}
