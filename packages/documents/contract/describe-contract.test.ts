import { describe, expect, test } from 'vitest'
import { amendmentLines } from './amendment-lines.ts'
import { describeContract } from './describe-contract.ts'
import type { DocumentModel } from './document-model.ts'
import { textsOf } from './fixtures/document-text.ts'
import {
  bareContract,
  historyOf,
  sampleAmendments,
  sampleContract,
  sampleHistory,
  wideContract,
} from './fixtures/sample-history.ts'

const spaces = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const described = (source: string, language: 'fr' | 'en' = 'fr') =>
  describeContract(historyOf(source).versions[0], language)
const textOf = (model: DocumentModel) => spaces(textsOf(model).join('\n'))

/** Every anchor of a document, and every anchor that it refers to. */
function anchorsOf({ cover, articles }: DocumentModel) {
  const blocks = [...cover.blocks, ...articles.flatMap((article) => article.blocks)]
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const texts = [
    ...articles.map(({ title }) => title),
    ...blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text])),
    ...rows.flatMap(({ cells }) => cells),
  ]
  const placed = [
    ...articles.flatMap(({ anchors }) => anchors),
    ...rows.flatMap(({ anchors = [] }) => anchors),
    ...blocks.flatMap((block) => (block.kind === 'item' ? (block.anchors ?? []) : [])),
  ]
  return {
    placed,
    named: texts.flatMap((text) => text.flatMap(({ to, text: words }) => (to === undefined ? [] : [{ to, words }]))),
  }
}

describe('the contract in sentences', () => {
  const french = textOf(described(sampleContract))

  test.each([
    'Harfang SA, SIREN 123456789, ci-après « le Client »',
    'Le contrat est conclu pour une durée initiale de 36 mois. À son terme, il est reconduit tacitement pour 12 mois, sans limite de nombre.',
    'le notifie à l’autre au moins 3 mois avant l’échéance',
    'Est incluse dans le forfait, à la charge du Prestataire, toute intervention de type « Support ».',
    'au prix de l’article « Journée » du bordereau, toute intervention de type « Projets ».',
    'Le Prestataire prend en compte tout incident de priorité P1 dans un délai de 30 minutes, décompté sur le calendrier « Heures ouvrées » (lundi à vendredi 8 h – 18 h, hors jours fériés).',
    'Ce délai est respecté pour au moins 95 % des tickets de chaque mois',
    'Si la période en compte moins de 5 délais, un seul dépassement est admis.',
    'une disponibilité d’au moins 99 % de chaque mois',
    '50,00 € par heure de retard, toute heure commencée étant due',
    'Plafond : 225,00 € par événement.',
    '2 500,00 €',
  ])('%s', (sentence) => {
    expect(french).toContain(sentence)
  })

  test('in English too', () => {
    const english = textOf(described(sampleContract, 'en'))
    expect(english).toContain('The Provider acknowledges every incident of priority P1 within 30 minutes')
    expect(english).toContain('It is met for at least 95% of the tickets of each month')
    expect(english).not.toMatch(/Prestataire|[Aa]rticle\s\d\.[A-Z] –.*délai/)
  })

  test('defines the words that it uses, and no others', () => {
    expect(french).toContain('Prise en compte : acte par lequel')
    expect(french).not.toContain('Solution de contournement : moyen')
    expect(textOf(described(bareContract))).not.toContain('Ticket : tout incident')
  })

  test('no French line of ours breaks before its punctuation', () => {
    const texts = described(sampleContract).articles.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [] : block.text.map(({ text }) => text))),
    )
    expect(texts.filter((text) => / [:;!?»%€]/.test(text))).toEqual([])
  })

  test('the words of the contract come before the usual ones', () => {
    const own = sampleContract.replace(
      '  signedOn: 2025',
      '  definitions: { Ticket: "un bon de travail" }\n  signedOn: 2025',
    )
    const text = textOf(described(own))
    expect(text).toContain('Ticket : un bon de travail')
    expect(text).not.toContain('Ticket : tout incident')
  })
})

describe('anchors', () => {
  const model = described(sampleContract)

  test('every clause id and every clause number is one', () => {
    const { placed } = anchorsOf(model)
    for (const anchor of [
      'P1-RESPONSE',
      '2.1',
      'PER-2',
      '1.2',
      'FILES',
      '2.3',
      'BACKUP',
      'PEN-P1',
      '2.5',
      'business',
      'DAY',
      'lead',
    ])
      expect(placed).toContain(anchor)
  })

  test.each([
    ['the sample', sampleContract],
    ['a header alone', bareContract],
    ['a wide scope', wideContract()],
  ])('each is unique and each reference finds one: %s', (_, source) => {
    for (const language of ['fr', 'en'] as const) {
      const { placed, named } = anchorsOf(described(source, language))
      expect(placed.filter((anchor, index) => placed.indexOf(anchor) !== index)).toEqual([])
      expect(named.filter(({ to }) => !placed.includes(to))).toEqual([])
      expect(named.filter(({ words }) => words === '')).toEqual([])
    }
  })

  test('an id of two kinds has an anchor of each', () => {
    const { placed } = anchorsOf(described(sampleContract.replaceAll('lead', 'business')))
    expect(placed).toContain('role:business')
    expect(placed).toContain('calendar:business')
  })

  test('an id that is a name of the document’s own stays apart from it', () => {
    const { placed, named } = anchorsOf(described(sampleContract.replaceAll('business', '"annex:grid"')))
    expect(placed.filter((anchor, index) => placed.indexOf(anchor) !== index)).toEqual([])
    expect(named.filter(({ to }) => !placed.includes(to))).toEqual([])
  })

  test('a clause is headed by its number in the contract, another by its place', () => {
    const titles = described(sampleContract.replace('clause: "2.2"', '')).articles.map(({ title }) =>
      title.map(({ text }) => text).join(''),
    )
    expect(titles).toContain('2.1 – Prise en compte des incidents P1')
    expect(titles.find((title) => /^2\.[A-Z]-2 – Résolution/.test(title))).toBeDefined()
  })
})

