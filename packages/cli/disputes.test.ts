import { mkdtempSync, rmSync } from 'node:fs'
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
    const { disputes, findings } = JSON.parse(
      runVigie(['measure', contract, events, '--month', '2026-10', '--json', '--lang', 'en']).stdout,
    )
    expect(disputes.map(({ ticket }: { ticket: string }) => ticket)).toEqual(['T-01084', 'T-01123'])
    expect(disputes[0]).toMatchObject({
      commitment: 'REQUEST-RESOLUTION',
      claimedBy: 'client',
      answerDue: '2026-10-26T17:00:00.000Z',
      window: '2026-10',
      rateNow: { numerator: 43, denominator: 44, percent: '97.73' },
      rateIfAccepted: { numerator: 42, denominator: 43, percent: '97.67' },
    })
    expect(findings.map(({ code }: { code: string }) => code)).toContain('pause-before-deadline')
    for (const { count, of, cases } of findings) {
      expect(count).toBeLessThanOrEqual(of)
      for (const one of cases) expect(one.events.length).toBeGreaterThan(0)
    }
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
