import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactsRead } from './fact-table.ts'
import { foldInventory, presentAssets, unitsOf } from './fold-inventory.ts'
import { INVENTORY_COLUMNS, type InventoryFact, inventoryFactId, inventoryRow } from './inventory-fact.ts'
import { readInventory } from './read-inventory.ts'

type Read = FactsRead<InventoryFact> & { readonly ok: true }

const header = 'asset,at,event,id,recordedAt,assetClass,site,serial,quantity,corrects\n'
const zone = { timeZone: 'Europe/Paris' }

function read(rows: string): Read {
  const found = readInventory(header + rows, zone)
  if (!found.ok) throw new Error(found.fault.message.en)
  return found
}

const day = (text: string) => Date.parse(`${text}T00:00:00+02:00`)

/** `asset class site` of what is present, on a day of summer. */
function present(rows: string, at: string, knownAt?: string) {
  const moment = { at: day(at), ...(knownAt === undefined ? {} : { knownAt: day(knownAt) }) }
  return presentAssets(foldInventory(read(rows).facts, moment)).map(({ asset, columns }) =>
    [asset, columns.assetClass ?? '–', columns.site ?? '–'].join(' '),
  )
}

const life = `PC-1,2026-05-01,added,,,workstation,hq,SN1,,
PC-1,2026-06-01,moved,,,,branch,,,
PC-1,2026-07-01,removed,,,,,,,
`

describe('the inventory as of an instant', () => {
  test.each([
    ['2026-04-30', []],
    ['2026-05-01', ['PC-1 workstation hq']],
    ['2026-05-31', ['PC-1 workstation hq']],
    ['2026-06-01', ['PC-1 workstation branch']],
    ['2026-07-01', []],
  ])('on %s', (at, expected) => {
    expect(present(life, at)).toEqual(expected)
  })

  test('what is seen after its removal is there again, and since then', () => {
    const [asset] = foldInventory(read(`${life}PC-1,2026-08-01,seen,,,,,,,\n`).facts, { at: day('2026-09-01') })
    expect(asset).toMatchObject({ present: true, since: day('2026-08-01'), lastSeenAt: day('2026-08-01') })
    expect(asset).not.toHaveProperty('removedAt')
  })

  test('a gone asset is kept with the facts that say so', () => {
    const [asset] = foldInventory(read(life).facts, { at: day('2026-07-01') })
    expect(asset).toMatchObject({ present: false, removedAt: day('2026-07-01'), lastSeenAt: day('2026-06-01') })
    expect(asset?.because.map(({ event, line }) => [event, line])).toEqual([
      ['added', 2],
      ['moved', 3],
      ['removed', 4],
    ])
  })

  test('an asset stands for its quantity, else for one', () => {
    const assets = foldInventory(read('M365,2026-05-01,added,,,cloud,,,52,\nPC-1,2026-05-01,added,,,,,,,\n').facts, {
      at: day('2026-06-01'),
    })
    expect(assets.map(unitsOf)).toEqual([52, 1])
  })
})

describe('corrections', () => {
  const wrong = `PC-1,2026-05-01,added,A,2026-05-01,workstation,hq,,,
PC-1,2026-05-02,added,B,2026-06-01,server,hq,,,A
PC-1,,,C,2026-07-01,,,,,B
`
  test.each([
    ['before it was known, the first word holds', '2026-05-31', ['PC-1 workstation hq']],
    ['then the correction', '2026-06-01', ['PC-1 server hq']],
    ['once it is withdrawn, the first word again', '2026-07-01', ['PC-1 workstation hq']],
  ])('%s', (_, knownAt, expected) => {
    expect(present(wrong, '2026-08-01', knownAt)).toEqual(expected)
  })

  test('a withdrawn fact never was', () => {
    const rows = 'PC-1,2026-05-01,added,A,,workstation,hq,,,\nPC-1,,,,2026-06-01,,,,,A\n'
    expect(present(rows, '2026-08-01')).toEqual([])
    expect(present(rows, '2026-08-01', '2026-05-31')).toEqual(['PC-1 workstation hq'])
  })

  test('a fact without an id is corrected by its default one', () => {
    const [fact] = read('PC-1,2026-05-01,added,,,workstation,hq,,,\n').facts
    const id = fact ? inventoryFactId(fact) : ''
    expect(id).toMatch(/^[0-9a-f]{16}$/)
    const rows = `PC-1,2026-05-01,added,,,workstation,hq,,,\nPC-1,2026-05-01,added,,2026-06-01,server,hq,,,${id}\n`
    expect(present(rows, '2026-08-01')).toEqual(['PC-1 server hq'])
  })
})

