import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

let folder: string
let contract: string

const contractText = `vigie: 1
contract: { id: CTR-PARC, timeZone: Europe/Paris, effectiveFrom: 2026-01-01 }
scope:
  assetClasses:
    - { id: workstation, label: Postes, quantity: 3, asOf: 2026-01-01, source: inventory, billedBy: PC }
    - { id: printer, label: Imprimantes, quantity: 1, asOf: 2026-01-01, source: inventory }
  drift: { measuredOn: last-day-of-month, band: 5%, step: 1 }
  interventions: [{ id: support }, { id: maintenance }]
  rules:
    - { id: A, when: { assetClass: workstation }, then: included }
    - { id: B, when: { assetClass: printer, intervention: support }, then: included }
  registers:
    thirdPartyContracts:
      - { id: fibre, label: Fibre du siège, supplier: Opérateur fictif, holder: client, until: 2026-12-31, notice: P3M, renewal: tacit, monthlyCost: 89.00 }
    domains: [{ id: main, name: exemple.fr, holder: provider, until: 2026-11-20 }]
evolution: { pricing: { items: [{ id: PC, label: Poste, per: month, price: 42.00 }] } }
`

const january = `"Nom";"Statut";"Numéro de série";"Type";"Lieu"
"PC-01";"En service";"SN-0001";"Laptop";"Siège"
"PC-02";"En service";"SN-0002";"Laptop";"Siège"
"PC-03";"En service";"SN-0003";"Laptop";"Siège"
"IMP-1";"En service";"SN-9001";"Imprimante";"Siège"
`
const october = `"Nom";"Statut";"Numéro de série";"Type";"Lieu"
"PC-01";"En service";"SN-0001";"Laptop";"Siège"
"PC-02";"En service";"SN-0002";"Laptop";"Agence"
"PC-04";"En service";"SN-0004";"Laptop";"Siège"
"IMP-1";"En service";"SN-9001";"Imprimante";"Siège"
"";"En service";"SN-9999";"Laptop";"Siège"
`
const invoice = `month,item,asset,serial
2026-10,PC,pc01.corp.exemple.fr,
2026-10,PC,PC-02,
2026-10,PC,PC-03,SN0003
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-inventory-'))
  contract = file('contract.yaml', contractText)
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('an inventory, from two exports to its differences in money', () => {
  const facts = () => join(folder, 'inventory.csv')

  it('imports the first export', () => {
    const run = runVigie(
      ['import', '--preset', 'glpi', '-', '--at', '2026-01-01', '--out', facts(), '--json', '--lang', 'en'],
      { input: january },
    )
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(run.stdout)).toMatchObject({ counts: { in: 4, assets: 4 }, events: { added: 4 } })
  })

  it('adds what the next one changes, and says which row it rejects', () => {
    const words = ['import', '--preset', 'glpi', '-', '--at', '2026-10-31', '--previous', facts(), '--out', facts()]
    const run = runVigie([...words, '--lang', 'en'], { input: october })
    expect(run).toMatchObject({ status: 0, stdout: '' })
    expect(run.stderr).toMatch(/-:6: "Nom \/ Name .*" is missing/)
    expect(run.stderr).toMatch(/1 added, 0 changed, 1 moved, 1 gone, 2 unchanged/)
    const rows = readFileSync(facts(), 'utf8').trimEnd().split('\n')
    expect(rows.slice(5).map((row) => row.split(',').slice(0, 3).join(' '))).toEqual([
      'IMP-1 2026-10-30T23:00:00.000Z seen',
      'PC-01 2026-10-30T23:00:00.000Z seen',
      'PC-02 2026-10-30T23:00:00.000Z moved',
      'PC-03 2026-10-30T23:00:00.000Z removed',
      'PC-04 2026-10-30T23:00:00.000Z added',
    ])
  })

  it('compares it with the contract and the invoice', () => {
    const out = join(folder, 'differences.csv')
    const words = ['inventory', contract, facts(), '--invoice', file('invoice.csv', invoice), '--at', '2026-10-31']
    const run = runVigie([...words, '--out', out, '--json'])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const document = JSON.parse(run.stdout)
    expect(document).toMatchObject({
      at: '2026-10-31T22:59:59.999Z',
      contract: { id: 'CTR-PARC', version: '1' },
      month: '2026-10',
      totals: { overbilled: '42.00', unbilled: '0.00', uncovered: '42.00', gone: '0.00' },
      coverage: { units: 4, decided: 3, percent: '75.00' },
    })
    expect(document.coverage.undecided).toEqual([
      { assetClass: 'printer', site: 'Siège', open: ['gap'], units: 1, assets: ['IMP-1'] },
    ])
    const verdicts = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => /^([\w-]+),(?:"[^"]*"|[^,]*),([^,]*)/.exec(row))
      .map((found) => `${found?.[2]} ${found?.[1]}`)
    expect(verdicts).toEqual([
      'asset verdict',
      'IMP-1 agreed',
      'PC-01 agreed',
      'PC-02 agreed',
      'PC-03 billed-missing',
      'PC-04 seen-not-covered',
    ])
  })

  it.each([
    ['fr', /facturé, introuvable +workstation +1 +42,00\u00a0€ +PC-03/],
    ['en', /billed, not found +workstation +1 +€42\.00 +PC-03/],
  ])('speaks %s', (language, expected) => {
    const words = ['inventory', contract, facts(), '--invoice', join(folder, 'invoice.csv'), '--lang', language]
    expect(runVigie(words).stdout).toMatch(expected)
  })
})

describe('a wrong import says the word and writes nothing', () => {
  it.each([
    [['import', '--preset', 'glpi', '-'], /--at: the date of the export is expected/],
    [['import', '--preset', 'ocs', '-', '--at', '2026-01-01'], /--preset: "ocs" is not known; expected: glpi, itop/],
    [['import', '-'], /SOURCE is missing/],
    [['import', 'contracts/servicenow-log/mapping.yaml', '-', '--at', '2026-01-01'], /--at is for an inventory only/],
  ])('%j', (words, expected) => {
    const run = runVigie([...words, '--lang', 'en'], { input: january })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(expected)
  })
})

describe('vigie registers', () => {
  it('says what ends when, from a day on', () => {
    const run = runVigie(['registers', contract, '--at', '2026-10-05', '--json'])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(run.stdout)).toMatchObject({
      at: '2026-10-05',
      deadlines: [
        { id: 'main', until: '2026-11-20', daysLeft: 46, state: 'soon', exitRisk: true },
        { id: 'fibre', daysLeft: 87, notice: { by: '2026-09-30', daysLeft: -5 }, state: 'notice-passed' },
      ],
    })
  })

  it.each([
    ['fr', /préavis passé, sera reconduit/],
    ['en', /notice passed, will renew/],
  ])('speaks %s', (language, expected) => {
    expect(runVigie(['registers', contract, '--at', '2026-10-05', '--lang', language]).stdout).toMatch(expected)
  })

  it.each([
    ['--at', 'tomorrow', /--at: a date YYYY-MM-DD/],
    ['--within', 'soon', /--within: a number of days/],
  ])('refuses %s %s', (option, value, expected) => {
    const run = runVigie(['registers', contract, option, value, '--lang', 'en'])
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(expected)
  })
})
