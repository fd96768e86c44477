import { monthOf, type PenaltyTermsOfCase, penaltyContract, recordOf } from '@vigie/testkit'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMinor, type Money } from '../base/money.ts'
import type { Replay } from '../contract/read-replay.ts'
import { evaluate } from '../evaluate.ts'
import type { PenaltyFacts } from '../penalty-facts.ts'
import { readPeriod } from '../period.ts'
import { backtest } from './backtest.ts'
import type { CostLine } from './replay-cost.ts'

const PENALTY = '{ id: P, for: GTR, shortfall: { per: point, rounding: full, share: 1%, of: monthly-fee } }'
const fees = (amount: string, more = '') =>
  `{ monthly-fee: { amount: ${amount} }, annual-fee: { times: 12, of: monthly-fee }${more} }`
/** 85 % for a target of 95 %: ten points each month. */
const rows = [...monthOf('01', 100, 15), ...monthOf('02', 100, 15), ...monthOf('03', 100, 0)]

/** The second contract from the first day of January on, as `readReplay` would make it. */
function replayOf(before: PenaltyTermsOfCase, after: PenaltyTermsOfCase): Replay {
  const contract = penaltyContract(before)
  const [old] = contract.versions
  const [given] = penaltyContract(after).versions
  const amended = { ...given, version: '1+1' }
  return {
    contract,
    amended: { id: old.id, versions: [amended] },
    amendment: { number: 1, effectiveFrom: '2027-01-01', signedOn: '2026-12-01' },
    from: '2026-01-01',
    replaced: [{ before: old, after: amended }],
    notes: [],
  }
}

