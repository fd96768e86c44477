import { expect, test } from 'vitest'
import { messages } from './catalogue.ts'
import { fr, frenchSpaces } from './typography.ts'

function shape(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'function') return [`${path}(${value.length})`]
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, item]) => shape(item, `${path}/${key}`))
  }
  return [`${path}:${typeof value}`]
}

test('both languages say the same things', () => {
  const names = (paths: readonly string[]) => paths.map((path) => path.replace(/\(\d+\)$/, '()')).sort()
  expect(names(shape(messages('en')))).toEqual(names(shape(messages('fr'))))
})

test('no message of one language is that of the other by oversight', () => {
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : []
  const french = new Set(texts(messages('fr')).filter((text) => text.length > 25))
  expect(texts(messages('en')).filter((text) => french.has(text))).toEqual([])
})

test.each([
  [
    'Attention : « mot » ; oui ? non ! 95 %',
    'Attention\u00a0: «\u00a0mot\u00a0»\u202f; oui\u202f? non\u202f! 95\u00a0%',
  ],
  ['rien à changer', 'rien à changer'],
])('French punctuation keeps to its word: %s', (plain, set) => {
  expect(frenchSpaces(plain)).toBe(set)
})

test('a value put into a French message is left as it is', () => {
  expect(fr`Ticket ${'a : b'} : clos`).toBe('Ticket a : b\u00a0: clos')
})

test.each([
  [0, 'Aucun délai'],
  [1, '1 délai'],
  [2, '2 délais'],
])('French plurals start at two: %d', (count, expected) => {
  const said = messages('fr').verdict.deadlineCount(count === 0 ? 'Aucun' : String(count), count)
  expect(said).toBe(expected)
})

test('English plurals take every number but one', () => {
  const { deadlineCount } = messages('en').verdict
  expect([0, 1, 2].map((count) => deadlineCount(String(count), count))).toEqual([
    '0 deadlines',
    '1 deadline',
    '2 deadlines',
  ])
})
