import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatRatio } from '../base/ratio.ts'
import { itemsInForce, monthlyPriceOfQuantity, type PriceItem, priceOfQuantity } from './price-of-quantity.ts'

const tiers = [{ upTo: 50, price: '45.00' }, { upTo: 100, price: '40.00' }, { price: '35.50' }]
const graduated: PriceItem = { id: 'G', per: 'month', tiers, tiering: 'graduated' }
const volume: PriceItem = { id: 'V', per: 'month', tiers, tiering: 'volume' }

describe('tiers', () => {
  test.each([
    [0, '0.00', '0.00'],
    [1, '45.00', '45.00'],
    [50, '2250.00', '2250.00'],
    [51, '2290.00', '2040.00'],
    [53, '2370.00', '2120.00'],
    [100, '4250.00', '4000.00'],
    [101, '4285.50', '3585.50'],
  ])('%i units cost %s by slices and %s at one price', (quantity, bySlices, atOne) => {
    expect(formatRatio(priceOfQuantity(graduated, quantity), 2)).toBe(bySlices)
    expect(formatRatio(priceOfQuantity(volume, quantity), 2)).toBe(atOne)
  })

  test('by slices is the sum of what each unit costs', () => {
    const unit = (n: number) => (n <= 50 ? 4500 : n <= 100 ? 4000 : 3550)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (quantity) => {
        let cents = 0
        for (let n = 1; n <= quantity; n++) cents += unit(n)
        expect(formatRatio(priceOfQuantity(graduated, quantity), 2)).toBe((cents / 100).toFixed(2))
      }),
    )
  })

  test('past a last tier with an end, its price goes on', () => {
    const item: PriceItem = { id: 'X', tiers: [{ upTo: 10, price: '2' }], tiering: 'graduated' }
    expect(formatRatio(priceOfQuantity(item, 15), 2)).toBe('30.00')
  })
})

test.each([
  ['month', '120.00'],
  ['quarter', '40.00'],
  ['year', '10.00'],
] as const)('a price per %s makes %s a month', (per, expected) => {
  const monthly = monthlyPriceOfQuantity({ id: 'X', per, price: '120.00' }, 1)
  expect(monthly && formatRatio(monthly, 2)).toBe(expected)
})

test('an item charged each time makes no monthly price', () => {
  expect(monthlyPriceOfQuantity({ id: 'X', price: '680.00' }, 1)).toBeUndefined()
})

test('items of inactive packages are not charged; those of no package, and of mandatory ones, are', () => {
  const pricing = {
    items: [
      { id: 'PC', price: '42.00' },
      { id: 'SRV', price: '120.00' },
      { id: 'DAY', price: '680.00' },
    ],
    packages: [
      { id: 'base', mandatory: true, items: ['PC'] },
      { id: 'servers', items: ['SRV'] },
      { id: 'soc', items: [{ id: 'SOC', price: '9.00' }] },
    ],
    active: ['soc'],
  }
  expect(itemsInForce(pricing).map(({ id }) => id)).toEqual(['PC', 'DAY', 'SOC'])
})
