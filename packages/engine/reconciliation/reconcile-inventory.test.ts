import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMinor } from '../base/money.ts'
import type { ContractHistory } from '../contract/contract.ts'
import { readContract } from '../contract/read-contract.ts'
import { readBilled } from '../record/read-billed.ts'
import { readInventory } from '../record/read-inventory.ts'
import { type Reconciliation, reconcileInventory } from './reconcile-inventory.ts'

function contractOf(scope: string, pricing: string): ContractHistory {
  const read = readContract(`vigie: 1
contract: { id: C, timeZone: Europe/Paris, effectiveFrom: 2026-01-01 }
scope:
${scope}
evolution: { pricing: { ${pricing} } }
`)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.history
}

const contract = contractOf(
  `  assetClasses:
    - { id: workstation, label: Postes, quantity: 36, asOf: 2026-01-01, source: inventory, billedBy: PC }
    - { id: server, label: Serveurs, quantity: 4, asOf: 2026-01-01, source: inventory }
    - { id: printer, label: Imprimantes, quantity: 4, asOf: 2026-01-01, source: inventory }
  drift: { measuredOn: last-day-of-month, band: 5%, step: 1 }`,
  `items: [
    { id: PC, label: Poste infogéré, per: month, tiers: [{ upTo: 34, price: 42.00 }, { price: 38.00 }], tiering: graduated },
    { id: SERVER, label: Serveur, unit: server, per: month, price: 120.00 }]`,
)

const two = (n: number) => String(n).padStart(3, '0')
const baseline = [
  ...Array.from({ length: 36 }, (_, i) => `PC-${two(i + 1)},2026-01-01,added,workstation,hq,SN-A${two(i + 1)},`),
  ...Array.from({ length: 4 }, (_, i) => `SRV-${i + 1},2026-01-01,added,server,hq,SN-B${i + 1}000,`),
  ...Array.from({ length: 4 }, (_, i) => `IMP-${i + 1},2026-01-01,added,printer,hq,SN-C${i + 1}000,`),
]
const later = [
  'PC-003,2026-05-04,removed,,,,',
  'PC-004,2026-05-04,removed,,,,',
  'PC-041,2026-06-01,added,workstation,hq,SN-A041,',
  'PC-042,2026-06-02,added,workstation,hq,SN-A042,',
  'pc-006.corp.local,2025-12-01,added,workstation,hq,SN A006,',
  'TAB-1,2026-07-01,added,tablet,hq,,12.50',
]
const invoice = [
  ...Array.from({ length: 36 }, (_, i) => i + 1)
    .filter((n) => n !== 3 && n !== 5)
    .map((n) => `2026-10,PC,${n === 8 ? 'Pc 8' : `PC-${two(n)}`},1`),
  '2026-10,PC,PC-007,1',
  '2026-10,PC,PC-099,1',
  ...Array.from({ length: 4 }, (_, i) => `2026-10,SERVER,srv-${i + 1},1`),
]
const at = Date.parse('2026-10-15T12:00:00+02:00')

function facts(rows: readonly string[]) {
  const read = readInventory(`asset,at,event,assetClass,site,serial,monthlyCost\n${rows.join('\n')}\n`, {
    timeZone: 'Europe/Paris',
  })
  if (!read.ok || read.counts.rejected > 0) throw new Error(JSON.stringify(read))
  return read.facts
}

function lines(rows: readonly string[], header = 'month,item,asset,quantity') {
  const read = readBilled(`${header}\n${rows.join('\n')}\n`)
  if (!read.ok || read.counts.rejected > 0) throw new Error(JSON.stringify(read))
  return read.facts
}

const inventory = facts([...baseline, ...later])

/** `verdict level class units cost names` of each finding. */
const told = ({ findings }: Reconciliation) =>
  findings.map(({ verdict, level, assetClass, units, cost, assets }) =>
    [verdict, level, assetClass ?? '–', units, cost === null ? '–' : formatMinor(cost.minor), assets.join('+')]
      .join(' ')
      .trim(),
  )
const totals = ({ totals: sums }: Reconciliation) =>
  Object.fromEntries(Object.entries(sums).map(([name, { minor }]) => [name, formatMinor(minor)]))

