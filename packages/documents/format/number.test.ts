import { describe, expect, test } from 'vitest'
import { formatDecimal, formatInteger, formatPercent, formatSigned } from './number.ts'

describe('numbers are written with the marks of the language', () => {
  test.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1\u202f000', '1,000'],
    [1234567, '1\u202f234\u202f567', '1,234,567'],
    [-4096, '\u22124\u202f096', '\u22124,096'],
  ])('%d', (value, french, english) => {
    expect(formatInteger(value, 'fr')).toBe(french)
    expect(formatInteger(value, 'en')).toBe(english)
  })

  test.each([
    ['95.11', '95,11\u00a0%', '95.11%'],
    ['100.00', '100,00\u00a0%', '100.00%'],
    ['0', '0\u00a0%', '0%'],
    ['-3.5', '\u22123,5\u00a0%', '\u22123.5%'],
  ])('%s percent', (text, french, english) => {
    expect(formatPercent(text, 'fr')).toBe(french)
    expect(formatPercent(text, 'en')).toBe(english)
  })

  test('digits are never changed, only the marks', () => {
    expect(formatDecimal('1234.5000', 'fr')).toBe('1\u202f234,5000')
  })

  test.each([
    ['2.1', '+2,1'],
    ['-2.1', '\u22122,1'],
    ['0.00', '0,00'],
  ])('a difference shows its sign: %s', (text, french) => {
    expect(formatSigned(text, 'fr')).toBe(french)
  })
})
