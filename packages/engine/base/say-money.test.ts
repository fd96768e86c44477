import { expect, test } from 'vitest'
import { ratioOf } from './ratio.ts'
import { sayFigure, sayMoney } from './say-money.ts'

test.each([
  [ratioOf(327100n, 100n), 'EUR', '3\u202f271,00\u00a0€', '€3,271.00'],
  [ratioOf(-1205n, 100n), 'EUR', '\u221212,05\u00a0€', '\u2212€12.05'],
  [ratioOf(123456789n, 100n), 'CHF', '1\u202f234\u202f567,89\u00a0CHF', 'CHF\u00a01,234,567.89'],
  [ratioOf(150n, 7n), 'EUR', '≈ 21,4286\u00a0€', '≈ €21.4286'],
  [ratioOf(1n, 8n), 'USD', '0,125\u00a0$', '$0.125'],
  [ratioOf(100n, 1n), 'EUR', '100,00\u00a0€', '€100.00'],
])('%o %s as each language writes it', (value, currency, french, english) => {
  expect(sayMoney(value, currency)).toEqual({ fr: french, en: english })
})

test('figures keep their digits up to four decimals', () => {
  expect(sayFigure(ratioOf(5n, 2n))).toEqual({ fr: '2,5', en: '2.5' })
  expect(sayFigure(ratioOf(-12345n, 1n))).toEqual({ fr: '\u221212\u202f345', en: '\u221212,345' })
  expect(sayFigure(ratioOf(1n, 3n))).toEqual({ fr: '≈ 0,3333', en: '≈ 0.3333' })
})