describe('a park of 50 with every class of difference', () => {
  const found = reconcileInventory({ contract, inventory, at, billed: lines(invoice) })

  test('counts each asset of each file once', () => {
    expect(found.counts).toEqual({
      agreed: 41,
      'seen-not-covered': 2,
      'covered-gone': 1,
      'billed-missing': 2,
      'unbilled-covered': 1,
      duplicated: 2,
      'out-of-scope-seen': 1,
    })
    expect(found.assets).toHaveLength(50)
  })

  test('finds each by name, at the price of the tier that it falls in', () => {
    expect(told(found)).toEqual([
      'seen-not-covered asset workstation 2 76.00 PC-041+PC-042',
      'covered-gone asset workstation 1 0.00 PC-003',
      'billed-missing asset workstation 2 76.00 PC-004+PC-099',
      'unbilled-covered asset workstation 1 38.00 PC-005',
      'duplicated asset workstation 2 42.00 PC-007+pc-006.corp.local',
      'out-of-scope-seen asset tablet 1 12.50 TAB-1',
    ])
    expect(totals(found)).toEqual({
      overbilled: '118.00',
      unbilled: '38.00',
      uncovered: '76.00',
      gone: '0.00',
      tolerated: '190.00',
      regularisation: '0.00',
    })
  })

  test('shows the rows that say so', () => {
    const rows = (name: string) =>
      found.assets
        .filter(({ asset }) => asset === name)
        .map(({ evidence }) => evidence.map(({ file, line, event }) => [file, line, event ?? ''].join(' ').trim()))
    expect(rows('PC-004')).toEqual([['covered 5 added', 'invoice 4']])
    expect(rows('PC-099')).toEqual([['invoice 37']])
    expect(rows('PC-041')).toEqual([['inventory 48 added']])
  })

  test('says what a duplicate says again, and why', () => {
    const copy = found.assets.find(({ asset }) => asset === 'pc-006.corp.local')
    expect(copy).toMatchObject({ of: 'PC-006', found: [{ name: 'PC-006', confidence: 100 }] })
    expect(copy?.found[0]?.reasons.map(({ message }) => message.fr)).toEqual(['même numéro de série', 'même nom'])
  })

  test('applies the drift rule to the day of measure, and says it', () => {
    const [line] = found.quantities
    expect(line).toMatchObject({
      item: 'PC',
      contract: 36,
      field: 36,
      billed: 36,
      measured: { on: '2026-09-30', units: 36 },
      drift: { difference: 0, within: true, due: 36 },
    })
    expect(line?.drift?.message.fr).toBe(
      '36 mesurés pour 36 au contrat (0)\u00a0: dans la tolérance de 1,8, rien ne change',
    )
  })
})

test('without an invoice, what is gone could be saved from the contract’s quantity on, tier by tier', () => {
  const found = reconcileInventory({ contract, inventory, at })
  expect(told(found)).toEqual([
    'seen-not-covered asset workstation 2 76.00 PC-041+PC-042',
    'covered-gone asset workstation 2 76.00 PC-003+PC-004',
    'duplicated asset workstation 1 0.00 pc-006.corp.local',
    'out-of-scope-seen asset tablet 1 12.50 TAB-1',
  ])
  expect(found.assets.every(({ billed }) => billed === undefined)).toBe(true)
})

