import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('notices', () => {
  const NOTICES = 'at,act,penalty,month,party\n'
  const march = (at: string, ...more: readonly string[]) =>
    measure(
      '--json',
      '--lang',
      'en',
      '--fees',
      file('fees.csv'),
      '--at',
      at,
      ...(more.includes('--notices') ? [] : ['--notices', file('notices.csv')]),
      ...more,
    )
  const required = CONTRACT.replace(
    '  penalties:',
    '  penaltyRules: { clause: "3.9", putOnNotice: required, claimWithin: P30D, observations: P15D }\n  penalties:',
  )
  beforeAll(() => {
    writeFileSync(file('contract.yaml'), required)
    writeFileSync(file('notices.csv'), `${NOTICES}2026-04-10T09:00:00+02:00,notice,LATE,2026-03,client\n`)
  })
  afterAll(() => writeFileSync(file('contract.yaml'), CONTRACT))

  it('an amount is calculable until the notice, and incurred from then on', () => {
    const before = JSON.parse(march('2026-04-10T08:59:59+02:00').stdout).penalties
    expect(before).toMatchObject({ total: '60.00', incurred: '0.00', lines: [{ due: 'calculable' }] })
    expect(before.months[0].claimedAt).toBeUndefined()
    const after = JSON.parse(march('2026-04-10T09:00:00+02:00').stdout).penalties
    expect(after).toMatchObject({ total: '60.00', incurred: '60.00', lines: [{ due: 'due' }] })
    expect(after.months).toMatchObject([
      {
        period: '2026-03',
        claimUntil: '2026-04-30T22:00:00.000Z',
        claimedAt: '2026-04-10T07:00:00.000Z',
        observationsUntil: '2026-04-25T07:00:00.000Z',
      },
    ])
    expect(after.lines[0].chain.slice(-2).map(({ message }: { message: string }) => message)).toEqual([
      'incurred: notice given on 2026-04-10 09:00',
      'claimed on 2026-04-10 09:00, in time (until 2026-05-01 00:00)',
    ])
  })

  it('a notice out of time is shown as such', () => {
    writeFileSync(file('late.csv'), `${NOTICES}2026-05-02T09:00:00+02:00,,,,\n`)
    const { penalties } = JSON.parse(march('2026-06-01T00:00:00+02:00', '--notices', file('late.csv')).stdout)
    expect(penalties.findings.map(({ code }: { code: string }) => code)).toContain('claimed-late')
  })

  it('rows that are no act are rejected with line and reason; a file that is none is refused', () => {
    writeFileSync(file('bad.csv'), `${NOTICES}2026-02-30T09:00:00Z,,,,\n2026-04-10T09:00:00Z,threat,,,\n`)
    const bad = march('2026-06-01T00:00:00+02:00', '--notices', file('bad.csv'))
    expect(bad.status).toBe(0)
    expect(bad.stderr).toMatch(/2.*2026-02-30/)
    expect(bad.stderr).toMatch(/3.*threat/)
    expect(march('2026-06-01T00:00:00+02:00', '--notices', file('bad.csv'), '--strict').status).toBe(1)
    writeFileSync(file('none.csv'), 'month;fee\n')
    expect(march('2026-06-01T00:00:00+02:00', '--notices', file('none.csv'))).toMatchObject({ status: 2, stdout: '' })
  })

  it('count in the report and in a backtest alike', () => {
    writeFileSync(
      file('amendment.yaml'),
      `vigie: 1
amends: C
number: 1
effectiveFrom: 2027-01-01
signedOn: 2026-12-01
summary: Deux heures de plus
changes:
  - { op: test, path: /commitments/targets/0/id, value: GTR }
  - { op: replace, path: /commitments/targets/0/target/hours, value: 6 }
`,
    )
    const facts = ['--month', '2026-03', '--at', '2026-06-01T00:00:00+02:00', '--fees', file('fees.csv')]
    const noticed = [...facts, '--notices', file('notices.csv'), '--json']
    const report = JSON.parse(runVigie(['report', file('contract.yaml'), file('events.csv'), ...noticed]).stdout)
    expect(report.penalties).toMatchObject({ total: '60.00', incurred: '60.00' })
    const words = ['backtest', file('contract.yaml'), file('amendment.yaml'), file('events.csv'), ...noticed]
    const { penalties, cost } = JSON.parse(runVigie(words).stdout)
    expect(penalties.before).toMatchObject({ total: '60.00', incurred: '60.00' })
    expect(penalties.after).toMatchObject({ total: '20.00', incurred: '20.00' })
    expect(cost.total).toEqual({
      fees: { before: '1000.00', after: '1000.00' },
      penalties: { before: '60.00', after: '20.00' },
      net: { before: '940.00', after: '980.00' },
    })
  })

  it('are sealed with the record, and verify computes with them', () => {
    const keys = file('keys')
    const { verifiers } = JSON.parse(runVigie(['key', 'provider.example', '--out', keys, '--json']).stdout)
    const seal = [
      'seal',
      file('contract.yaml'),
      file('events.csv'),
      '--month',
      '2026-03',
      '--at',
      '2026-06-01T00:00:00+02:00',
      '--fees',
      file('fees.csv'),
      '--notices',
      file('notices.csv'),
      '--key',
      join(keys, 'provider.example.key.pem'),
      '--name',
      'provider.example',
      '--out',
      file('sealed'),
    ]
    expect(runVigie(seal)).toMatchObject({ status: 0, stderr: '' })
    const lines = readFileSync(join(file('sealed'), 'notices.jsonl'), 'utf8')
    expect(JSON.parse(lines)).toMatchObject({ act: 'notice', penalty: 'LATE', month: '2026-03' })
    expect(JSON.parse(readFileSync(join(file('sealed'), 'figures.json'), 'utf8')).measure.penalties.incurred).toBe(
      '60.00',
    )
    expect(runVigie(['verify', file('sealed'), '--verifier', verifiers.seal]).status).toBe(0)
    writeFileSync(join(file('sealed'), 'notices.jsonl'), lines.replace('2026-04-10', '2026-04-11'))
    const broken = runVigie(['verify', file('sealed'), '--verifier', verifiers.seal, '--lang', 'en'])
    expect(broken.status).toBe(1)
    expect(`${broken.stdout}${broken.stderr}`).toContain('notices.jsonl')
  })
})

