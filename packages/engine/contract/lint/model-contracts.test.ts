import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isFault } from './accept-findings.ts'
import { lint } from './lint.ts'

const contracts = join(import.meta.dirname, '..', '..', '..', '..', 'contracts')

test.each(readdirSync(contracts))('no rule fires on the model contract %s without a reasoned acceptance', (name) => {
  const file = join(contracts, name, 'contract.yaml')
  const { findings } = lint(readFileSync(file, 'utf8'), { file })
  expect(findings.filter(isFault)).toEqual([])
  for (const { accepted } of findings) expect(accepted?.reason.length).toBeGreaterThan(20)
})
