import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

const sha256 = 'ab'.repeat(32)
const contract = `vigie: 1
contract:
  id: CTR-T
  title: Contrat transcrit
  timeZone: Europe/Paris
  effectiveFrom: 2026-01-01
  authority: { transcription: { file: signe.pdf, sha256: "${sha256}", signedOn: 2025-12-01 } }
  term: { initial: P36M, renewal: { mode: tacit, for: P12M }, notice: P3M }
calendars:
  always: { timeZone: Europe/Paris, weekly: always }
scope:
  assetClasses: [{ id: pc, label: PC }]
  rules: [{ id: R, clause: "1.1", then: included }]
commitments:
  targets:
    - { id: R1, clause: "2.1", measure: resolution, target: { hours: 4, calendar: always }, compliance: { atLeast: 90%, over: month } }
    - { id: A1, clause: "2.2", measure: availability, service: mail, calendar: always, atLeast: 99%, over: month }
  services: [{ id: mail, expression: mail-1 }]
  penalties: [{ id: P, clause: "2.3", for: R1, base: { amount: 50 } }]
clauses:
  "2.1": { page: 7, quote: résolu en quatre heures }
  "2.3": { page: 9 }
`
const folder = mkdtempSync(join(tmpdir(), 'vigie-transcription-'))
const path = (name: string, text?: string) => {
  const file = join(folder, name)
  if (text !== undefined) writeFileSync(file, text)
  return file
}
const file = path('contract.yaml', contract)
const events = path(
  'events.csv',
  'ticket,at,event\nT-1,2026-02-02T10:00:00+01:00,reported\nT-1,2026-02-03T17:00:00+01:00,resolved\n',
)
const outages = path(
  'outages.csv',
  'component,from,to,state\nmail-1,2026-02-01T00:00:00+01:00,2026-03-01T00:00:00+01:00,up\n',
)
const inventory = path('inventory.csv', 'asset,at,event,assetClass\nPC-1,2026-01-15,added,pc\n')
const month = ['--month', '2026-02']

afterAll(() => rmSync(folder, { recursive: true }))

describe('every output of a transcription says that the signed document prevails', () => {
  it.each([
    ['lint', file],
    ['lint', file, '--json'],
    ['measure', file, events, ...month],
    ['measure', file, events, ...month, '--json'],
    ['measure', file, events, '--ticket', 'T-1'],
    ['measure', file, events, '--ticket', 'T-1', '--json'],
    ['next', file, events],
    ['next', file, events, '--json'],
    ['availability', file, outages, ...month],
    ['availability', file, outages, ...month, '--json'],
    ['scope', file],
    ['scope', file, '--json'],
    ['scope', file, '--ask', 'assetClass=pc'],
    ['scope', file, '--matrix'],
    ['scope', file, '--tickets', events],
    ['scope', file, '--tickets', events, '--json'],
    ['inventory', file, inventory],
    ['inventory', file, inventory, '--json'],
    ['deadlines', file],
    ['deadlines', file, '--json'],
    ['registers', file],
    ['diff', file, file],
    ['diff', file, file, '--json'],
  ])('vigie %s', (...words) => {
    const { stdout, stderr } = runVigie([...words, '--lang', 'en'])
    expect(`${stdout}${stderr}`).toMatch(new RegExp(`signe.pdf.*${sha256}.*prevails`))
  })

  it.each(['report.html', 'report.json'])('vigie report --out %s', (name) => {
    const out = path(name)
    runVigie(['report', file, events, ...month, '--out', out, '--lang', 'en'])
    const text = readFileSync(out, 'utf8')
    expect(text).toMatch(new RegExp(`signe.pdf.*${sha256}.*prevails`))
    expect(text).toContain('résolu en quatre heures')
  })
})

it('a figure cites the page and the words of its clause in the signed document', () => {
  const { stdout } = runVigie(['measure', file, events, ...month, '--json'])
  const document = JSON.parse(stdout)
  expect(document.contract.signedDocument).toEqual({ file: 'signe.pdf', sha256, signedOn: '2025-12-01' })
  const [resolution, availability] = document.commitments
  expect(resolution.source).toEqual({ file: 'signe.pdf', page: 7, quote: 'résolu en quatre heures' })
  expect(availability).not.toHaveProperty('source')
  expect(document.penalties.lines[0].source).toEqual({ file: 'signe.pdf', page: 9 })
  expect(runVigie(['measure', file, events, ...month]).stdout).toContain('2.1 (p. 7)')
})

it('a contract that is no transcription says nothing of it', () => {
  const own = path('own.yaml', contract.replace(/ {2}authority: .*\n/, ''))
  const { stdout } = runVigie(['measure', own, events, ...month, '--json'])
  expect(stdout).not.toMatch(/prévaut|signedDocument|signe\.pdf/)
  expect(JSON.parse(stdout).commitments[0].source).toEqual({ page: 7, quote: 'résolu en quatre heures' })
})
