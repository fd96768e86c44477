import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifyAssets } from './classify-assets.ts'
import type { ReconciledFile, Sighting } from './sighting.ts'

const names = fc.record({
  name: fc.constantFrom('PC-1', 'pc01', 'PC-2', 'PC-3', 'poste-compta', 'poste-conpta', 'SRV-1'),
  serial: fc.constantFrom(undefined, undefined, 'AAAA1', 'BBBB2', 'CCCC3'),
  assetClass: fc.constantFrom(undefined, 'pc', 'server', 'tablet'),
  units: fc.integer({ min: 0, max: 3 }),
})

const file = (which: ReconciledFile) =>
  fc.array(names, { maxLength: 6 }).map((entries) =>
    entries.map(({ name, serial, assetClass, units }, index): Sighting => {
      const card = { key: `${which}:${index}`, name, ...(serial && { serial }), ...(assetClass && { assetClass }) }
      return { card, units, evidence: [{ file: which, line: index + 2, asset: name }] }
    }),
  )

const input = fc.record({
  inventory: file('inventory'),
  seen: fc.option(file('seen'), { nil: undefined }),
  covered: fc.option(file('covered'), { nil: undefined }),
  billed: fc.option(file('invoice'), { nil: undefined }),
})

const classify = ({
  inventory,
  seen,
  covered,
  billed,
}: typeof input extends fc.Arbitrary<infer Value> ? Value : never) =>
  classifyAssets({
    inventory,
    ...(seen && { seen }),
    ...(covered && { covered }),
    ...(billed && { billed }),
    isCovered: ({ assetClass }) => assetClass === 'pc' || assetClass === 'server',
    contractUnits: (assetClass) => (assetClass === 'pc' ? 2 : undefined),
    classOfItem: () => undefined,
  })

test('the verdicts partition the union of all files: every row is the evidence of one asset, and of one only', () => {
  fc.assert(
    fc.property(input, (files) => {
      const rows = classify(files).assets.flatMap(({ evidence }) =>
        evidence.map(({ file: of, line }) => `${of} ${line}`),
      )
      const given = Object.values(files)
        .flatMap((list) => list ?? [])
        .flatMap(({ evidence }) => evidence.map(({ file: of, line }) => `${of} ${line}`))
      expect(rows.sort()).toEqual(given.sort())
    }),
    { numRuns: 500 },
  )
})

test('a verdict says what the files say', () => {
  fc.assert(
    fc.property(input, (files) => {
      for (const { verdict, evidence, of } of classify(files).assets) {
        const inField = evidence.some(({ file: from }) => from === 'inventory' || from === 'seen')
        const inContract = evidence.some(({ file: from }) => from === 'covered')
        const inInvoice = evidence.some(({ file: from }) => from === 'invoice')
        expect(of === undefined).toBe(verdict !== 'duplicated')
        if (verdict === 'seen-not-covered') expect([inField, inContract]).toEqual([true, false])
        if (verdict === 'covered-gone') expect([inField, inContract, inInvoice]).toEqual([false, true, false])
        if (verdict === 'billed-missing') expect([inField, inInvoice]).toEqual([false, true])
        if (verdict === 'unbilled-covered') expect([inField, inInvoice]).toEqual([true, false])
        if (verdict === 'out-of-scope-seen') expect(inField).toBe(true)
        if (verdict === 'agreed') expect(inField).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