test.each([
  ['the sample', sampleContract],
  ['a wide scope', wideContract()],
])('every table has a name of its own: %s', (_, source) => {
  for (const language of ['fr', 'en'] as const) {
    const blocks = described(source, language).articles.flatMap((article) => article.blocks)
    const captions = blocks.flatMap((block) => (block.kind === 'table' ? [block.caption] : []))
    expect(captions.filter((caption, index) => captions.indexOf(caption) !== index)).toEqual([])
  }
})

describe('much, little, nothing', () => {
  test('a chapter that the contract does not have is not there', () => {
    const titles = described(bareContract).articles.map(({ anchors }) => anchors[0])
    expect(titles).toContain('article:parties')
    for (const absent of [
      'chapter:scope',
      'chapter:governance',
      'chapter:exit',
      'annex:matrix',
      'annex:grid',
      'annex:other',
    ])
      expect(titles).not.toContain(absent)
  })

  test('a wide matrix is split, and a crowded cell says how many rules it leaves out', () => {
    const { articles } = described(wideContract())
    const tables = articles
      .find(({ anchors }) => anchors[0] === 'annex:matrix')
      ?.blocks.filter(({ kind }) => kind === 'table')
    expect(tables).toHaveLength(2)
    for (const table of tables ?? []) if (table.kind === 'table') expect(table.columns.length).toBeLessThanOrEqual(7)
    expect(articles.filter(({ anchors }) => /^R-\d+$/.test(anchors[0]))).toHaveLength(200)
  })

  test('what no article knows is said in an annex', () => {
    const contract = historyOf(sampleContract).versions[0]
    const grown = {
      ...contract,
      chapters: { ...contract.chapters, exit: { newKey: { within: 'P30D' } } },
    } as typeof contract
    const text = textOf(describeContract(grown, 'fr'))
    expect(text).toContain('Autres stipulations')
    expect(text).toContain('chapters.exit.newKey.within')
    expect(text).toContain('30 jours')
  })
})

describe('versions and transcriptions', () => {
  test('a version lists the amendments that it holds, with the clauses that they change', () => {
    const history = sampleHistory()
    const last = history.versions.at(-1) ?? history.versions[0]
    const lines = amendmentLines(history, sampleAmendments, last.version, 'fr')
    expect(lines).toMatchObject([
      {
        number: 1,
        signedOn: '2026-06-15',
        effectiveFrom: '2026-07-01',
        changed: expect.arrayContaining(['Périmètre', '2.2', '2.9']),
      },
      { number: 2, signedOn: '2026-09-20', changed: ['2.2', expect.stringContaining('monthly-fee')] },
    ])
    expect(lines[0]?.summary).toContain('3 heures')
    const text = textOf(describeContract(last, 'fr', { amendments: lines }))
    expect(text).toContain('n° 1 | 15 juin 2026 | 1er juillet 2026')
    expect(text).toContain('Le contrat a pris effet le 1er janvier 2026 à 0 h.')
    expect(text).toContain('La présente version est en vigueur depuis le 1er octobre 2026')
  })

  test('a transcription says first and on every page that the signed document prevails, and cites it', () => {
    const signed = sampleContract
      .replace(
        '  signedOn:',
        `  authority: { file: contrat.pdf, sha256: "${'ab'.repeat(32)}", signedOn: 2025-12-01 }\n  signedOn:`,
      )
      .concat('clauses: { "2.1": { page: 12, quote: "sous trente minutes" } }\n')
    const model = described(signed)
    expect(spaces(model.running.foot)).toBe('Transcription : le document signé le 1er décembre 2025 prévaut.')
    const first = model.cover.blocks
      .flatMap((block) => (block.kind === 'notice' ? block.text.map(({ text }) => text) : []))
      .join('')
    expect(first).toContain('le document signé prévaut')
    expect(textOf(model)).toContain('(document signé, page 12 : « sous trente minutes »)')
    expect(textOf(model)).toContain('ab'.repeat(32))
  })

  test('what a reader must know before any figure stands on the first page', () => {
    const noticed = sampleContract.replace(
      '  signedOn:',
      '  notice: { fr: Contrat d’essai., en: Trial contract. }\n  signedOn:',
    )
    expect(textOf(described(noticed))).toContain('Contrat d’essai.')
    expect(textOf(described(noticed, 'en'))).toContain('Trial contract.')
  })
})
