import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lint, readContract } from '@vigie/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftAnswers } from './draft/draft-answers.ts'
import { draftContract } from './draft/draft-contract.ts'
import { draftQuestions } from './draft/draft-questions.ts'
import { runVigie } from './testing/run-vigie.ts'

const folder = mkdtempSync(join(tmpdir(), 'vigie-new-'))
const needed = ['client=Menuiserie Dupont', 'provider=Amarre', 'start=2026-12-01', 'sites=Siège 44000', 'fee=2730']
const set = (...answers: readonly string[]) => answers.flatMap((answer) => ['--set', answer])

describe('vigie new', () => {
  test('asks its questions one by one, takes what an empty line means, and writes a contract', () => {
    const out = join(folder, 'asked.yaml')
    const lines = [
      'Menuiserie Dupont',
      'Amarre',
      '2026-12-01',
      '',
      '24',
      'Siège 44000 ; Showroom 67000',
      ...empty(9),
      '2 730,5',
    ]
    const run = runVigie(['new', '--out', out], { input: [...lines, ...empty(5), ''].join('\n') })
    expect(run).toMatchObject({ status: 0, stdout: `${out}\n` })
    expect(run.stderr).toContain('Nombre de postes de travail [50] : ')
    const reading = readContract(readFileSync(out, 'utf8'))
    expect(reading.ok && reading.history.versions[0]).toMatchObject({
      id: 'CTR-MENUISERIE-DUPONT',
      effectiveFrom: '2026-12-01',
      language: 'fr',
    })
    expect(readFileSync(out, 'utf8')).toContain('monthly-fee: { amount: 2730.50')
  })

  test('says what is wrong with an answer and asks again', () => {
    const run = runVigie(['new', '--lang', 'en', '--usual', ...set(...needed.slice(0, 2))], {
      input: '2026-02-30\n2026-02-28\nHead office\nHead office 44000\nlots\n100\n',
    })
    expect(run.status).toBe(0)
    expect(run.stderr).toContain('a date YYYY-MM-DD is expected')
    expect(run.stderr).toContain('sites such as "Head office 44000; Workshop 49300" are expected')
    expect(run.stderr).toContain('an amount such as 2730.00 is expected')
    expect(run.stdout).toContain('language: en')
  })

  test.each([
    [['--set', 'colour=red'], 'aucune question de ce nom'],
    [['--set', 'client'], '--set attend NOM=RÉPONSE'],
    [set('start=2026-13-01'), '--set start : une date AAAA-MM-JJ est attendue'],
    [['--usual'], 'l’entrée s’arrête à la question « client »'],
  ])('%j: wrong usage, nothing written', (words, message) => {
    const out = join(folder, 'never.yaml')
    const run = runVigie(['new', '--out', out, ...words], { input: '' })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(message)
    expect(existsSync(out)).toBe(false)
  })

  test('never replaces a file unasked', () => {
    const out = join(folder, 'mine.yaml')
    writeFileSync(out, 'mine')
    const words = ['new', '--usual', '--out', out, ...set(...needed)]
    expect(runVigie(words)).toMatchObject({ status: 2 })
    expect(readFileSync(out, 'utf8')).toBe('mine')
    expect(runVigie([...words, '--force'])).toMatchObject({ status: 0 })
    expect(readFileSync(out, 'utf8')).toContain('vigie: 1')
  })

  test('a site of Alsace-Moselle or overseas has its own holidays and its own time', () => {
    const { stdout } = runVigie(['new', '--usual', ...set(...needed), '--set', 'sites=Metz 57000; Saint-Denis 97400'])
    expect(stdout).toContain('holidays: { country: FR, region: "57" }')
    expect(stdout).toContain('timeZone: Indian/Reunion')
    expect(stdout).toContain('{ bySite: { metz: business-57, saint-denis: business-974 }, default: business }')
  })
})

test('whatever the answers, the linter has nothing to say that is not accepted with a reason', () => {
  fc.assert(
    fc.property(anyAnswers(), (answers) => {
      const { findings } = lint(draftContract(answers))
      expect(findings.filter((finding) => !('accepted' in finding))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

function empty(count: number): readonly string[] {
  return Array.from({ length: count }, () => '')
}

/** Answers as the questions read them: from texts that they accept. */
function anyAnswers(): fc.Arbitrary<DraftAnswers> {
  const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  const texts = fc.record({
    client: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    provider: fc.constantFrom('Amarre', 'Ça & là: "infogérance" #1'),
    start: day.map((date) => date.toISOString().slice(0, 10)),
    term: fc.integer({ min: 12, max: 60 }).map(String),
    sites: fc.constantFrom('Siège 44000', 'A 67000; B 97100; A 13001', 'Ajaccio 20000; Rennes 35000; Rennes 35200'),
    servers: fc.constantFrom('0', '4'),
    workstations: fc.constantFrom('1', '50'),
    network: fc.constantFrom('0', '3'),
    printers: fc.constantFrom('0', '5'),
    hours: fc.constantFrom('08:30-18:00', '00:00-23:59', '09:00-12:00'),
    onCall: fc.constantFrom('none', 'extended', 'always'),
    pace: fc.constantFrom('standard', 'fast', 'relaxed'),
    visits: fc.constantFrom('0', '2'),
    fee: fc.constantFrom('0,5', '2730', '99999.99'),
    penalties: fc.constantFrom('usual', 'none'),
    personalData: fc.constantFrom('yes', 'no'),
    hosted: fc.constantFrom('yes', 'no'),
  })
  return fc.tuple(texts, fc.constantFrom('fr', 'en')).map(([given, language]) => {
    const answered: Record<string, unknown> = { language }
    for (const { name, usual, read } of draftQuestions) {
      const text = (given as Record<string, string>)[name] ?? usual?.(answered) ?? ''
      answered[name] = read(text.trim())
    }
    return answered as DraftAnswers
  })
}
