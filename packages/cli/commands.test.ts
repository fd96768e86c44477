import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

const contract = 'contracts/small-business/contract.yaml'
let folder: string
let events: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-commands-'))
  const run = runVigie([
    'simulate',
    contract,
    '--from',
    '2026-01-01',
    '--to',
    '2026-04-01',
    '--seed',
    '7',
    '--out',
    folder,
  ])
  expect(run).toMatchObject({ status: 0, stderr: '' })
  events = join(folder, 'events.csv')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('vigie measure', () => {
  const figures = (input?: string, env: Record<string, string> = {}) =>
    runVigie(
      ['measure', contract, input === undefined ? events : '-', '--month', '2026-02', '--json', '--lang', 'fr'],
      {
        env,
        ...(input === undefined ? {} : { input }),
      },
    ).stdout

  it('gives the same bytes twice, with shuffled input, in three zones and locales', () => {
    const expected = figures()
    expect(JSON.parse(expected).commitments.length).toBeGreaterThan(10)
    const [header = '', ...rows] = readFileSync(events, 'utf8')
      .trimEnd()
      .split(/\n(?=T-)/)
    const shuffled = rows.map((row, i) => [(i * 7919) % rows.length, row] as const).sort(([a], [b]) => a - b)
    expect(figures([header, ...shuffled.map(([, row]) => row)].join('\n'))).toBe(expected)
    for (const [TZ, LANG] of [
      ['Asia/Tokyo', 'de_DE.UTF-8'],
      ['America/Los_Angeles', 'tr_TR.UTF-8'],
      ['Europe/Paris', 'C'],
    ] as const) {
      expect(figures(undefined, { TZ, LANG, LC_ALL: LANG })).toBe(expected)
    }
  })

  it('writes one row for every clock that it counts', () => {
    const tickets = join(folder, 'tickets.csv')
    const run = runVigie(['measure', contract, events, '--month', '2026-02', '--json', '--tickets', tickets])
    const rows = readFileSync(tickets, 'utf8')
      .split('\n')
      .map((row) => row.split(',')[1])
    const judged: { id: string; counted: Record<string, number>; small?: { joined: string[] } }[] = JSON.parse(
      run.stdout,
    ).commitments
    const ownPeriod = judged.filter(({ small }) => !small?.joined.length)
    expect(ownPeriod.length).toBeGreaterThan(10)
    for (const { id, counted } of ownPeriod) {
      expect(rows.filter((row) => row === id).length, id).toBe(
        Object.values(counted).reduce((sum, count) => sum + count, 0),
      )
    }
  })

  it('writes no cell that a spreadsheet would run', () => {
    const tickets = join(folder, 'inert.csv')
    const input = `ticket,at,event,kind,priority,site\n=1+1,2026-02-02T09:00:00Z,reported,incident,P3,@SUM(A1)\n`
    expect(runVigie(['measure', contract, '-', '--json', '--tickets', tickets], { input }).status).toBe(0)
    expect(readFileSync(tickets, 'utf8')).toMatch(/\n'=1\+1,.*,'@SUM\(A1\),/)
  })

  it('explains one ticket, its ledger summing to what is counted', () => {
    const run = runVigie(['measure', contract, events, '--ticket', 'T-00005', '--ledger', '--json'])
    const { ticket, measures } = JSON.parse(run.stdout)
    expect(ticket).toBe('T-00005')
    expect(measures.length).toBeGreaterThan(0)
    for (const measure of measures) {
      const ledger: { kind: string; seconds: number; from: string; to: string }[] = measure.ledger
      expect(
        ledger.filter(({ kind }) => kind === 'counted').reduce((sum, { seconds }) => sum + seconds, 0),
      ).toBeCloseTo(measure.counted, 3)
      expect(ledger.slice(1).map(({ from }) => from)).toEqual(ledger.slice(0, -1).map(({ to }) => to))
    }
  })

  it('says an unknown ticket, and ends with 2', () => {
    expect(runVigie(['measure', contract, events, '--ticket', 'NOPE', '--lang', 'en'])).toMatchObject({
      status: 2,
      stdout: '',
    })
  })

  it('says a fault in the language of the contract, then in French', () => {
    const english = join(folder, 'english.yaml')
    writeFileSync(english, readFileSync(contract, 'utf8').replace('language: fr', 'language: en'))
    expect(runVigie(['measure', english, 'nowhere.csv']).stderr).toMatch(/no such file/)
    expect(runVigie(['measure', 'nowhere.yaml', 'nowhere.csv']).stderr).toMatch(/introuvable/)
    expect(runVigie(['measure', english, 'nowhere.csv'], { env: { VIGIE_LANG: 'fr' } }).stderr).toMatch(/introuvable/)
    expect(runVigie(['measure', english, 'nowhere.csv', '--lang', 'en'], { env: { VIGIE_LANG: 'fr' } }).stderr).toMatch(
      /no such file/,
    )
  })

  it.each([
    ['fr', /Prise en compte/],
    ['en', /KPIs/],
  ])('speaks %s', (language, expected) => {
    expect(runVigie(['measure', contract, events, '--month', '2026-02', '--lang', language]).stdout).toMatch(expected)
  })
})

