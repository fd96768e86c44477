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

  test.each([
    [
      ['personalData=oui', 'hosted=Non', 'onCall=aucune', 'penalties=AUCUNE'],
      ['yes', 'no', 'none', 'none'],
    ],
    [
      ['personalData=NON', 'hosted=o', 'onCall=étendue', 'penalties=usual'],
      ['no', 'yes', 'extended', 'usual'],
    ],
  ])('takes the French words for an answer: %j', (answers, meant) => {
    const run = runVigie(['new', '--usual', '--json', ...set(...needed, ...answers)])
    expect(run.status).toBe(0)
    const { personalData, hosted, onCall, penalties } = JSON.parse(run.stdout).answers
    expect([personalData, hosted, onCall, penalties]).toEqual(meant)
  })

  test('a name that no title would hold is refused, and one as long as allowed makes a sound contract', () => {
    const named = (length: number) =>
      runVigie(['new', '--usual', ...set(...needed.slice(1), `client=${'é'.repeat(length)}`)])
    const tooLong = named(121)
    expect(tooLong).toMatchObject({ status: 2, stdout: '' })
    expect(tooLong.stderr).toContain('120 caractères')
    const { status, stdout } = named(120)
    expect(status).toBe(0)
    expect(lint(stdout).findings).toEqual([])
  })

  test.each([
    ['yes 44000; no 35000; NULL 29000', ['site-yes', 'site-no', 'site-null']],
    ['007 44000; 1e3 35000; 0x1F 29000; 2e étage 56000', ['site-007', 'site-1e3', 'site-0x1f', '2e-etage']],
    [`${'x'.repeat(300)} 44000; ${'x'.repeat(300)} 35000`, ['x'.repeat(61), `${'x'.repeat(61)}-2`]],
  ])('sites whose names YAML would read as something else, or too long: %#', (sites, ids) => {
    const { status, stdout } = runVigie(['new', '--usual', ...set(...needed, `sites=${sites}`)])
    expect(status).toBe(0)
    const reading = readContract(stdout)
    expect(reading.ok && reading.history.versions[0]?.chapters.scope?.sites?.map(({ id }) => id)).toEqual(ids)
    expect(lint(stdout).findings).toEqual([])
  })

  test.each(['0001-01-01', '1999-12-31', '2100-01-01', '9999-12-31'])('no contract starts on %s', (day) => {
    const run = runVigie(['new', '--usual', ...set(...needed, `start=${day}`)])
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain('de 2000 à 2099')
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
