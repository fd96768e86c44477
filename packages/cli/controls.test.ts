import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
scope: { assetClasses: [{ id: server, quantity: 2 }] }
commitments:
  services: [{ id: files, expression: srv }]
  targets:
    - { id: UP, clause: "2.2", measure: availability, service: files, calendar: always, atLeast: 99.5%, over: month, fromIncidents: { when: { priority: P1 } } }
  controls:
    - { id: BACKUP, clause: "2.3", control: backup, population: { assetClass: server }, every: P1D, tolerance: PT26H, atLeast: 98%, unknown: missed }
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-controls-'))
  writeFileSync(file('contract.yaml'), CONTRACT)
  writeFileSync(
    file('events.csv'),
    'ticket,at,event,priority,service\nT,2026-03-10T00:00:00+01:00,reported,P1,files\nT,2026-03-10T06:00:00+01:00,restored,,\n',
  )
  writeFileSync(file('outages.csv'), 'component,from,to,state\nsrv,2026-03-10T04:00:00Z,2026-03-10T08:00:00Z,down\n')
  const nights = Array.from(
    { length: 31 },
    (_, day) => `backup,srv-1,2026-03-${`${day + 1}`.padStart(2, '0')}T02:30:00Z,ok`,
  )
  writeFileSync(
    file('controls.csv'),
    `control,subject,at,result\n${nights.join('\n')}\nbackup,srv-1,2026-03-05T02:00:00Z,peut-être\n`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const facts = () => ['--outages', file('outages.csv'), '--controls', file('controls.csv')]
const measure = (...more: readonly string[]) =>
  runVigie(['measure', file('contract.yaml'), file('events.csv'), '--month', '2026-03', ...more])

it('judges services by the outages of the file and of the incidents, and controls by what the file proves', () => {
  const { status, stdout, stderr } = measure(...facts(), '--json')
  expect(status).toBe(0)
  expect(stderr).toContain('peut-être')
  expect(JSON.parse(stdout).commitments).toMatchObject([
    // 06:00 of restoration and 09:00 of the file overlap for an hour; March has an hour less.
    { id: 'UP', state: 'missed', rate: { denominator: 743 * 3600 }, availability: { downSeconds: 9 * 3600 } },
    { id: 'BACKUP', counted: { met: 31, missed: 31 }, control: { unknown: 31, unnamed: 1, coverage: '50.00' } },
  ])
})

it('says both in plain words', () => {
  const { stdout } = measure(...facts(), '--lang', 'fr')
  expect(stdout).toContain('2.2 UP (files, 2026-03) : manqué')
  expect(stdout).toContain('31 bons, 31 inconnus sur 62')
  expect(stdout).toContain('1 déclarés, sans aucun fait')
})

it('reports them, with the files in the command that gives the report again', () => {
  const { status } = runVigie([
    'report',
    file('contract.yaml'),
    file('events.csv'),
    '--month',
    '2026-03',
    ...facts(),
    '--out',
    file('r.json'),
  ])
  expect(status).toBe(0)
  const report = JSON.parse(readFileSync(file('r.json'), 'utf8'))
  expect(report.services).toMatchObject([{ id: 'UP', state: 'missed' }])
  expect(report.controls).toMatchObject([{ id: 'BACKUP', state: 'missed' }])
  expect(report.fingerprint.command).toContain('--outages outages.csv --controls controls.csv')
})

it('takes the outages of incidents in availability too, where it is given the tickets', () => {
  const down = (...more: readonly string[]) =>
    JSON.parse(
      runVigie(['availability', file('contract.yaml'), file('outages.csv'), '--month', '2026-03', '--json', ...more])
        .stdout,
    )[0].downSeconds
  expect(down()).toBe(4 * 3600)
  expect(down('--events', file('events.csv'))).toBe(9 * 3600)
})
