import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

const contract = 'contracts/small-business/contract.yaml'
let folder: string
let events: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-disputes-'))
  events = join(folder, 'events.csv')
  const span = ['--from', '2026-01-01', '--to', '2027-01-01', '--seed', '1']
  expect(runVigie(['simulate', contract, ...span, '--out', folder]).status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('vigie measure, over the demonstration year', () => {
  it('gives each dispute with its effect, and each finding with its evidence', () => {
    const { disputes, findings, commitments } = JSON.parse(
      runVigie(['measure', contract, events, '--month', '2026-10', '--json', '--lang', 'en']).stdout,
    )
    expect(disputes.map(({ ticket }: { ticket: string }) => ticket)).toEqual(['T-01084', 'T-01123'])
    expect(disputes[0]).toMatchObject({
      commitment: 'REQUEST-RESOLUTION',
      claimedBy: 'client',
      answerDue: '2026-10-26T17:00:00.000Z',
      window: '2026-10',
      measureState: 'met',
    })
    // A met measure less, in the rate that the commitment shows.
    const { rateNow, rateIfAccepted } = disputes[0]
    expect(rateNow).toEqual(commitments.find(({ id }: { id: string }) => id === 'REQUEST-RESOLUTION').rate)
    expect(rateIfAccepted).toMatchObject({ numerator: rateNow.numerator - 1, denominator: rateNow.denominator - 1 })
    expect(findings.map(({ code }: { code: string }) => code)).toContain('pause-before-deadline')
    for (const { count, of, cases } of findings) {
      expect(count).toBeLessThanOrEqual(of)
      for (const one of cases) expect(one.events.length).toBeGreaterThan(0)
    }
  })

  it('gives the amounts of each dispute as evaluations with and without it would', () => {
    const { disputes, penalties } = JSON.parse(
      runVigie([
        'measure',
        contract,
        events,
        '--month',
        '2026-08',
        '--at',
        '2026-11-01T00:00:00+01:00',
        '--json',
        '--lang',
        'en',
      ]).stdout,
    )
    const [dispute] = disputes.filter(({ ticket }: { ticket: string }) => ticket === 'T-00889')
    expect(dispute).toMatchObject({
      state: 'excluded',
      penaltyNow: penalties.total,
      penaltyIfAccepted: penalties.total,
    })
    const rows = readFileSync(events, 'utf8').split('\n')
    const refused = join(folder, 'refused.csv')
    const isConsent = (row: string) => row.startsWith('T-00889,') && row.includes('excluded')
    writeFileSync(refused, rows.filter((row) => !isConsent(row)).join('\n'))
    const other = JSON.parse(
      runVigie(['measure', contract, refused, '--month', '2026-08', '--at', '2026-11-01T00:00:00+01:00', '--json'])
        .stdout,
    )
    expect(dispute.penaltyIfRefused).toBe(other.penalties.total)
    expect(Number(dispute.penaltyIfRefused)).toBeGreaterThan(Number(dispute.penaltyIfAccepted))
    expect(dispute.penalties.onlyIfRefused.lines[0].chain.length).toBeGreaterThan(2)
  })

  it.each([
    [
      'fr',
      /Effet des contestations sur les pénalités\n.*\n? *T-00889 P3-RESOLUTION\n.*si la mesure compte .*€, si elle est exclue/,
    ],
    [
      'en',
      /Effect of disputes on penalties\n.*\n? *T-00889 P3-RESOLUTION\n.*if the measure counts €.*, if it is excluded €/,
    ],
  ])('says the effect on the amounts in %s', (language, expected) => {
    const { stdout } = runVigie([
      'measure',
      contract,
      events,
      '--month',
      '2026-08',
      '--at',
      '2026-11-01T00:00:00+01:00',
      '--lang',
      language,
    ])
    expect(stdout).toMatch(expected)
  })

  it.each([
    ['fr', /Contestations .*\n.*si acceptée/, /À examiner \(des constats/],
    ['en', /Disputes .*\n.*if accepted/, /To be looked at \(observations/],
  ])('says both in %s', (language, disputes, findings) => {
    const { stdout } = runVigie(['measure', contract, events, '--month', '2026-10', '--lang', language])
    expect(stdout).toMatch(disputes)
    expect(stdout).toMatch(findings)
  })
})