describe('vigie import', () => {
  const mapping = `vigie-mapping: 1
shape: snapshots
timeZone: Europe/Paris
dateFormat: DD/MM/YYYY HH:mm
missing: ["?"]
ticket: number
at: updated
order: [count]
state: state
states: { New: reported, Active: acknowledged, Waiting: { paused: waiting-client }, Done: resolved }
once: { reported: opened }
columns: { priority: priority }
`
  const log = `number,updated,count,state,opened,priority
I1,05/10/2026 09:10,1,New,05/10/2026 09:00,P3
I1,05/10/2026 09:30,2,Active,05/10/2026 09:00,P3
I1,05/10/2026 10:00,3,Waiting,05/10/2026 09:00,P3
I1,05/10/2026 11:00,4,Active,05/10/2026 09:00,P2
I1,05/10/2026 12:00,5,Done,05/10/2026 09:00,P2
I1,05/10/2026 12:30,6,Lost,05/10/2026 09:00,P2
`

  it('gives events that measure accepts, and counts what it rejects with its line', () => {
    const path = join(folder, 'mapping.yaml')
    writeFileSync(path, mapping)
    const imported = runVigie(['import', path, '-', '--lang', 'en'], { input: log })
    expect(imported.status).toBe(0)
    expect(imported.stderr).toMatch(/-:7: .*Lost/)
    expect(imported.stderr).toMatch(/6 rows read: 5 used.* 1 rejected/)
    const measured = runVigie(['measure', contract, '-', '--json'], { input: imported.stdout })
    expect(measured).toMatchObject({ status: 0 })
    expect(JSON.parse(measured.stdout).volumes.resolved).toBe(1)
    expect(runVigie(['import', path, '-', '--strict'], { input: log }).status).toBe(1)
  })
})

describe('vigie time', () => {
  it('answers line by line, in order, whatever each line is', () => {
    const calendar = { timeZone: 'Europe/Paris', weekly: { fri: ['08:30-18:00'], mon: ['08:30-18:00'] } }
    const lines = [
      JSON.stringify({ id: 1, calendar, op: 'add', start: '2026-11-13T16:30:00+01:00', seconds: 8 * 3600 }),
      'not json',
      JSON.stringify({
        id: 'b',
        calendar,
        op: 'between',
        start: '2026-11-16T18:00:00+01:00',
        end: '2026-11-13T16:30:00+01:00',
      }),
      JSON.stringify({
        id: 3,
        calendar: { timeZone: 'Europe/Paris', weekly: {} },
        op: 'add',
        start: '2026-11-13T16:30:00+01:00',
        seconds: 1,
      }),
    ]
    const run = runVigie(['time', '--lang', 'en'], { input: `${lines.join('\r\n')}\n` })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const answers = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers[0]).toEqual({ id: 1, instant: '2026-11-16T14:00:00.000Z' })
    expect(answers[1]).toMatchObject({ id: null, error: { code: expect.any(String) } })
    expect(answers[2]).toEqual({ id: 'b', seconds: -11 * 3600 })
    expect(answers[3]).toMatchObject({ id: 3, error: { code: 'never-opens' } })
  })
})

describe('vigie report', () => {
  it('writes every format asked, all from one model', () => {
    const outs = ['pdf', 'html', 'xlsx', 'json'].map((extension) => join(folder, `report.${extension}`))
    const run = runVigie(['report', contract, events, '--month', '2026-02', ...outs.flatMap((path) => ['--out', path])])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const starts = outs.map((path) => readFileSync(path).subarray(0, 4).toString('latin1'))
    expect(starts).toEqual(['%PDF', expect.stringMatching(/^<!/), 'PK\u0003\u0004', expect.stringMatching(/^\{/)])
  })
})

describe('help', () => {
  it.each(['lint', 'time', 'import', 'measure', 'availability', 'report', 'simulate'])(
    'of %s exists in French and English',
    (name) => {
      const [french, english] = (['fr', 'en'] as const).map((language) =>
        runVigie([name, '--help', '--lang', language]),
      )
      expect(french).toMatchObject({ status: 0, stderr: '' })
      expect(english).toMatchObject({ status: 0, stderr: '' })
      expect(french?.stdout).not.toBe(english?.stdout)
    },
  )
})
