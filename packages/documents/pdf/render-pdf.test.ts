import { createHash } from 'node:crypto'
import type { Language } from '@vigie/engine'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { buildReport } from '../build-report-model.ts'
import { missedMeasure } from '../fixtures/commitment-result.ts'
import { type SampleOptions, sampleAssessment } from '../fixtures/sample-assessment.ts'
import { sampleContract } from '../fixtures/sample-contract.ts'
import { sampleReport } from '../fixtures/sample-report.ts'
import { sampleWatched } from '../fixtures/watched.ts'
import { pdfError } from './pdf-error.ts'
import { pdfInput } from './pdf-input.ts'
import { renderPdf } from './render-pdf.ts'
import { typeset } from './typeset.ts'

type Tag = { readonly role: string; readonly alt?: string; readonly children?: readonly Tag[] }

async function open(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
}

async function pageTexts(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' ')
    }),
  )
}

async function tags(pdf: PDFDocumentProxy): Promise<readonly Tag[]> {
  const trees: Tag[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    trees.push((await (await pdf.getPage(number)).getStructTree()) as Tag)
  }
  return trees.flatMap(flat)
}

function flat(tag: Tag): readonly Tag[] {
  return [tag, ...(tag.children ?? []).flatMap(flat)]
}

async function sample(language: Language, options: SampleOptions = {}): Promise<PDFDocumentProxy> {
  return open(await renderPdf(sampleReport(language, options)))
}

/** The French sample, set once for the tests that only read it. */
const october = renderPdf(sampleReport('fr'))

describe('the printed report', () => {
  test('says on paper what the model says, in French', async () => {
    const model = sampleReport('fr')
    const pages = await pageTexts(await open(await october))
    const all = pages.join(' ')
    const headings = [
      'Le verdict',
      'Les engagements',
      'Les pénalités',
      'Les indicateurs',
      'Les volumes',
      'Les temps de traitement',
      'Les délais dépassés',
      'Ce qui est neutralisé',
      'Ce qui est à vérifier',
      'Le contrat appliqué',
      'Comment chaque chiffre est défini',
      'Sceau, empreintes et recalcul',
    ]
    for (const heading of headings) expect(all).toContain(heading)
    for (const text of [
      model.verdict.headline,
      'Menuiserie Alpine',
      'Belledonne Infogérance',
      'CTR-PME',
      model.fingerprint.inputs,
    ])
      expect(all).toContain(text)
    expect(all).toContain('inventés pour la démonstration')
    expect(pages[1]).toContain(`page 2 / ${pages.length}`)
    expect(pages[2]).toContain('Menuiserie Alpine · CTR-PME, version 2')
  })

  test('tells disputes with the days left, and findings beside chance', async () => {
    const model = buildReport({ ...sampleAssessment(), watched: sampleWatched, language: 'fr', sources: [] })
    const text = (await pageTexts(await open(await renderPdf(model)))).join(' ')
    for (const part of ['Les contestations', 'INC-10412', 'reste 2 jours', 'Les constats à examiner', '12,50 %'])
      expect(text).toContain(part)
  })

  test('prints the whole signed checkpoint, and the command that checks it', async () => {
    const root = '1cQRMsAA1j7GcnhdPO1Ofg24gaaqadai9//f8qU8SJI='
    const signature = `— provider.example ${'A'.repeat(92)}`
    const checkpoint = `vigie/CTR-PME\n12985\n${root}\n\n${signature}\n`
    const seal = { origin: 'vigie/CTR-PME', size: 12_985, root, figures: 'f'.repeat(64), checkpoint }
    const signers = ['provider.example']
    const sealed = { ...sampleAssessment(), seal: { ...seal, signers }, language: 'fr' as const, sources: [] }
    const pages = await pageTexts(await open(await renderPdf(buildReport(sealed))))
    expect(pages[0]).toContain('Scellé par provider.example')
    // A narrow page may break a long word.
    const joined = pages.join(' ').replace(/\s+/g, '')
    for (const part of [root, seal.figures, signature, 'npx vigie verify DOSSIER-SCELLÉ --verifier CLÉ-DU-SIGNATAIRE'])
      expect(joined).toContain(part.replace(/\s+/g, ''))
  })

  test('is written in English when asked', async () => {
    const all = (await pageTexts(await sample('en'))).join(' ')
    for (const text of [
      'Monthly service report',
      'The verdict',
      'Commitments',
      'How each figure is defined',
      'page 2 of',
    ])
      expect(all).toContain(text)
  })

  test('has its title, its language, its bookmarks and no clock', async () => {
    const pdf = await open(await october)
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: 'Rapport mensuel de\u00a0service, octobre\u00a02026',
      Language: 'fr',
      CreationDate: 'D:20261101000000Z',
    })
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual([
      'Le verdict',
      'Les engagements',
      'Les pénalités',
      'Les indicateurs',
      'Les volumes',
      'Les temps de traitement',
      'Les délais dépassés',
      'Ce qui est neutralisé',
      'Ce qui est à vérifier',
      'Le contrat appliqué',
      'Comment chaque chiffre est défini',
      'Sceau, empreintes et recalcul',
    ])
  })

  test('is tagged: headings in order, tables with heads, drawings with their words', async () => {
    const all = await tags(await open(await october))
    const levels = all.filter(({ role }) => /^H[1-6]$/.test(role)).map(({ role }) => Number(role.slice(1)))
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    const tables = all.filter(({ role }) => role === 'Table')
    expect(tables.length).toBeGreaterThan(8)
    for (const table of tables) expect(flat(table).some(({ role }) => role === 'TD')).toBe(true)
    const heads = all.filter(({ role }) => role === 'TH').length
    expect(heads).toBeGreaterThan(tables.length * 2)
    const figures = all.filter(({ role }) => role === 'Figure')
    expect(figures).toHaveLength(7)
    for (const { alt } of figures) expect(alt).toMatch(/\d/)
  })

  test('the same model gives the same bytes', async () => {
    const hash = (pdf: Uint8Array): string => createHash('sha256').update(pdf).digest('hex')
    expect(hash(await renderPdf(sampleReport('fr')))).toBe(hash(await october))
  })
})