describe('a bad row is rejected alone, with its line and its reason', () => {
  test.each([
    ['an unknown event', 'PC-2,2026-05-01,bought,,,,,,,\n', 'unknown-event'],
    ['no event', 'PC-2,2026-05-01,,,,,,,,\n', 'missing-value'],
    ['no asset', ' ,2026-05-01,added,,,,,,,\n', 'missing-value'],
    ['no date', 'PC-2,,added,,,,,,,\n', 'missing-value'],
    ['an impossible date', 'PC-2,2026-02-30,added,,,,,,,\n', 'not-an-instant'],
    ['a quantity that is not whole', 'PC-2,2026-05-01,added,,,,,,1.5,\n', 'bad-quantity'],
    ['a correction of nothing', 'PC-2,2026-05-01,added,,,,,,,Z\n', 'corrects-unknown'],
    ['a correction of another asset’s fact', 'PC-2,2026-05-01,added,,,,,,,A\n', 'corrects-other-asset'],
    ['a correction of itself', 'PC-2,2026-05-01,added,C,,,,,,C\n', 'corrects-in-circle'],
    ['one id for two facts', 'PC-1,2026-05-03,moved,A,,,,,,\n', 'same-id'],
  ])('%s', (_, row, code) => {
    const found = read(`PC-1,2026-05-01,added,A,,,,,,\n${row}`)
    expect(found.rejected.map((one) => [one.line, one.code])).toEqual([[3, code]])
    expect(found.counts).toEqual({ in: 2, accepted: 1, duplicates: 0, rejected: 1 })
    expect(found.rejectedByReason).toEqual({ [code]: 1 })
  })

  test('what corrects a rejected correction is rejected too', () => {
    const found = read('PC-1,2026-05-01,added,B,,,,,,Z\nPC-1,2026-05-01,added,C,,,,,,B\n')
    expect(found.rejectedByReason).toEqual({ 'corrects-unknown': 2 })
  })
})

test('the rows of an inventory, written and read again, are the same facts', () => {
  const { facts } = read(life)
  const rows = facts.map((fact) => inventoryRow(fact).join(',')).join('\n')
  const again = readInventory(`${INVENTORY_COLUMNS.join(',')}\n${rows}\n`)
  expect(again.ok && again.facts.map(inventoryRow)).toEqual(facts.map(inventoryRow))
})

const facts = fc.array(
  fc.record({
    asset: fc.constantFrom('A', 'B', 'C'),
    at: fc.integer({ min: 0, max: 6 }),
    event: fc.constantFrom('added', 'changed', 'moved', 'removed', 'seen'),
    site: fc.constantFrom('', 'hq', 'branch'),
  }),
  { maxLength: 14 },
)
type Drawn = { asset: string; at: number; event: string; site: string }
const rowOf = ({ asset, at, event, site }: Drawn) => `${asset},2026-05-0${at + 1},${event},,,,${site},,,`
const foldRows = (list: readonly Drawn[], at: number) =>
  foldInventory(read(`${list.map(rowOf).join('\n')}\n`).facts, { at: day(`2026-05-0${at + 1}`) }).map(
    ({ because, ...asset }) => asset,
  )

test('the order of the rows and what comes later change nothing', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 6 }), fc.integer(), (list, at, seed) => {
      const shuffled = list.map((one, i) => [(i * 7919 + seed) % 13, one] as const).sort(([a], [b]) => a - b)
      const expected = foldRows(list, at)
      expect(
        foldRows(
          shuffled.map(([, one]) => one),
          at,
        ),
      ).toEqual(expected)
      expect(
        foldRows(
          list.filter((one) => one.at <= at),
          at,
        ),
      ).toEqual(expected)
    }),
  )
})

test('an asset is present iff its last event is no removal', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 6 }), (list, at) => {
      for (const asset of foldRows(list, at)) {
        const own = list.filter((one) => one.asset === asset.asset && one.at <= at)
        const last = Math.max(...own.map((one) => one.at))
        const events = own.filter((one) => one.at === last).map((one) => one.event)
        expect(asset.present).toBe(events.includes('seen') || !events.includes('removed'))
      }
    }),
  )
})
