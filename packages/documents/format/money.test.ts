import { expect, test } from 'vitest'
import { formatMoney } from './money.ts'

test.each([
  ['1234.50', 'EUR', '1\u202f234,50\u00a0€', '€1,234.50'],
  ['-12.05', 'EUR', '\u221212,05\u00a0€', '\u2212€12.05'],
  ['0.00', 'USD', '0,00\u00a0$', '$0.00'],
  [
    '99999999999999999.99',
    'CHF',
    '99\u202f999\u202f999\u202f999\u202f999\u202f999,99\u00a0CHF',
    'CHF\u00a099,999,999,999,999,999.99',
  ],
])('%s %s keeps every digit', (amount, currency, french, english) => {
  expect(formatMoney(amount, currency, 'fr')).toBe(french)
  expect(formatMoney(amount, currency, 'en')).toBe(english)
})
