import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

let folder: string
const file = (name: string) => join(folder, name)

const CONTRACT = `
vigie: 1
contract: { id: C, timeZone: Europe/Paris, language: fr, effectiveFrom: 2026-01-01 }
calendars: { always: { timeZone: Europe/Paris, weekly: always } }
commitments:
  services: [{ id: files, expression: srv }]
  targets:
    - { id: GTR, clause: "2.1", measure: restoration, target: { hours: 4, calendar: always } }
    - { id: UP, clause: "2.2", measure: availability, service: files, calendar: always, atLeast: 99.5%, over: month }
  penalties:
    - { id: LATE, clause: "3.1", for: GTR, late: { per: hour, rounding: started, share: 2%, of: monthly-fee } }
    - { id: DOWN, clause: "3.2", for: UP, tiers: [{ below: 99.5%, share: 10%, of: monthly-fee }] }
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-penalties-'))
  writeFileSync(file('contract.yaml'), CONTRACT)
  writeFileSync(
    file('events.csv'),
    'ticket,at,event\nT,2026-03-10T00:00:00+01:00,reported\nT,2026-03-10T06:12:00+01:00,restored\n',
  )
  writeFileSync(file('fees.csv'), 'month,fee,amount\n2026-03,monthly-fee,1000.00\n')
  writeFileSync(file('outages.csv'), 'component,from,to,state\nsrv,2026-03-10T00:00:00Z,2026-03-11T00:00:00Z,down\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

function measure(...more: readonly string[]) {
  return runVigie(['measure', file('contract.yaml'), file('events.csv'), '--month', '2026-03', ...more])
}

it('computes penalties from the fees and the outages given', () => {
  const run = measure('--json', '--fees', file('fees.csv'), '--outages', file('outages.csv'))
  const { penalties } = JSON.parse(run.stdout)
  expect(run.status).toBe(0)
  expect(penalties).toMatchObject({ status: 'computed', currency: 'EUR', total: '160.00', incurred: '160.00' })
  expect(penalties.lines.map((line: { penalty: string; amount: string }) => [line.penalty, line.amount])).toEqual([
    ['LATE', '60.00'],
    ['DOWN', '100.00'],
  ])
})

it('without a fee says which one is missing, and makes no zero of it', () => {
  const { penalties } = JSON.parse(measure('--json', '--lang', 'en').stdout)
  expect(penalties).toMatchObject({ status: 'fee-missing', total: null })
  expect(penalties.findings[0]).toEqual({
    code: 'fee-missing',
    clause: '3.1',
    message: 'The fee "monthly-fee" has no amount in that month: the share has no base.',
  })
})

it('shows each amount with the way to it', () => {
  const { stdout } = measure('--fees', file('fees.csv'), '--outages', file('outages.csv'))
  expect(stdout).toContain('retard\u00a0: 2,2 heure(s), compté 3 (toute unité entamée compte)')
  expect(stdout).toMatch(/total +160,00\u00a0€/)
})