describe('an invoice of quantities', () => {
  const small = contractOf(
    '  assetClasses: [{ id: pc, quantity: 5, asOf: 2026-01-01, source: declared }, { id: mail, quantity: 50 }]',
    'items: [{ id: PC, unit: pc, per: month, price: 40.00 }, { id: MAIL, unit: mail, per: year, price: 36.00 }]',
  )
  const park = (pcs: number, mails: number) =>
    facts([
      ...Array.from({ length: pcs }, (_, i) => `PC-${i + 1},2026-03-0${i + 1},added,pc,hq,,`),
      ...(mails > 0 ? [`M365,2026-03-01,added,mail,,,`] : []),
    ]).map((fact) =>
      fact.asset === 'M365' ? { ...fact, columns: { ...fact.columns, quantity: String(mails) } } : fact,
    )
  const judged = (pcs: number, mails: number, pc: number, mail: number) =>
    told(
      reconcileInventory({
        contract: small,
        inventory: park(pcs, mails),
        at,
        billed: lines([`2026-10,PC,,${pc}`, `2026-10,MAIL,,${mail}`]),
      }),
    )

  test.each([
    ['as agreed', [5, 50, 5, 50], []],
    [
      'billed for more than is there',
      [5, 50, 7, 52],
      ['billed-missing quantity mail 2 6.00', 'billed-missing quantity pc 2 80.00'],
    ],
    ['billed for less', [5, 50, 3, 50], ['unbilled-covered quantity pc 2 80.00']],
    ['less in the field than the contract counts', [4, 50, 4, 50], ['covered-gone quantity pc 1 0.00']],
    [
      'less in the field, billed by the contract',
      [4, 50, 5, 50],
      ['covered-gone quantity pc 1 0.00', 'billed-missing quantity pc 1 40.00'],
    ],
    [
      'more in the field: the latest arrived are beyond',
      [7, 50, 5, 50],
      ['seen-not-covered asset pc 2 80.00 PC-6+PC-7'],
    ],
    ['more in the field, one of two billed already', [7, 50, 6, 50], ['seen-not-covered asset pc 2 40.00 PC-6+PC-7']],
    [
      'more in the field, and less billed than agreed',
      [7, 50, 4, 50],
      ['seen-not-covered asset pc 2 80.00 PC-6+PC-7', 'unbilled-covered quantity pc 1 40.00'],
    ],
  ] as const)('%s', (_, [pcs, mails, pc, mail], expected) => {
    expect(judged(pcs, mails, pc, mail)).toEqual(expected)
  })

  test('that names an asset and charges more of it than there is', () => {
    const billed = lines(['2026-10,MAIL,m365,60'])
    const found = reconcileInventory({ contract: small, inventory: park(0, 52), at, billed })
    expect(told(found)).toEqual(['covered-gone quantity pc 5 0.00', 'billed-missing quantity mail 8 24.00'])
    expect(found.assets).toMatchObject([{ asset: 'M365', verdict: 'agreed', units: 52, billedUnits: 60 }])
  })

  test('of another month is not compared; the last one before is', () => {
    const billed = lines(['2026-09,PC,,5', '2026-11,PC,,9'])
    const found = reconcileInventory({ contract: small, inventory: park(5, 0), at, billed })
    expect(found.month).toBe('2026-09')
    expect(found.quantities[0]).toMatchObject({ billed: 5 })
  })

  test('with amounts, is set beside the price book', () => {
    const billed = lines(['2026-10,PC,,5,210.00'], 'month,item,asset,quantity,amount')
    const [line] = reconcileInventory({ contract: small, inventory: park(5, 0), at, billed }).quantities
    expect([line?.billedAmount?.minor, line?.pricedAmount?.minor]).toEqual([21000n, 20000n])
  })
})

describe('drift', () => {
  const rule = (band: string, step: number) =>
    contractOf(
      `  assetClasses: [{ id: pc, quantity: 20, asOf: 2026-01-01, source: declared }]
  drift: { measuredOn: last-day-of-month, band: ${band}, step: ${step} }`,
      'items: [{ id: PC, unit: pc, per: month, price: 40.00 }]',
    )
  const park = (count: number) => facts(Array.from({ length: count }, (_, i) => `PC-${i + 1},2026-03-01,added,pc,hq,,`))

  test.each([
    ['equality is tolerated', '5%', 1, 21, true, 20, '0.00'],
    ['beyond the band the whole difference counts', '5%', 1, 22, false, 22, '80.00'],
    ['it moves by whole steps', '5%', 5, 27, false, 25, '200.00'],
    ['downwards too', '5%', 1, 17, false, 17, '-120.00'],
    ['without a full step nothing moves', '0%', 5, 24, false, 20, '0.00'],
  ] as const)('%s', (_, band, step, count, within, due, cost) => {
    const found = reconcileInventory({ contract: rule(band, step), inventory: park(count), at })
    expect(found.quantities[0]?.drift).toMatchObject({ within, due })
    expect(totals(found).regularisation).toBe(cost)
    expect(found.findings.every(({ withinBand }) => withinBand === within)).toBe(true)
  })

  test('is measured on the last day of a month that is over', () => {
    const inventory = facts([
      ...Array.from({ length: 20 }, (_, i) => `PC-${i + 1},2026-03-01,added,pc,hq,,`),
      ...Array.from({ length: 9 }, (_, i) => `PC-2${i + 1},2026-10-31,added,pc,hq,,`),
    ])
    const measured = (day: string) =>
      reconcileInventory({ contract: rule('5%', 1), inventory, at: Date.parse(`${day}T12:00:00+01:00`) }).quantities[0]
        ?.measured
    expect(measured('2026-10-30')).toEqual({ on: '2026-09-30', units: 20 })
    expect(measured('2026-10-31')).toEqual({ on: '2026-10-31', units: 29 })
    expect(measured('2026-11-15')).toEqual({ on: '2026-10-31', units: 29 })
  })
})

