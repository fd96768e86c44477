import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

const model = 'contracts/small-business/contract.yaml'
const draft = `vigie: 1
amends: CTR-CHANTELUNE
number: 1
effectiveFrom: 2027-01-01
signedOn: 2026-12-01
summary: Résolution d'un P3 en quatre heures
changes:
  - { op: test, path: /commitments/targets/7/id, value: P3-RESOLUTION }
  - { op: replace, path: /commitments/targets/7/target/hours, value: 4 }
`
const period = ['--from', '2026-01-01', '--to', '2026-04-01']
let folder: string
let events: string
let amendment: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-backtest-'))
  events = join(folder, 'events.csv')
  amendment = join(folder, 'draft.yaml')
  writeFileSync(amendment, draft)
  const run = runVigie(['simulate', model, ...period, '--seed', '7', '--out', folder])
  expect(run).toMatchObject({ status: 0, stderr: '' })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('vigie backtest', () => {
  it('gives the figures of measure before, those of the amended contract after, and every flip', () => {
    const flips = join(folder, 'flips.csv')
    const run = runVigie(['backtest', model, amendment, events, ...period, '--json', '--lang', 'en', '--out', flips])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const replay = JSON.parse(run.stdout)
    expect(replay.amendment).toMatchObject({ number: 1, replayedFrom: '2026-01-01', effectiveFrom: '2027-01-01' })
    expect(replay.changes).toMatchObject([{ clause: '2.8', path: 'commitments.targets[P3-RESOLUTION].target' }])

    const amended = join(folder, 'amended')
    mkdirSync(join(amended, 'amendments'), { recursive: true })
    cpSync(model, join(amended, 'contract.yaml'))
    const first = readFileSync(model, 'utf8').replace('target: { hours: 16,', 'target: { hours: 4,')
    writeFileSync(join(amended, 'contract.yaml'), first)
    const measure = (contract: string) =>
      JSON.parse(runVigie(['measure', contract, events, ...period, '--json', '--lang', 'en']).stdout)
    type Counted = { id: string; counted: unknown; rate: unknown; state: string }
    const counts = (all: Counted[]) => all.map(({ id, counted, rate, state }) => ({ id, counted, rate, state }))
    const side = (name: 'before' | 'after') => replay.commitments.map((one: Record<string, Counted>) => one[name])
    expect(counts(side('before'))).toEqual(counts(measure(model).commitments))
    expect(counts(side('after'))).toEqual(counts(measure(join(amended, 'contract.yaml')).commitments))

    expect(replay.flips.length).toBe(replay.misses.after - replay.misses.before)
    expect(replay.flips.length).toBeGreaterThan(0)
    const rows = readFileSync(flips, 'utf8').trimEnd().split('\n')
    expect(rows.length).toBe(replay.flips.length + 1)
    expect(rows[0]).toMatch(/^ticket,measure,cycle,commitmentBefore,/)
    expect(replay.penalties.before).toEqual(measure(model).penalties)
    expect(replay.penalties.after.total).toBe(measure(join(amended, 'contract.yaml')).penalties.total)
  })

  it('prices the amendment month by month: penalties, fees, what is left', () => {
    const dearer = join(folder, 'dearer.yaml')
    writeFileSync(
      dearer,
      draft
        .replace(/changes:[\s\S]*/, 'changes:\n')
        .concat('  - { op: replace, path: /evolution/pricing/fees/monthly-fee/amount, value: 3500.00 }\n'),
    )
    const words = ['backtest', model, dearer, events, ...period]
    const { cost, penalties } = JSON.parse(runVigie([...words, '--json', '--lang', 'en']).stdout)
    expect(cost.months.map(({ month }: { month: string }) => month)).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(cost.total.fees).toEqual({ before: '9813.00', after: '10500.00' })
    expect(cost.total.penalties).toEqual({ before: penalties.before.total, after: penalties.after.total })
    const french = runVigie([...words, '--lang', 'fr']).stdout
    expect(french).toMatch(/mois +pénalités +redevances +net \(redevances − pénalités\)/)
    expect(french).toMatch(/2026-02 .*3\u202f271,00\u00a0€ → 3\u202f500,00\u00a0€/)
    expect(french).toMatch(/monthly-fee +2026-01 – 2026-03 +3\u202f271,00\u00a0€ → 3\u202f500,00\u00a0€/)
    expect(runVigie([...words, '--lang', 'en']).stdout).toMatch(/total +.*€9,813\.00 → €10,500\.00/)
  })

  it.each([
    ['fr', /Rejoué comme s’il était en vigueur dès le 2026-01-01/],
    ['en', /Replayed as if in force from 2026-01-01/],
  ])('says in %s that the amendment’s own date plays no part', (language, expected) => {
    const run = runVigie(['backtest', model, amendment, events, ...period, '--lang', language])
    expect(run.status).toBe(0)
    expect(run.stdout).toMatch(expected)
    expect(run.stdout).toMatch(/P3-RESOLUTION .* → /)
  })

  it('finds a target that measure confirms', () => {
    const run = runVigie([
      'backtest',
      model,
      events,
      ...period,
      '--search',
      'P3-RESOLUTION',
      '--share',
      '80%',
      '--json',
    ])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const { found, unit, curve } = JSON.parse(run.stdout)
    expect(unit).toBe('minutes')
    expect(Number(found.percent)).toBeGreaterThanOrEqual(80)
    expect(curve.length).toBeGreaterThan(10)
    const rateWith = (minutes: number) => {
      const path = join(folder, `with-${minutes}.yaml`)
      writeFileSync(path, readFileSync(model, 'utf8').replace('target: { hours: 16,', `target: { minutes: ${minutes},`))
      const { commitments } = JSON.parse(runVigie(['measure', path, events, ...period, '--json']).stdout)
      return Number(commitments.find(({ id }: { id: string }) => id === 'P3-RESOLUTION').rate.percent)
    }
    expect(rateWith(found.target)).toBe(Number(found.percent))
    expect(rateWith(found.target - 1)).toBeLessThan(80)
  })

  it.each([
    [['backtest', model, 'events'], /AMENDMENT|--search/],
    [['backtest', model, 'draft', 'events', '--share', '95%'], /--search/],
    [['backtest', model, 'events', '--search', 'NOPE'], /NOPE/],
    [['backtest', model, 'events', '--search', 'P3-RESOLUTION', '--share', '120%'], /120%/],
    [['backtest', model, 'events', 'events'], /./],
  ])('refuses %j in one line or more, with 2', (words, expected) => {
    const names: Record<string, string> = { events, draft: amendment }
    const run = runVigie([...words.map((word) => names[word] ?? word), '--lang', 'en'])
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(expected)
    expect(run.stderr).not.toMatch(/\.ts:|at Object|internal error/)
  })
})

