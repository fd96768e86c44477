import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssetCard } from './asset-card.ts'
import { findDuplicates } from './find-duplicates.ts'
import { type AssetMatching, MERGE_FROM, matchAssets, PROPOSE_FROM } from './match-assets.ts'
import { nameKey, normalName } from './normal-name.ts'
import { normalSerial } from './normal-serial.ts'
import { comparableCards, scorePair } from './score-pair.ts'

const card = (name: string, rest: Partial<AssetCard> = {}): AssetCard => ({ key: name, name, ...rest })

describe('names are one to the way of writing', () => {
  test.each([
    ['PC-012', 'pc12'],
    ['PC-012', 'pc-012.corp.exemple.fr'],
    ['PC-012', 'EXEMPLE\\PC-012'],
    ['Réception', 'RECEPTION'],
    ['SRV_FILE 01', 'srv-file-1'],
    ['imprimante-étage.local', 'Imprimante étage'],
  ])('%s and %s', (a, b) => {
    expect(nameKey(normalName(a))).toBe(nameKey(normalName(b)))
  })

  test.each([
    ['PC-012', 'PC-013'],
    ['srv-1-2', 'srv-12'],
    ['jean.dupont', 'jean.durand'],
    ['contact@a.fr', 'contact@b.fr'],
  ])('%s and %s are not', (a, b) => {
    expect(nameKey(normalName(a))).not.toBe(nameKey(normalName(b)))
  })
})

test.each([
  ['S/N: abc-123 4', 'ABC1234'],
  ['To be filled by O.E.M.', undefined],
  ['00000000', undefined],
  ['123456789', undefined],
  ['N/A', undefined],
])('the serial number %s reads %s', (text, serial) => {
  expect(normalSerial(text)).toBe(serial)
})

function confidence(a: Partial<AssetCard> & { name: string }, b: Partial<AssetCard> & { name: string }) {
  const [left] = comparableCards([{ key: 'a', ...a }])
  const [right] = comparableCards([{ key: 'b', ...b }])
  const score = left && right && scorePair(left, right)
  return score && { confidence: score.confidence, because: score.reasons.map(({ message }) => message.fr) }
}

describe('the confidence is the sum of its reasons', () => {
  test.each([
    [
      'one serial number beats other names',
      { name: 'PC-1', serial: 'ABC123' },
      { name: 'ACCUEIL', serial: 'abc-123' },
      85,
    ],
    ['serial and name', { name: 'PC-1', serial: 'ABC123' }, { name: 'pc1', serial: 'ABC123' }, 100],
    ['serial numbers that read alike', { name: 'PC-1', serial: 'ABCO12' }, { name: 'pc1', serial: 'ABC0I2' }, 90],
    ['alike serial, other name: not enough', { name: 'PC-1', serial: 'ABCO12' }, { name: 'x', serial: 'ABC012' }, 75],
    ['one name', { name: 'PC-1' }, { name: 'PC-01', site: 'hq' }, 85],
    [
      'one name, class, site and user',
      { name: 'PC-1', assetClass: 'pc', site: 'hq', owner: 'Zoé' },
      { name: 'PC-1', assetClass: 'PC', site: 'HQ', owner: 'zoe' },
      100,
    ],
    ['one name, other class', { name: 'PC-1', assetClass: 'pc' }, { name: 'PC-1', assetClass: 'server' }, 70],
    [
      'one name, other serial: a machine replaced?',
      { name: 'PC-1', serial: 'ABC123', assetClass: 'pc' },
      { name: 'PC-1', serial: 'XYZ789', assetClass: 'pc' },
      50,
    ],
    ['one letter', { name: 'poste-compta' }, { name: 'poste-conpta' }, 70],
    [
      'one letter, one class, one site',
      { name: 'poste-compta', assetClass: 'pc', site: 'hq' },
      { name: 'poste-conpta', assetClass: 'pc', site: 'hq' },
      80,
    ],
    ['two letters', { name: 'poste-compta' }, { name: 'poste-copmta' }, 60],
  ])('%s', (_, a, b, expected) => {
    const score = confidence(a, b)
    expect(score?.confidence).toBe(expected)
  })

  test.each([
    ['neighbours of a numbered park', { name: 'PC-012' }, { name: 'PC-013' }],
    ['short names', { name: 'srv' }, { name: 'srw' }],
    ['three letters', { name: 'poste-compta' }, { name: 'poste-direct' }],
  ])('%s are never brought together', (_, a, b) => {
    expect(confidence(a, b)).toBeUndefined()
  })

  test('says why, in words', () => {
    expect(confidence({ name: 'poste-compta', site: 'hq' }, { name: 'poste-conpta', site: 'hq' })?.because).toEqual([
      'noms proches\u00a0: 1 lettre',
      'même site',
    ])
  })
})

describe('assignment', () => {
  test('is one to one, the surest first', () => {
    const found = matchAssets(
      [card('PC-1', { serial: 'AAAA1' }), card('PC-2')],
      [card('PC-2', { serial: 'AAAA1' }), card('pc2', { key: 'other' })],
    )
    expect(found.matched.map(({ left, right, confidence }) => [left, right, confidence])).toEqual([
      ['PC-1', 'PC-2', 85],
      ['PC-2', 'other', 85],
    ])
  })

  test('a near name that could go two ways is proposed, never merged', () => {
    const one = { assetClass: 'pc', site: 'hq' }
    const found = matchAssets([card('poste-compta', one)], [card('poste-conpta', one), card('poste-cumpta', one)])
    expect(found.matched).toEqual([])
    expect(found.proposed).toMatchObject([{ left: 'poste-compta', right: 'poste-conpta', confidence: 80 }])
    expect(found.leftOnly).toEqual(['poste-compta'])
  })

  test('a label is a name where it is nobody else’s', () => {
    const found = matchAssets(
      [card('4711', { label: 'PC-1' }), card('4712', { label: 'Latitude' }), card('4713', { label: 'Latitude' })],
      [card('PC-1'), card('Latitude')],
    )
    expect(found.matched.map(({ left, right }) => [left, right])).toEqual([['4711', 'PC-1']])
  })
})