describe('money is exact', () => {
  const park = fc.record({
    contract: fc.integer({ min: 0, max: 12 }),
    field: fc.integer({ min: 0, max: 12 }),
    billed: fc.integer({ min: 0, max: 12 }),
    upTo: fc.integer({ min: 1, max: 10 }),
    first: fc.integer({ min: 0, max: 9999 }),
    second: fc.integer({ min: 0, max: 9999 }),
    tiering: fc.constantFrom('graduated', 'volume'),
    named: fc.boolean(),
  })
  const euros = (cents: number) => (cents / 100).toFixed(2)

  test('whatever the tiers: each sum is the price of the whole change, computed by hand in cents', () => {
    fc.assert(
      fc.property(park, ({ contract: counted, field, billed, upTo, first, second, tiering, named }) => {
        fc.pre(!named || billed > 0)
        const terms = contractOf(
          `  assetClasses: [{ id: pc, quantity: ${counted}, asOf: 2025-01-01, source: declared }]`,
          `items: [{ id: PC, unit: pc, per: month, tiering: ${tiering}, tiers: [{ upTo: ${upTo}, price: ${euros(first)} }, { price: ${euros(second)} }] }]`,
        )
        const price = (quantity: number) =>
          tiering === 'volume'
            ? quantity * (quantity <= upTo ? first : second)
            : Math.min(quantity, upTo) * first + Math.max(0, quantity - upTo) * second
        const inventory = facts(Array.from({ length: field }, (_, i) => `PC-${i + 1},2026-03-01,added,pc,hq,,`))
        const rows = named
          ? Array.from({ length: billed }, (_, i) => `2026-10,PC,PC-${i + 1},1`)
          : [`2026-10,PC,,${billed}`]
        const found = reconcileInventory({ contract: terms, inventory, at, billed: lines(rows) })
        const beyond = Math.max(0, field - counted)
        const missing = Math.max(0, billed - field)
        const unbilled = Math.max(0, field - beyond - billed)
        const charged = billed > counted ? Math.min(beyond, billed - counted) : 0
        expect(totals(found)).toMatchObject({
          overbilled: euros(price(billed) - price(billed - missing)),
          unbilled: euros(price(billed + unbilled) - price(billed)),
          uncovered: euros(price(counted + beyond) - price(counted + charged)),
        })
      }),
      { numRuns: 100 },
    )
  })
})