describe('vigie diff', () => {
  it('says what changes between two files, in two languages and as JSON, and ends with 0', () => {
    const other = join(folder, 'other.yaml')
    writeFileSync(other, readFileSync(model, 'utf8').replace('target: { hours: 16,', 'target: { hours: 12,'))
    const french = runVigie(['diff', model, other, '--lang', 'fr'])
    expect(french).toMatchObject({ status: 0, stderr: '' })
    expect(french.stdout.replaceAll('\u00a0', ' ')).toMatch(
      /Engagement 2\.8 \(P3-RESOLUTION\) : le délai passe de 16 h à 12 h/,
    )
    expect(runVigie(['diff', model, other, '--lang', 'en']).stdout).toMatch(/1 difference\n/)
    const { changes } = JSON.parse(runVigie(['diff', model, other, '--json']).stdout)
    expect(changes).toMatchObject([
      { kind: 'changed', clause: '2.8', before: { seconds: 57_600 }, after: { seconds: 43_200 } },
    ])
    expect(runVigie(['diff', model, model, '--lang', 'en']).stdout).toMatch(/No difference/)
  })

  it('compares two versions of one contract', () => {
    const amended = join(folder, 'versions')
    mkdirSync(join(amended, 'amendments'), { recursive: true })
    cpSync(model, join(amended, 'contract.yaml'))
    writeFileSync(join(amended, 'amendments', '01-p3.yaml'), draft)
    const contract = join(amended, 'contract.yaml')
    for (const words of [[contract], [contract, '--versions', '1,2']]) {
      const run = runVigie(['diff', ...words, '--json'])
      expect(run.status).toBe(0)
      const paths = JSON.parse(run.stdout).changes.map(({ path }: { path: string }) => path)
      expect(paths).toContain('commitments.targets[P3-RESOLUTION].target')
      expect(paths).toContain('version')
    }
    expect(runVigie(['diff', contract, '--versions', '1,9'])).toMatchObject({ status: 2, stdout: '' })
    expect(runVigie(['diff', model])).toMatchObject({ status: 2, stdout: '' })
  })
})