describe('without a month', () => {
  it.each([
    ['fr', /2026-02 : la période n’en tient que la partie/],
    ['en', /2026-02: the period holds only its part from 2026-02-15 00:00 to 2026-03-01 00:00/],
  ])('judges every whole month of the span, month by month, and says which is not: %s', (language, partial) => {
    const words = ['measure', file('contract.yaml'), file('events.csv'), '--from', '2026-02-15', '--to', '2026-05-01']
    const given = ['--fees', file('fees.csv'), '--lang', language]
    const { penalties } = JSON.parse(runVigie([...words, ...given, '--json']).stdout)
    expect(penalties.total).toBe('60.00')
    expect(penalties.months.map(({ period, total }: { period: string; total: string }) => [period, total])).toEqual([
      ['2026-03', '60.00'],
      ['2026-04', '0.00'],
    ])
    expect(penalties.lines.map(({ period }: { period: string }) => period)).toEqual(['2026-03'])
    expect(penalties.partialMonths).toMatchObject([
      { month: '2026-02', from: '2026-02-14T23:00:00.000Z', to: '2026-02-28T23:00:00.000Z' },
    ])
    const text = runVigie([...words, ...given]).stdout
    expect(text.replaceAll('\u00a0', ' ')).toMatch(partial)
    expect(text).toMatch(/2026-03 +.*60.00/)
  })

  it('judges nothing of a span without a whole month, and says so', () => {
    const run = runVigie(['measure', file('contract.yaml'), file('events.csv'), '--json', '--lang', 'en'])
    const { penalties } = JSON.parse(run.stdout)
    expect(penalties).toMatchObject({ status: 'not-computed', lines: [], capLines: [], total: null, months: [] })
    expect(penalties.partialMonths).toMatchObject([{ month: '2026-03' }])
  })
})

it('shows each amount with the way to it', () => {
  const { stdout } = measure('--fees', file('fees.csv'), '--outages', file('outages.csv'))
  expect(stdout).toContain('retard\u00a0: 2,2 heure(s), compté 3 (toute unité entamée compte)')
  expect(stdout).toMatch(/total +160,00\u00a0€/)
})
