import { recordOf, shuffled } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContract } from './contract/read-contract.ts'
import { coverTickets } from './cover-tickets.ts'
import { readPeriod } from './period.ts'
import type { EventRow } from './record/event-columns.ts'

const source = `
vigie: 1
contract: { id: C, timeZone: Europe/Paris, effectiveFrom: 2026-01-01 }
scope:
  assetClasses: [{ id: server }, { id: printer }, { id: badge }]
  modes: [{ id: remote }, { id: onsite }]
  rules:
    - { id: R1, clause: "1.1", when: { assetClass: server, mode: remote }, then: included }
    - { id: R2, clause: "1.2", when: { assetClass: server, mode: onsite }, then: included, quota: { count: 2, over: month, unit: visit, beyond: { then: on-demand, price: VISIT } } }
    - { id: R3, clause: "1.3", when: { assetClass: printer }, then: third-party, by: Lessor }
evolution: { pricing: { items: [{ id: VISIT, price: 90.00 }] } }
`
const reading = readContract(source)
if (!reading.ok) throw new RangeError(JSON.stringify(reading.issues))
const contract = reading.history

function cover(facts: readonly EventRow[], month = '2026-03') {
  const record = recordOf(facts)
  const period = readPeriod({ month }, 'Europe/Paris', record)
  if (!period.ok) throw new RangeError(period.issues[0].message.en)
  return coverTickets({ contract, record, period: period.period, at: period.period.to })
}

const reported = (ticket: string, day: string, columns: EventRow): EventRow => {
  return { ticket, at: `2026-${day}T09:00:00+01:00`, event: 'reported', ...columns }
}
const visit = { assetClass: 'server', mode: 'onsite' }

describe('the scope applied to the tickets of a period', () => {
  test('counts by clause, the decided ones over all', () => {
    const facts = [
      reported('A', '03-02', { assetClass: 'server', mode: 'remote' }),
      reported('B', '03-03', { assetClass: 'server' }),
      reported('C', '03-04', { assetClass: 'printer' }),
      reported('D', '03-05', { assetClass: 'printer', mode: 'onsite' }),
      reported('E', '03-06', { assetClass: 'badge' }),
      reported('F', '02-27', { assetClass: 'printer' }),
    ]
    expect(cover(facts)).toMatchObject({
      tickets: 5,
      decided: 4,
      answers: [
        { outcome: 'included', rule: 'R1', count: 2, tickets: ['A', 'B'] },
        { outcome: 'third-party', rule: 'R3', clause: '1.3', by: 'Lessor', count: 2, tickets: ['C', 'D'] },
        { outcome: 'gap', rule: null, count: 1, tickets: ['E'] },
      ],
      quotas: [],
    })
  })

  test('two visits a month are included; the third, by the order of reports, is on demand at its price', () => {
    const facts = [
      reported('Z', '03-02', visit),
      reported('Y', '03-10', visit),
      reported('A', '03-20', visit),
      reported('B', '03-25', { assetClass: 'server', mode: 'remote' }),
      reported('C', '02-20', visit),
    ]
    const { quotas } = cover(facts)
    expect(quotas).toMatchObject([
      { rule: 'R2', clause: '1.2', window: { label: '2026-03' }, used: 3, countBeyond: 1, beyond: ['A'] },
    ])
    expect(quotas[0]?.quota.beyond).toMatchObject({ price: 'VISIT' })
  })

  test('no ticket, no answer', () => {
    expect(cover([reported('F', '02-27', visit)])).toEqual({ tickets: 0, decided: 0, answers: [], quotas: [] })
  })

  test('law: every ticket of the period has one answer, whatever the order of the facts', () => {
    const assetClass = fc.constantFrom('server', 'printer', 'badge', 'drone')
    const mode = fc.constantFrom('remote', 'onsite')
    const columns = fc.record({ assetClass, mode }, { requiredKeys: [] })
    fc.assert(
      fc.property(fc.array(fc.tuple(columns, fc.integer({ min: 1, max: 31 })), { maxLength: 30 }), (list) => {
        const facts = list.map(([columns, day], index) =>
          reported(`T${index}`, `03-${String(day).padStart(2, '0')}`, columns as EventRow),
        )
        if (facts.length === 0) return
        const covered = cover(facts)
        expect(covered.tickets).toBe(facts.length)
        expect(covered.answers.reduce((sum, { count }) => sum + count, 0)).toBe(facts.length)
        const visits = list.filter(([one]) => one.assetClass === 'server' && one.mode === 'onsite').length
        expect(covered.quotas.reduce((sum, { countBeyond }) => sum + countBeyond, 0)).toBe(Math.max(0, visits - 2))
        expect(cover([...shuffled(facts, 7)])).toEqual(covered)
      }),
    )
  })
})
