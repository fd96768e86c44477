import { readFileSync } from 'node:fs'
import { type Contract, contractJsonSchema, type Language, readContract } from '@vigie/engine'
import { describe, expect, test } from 'vitest'
import { describeContract } from './describe-contract.ts'
import { type Leaf, leavesOf } from './fixtures/contract-leaves.ts'
import { textsOf } from './fixtures/document-text.ts'

/** Maps whose keys are names that the contract gives. */
const RECORDS = new Set([
  'calendars',
  'matrix',
  'fees',
  'population',
  'definitions',
  'clauses',
  'dimensions',
  'bySite',
  'rights',
])

/** What the reader adds, and a word that can be no other. */
const DERIVED = /^(labels|startsOn|effectiveTo|notice\.en)|^commitments\.targets\[\d+\]\.type/

const sources = {
  'the complete contract of the engine': /`([\s\S]*)`/.exec(
    readFileSync(new URL('../../engine/contract/fixtures/complete-contract.ts', import.meta.url), 'utf8'),
  )?.[1],
  'the contract of a small business': readFileSync(
    new URL('../../../contracts/small-business/contract.yaml', import.meta.url),
    'utf8',
  ),
  'the contract of fifty seats': readFileSync(
    new URL('../../../contracts/fifty-seats/contract.yaml', import.meta.url),
    'utf8',
  ),
}

describe.each(Object.entries(sources))('%s', (name, source) => {
  const contract = read(source ?? '')

  test.each(name.startsWith('the complete') ? (['fr', 'en'] as const) : (['fr'] as const))(
    'every value shows: another one makes another text (%s)',
    (language) => {
      const before = textOf(contract, language)
      const silent = leavesOf(contract, RECORDS)
        .filter(({ path }) => !DERIVED.test(path))
        .filter((leaf) => othersOf(leaf).every((other) => textOf(leaf.with(other) as Contract, language) === before))
        .map(({ path, value }) => `${path} = ${String(value)}`)
      expect(silent).toEqual([])
    },
  )

  test('every id and every clause number can be read', () => {
    const text = textOf(contract, 'fr')
    const unread = leavesOf(contract, RECORDS)
      .filter(
        ({ path, key }) =>
          !DERIVED.test(path) &&
          (key === 'id' || key === 'reason' || key === 'clause') &&
          !/population|rights|when/.test(path),
      )
      .filter(({ value }) => !text.includes(String(value)))
      .map(({ path, value }) => `${path} = ${String(value)}`)
    expect(unread).toEqual([])
  })
})

function read(source: string): Contract {
  const reading = readContract(source)
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues))
  return reading.history.versions[0]
}

function textOf(contract: Contract, language: Language): string {
  try {
    return textsOf(describeContract(contract, language)).join('\n')
  } catch {
    // A word of another clause stands in its place: it was read.
    return 'unreadable'
  }
}

const ENUMS = enumsIn(contractJsonSchema())

/** Other values that could stand in the place of one. */
function othersOf({ value }: Leaf): readonly unknown[] {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 60_000, value + 1]
  if (typeof value === 'object' && value !== null && 'numerator' in value && typeof value.numerator === 'bigint')
    return [{ ...value, numerator: value.numerator + 1n }]
  if (typeof value !== 'string') return []
  const words = ENUMS.filter((list) => list.includes(value))
    .flat()
    .filter((word) => word !== value)
  if (words.length > 0) return words
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return [value.replace(/^\d{4}/, '2031')]
  if (/^\d{2}-\d{2}$/.test(value)) return ['07-14']
  if (/^FREQ=/.test(value)) return ['FREQ=WEEKLY;BYDAY=FR']
  if (/^\d/.test(value) || /^P\d|^PT\d/.test(value))
    return [value.replace(/\d/, (digit) => String((Number(digit) % 8) + 1))]
  return [`${value}X`]
}

function enumsIn(schema: unknown): readonly (readonly string[])[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'enum' in schema && Array.isArray(schema.enum) ? [schema.enum.map(String)] : []
  return [...own, ...Object.values(schema).flatMap(enumsIn)]
}
