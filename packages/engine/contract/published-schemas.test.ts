import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { completeContract } from './fixtures/complete-contract.ts'
import { plant } from './fixtures/plant.ts'
import { plantedFaults } from './fixtures/planted-faults.ts'
import { amendmentJsonSchema, contractJsonSchema } from './published-schemas.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const ajv = new Ajv2020({ strict: false, allErrors: false })
const accepts = ajv.compile(contractJsonSchema())

describe('the published JSON Schema', () => {
  test.each([
    ['contract.v1.json', contractJsonSchema()],
    ['amendment.v1.json', amendmentJsonSchema()],
  ])('schema/%s is the reader’s own (written again by `vitest run published-schemas -u`)', async (file, schema) => {
    await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(join(root, 'schema', file))
  })

  test.each([
    ['the complete contract', completeContract],
    ...['small-business', 'servicenow-log'].map((name) => [
      name,
      readFileSync(join(root, 'contracts', name, 'contract.yaml'), 'utf8'),
    ]),
  ])('accepts %s', (_, source) => {
    expect(accepts(parse(source ?? '')) ? [] : accepts.errors).toEqual([])
  })

  test.each(
    plantedFaults.filter(([, , , , schemaSees]) => schemaSees === 'schema').map(([name, from, to]) => [name, from, to]),
  )('refuses %s', (_, from, to) => {
    expect(accepts(parse(plant(from ?? '', to ?? '').source))).toBe(false)
  })

  test('an amendment of the right form is accepted, one of a wrong form is not', () => {
    const judge = ajv.compile(amendmentJsonSchema())
    const amendment = {
      vigie: 1,
      amends: 'CTR',
      number: 1,
      effectiveFrom: '2026-04-01',
      signedOn: '2026-03-01',
      summary: 'x',
      changes: [{ op: 'add', path: '/scope/exclusions/-', value: { any: ['value'] } }],
    }
    expect(judge(amendment)).toBe(true)
    expect(judge({ ...amendment, changes: [{ op: 'add', path: 'scope' }] })).toBe(false)
    expect(judge({ ...amendment, changes: [{ op: 'add', path: '/scope' }] })).toBe(false)
  })

  test('tells editors what most keys mean', () => {
    const text = JSON.stringify(contractJsonSchema())
    expect(text.match(/"description":/g)?.length).toBeGreaterThan(100)
  })
})
