import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

const folder = mkdtempSync(join(tmpdir(), 'vigie-deadlines-'))
const path = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
/** Output with plain spaces: dates are written with unbreakable ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const head = 'id: CTR, title: Contrat, timeZone: Europe/Paris, effectiveFrom: 2026-01-01'
const contract = path(
  'contract.yaml',
  `vigie: 1
contract: { ${head}, term: { initial: P36M, renewal: { mode: tacit, for: P12M }, notice: P3M } }
exit: { opensBeforeEnd: P2M, price: included, planUpdatedOn: 2026-01-15, triggers: [breach, insolvency, partial], acceptance: [{ id: a, criterion: x }] }
governance: { roles: [{ id: client-lead, party: client }], committees: [{ id: copil, every: "FREQ=MONTHLY;BYDAY=2TU;BYHOUR=10", chair: client-lead, minutesDue: { days: 5 } }] }
`,
)

afterAll(() => rmSync(folder, { recursive: true }))

describe('vigie deadlines', () => {
  it('refuses a span that is empty', () => {
    const { status, stdout, stderr } = runVigie(['deadlines', contract, '--from', '2027-01-01', '--to', '2026-01-01'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--to 2026-01-01 : un jour après --from 2027-01-01 est attendu')
  })

  it('tells the last day to refuse renewal, in words and as data', () => {
    const { status, stdout, stderr } = runVigie(['deadlines', contract])
    expect([status, stderr]).toEqual([0, ''])
    expect(plain(stdout)).toMatch(/30 septembre 2028 .*refuser la reconduction tacite du 1er janvier 2029/)
    const document = JSON.parse(runVigie(['deadlines', contract, '--json', '--lang', 'en']).stdout)
    expect(document).toMatchObject({ contract: { id: 'CTR', version: '1' }, timeZone: 'Europe/Paris' })
    expect(document.deadlines.find((one: { kind: string }) => one.kind === 'refuse-renewal')).toEqual({
      kind: 'refuse-renewal',
      date: '2028-09-30',
      term: 1,
      path: 'contract.term.notice',
      label: 'Last day to refuse the tacit renewal of 1\u00a0January\u00a02029',
    })
  })

  it('keeps to a span, and shows what comes back every month where it is asked', () => {
    const span = ['--from', '2028-10-01', '--to', '2028-12-01']
    const kinds = (...words: readonly string[]) =>
      JSON.parse(runVigie(['deadlines', contract, ...span, '--json', ...words]).stdout).deadlines.map(
        ({ kind, date, at }: { kind: string; date: string; at?: string }) => [kind, date, at],
      )
    expect(kinds()).toEqual([['exit-opens', '2028-11-01', undefined]])
    expect(kinds('--recurring')).toEqual([
      ['committee', '2028-10-10', '2028-10-10T08:00:00.000Z'],
      ['exit-opens', '2028-11-01', undefined],
      ['committee', '2028-11-14', '2028-11-14T09:00:00.000Z'],
    ])
    expect(runVigie(['deadlines', contract, '--from', '2030-01-02']).stdout).toContain('Aucune échéance')
  })

  it('refuses what is no date', () => {
    const { status, stderr } = runVigie(['deadlines', contract, '--to', '2028-02-30'])
    expect(status).toBe(2)
    expect(stderr).toContain('--to')
  })
})

describe('vigie lint', () => {
  const broken = `vigie: 1
contract: { ${head} }
exit: { planUpdatedOn: 2026-01-15, triggers: [breach, insolvency, partial], acceptance: [{ id: a, criterion: x }] }
`
  const accepted = `${broken}accepted: [{ rule: RV07, reason: négocié à part, until: 2026-06-30 }]\n`

  it('an accepted error is told and does not count', () => {
    expect(runVigie(['lint', path('broken.yaml', broken)]).status).toBe(1)
    const { status, stdout } = runVigie(['lint', path('accepted.yaml', accepted)])
    expect(status).toBe(0)
    expect(plain(stdout)).toMatch(/accepté RV07 exit[\s\S]*accepté jusqu’au 30 juin 2026 : négocié à part/)
    expect(stdout).toContain('0 erreur(s), 0 autre(s) constat(s), 1 accepté(s)')
  })

  it('past its last day it counts again, and says so', () => {
    const file = path('accepted.yaml', accepted)
    const { status, stdout } = runVigie(['lint', file, '--at', '2026-07-01', '--json', '--lang', 'en'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject([
      { rule: 'RV07', severity: 'error', accepted: { until: '2026-06-30', expired: true } },
    ])
    expect(plain(runVigie(['lint', file, '--at', '2026-07-01']).stdout)).toContain(
      'acceptation expirée le 30 juin 2026',
    )
  })
})