test('duplicates: one serial number, or one name that no serial number contradicts; the first is kept', () => {
  const found = findDuplicates(
    [
      card('PC-1', { serial: 'AAAA1' }),
      card('PC-1b', { serial: 'aaaa1' }),
      card('PC-2', { serial: 'BBBB1' }),
      card('pc02', { serial: 'CCCC1' }),
      card('PC-3'),
      card('pc-3.local'),
      card('PC-4'),
      card('PC-5'),
    ],
    MERGE_FROM,
  )
  expect(found.map(({ key, of, confidence }) => [key, of, confidence])).toEqual([
    ['PC-1b', 'PC-1', 85],
    ['pc-3.local', 'PC-3', 85],
  ])
})

/** Small parks with many near and equal names, some serial numbers shared. */
const cards = fc
  .uniqueArray(
    fc.record({
      letters: fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 3, maxLength: 9 }),
      number: fc.constantFrom('', '1', '01', '2'),
      serial: fc.option(fc.constantFrom('AAAA1', 'AAAAI', 'BBBB2', 'CCCC3'), { nil: undefined, freq: 3 }),
      site: fc.constantFrom(undefined, 'hq', 'branch'),
      owner: fc.constantFrom(undefined, 'x'),
    }),
    { maxLength: 12, selector: ({ letters, number }) => `${letters}-${number}` },
  )
  .map((list) =>
    list.map(({ letters, number, serial, site, owner }): AssetCard => {
      const name = `${letters}-${number}`
      return { key: name, name, ...(serial && { serial }), ...(site && { site }), ...(owner && { owner }) }
    }),
  )

/** Every pair against every pair, as one would by hand; its own count of letters. */
function naive(left: readonly AssetCard[], right: readonly AssetCard[]): AssetMatching {
  const lefts = comparableCards(left)
  const rights = comparableCards(right)
  const all = lefts.flatMap((a) =>
    rights.flatMap((b) => {
      const score = scorePair(a, b)
      if (score === undefined || score.confidence < PROPOSE_FROM) return []
      const isNear = score.reasons.some(({ code }) => code === 'near-name')
      return [{ left: a.card.key, right: b.card.key, ...score, isNear }]
    }),
  )
  const order = (a: (typeof all)[number], b: (typeof all)[number]) =>
    b.confidence - a.confidence || (a.left < b.left ? -1 : a.left > b.left ? 1 : a.right < b.right ? -1 : 1)
  const matched: typeof all = []
  const isFree = (pair: (typeof all)[number]) =>
    !matched.some((one) => one.left === pair.left || one.right === pair.right)
  for (const pair of all.filter((one) => !one.isNear && one.confidence >= MERGE_FROM).sort(order)) {
    if (isFree(pair)) matched.push(pair)
  }
  const rest = all.filter((one) => one.isNear && isFree(one))
  for (const pair of rest.filter((one) => one.confidence >= MERGE_FROM).sort(order)) {
    const rivals = rest.filter(
      (one) => one.confidence === pair.confidence && (one.left === pair.left || one.right === pair.right),
    )
    if (rivals.length === 1 && isFree(pair)) matched.push(pair)
  }
  const proposed: typeof all = []
  for (const pair of all.filter(isFree).sort(order)) {
    if (!proposed.some((one) => one.left === pair.left || one.right === pair.right)) proposed.push(pair)
  }
  const plain = (pairs: typeof all) =>
    pairs.toSorted((a, b) => (a.left < b.left ? -1 : a.left > b.left ? 1 : 0)).map(({ isNear, ...pair }) => pair)
  return {
    matched: plain(matched),
    proposed: plain(proposed),
    leftOnly: left.flatMap(({ key }) => (matched.some((one) => one.left === key) ? [] : [key])).sort(),
    rightOnly: right.flatMap(({ key }) => (matched.some((one) => one.right === key) ? [] : [key])).sort(),
  }
}

test('blocks lose no pair: the matching is that of all against all', () => {
  fc.assert(
    fc.property(cards, cards, (left, right) => {
      expect(matchAssets(left, right)).toEqual(naive(left, right))
    }),
    { numRuns: 400 },
  )
})

test('the letters between two names are those of a plain edit distance', () => {
  const edits = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length
    if (a[0] === b[0]) return edits(a.slice(1), b.slice(1))
    return 1 + Math.min(edits(a.slice(1), b), edits(a, b.slice(1)), edits(a.slice(1), b.slice(1)))
  }
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 6 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      fc.pre(a !== b)
      const near = Math.abs(a.length - b.length) <= 1 && edits(a, b) === 1
      expect(confidence({ name: a }, { name: b })?.confidence).toBe(near ? 70 : undefined)
    }),
  )
})

test('neither the order of a source nor that of the other changes what is matched', () => {
  fc.assert(
    fc.property(cards, cards, (left, right) => {
      expect(matchAssets([...left].reverse(), [...right].reverse())).toEqual(matchAssets(left, right))
    }),
  )
})
