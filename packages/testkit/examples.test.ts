import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { assessmentJson, checkExample, readExample } from '@vigie/engine'
import { describe, expect, test } from 'vitest'
import { findExamples } from './run-examples.ts'
import { shuffled } from './shuffled.ts'

const root = join(import.meta.dirname, '../..')
const examples = findExamples(join(root, 'contracts'))

describe('the worked examples of the model contracts', () => {
  test('there are some', () => {
    expect(examples.length).toBeGreaterThanOrEqual(6)
  })

  test.each(examples.map((found) => [found.contract, found.name, found] as const))(
    '%s: %s',
    (_contract, _name, found) => {
      const check = checkExample(found.example, found.history)
      expect(check).toMatchObject({ ok: true, mismatches: [] })
    },
  )

  test('give the same bytes whatever the order of the facts', () => {
    for (const { example, history } of examples) {
      const said = [1, 2, 3].map((seed) => {
        const check = checkExample({ ...example, facts: [...shuffled(example.facts, seed)] }, history)
        return check.ok ? JSON.stringify(assessmentJson(check.assessment, 'fr')) : 'refused'
      })
      expect(new Set(said).size).toBe(1)
    }
  })

  test('give the same bytes in every zone and locale of the machine', async () => {
    const run = promisify(execFile)
    const machines = [
      { TZ: 'UTC', LC_ALL: 'C', seed: '1' },
      { TZ: 'America/Sao_Paulo', LC_ALL: 'fr_FR.UTF-8', seed: '2' },
      { TZ: 'Asia/Kolkata', LC_ALL: 'tr_TR.UTF-8', seed: '3' },
    ]
    const printed = await Promise.all(
      machines.map(({ seed, ...env }) =>
        run(process.execPath, [join(import.meta.dirname, 'print-examples.ts'), seed], {
          env: { ...process.env, ...env },
          maxBuffer: 10_000_000,
        }),
      ),
    )
    expect(printed[0]?.stdout.split('\n').length).toBe(examples.length + 1)
    expect(printed[1]?.stdout).toBe(printed[0]?.stdout)
    expect(printed[2]?.stdout).toBe(printed[0]?.stdout)
  })
})

describe('an example', () => {
  const [found] = examples
  if (found === undefined) throw new RangeError('there are examples')

  test('that expects other figures is reported figure by figure', () => {
    const wrong = {
      ...found.example,
      expect: {
        measures: [{ ticket: 'NOBODY', commitment: 'NOTHING' }],
        commitments: { 'P3-RESOLUTION': { counted: { met: '99' }, state: 'nonsense' }, NONE: { state: 'met' } },
        kpis: { 'ticket-count': { value: '-1' } },
      },
    }
    const check = checkExample(wrong, found.history)
    expect(check.ok && check.mismatches.map(({ figure }) => figure)).toEqual([
      'NOBODY NOTHING',
      'P3-RESOLUTION counted met',
      'P3-RESOLUTION state',
      'NONE state',
      'ticket-count value',
    ])
  })

  test('with a fact that no log could hold is refused, with its place', () => {
    const facts = [...found.example.facts, { ticket: 'X', at: '2026-02-30T00:00:00Z', event: 'reported' }]
    expect(checkExample({ ...found.example, facts }, found.history)).toMatchObject({
      ok: false,
      issues: [{ place: { path: `facts/${facts.length - 1}` } }],
    })
  })

  test('with an unknown key is refused, with its line', () => {
    const reading = readExample('title: x\nfacts: []\nexpects: {}\n', 'wrong.yaml')
    expect(reading).toMatchObject({ ok: false, issues: [{ place: { file: 'wrong.yaml', line: 3 } }] })
  })
})
