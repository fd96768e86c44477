import { readFileSync } from 'node:fs'
import { type Contract, readContract } from '@vigie/engine'

/** The contracts that the tests simulate: whole, and with hardly anything. */
export const smallBusiness: Contract = contractOf('contracts/small-business/contract.yaml')
export const servicenowLog: Contract = contractOf('contracts/servicenow-log/contract.yaml')

function contractOf(path: string): Contract {
  const reading = readContract(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), { file: path })
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues[0]))
  return reading.history.versions[0]
}