function replayed(
  before: PenaltyTermsOfCase,
  after: PenaltyTermsOfCase,
  penalties: PenaltyFacts = {},
  span: readonly [string, string] = ['2026-01-01', '2026-04-01'],
) {
  const record = recordOf(rows)
  const reading = readPeriod({ from: span[0], to: span[1] }, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError('no period')
  const result = backtest({ replay: replayOf(before, after), record, period: reading.period, penalties })
  if (!result.ok) throw new RangeError(result.issues[0].message.en)
  const { cost } = result.backtest
  if (cost === undefined) throw new RangeError('no cost')
  return { ...result.backtest, cost, record, period: reading.period }
}

const text = (money: Money | null) => (money === null ? null : formatMinor(money.minor))
const said = ({ fees: owed, penalties, net }: CostLine) =>
  [owed, penalties, net].map(({ before, after }) => `${text(before)} → ${text(after)}`)

const base = { penalties: PENALTY, fees: fees('1000.00') }

describe('the cost of an amendment', () => {
  test('a dearer fee: fees, the penalties that share it, and what is left, month by month and in all', () => {
    const { cost } = replayed(base, { ...base, fees: fees('1200.00') })
    expect(cost.months.map((month) => [month.month, ...said(month)])).toEqual([
      ['2026-01', '1000.00 → 1200.00', '100.00 → 120.00', '900.00 → 1080.00'],
      ['2026-02', '1000.00 → 1200.00', '100.00 → 120.00', '900.00 → 1080.00'],
      ['2026-03', '1000.00 → 1200.00', '0.00 → 0.00', '1000.00 → 1200.00'],
    ])
    expect(said(cost.total)).toEqual(['3000.00 → 3600.00', '200.00 → 240.00', '2800.00 → 3360.00'])
    expect(cost.fees.map(({ fee, counted }) => [fee, counted])).toEqual([
      ['annual-fee', false],
      ['monthly-fee', true],
    ])
  })

  test('a stricter target alone: the fees stay, the penalties follow', () => {
    const stricter = penaltyTarget('97%')
    const { cost } = replayed(base, { ...base, targets: stricter })
    expect(said(cost.total)).toEqual(['3000.00 → 3000.00', '200.00 → 240.00', '2800.00 → 2760.00'])
    expect(cost.fees.map(({ fee }) => fee)).toEqual(['monthly-fee'])
  })

  test('a fee that the amendment adds is owed with it alone', () => {
    const { cost } = replayed(base, { ...base, fees: fees('1000.00', ', on-call: { amount: 150.00 }') })
    expect(said(cost.total)[0]).toBe('3000.00 → 3450.00')
    expect(cost.months.map((month) => said(month)[0])).toEqual(Array(3).fill('1000.00 → 1150.00'))
  })

  test('amounts stated by facts hold without the amendment; with it, where it leaves the fee alone', () => {
    const facts = { fees: [{ month: '2026-02', fee: 'monthly-fee', amount: '1100.00' }] }
    const changed = replayed(base, { ...base, fees: fees('1200.00') }, facts)
    expect(said(changed.cost.months[1] as CostLine)).toEqual([
      '1100.00 → 1200.00',
      '110.00 → 120.00',
      '990.00 → 1080.00',
    ])
    expect(changed.notes.map(({ en }) => en)).toEqual([
      'The amendment changes monthly-fee: the amounts stated by facts hold without it, those of the amendment with it.',
    ])
    const kept = replayed(base, { ...base, targets: penaltyTarget('97%') }, facts)
    expect(said(kept.cost.months[1] as CostLine)[0]).toBe('1100.00 → 1100.00')
    expect(kept.notes).toEqual([])
  })

  test('a fee without amount leaves fees and net unknown, the penalties of the clause too', () => {
    const none = { penalties: PENALTY }
    const { cost } = replayed(none, base)
    expect(said(cost.months[0] as CostLine)).toEqual(['null → 1000.00', 'null → 100.00', 'null → 900.00'])
    expect(said(cost.total)).toEqual(['null → 3000.00', 'null → 200.00', 'null → 2800.00'])
  })

  test('a contract without penalties owes none', () => {
    const { cost } = replayed({ penalties: '', fees: fees('1000.00') }, base)
    expect(said(cost.total)).toEqual(['3000.00 → 3000.00', '0.00 → 200.00', '3000.00 → 2800.00'])
  })

  test('months of which the period holds a part are left out; without a whole one nothing is added up', () => {
    const cut = replayed(base, { ...base, fees: fees('1200.00') }, {}, ['2026-01-10', '2026-03-10']).cost
    expect(cut.months.map(({ month }) => month)).toEqual(['2026-02'])
    const none = replayed(base, base, {}, ['2026-01-10', '2026-02-10']).cost
    expect([none.months, said(none.total)]).toEqual([[], ['null → null', 'null → null', 'null → null']])
  })
})

test('law: both sides are plain evaluations, net is fees less penalties, and what changes nothing costs nothing', () => {
  const amount = fc.integer({ min: 1, max: 9999 }).map((whole) => `${whole}.00`)
  const side = fc.record({ fee: amount, target: fc.integer({ min: 80, max: 100 }) })
  const termsOf = ({ fee, target }: { readonly fee: string; readonly target: number }) => ({
    penalties: PENALTY,
    fees: fees(fee),
    targets: penaltyTarget(`${target}%`),
  })
  fc.assert(
    fc.property(side, side, (one, other) => {
      const { cost, record, period, replay } = replayed(termsOf(one), termsOf(other))
      const plain = [replay.contract, replay.amended].map((contract) => {
        const evaluation = evaluate({ contract, record, period, penalties: {} })
        return evaluation.ok ? evaluation.assessment.penalties : undefined
      })
      expect(cost.months.map(({ penalties }) => [penalties.before, penalties.after])).toEqual(
        cost.months.map((_, index) => plain.map((penalties) => penalties?.months[index]?.total)),
      )
      expect([cost.total.penalties.before, cost.total.penalties.after]).toEqual(
        plain.map((penalties) => penalties?.total),
      )
      for (const line of [...cost.months, cost.total]) {
        for (const when of ['before', 'after'] as const) {
          expect(line.net[when]?.minor).toBe((line.fees[when]?.minor ?? 0n) - (line.penalties[when]?.minor ?? 0n))
        }
      }
      const same = replayed(termsOf(one), termsOf(one)).cost
      for (const line of [...same.months, same.total]) {
        for (const amounts of [line.fees, line.penalties, line.net]) expect(amounts.after).toEqual(amounts.before)
      }
    }),
    { numRuns: 20 },
  )
})

function penaltyTarget(atLeast: string): string {
  return `{ id: GTR, clause: "2.1", measure: restoration, target: { hours: 4, calendar: always }, compliance: { atLeast: ${atLeast}, over: month } }`
}
