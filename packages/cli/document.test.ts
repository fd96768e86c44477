import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

let folder: string
let contract: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-document-'))
  contract = join(folder, 'contract.yaml')
  mkdirSync(join(folder, 'amendments'))
  writeFileSync(
    contract,
    `
vigie: 1
contract: { id: CTR-CANOPEE, title: Canopée, timeZone: Europe/Paris, signedOn: 2025-12-01, effectiveFrom: 2026-01-01 }
calendars: { business: { timeZone: Europe/Paris, weekly: { mon: ["09:00-17:00"] } } }
commitments:
  targets: [{ id: P1, clause: "2.1", measure: response, target: { hours: 2, calendar: business } }]
`,
  )
  writeFileSync(
    join(folder, 'amendments', '01.yaml'),
    `
vigie: 1
amends: CTR-CANOPEE
number: 1
effectiveFrom: 2026-07-01
signedOn: 2026-06-10
summary: Prise en compte en une heure.
changes:
  - { op: test, path: /commitments/targets/0/id, value: P1 }
  - { op: replace, path: /commitments/targets/0/target/hours, value: 1 }
`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const document = (...words: readonly string[]) => runVigie(['document', contract, ...words])
const written = (name: string, ...words: readonly string[]): string => {
  const out = join(folder, name)
  expect(document(...words, '--out', out)).toMatchObject({ status: 0, stderr: '', stdout: `${out}\n` })
  return readFileSync(out, 'latin1')
}
const spaces = (text: string): string => Buffer.from(text, 'latin1').toString('utf8').replaceAll('\u00a0', ' ')

describe('vigie document', () => {
  it.each([
    ['contrat.md', '# Canopée'],
    ['contrat.html', '<!doctype html>'],
    ['contrat.pdf', '%PDF-'],
    ['contrat.docx', 'PK'],
  ])('%s is written in its format', (name, start) => {
    expect(spaces(written(name)).startsWith(start)).toBe(true)
  })

  it('writes the last version, with its amendments', () => {
    const text = spaces(written('last.md'))
    expect(text).toContain('dans un délai de 1 heure')
    expect(text).toContain('Prise en compte en une heure.')
  })

  it('writes the version in force on a day, or the contract as signed', () => {
    expect(spaces(written('june.md', '--at', '2026-06-30'))).toContain('dans un délai de 2 heures')
    expect(spaces(written('july.md', '--at', '2026-07-01'))).toContain('dans un délai de 1 heure')
    expect(spaces(written('signed.md', '--no-amendments'))).toContain('dans un délai de 2 heures')
  })

  it('writes the changes between versions, by name or by date, and from another contract', () => {
    const change = 'délai de <del>2 heures</del><ins>1 heure</ins>'
    expect(spaces(written('redline.md', '--redline', '1..2'))).toContain(change)
    expect(spaces(written('dates.md', '--redline', '2026-06-30..2026-07-01'))).toContain(change)
    const old = join(folder, 'old.yaml')
    writeFileSync(old, readFileSync(contract, 'utf8').replace('hours: 2', 'hours: 8'))
    expect(spaces(written('against.md', '--against', old, '--no-amendments', '--lang', 'en'))).toContain(
      '<del>8</del><ins>2</ins> hours',
    )
  })

  it('is the same bytes in another zone and another language of the machine', () => {
    const first = written('a.docx')
    const out = join(folder, 'b.docx')
    runVigie(['document', contract, '--out', out], { env: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' } })
    expect(readFileSync(out, 'latin1')).toBe(first)
  })

  it('gives its one model as JSON', () => {
    const run = document('--json', '--lang', 'en')
    expect(JSON.parse(run.stdout)).toMatchObject({ language: 'en', reference: 'CTR-CANOPEE', title: 'Canopée' })
  })

  it.each([
    [[], '--out est attendu'],
    [['--out', 'x.odt'], 'x.odt : format inconnu (formats : .pdf, .docx, .html, .md)'],
    [['--out', 'x.md', '--redline', '2..1'], '--redline : deux versions parmi 1, 2, la plus ancienne d’abord'],
    [['--out', 'x.md', '--redline', '1..9'], '--redline : deux versions parmi 1, 2'],
    [['--out', 'x.md', '--redline', '1..2', '--at', '2026-02-01'], '--redline exclut --against et --at'],
    [['--out', 'x.md', '--at', '2025-06-01'], '--at : aucune version du contrat n’est en vigueur le 2025-06-01'],
    [['--out', 'x.md', '--at', 'bientôt'], '--at'],
  ])('%j is refused, and nothing is written', (words, message) => {
    const run = document(...words, '--lang', 'fr')
    expect(run.status).toBe(2)
    expect(run.stderr.replaceAll('\u00a0', ' ')).toContain(message)
    expect(run.stdout).toBe('')
  })
})
