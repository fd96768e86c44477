import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Registers } from '../registers-schema.ts'
import { registerDeadlines } from './register-deadlines.ts'

const fibre = {
  id: 'fibre',
  label: 'Fibre du siège',
  supplier: 'Opérateur fictif',
  holder: 'client',
  until: '2026-12-31',
  notice: 'P3M',
  renewal: 'tacit',
} as const

function stateOf(contract: Partial<typeof fibre> | Record<string, unknown>, at: string) {
  const registers = { thirdPartyContracts: [{ ...fibre, ...contract }] } as Registers
  const [found] = registerDeadlines(registers, { at })
  return [found?.state, found?.notice?.by, found?.notice?.daysLeft, found?.daysLeft]
}

describe('the last day of notice is the end less the notice, in civil time', () => {
  test.each([
    ['2026-12-31', 'P3M', '2026-09-30'],
    ['2026-05-31', 'P3M', '2026-02-28'],
    ['2028-05-31', 'P3M', '2028-02-29'],
    ['2026-12-31', 'P30D', '2026-12-01'],
    ['2026-03-15', 'P1M10D', '2026-02-05'],
    ['2027-01-01', 'P1Y', '2026-01-01'],
  ])('%s less %s is %s', (until, notice, by) => {
    expect(stateOf({ until, notice }, '2025-01-01')[1]).toBe(by)
  })
})

describe('where an entry stands', () => {
  test.each([
    ['the day before the last day of notice', {}, '2026-09-29', 'soon', 1, 93],
    ['on the last day of notice', {}, '2026-09-30', 'soon', 0, 92],
    ['the day after, tacit renewal can no longer be refused', {}, '2026-10-01', 'notice-passed', -1, 91],
    ['an express one simply goes on to its end', { renewal: 'express' }, '2026-09-30', 'soon', 0, 92],
    ['and is not lost the day after', { renewal: 'express' }, '2026-10-02', 'soon', -2, 90],
    ['90 days before the notice', {}, '2026-07-02', 'soon', 90, 182],
    ['91 days before the notice', {}, '2026-07-01', 'open', 91, 183],
    ['on its last day', { notice: undefined }, '2026-12-31', 'soon', undefined, 0],
    ['past its last day', { renewal: undefined }, '2027-01-01', 'ended', -93, -1],
    ['past it under tacit renewal', {}, '2027-01-01', 'renewed', -93, -1],
  ])('%s', (_, contract, at, state, noticeLeft, left) => {
    expect(stateOf(contract, at)).toEqual([
      state,
      contract && 'notice' in contract ? undefined : '2026-09-30',
      noticeLeft,
      left,
    ])
  })

  test('without an observation there are dates, and no days left', () => {
    const [found] = registerDeadlines({ thirdPartyContracts: [fibre] }, {})
    expect(found).toMatchObject({ state: 'open', until: '2026-12-31', notice: { by: '2026-09-30' } })
    expect(found).not.toHaveProperty('daysLeft')
  })
})

const registers: Registers = {
  applications: [
    { id: 'erp', label: 'ERP', editor: 'Éditeur', owner: 'Direction financière', hosting: 'provider' },
    { id: 'crm', label: 'CRM', editor: 'Éditeur', owner: 'Ventes', hosting: 'saas', supportUntil: '2027-06-30' },
  ],
  thirdPartyContracts: [fibre],
  licences: [{ id: 'office', label: 'Suite bureautique', holder: 'provider', until: '2026-11-30' }],
  warranties: [{ id: 'srv', asset: 'SRV-01', holder: 'client', until: '2026-10-15' }],
  domains: [{ id: 'main', name: 'exemple.fr', holder: 'provider', until: '2026-09-30' }],
  certificates: [{ id: 'web', name: 'www.exemple.fr', holder: 'third-party', until: '2026-09-01' }],
}

test('entries come by the next date that asks for an act, undated ones last', () => {
  expect(registerDeadlines(registers, { at: '2026-08-01' }).map(({ id }) => id)).toEqual([
    'web',
    'main',
    'fibre',
    'srv',
    'office',
    'crm',
    'erp',
  ])
})

test('what the provider holds or hosts is a risk at the exit', () => {
  const risky = registerDeadlines(registers, { at: '2026-08-01' }).filter(({ exitRisk }) => exitRisk)
  expect(risky.map(({ path }) => path)).toEqual([
    'scope.registers.domains[0]',
    'scope.registers.licences[0]',
    'scope.registers.applications[0]',
  ])
})

test('days left and dates agree, whatever the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }), (end, at) => {
      const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10)
      const [found] = registerDeadlines(
        { domains: [{ id: 'd', name: 'd', holder: 'client', until: day(end) }] },
        { at: day(at) },
      )
      expect(found?.daysLeft).toBe(end - at)
      expect(found?.state === 'ended').toBe(end < at)
    }),
  )
})
