import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeComparison, composeRedline } from '../compose-document.ts'
import { describeContract } from '../describe-contract.ts'
import { plainText } from '../document-model.ts'
import { textsOf } from '../fixtures/document-text.ts'
import { bareContract, historyOf, sampleAmendments, sampleContract, sampleHistory } from '../fixtures/sample-history.ts'
import { inlineOf } from '../inline.ts'
import { redlineInline } from './redline-inline.ts'

const history = sampleHistory()
const [first, second, third] = history.versions
if (second === undefined || third === undefined) throw new Error('the sample has three versions')

describe('two texts as one', () => {
  const words = fc.array(
    fc.constantFrom('le', 'délai', 'est', 'de', '4', '30', 'heures', 'minutes', '2\u202f580,00\u00a0€', '« P1 »'),
    { maxLength: 12 },
  )

  test('refusing every change gives the old one, accepting it the new one', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [old, now] = [before.join(' '), after.join(' ')]
        const text = redlineInline(inlineOf(old), inlineOf(now), 0)
        expect(plainText(text, 'before')).toBe(old)
        expect(plainText(text, 'after')).toBe(now)
      }),
    )
  })

  test('a word alone is marked, and an amount is one word', () => {
    const text = redlineInline(inlineOf('dans un délai de 4 heures'), inlineOf('dans un délai de 3 heures'), 0)
    expect(text.filter(({ change }) => change).map(({ text: word, change }) => [change?.kind, word])).toEqual([
      ['deleted', '4'],
      ['inserted', '3'],
    ])
    const amounts = redlineInline(
      inlineOf('un prix de 2\u202f580,00\u00a0€'),
      inlineOf('un prix de 2\u202f700,00\u00a0€'),
      0,
    )
    expect(amounts.filter(({ change }) => change).map(({ text: word }) => word)).toEqual([
      '2\u202f580,00',
      '2\u202f700,00',
    ])
  })

  test('texts with little in common are replaced as a whole', () => {
    const text = redlineInline(inlineOf('aucune suspension'), inlineOf('le temps compte toujours'), 0)
    expect(text.map(({ change }) => change?.kind)).toEqual(['deleted', 'inserted'])
  })
})

describe('the changes between versions', () => {
  const model = composeRedline(history, first, third, 'fr', sampleAmendments)

  test.each([
    ['refused, they give the old contract', 'before', first],
    ['accepted, they give the new one', 'after', third],
  ] as const)('%s', (_, side, version) => {
    const plain = describeContract(version, 'fr')
    const amended = new Set(['article:amendments'])
    const without = (one: typeof model) => ({
      ...one,
      articles: one.articles.filter(({ anchors }) => !amended.has(anchors[0])),
    })
    expect(textsOf(without(model), side)).toEqual(textsOf(without(plain)))
  })

  test('a change is that of the amendment that made it, at the date of its signature', () => {
    const authors = model.revisions.map(({ author, date }) => `${author.replaceAll('\u00a0', ' ')} ${date}`)
    const of = (anchor: string) => {
      const article = model.articles.find(({ anchors }) => anchors.includes(anchor))
      const runs = article?.blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flat()) : block.text,
      )
      return [
        ...new Set((runs ?? []).flatMap(({ change }) => (change === undefined ? [] : [authors[change.revision]]))),
      ]
    }
    expect(of('MFA-REVIEW')).toEqual(['Avenant n° 1 (Harfang SA, Belledonne) 2026-06-15'])
    expect(of('prices:fees')).toEqual(['Avenant n° 2 (Harfang SA, Belledonne) 2026-09-20'])
    expect(of('P1-RESOLUTION')).toEqual([
      'Avenant n° 1 (Harfang SA, Belledonne) + Avenant n° 2 (Harfang SA, Belledonne) 2026-09-20',
    ])
  })

  test('what nothing touched bears no mark', () => {
    const article = model.articles.find(({ anchors }) => anchors[0] === 'P1-RESPONSE')
    expect(article?.blocks.some((block) => block.kind !== 'table' && block.text.some(({ change }) => change))).toBe(
      false,
    )
    expect(article?.change).toBeUndefined()
  })

  test('anchors stay unique and references find one, also where clauses went', () => {
    for (const redlined of [
      model,
      composeComparison(historyOf(sampleContract).versions[0], historyOf(bareContract).versions[0], 'en'),
    ]) {
      const rows = redlined.articles.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
      )
      const placed = [
        ...redlined.articles.flatMap(({ anchors }) => anchors),
        ...rows.flatMap(({ anchors = [] }) => anchors),
      ]
      expect(new Set(placed).size).toBe(placed.length)
      const texts = redlined.articles.flatMap(({ title, blocks }) => [
        title,
        ...blocks.flatMap((block) =>
          block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [block.text],
        ),
      ])
      for (const { to } of texts.flat()) if (to !== undefined) expect(placed).toContain(to)
    }
  })

  test('a contract against itself has no change', () => {
    const same = composeComparison(first, first, 'fr')
    expect(JSON.stringify(same.articles)).not.toContain('"change"')
  })
})
