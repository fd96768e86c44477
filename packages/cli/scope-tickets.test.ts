import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

const contract = 'contracts/fifty-seats/contract.yaml'
const events = join(mkdtempSync(join(tmpdir(), 'vigie-scope-')), 'events.csv')
writeFileSync(
  events,
  `ticket,at,event,kind,priority,assetClass,mode
A,2026-03-02T09:00:00+01:00,reported,incident,P3,workstation,onsite
B,2026-03-03T09:00:00+01:00,reported,incident,P3,workstation,onsite
C,2026-03-04T09:00:00+01:00,reported,incident,P3,server,onsite
D,2026-03-05T09:00:00+01:00,reported,incident,P3,printer,remote
E,2026-04-05T09:00:00+02:00,reported,incident,P3,drone,remote
`,
)

describe('vigie scope --tickets', () => {
  test('says by clause what the scope answers, and the visit that is beyond the quota, with its price', () => {
    const run = runVigie(['scope', contract, '--tickets', events, '--month', '2026-03'])
    expect(run.status).toBe(0)
    const said = run.stdout.replaceAll('\u00a0', ' ')
    expect(said).toContain('le périmètre décide 4 tickets sur 4 (100,00 %)')
    expect(said).toContain('à la charge d’un tiers : Loueur des imprimantes (clause 1.3)')
    expect(said).toMatch(/2026-03 {2}clause 1\.2 : déplacements 3 \/ 2 ; 1 .*Heure sur site au-delà du forfait.* : C/)
  })

  test('without a period, all of them; what it cannot decide is named', () => {
    const run = runVigie(['scope', contract, '--lang', 'en', '--tickets', events])
    expect(run.stdout).toContain('4 of 5 tickets (80.00%)')
    expect(run.stdout).toMatch(/1 {2}.*: E$/m)
  })

  test('as one JSON document', () => {
    const run = runVigie(['scope', contract, '--json', '--tickets', events, '--month', '2026-03'])
    expect(JSON.parse(run.stdout)).toMatchObject({
      tickets: 4,
      decided: 4,
      percent: '100.00',
      quotas: [{ window: '2026-03', used: 3, beyond: ['C'], countBeyond: 1 }],
    })
  })

  test('no period and no fact: wrong usage', () => {
    const empty = join(mkdtempSync(join(tmpdir(), 'vigie-scope-')), 'empty.csv')
    writeFileSync(empty, 'ticket,at,event\n')
    expect(runVigie(['scope', contract, '--tickets', empty])).toMatchObject({ status: 2, stdout: '' })
  })
})
