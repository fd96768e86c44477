import { createHash } from 'node:crypto'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { composeDocument, composeRedline } from '../compose-document.ts'
import { describeContract } from '../describe-contract.ts'
import { bareContract, historyOf, sampleAmendments, sampleHistory, wideContract } from '../fixtures/sample-history.ts'
import { renderContractPdf } from './render-contract-pdf.ts'

async function open(pdf: Uint8Array) {
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
}

async function textOf(pdf: Awaited<ReturnType<typeof open>>): Promise<string> {
  const pages = await Promise.all(
    Array.from(
      { length: pdf.numPages },
      async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items,
    ),
  )
  return pages
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
}

describe('the contract on paper', () => {
  const history = sampleHistory()
  const last = history.versions.at(-1) ?? history.versions[0]
  const model = composeDocument(history, last, 'fr', sampleAmendments)
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await renderContractPdf(model)
  })

  test('says what the contract says, with its worked examples', async () => {
    const text = await textOf(await open(bytes))
    for (const words of [
      'Contrat d’infogérance',
      'Chapitre 2 – Engagements de service',
      '2.1 – Prise en compte des incidents P1',
      'Exemples chiffrés',
      'Avenants consolidés',
    ])
      expect(text).toContain(words)
  })

  test('every clause is a named destination, and the outline has the chapters', async () => {
    const pdf = await open(bytes)
    const found = await pdf.getDestinations()
    const destinations = found instanceof Map ? [...found.keys()] : Object.keys(found)
    for (const anchor of ['P1-RESPONSE', 'PER-1', 'PEN-P1', 'chapter:commitments'])
      expect(destinations).toContain(anchor)
    const outline = (await pdf.getOutline()).map(({ title }) => title.replaceAll('\u00a0', ' '))
    expect(outline).toContain('Chapitre 2 – Engagements de service')
    expect(outline).toContain('Annexe 1 – Matrice du périmètre')
  })

  test('is tagged, in its language, dated by its version', async () => {
    const { info, metadata } = await (await open(bytes)).getMetadata()
    expect(info).toMatchObject({ Language: 'fr', CreationDate: 'D:20261001000000Z' })
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('is the same bytes twice', async () => {
    const hash = (of: Uint8Array) => createHash('sha256').update(of).digest('hex')
    expect(hash(await renderContractPdf(model))).toBe(hash(bytes))
  })
})

test('a redline, a header alone and a wide scope are set too', async () => {
  const history = sampleHistory()
  const [first, second] = history.versions
  const redlined = await textOf(
    await open(await renderContractPdf(composeRedline(history, first, second ?? first, 'en'))),
  )
  expect(redlined).toContain('What is added is underlined')
  expect(
    await textOf(await open(await renderContractPdf(describeContract(historyOf(bareContract).versions[0], 'en')))),
  ).toContain('General provisions')
  const wide = await open(await renderContractPdf(describeContract(historyOf(wideContract()).versions[0], 'fr')))
  const sizes = await Promise.all(
    Array.from({ length: wide.numPages }, async (_, index) =>
      (await wide.getPage(index + 1)).getViewport({ scale: 1 }),
    ),
  )
  expect(sizes.some(({ width, height }) => width > height)).toBe(true)
})
