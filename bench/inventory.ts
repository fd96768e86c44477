// Reconciliation: the cost of one asset over 1 k and 10 k assets, each file with its own way of writing names.
import {
  type BilledLine,
  type InventoryFact,
  readBilled,
  readContract,
  readInventory,
  reconcileInventory,
} from '@vigie/engine'
import type { BenchRow } from './row.ts'

const SIZES = [1_000, 10_000]
const WARM_UP = 2_000
const ROUNDS = 5

const contract = `vigie: 1
contract: { id: BENCH, timeZone: Europe/Paris, effectiveFrom: 2026-01-01 }
scope: { assetClasses: [{ id: workstation, quantity: 9900, asOf: 2026-01-01, source: inventory, billedBy: PC }] }
evolution: { pricing: { items: [{ id: PC, per: month, tiers: [{ upTo: 5000, price: 42.00 }, { price: 38.00 }], tiering: graduated }] } }
`

export function benchInventory(): BenchRow[] {
  secondsOf(WARM_UP)
  const costs = SIZES.map((size) => ({ size, seconds: secondsOf(size) }))
  const [smallest] = costs
  return costs.map(({ size, seconds }) => {
    const each = (seconds / size) * 1e6
    const least = ((smallest?.seconds ?? seconds) / (smallest?.size ?? size)) * 1e6
    return {
      name: `inventory of ${size.toLocaleString('en')} against as many billed lines`,
      measured: `${seconds.toFixed(2)} s, ${each.toFixed(0)} µs an asset`,
      baseline: `${least.toFixed(0)} µs an asset at 1,000`,
      ratio: each / least,
      goal: 'not quadratic: ≤ 2',
    }
  })
}

/** The median of the rounds. */
function secondsOf(size: number): number {
  const read = readContract(contract)
  if (!read.ok) throw new Error('the contract of the bench cannot be read')
  const inventory = inventoryOf(size)
  const billed = billedOf(size)
  const at = Date.UTC(2026, 9, 31)
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    const { counts } = reconcileInventory({ contract: read.history, inventory, at, billed })
    if (counts.agreed < size / 2) throw new Error('too few assets were found')
    return (performance.now() - start) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

/** Every second asset has a serial number; one in ten is named without a number. */
function inventoryOf(size: number): readonly InventoryFact[] {
  const rows = Array.from(
    { length: size },
    (_, n) => `${nameOf(n)},2026-01-01,added,workstation,${n % 2 ? serialOf(n) : ''}`,
  )
  const read = readInventory(`asset,at,event,assetClass,serial\n${rows.join('\n')}\n`, { timeZone: 'Europe/Paris' })
  return read.ok ? read.facts : []
}

/** One line in ten bears a name with a letter wrong, one in fifty bills what is not there. */
function billedOf(size: number): readonly BilledLine[] {
  const rows = Array.from({ length: size }, (_, n) => {
    const name =
      n % 50 === 0 ? `gone-${n}` : n % 10 === 3 ? nameOf(n).replace('poste', 'pozte') : nameOf(n).toUpperCase()
    return `2026-10,PC,${name}.corp.example.fr,${n % 2 ? serialOf(n) : ''}`
  })
  const read = readBilled(`month,item,asset,serial\n${rows.join('\n')}\n`)
  return read.ok ? read.facts : []
}

function nameOf(n: number): string {
  return n % 10 === 7 ? `poste-${lettersOf(n)}` : `poste-${String(n).padStart(5, '0')}`
}

function lettersOf(n: number): string {
  return [...String(n * 7919)].map((digit) => 'abdefghijk'[Number(digit)]).join('')
}

function serialOf(n: number): string {
  return `SN${n * 31 + 1_000_000}X`
}
