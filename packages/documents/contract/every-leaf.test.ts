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

const ENUMS = enumsIn(contractJsonSchema())

const contracts = Object.entries(sources).map(([name, source]) => ({ name, contract: read(source ?? '') }))
const [complete] = contracts

describe('every value of a contract shows: another one makes another text', () => {
  test('in the complete contract, in French', () => {
    expect(silentOf(complete?.contract, 'fr', onePerShape(leavesIn(complete?.contract)))).toEqual([])
  })

  test('in the complete contract, in English', () => {
    expect(silentOf(complete?.contract, 'en', onePerShape(leavesIn(complete?.contract)))).toEqual([])
  })

  test.each(contracts.slice(1))('in $name, what the complete one does not have', ({ contract }) => {
    const known = new Set(leavesIn(complete?.contract).map(shapeOf))
    const others = onePerShape(leavesIn(contract)).filter((leaf) => !known.has(shapeOf(leaf)))
    expect(silentOf(contract, 'fr', others)).toEqual([])
  })
})

test.each(contracts)('every id and every clause number can be read: $name', ({ contract }) => {
  const text = textOf(contract, 'fr')
  const unread = leavesIn(contract)
    .filter(({ path, key }) => ['id', 'reason', 'clause'].includes(key) && !/population|rights|when/.test(path))
    .filter(({ value }) => !text.includes(String(value)))
    .map(({ path, value }) => `${path} = ${String(value)}`)
  expect(unread).toEqual([])
})

function leavesIn(contract: Contract | undefined): readonly Leaf[] {
  return leavesOf(contract, RECORDS).filter(({ path }) => !DERIVED.test(path))
}

/** The values that can be changed without a change in the text. */
function silentOf(contract: Contract | undefined, language: Language, leaves: readonly Leaf[]): readonly string[] {
  if (contract === undefined) return ['no contract']
  const before = textOf(contract, language)
  return leaves
    .filter((leaf) => othersOf(leaf).every((other) => textOf(leaf.with(other) as Contract, language) === before))
    .map(({ path, value }) => `${path} = ${String(value)}`)
}

/** Whether the format, not the contract, gives the value. */
function isWord(value: unknown): boolean {
  return typeof value === 'string' && ENUMS.some((list) => list.includes(value))
}

/** A path without its places in lists: one kind of value. */
function shapeOf({ path }: Leaf): string {
  return path.replace(/\[\d+\]/g, '[]').replace(/^(calendars|commitments\.priorities\.matrix)\.[^.]+/, '$1.*')
}

/** One leaf of each kind, and of each word of the format. */
function onePerShape(leaves: readonly Leaf[]): readonly Leaf[] {
  return [...new Map(leaves.map((leaf) => [`${shapeOf(leaf)} ${isWord(leaf.value) ? leaf.value : ''}`, leaf])).values()]
}

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