describe('whatever the month', () => {
  test.each([
    ['no ticket', { tickets: 0, previous: 0 }, 'Aucun délai n’a été dépassé dans la période.'],
    ['one ticket', { tickets: 1, previous: 0 }, 'Aucune période précédente n’a été évaluée'],
    ['a month that still runs', { provisional: true }, 'Provisoire'],
  ] as const)('%s: sections without figures say so', async (_, options, said) => {
    const pages = await pageTexts(await sample('fr', options))
    expect(pages.join(' ')).toContain(said)
  })

  test('the verdict fills one page, however much there is to say', async () => {
    const pages = await pageTexts(await sample('fr', { tickets: 800, missedPercent: 30, previous: 12 }))
    expect(pages[1]).toContain('Le verdict')
    expect(pages[2]).toMatch(/^.*Les engagements/)
  })

  test('many misses are cut to the longest, and the page says how many more there are', async () => {
    const model = sampleReport('fr', { tickets: 1500, missedPercent: 60, previous: 0 })
    const all = (await pageTexts(await open(await renderPdf(model)))).join(' ')
    const more = model.missed.length - 300
    expect(all.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      `(300) ; ${Math.floor(more / 1000)} ${String(more % 1000).padStart(3, '0')} autres figurent`,
    )
  })
})

describe('text is data', () => {
  const hostile = '#{7*7} {{7*7}} $x$ *b* _i_ @ref <script> \\ " #import "@preview/x" ]'

  test('markup of the typesetter in facts and contract is printed as it stands', async () => {
    const { assessment, neutralised } = sampleAssessment()
    const contract = { ...sampleContract, parties: { client: { name: hostile }, provider: { name: 'P' } } }
    const model = buildReport({
      assessment: { ...assessment, contract },
      missed: [missedMeasure({ ticket: hostile })],
      neutralised,
      language: 'fr',
      sources: [],
    })
    const pages = await pageTexts(await open(await renderPdf(model)))
    expect(pages[0]).toContain(hostile)
  })

  test('a character without a glyph is shown as □, and the cover says so', async () => {
    const { assessment } = sampleAssessment({ previous: 0 })
    const contract = { ...sampleContract, parties: { client: { name: '株式会社 山' }, provider: { name: 'P' } } }
    const model = buildReport({
      assessment: { ...assessment, contract },
      missed: [],
      neutralised: [],
      language: 'fr',
      sources: [],
    })
    const [cover] = await pageTexts(await open(await renderPdf(model)))
    expect(cover).toContain('□□□□ □')
    expect(cover).toContain('remplacés par □')
  })
})

describe('a file that would break PDF/UA is refused', () => {
  test('a drawing without words', async () => {
    const input = pdfInput(sampleReport('fr', { previous: 0 }))
    const mute = { ...input, data: input.data.replace(/"alt":"[^"]*"/, '"alt":null') }
    await expect(typeset(mute)).rejects.toMatchObject({
      code: 'pdf-failed',
      detail: expect.stringContaining('missing alt text'),
    })
  })

  test('a template that cannot be filled says so', async () => {
    await expect(typeset({ data: '{}', charts: [], template: 'report.typ' })).rejects.toMatchObject({
      code: 'pdf-failed',
    })
  })

  test('a platform without a compiler is told what remains', () => {
    const error = pdfError('compiler-missing', 'no binding', 'darwin-arm64')
    expect(error.code).toBe('pdf-compiler-missing')
    expect(error.localised.fr).toContain('darwin-arm64')
    expect(error.localised.en).toContain('.xlsx')
  })
})