describe('what the contract counts by name', () => {
  const rows = [
    'A,2026-01-01,added,pc,hq,,',
    'B,2026-01-01,added,pc,hq,,',
    'C,2026-02-01,added,pc,hq,,',
    'A,2026-03-01,removed,,,,',
  ]
  const judged = (terms: string, covered?: readonly string[]) => {
    const own = contractOf(`  assetClasses: [{ id: pc, ${terms} }]`, 'items: []')
    return told(
      reconcileInventory({
        contract: own,
        inventory: facts(rows),
        at,
        ...(covered ? { covered: facts(covered) } : {}),
      }),
    )
  }
  const gone = 'covered-gone asset pc 1 – A'
  const beyond = 'seen-not-covered asset pc 1 – C'

  test.each([
    [
      'is the inventory on the date of the quantity',
      'quantity: 2, asOf: 2026-01-15, source: inventory',
      [beyond, gone],
    ],
    [
      'nothing, where that inventory tells another number',
      'quantity: 3, asOf: 2026-01-15, source: inventory',
      ['covered-gone quantity pc 1 –'],
    ],
    ['nothing, where it does not go back so far', 'quantity: 2, asOf: 2025-11-15, source: inventory', []],
    [
      'the latest of what other documents state, without a quantity of its own',
      'quantities: [{ quantity: 9, asOf: 2025-01-01, source: x }, { quantity: 2, asOf: 2026-01-15, source: x }]',
      [beyond, gone],
    ],
  ])('%s', (_, terms, expected) => {
    expect(judged(terms)).toEqual(expected)
  })

  test('an asset of one inventory is the same, whatever has changed of it', () => {
    const found = reconcileInventory({
      contract: contractOf('  assetClasses: [{ id: pc, quantity: 1, asOf: 2026-01-15, source: x }]', 'items: []'),
      inventory: facts(['A,2026-01-01,added,pc,hq,SN-1111,', 'A,2026-02-01,changed,,branch,SN-2222,']),
      at,
    })
    expect(found.counts).toMatchObject({ agreed: 1, 'covered-gone': 0, 'seen-not-covered': 0 })
  })

  test('the annexed list, where it is given', () => {
    const list = ['B,2025-12-01,added,pc,,,', 'D,2025-12-01,added,pc,,,', 'D~2,2025-12-01,added,pc,,S-000D,']
    expect(judged('quantity: 3, asOf: 2025-11-15, source: annex', list)).toEqual([
      beyond,
      'covered-gone asset pc 2 – D+D~2',
    ])
  })
})

test('an option that counts the same class is priced with it', () => {
  const withOption = contractOf(
    '  assetClasses: [{ id: pc, quantity: 2, asOf: 2026-01-01, source: declared }]',
    `items: [{ id: PC, unit: pc, per: month, price: 40.00 }],
    packages: [{ id: soc, items: [{ id: SOC, unit: pc, per: month, price: 9.00 }] }], active: [soc]`,
  )
  const inventory = facts([
    'PC-1,2026-03-01,added,pc,hq,,',
    'PC-2,2026-03-01,added,pc,hq,,',
    'PC-3,2026-03-02,added,pc,hq,,',
  ])
  const found = reconcileInventory({ contract: withOption, inventory, at })
  expect(told(found)).toEqual(['seen-not-covered asset pc 1 49.00 PC-3'])
  expect(found.quantities.map(({ item, main }) => [item, main])).toEqual([
    ['PC', true],
    ['SOC', false],
  ])
})

test('another tool’s view adds what the inventory does not know', () => {
  const seen = facts(['pc41,2026-10-01,seen,workstation,,SNA041,', 'PC-077,2026-10-01,seen,workstation,,,'])
  const found = reconcileInventory({ contract, inventory, at, seen })
  const rows = found.assets.find(({ asset }) => asset === 'PC-041')?.evidence.map(({ file }) => file)
  expect(rows).toEqual(['inventory', 'seen'])
  expect(found.assets.find(({ asset }) => asset === 'PC-077')).toMatchObject({ verdict: 'seen-not-covered' })
  const sight = (name: string) => found.assets.find(({ asset }) => asset === name)?.seen
  expect(['PC-041', 'PC-077', 'PC-001', 'SRV-1'].map(sight)).toEqual([true, true, false, undefined])
})

test('what only may be the same is proposed, and never merged', () => {
  const billed = lines(['2026-10,PC,poste-conpta,1'])
  const found = reconcileInventory({
    contract,
    inventory: facts(['poste-compta,2026-03-01,added,workstation,,,']),
    at,
    billed,
  })
  expect(found.proposed).toMatchObject([{ asset: 'poste-compta', name: 'poste-conpta', confidence: 70 }])
  expect(found.counts).toMatchObject({ 'billed-missing': 1, agreed: 0 })
})
