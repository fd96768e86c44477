import { createHash } from 'node:crypto'
import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { composeComparison, composeDocument, composeRedline } from '../compose-document.ts'
import { describeContract } from '../describe-contract.ts'
import type { DocumentModel } from '../document-model.ts'
import { textsOf } from '../fixtures/document-text.ts'
import { bareContract, historyOf, sampleAmendments, sampleContract, sampleHistory } from '../fixtures/sample-history.ts'
import { acceptAll, bodyTexts, rejectAll } from '../fixtures/tracked-changes.ts'
import { bookmarkNames } from './bookmark-names.ts'
import { renderContractDocx } from './render-docx.ts'

async function partOf(docx: Uint8Array, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(docx)).file(name)?.async('string')) ?? ''
}

const history = sampleHistory()
const [first, , third] = history.versions
const last = third ?? first

describe('a Word document', () => {
  const model = composeDocument(history, last, 'fr', sampleAmendments)
  let docx: Uint8Array
  let body: string
  beforeAll(async () => {
    docx = await renderContractDocx(model)
    body = await partOf(docx, 'word/document.xml')
  })

  test('holds every text of the model, in its order', () => {
    const texts = bodyTexts(body)
    let from = 0
    for (const line of textsOf(model)
      .flatMap((one) => one.split(' | '))
      .map((one) => one.replace(/\s+/g, ' ').trim())) {
      if (line === '') continue
      const found = texts.findIndex(
        (one, index) => index >= from && one.replace(/\s+/g, ' ').trim().startsWith(line.slice(0, 40)),
      )
      expect(found, line).toBeGreaterThanOrEqual(0)
      from = found
    }
  })

  test('the list of content types comes first', async () => {
    expect(Object.keys((await JSZip.loadAsync(docx)).files)[0]).toBe('[Content_Types].xml')
  })

  test('every clause is a bookmark, every reference finds one, names are fit for Word', () => {
    const names = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name = '']) => name)
    const ids = [...body.matchAll(/<w:bookmarkStart [^>]*w:id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(new Set(ids).size).toBe(ids.length)
    for (const name of names) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,39}$/)
    expect(names).toContain('P1_RESPONSE')
    expect(names).toContain('c_2_1')
    const links = [...body.matchAll(/w:anchor="([^"]+)"/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((link) => !names.includes(link))).toEqual([])
  })

  test('has contents, heading styles, repeated table heads, pages numbered, its language', async () => {
    expect(body).toContain('TOC \\h \\o &quot;1-2&quot;')
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3'])
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(body.match(/<w:tblHeader/g)?.length).toBe(body.match(/<w:tbl>/g)?.length)
    expect(body).toContain('w:orient="landscape"')
    expect(await partOf(docx, 'word/footer1.xml')).toMatch(/PAGE[\s\S]*NUMPAGES/)
    expect(await partOf(docx, 'word/styles.xml')).toContain('w:val="fr-FR"')
    expect(await partOf(await renderContractDocx(describeContract(last, 'en')), 'word/styles.xml')).toContain(
      'w:val="en-GB"',
    )
  })

  test('every part is well-formed', async () => {
    const zip = await JSZip.loadAsync(docx)
    for (const name of Object.keys(zip.files).filter((one) => /\.(xml|rels)$/.test(one)))
      expect(await tagsBalance(zip, name), name).toBe(true)
  })

  test('is the same bytes twice, and in other zones', async () => {
    const hash = (of: Uint8Array) => createHash('sha256').update(of).digest('hex')
    expect(hash(await renderContractDocx(model))).toBe(hash(docx))
    const zone = process.env.TZ
    for (const other of ['Asia/Tokyo', 'America/Los_Angeles']) {
      process.env.TZ = other
      expect(hash(await renderContractDocx(model)), other).toBe(hash(docx))
    }
    process.env.TZ = zone ?? 'UTC'
  })

  test('has no clock of its own', async () => {
    expect(await partOf(docx, 'docProps/core.xml')).toContain(
      '<dcterms:created xsi:type="dcterms:W3CDTF">2026-10-01T00:00:00Z<',
    )
  })
})

describe('tracked changes', () => {
  const cases: readonly (readonly [string, DocumentModel, DocumentModel, DocumentModel])[] = [
    [
      'two amendments',
      composeRedline(history, first, last, 'fr', sampleAmendments),
      describeContract(first, 'fr'),
      composeRedline(history, last, last, 'fr', sampleAmendments),
    ],
    [
      'a contract emptied',
      composeComparison(historyOf(sampleContract).versions[0], historyOf(bareContract).versions[0], 'fr'),
      describeContract(historyOf(sampleContract).versions[0], 'fr'),
      describeContract(historyOf(bareContract).versions[0], 'fr'),
    ],
  ]

  test.each(cases)(
    'accepting all gives the new text, refusing all the old one: %s',
    async (_, redlined, before, after) => {
      const body = await partOf(await renderContractDocx(redlined), 'word/document.xml')
      expect(bodyTexts(acceptAll(body))).toEqual(
        bodyTexts(await partOf(await renderContractDocx(after), 'word/document.xml')),
      )
      expect(bodyTexts(rejectAll(body))).toEqual(
        bodyTexts(await partOf(await renderContractDocx(before), 'word/document.xml')),
      )
    },
  )

  test('each names who and when, under a number of its own', async () => {
    const [, redlined] = cases[0] ?? []
    const body = await partOf(await renderContractDocx(redlined ?? describeContract(first, 'fr')), 'word/document.xml')
    const marks = [...body.matchAll(/<w:(?:ins|del) ([^>]*?)\/?>/g)].map(([, attributes = '']) => attributes)
    expect(marks.length).toBeGreaterThan(10)
    const ids = marks.map((mark) => /w:id="(\d+)"/.exec(mark)?.[1])
    expect(new Set(ids).size).toBe(ids.length)
    const bookmarks = [...body.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => id)
    expect(bookmarks.filter((id) => ids.includes(id))).toEqual([])
    for (const mark of marks) {
      expect(mark).toMatch(/w:author="Avenant n°\u00a0[12] \(Harfang SA, Belledonne\)/)
      expect(mark).toMatch(/w:date="2026-(06-15|09-20)T00:00:00Z"/)
    }
    expect(body).not.toMatch(/<w:del [^>]*>(?:(?!<\/w:del>)[\s\S])*<w:t[ >]/)
  })
})

test('two anchors that Word would confuse get two names', () => {
  const names = bookmarkNames(['a b', 'a-b', 'A_B', 'é'.repeat(60)])
  expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(4)
  for (const name of names.values()) expect(name.length).toBeLessThanOrEqual(40)
})

/** Every element that opens closes, in order. */
async function tagsBalance(zip: JSZip, name: string): Promise<boolean> {
  const text = (await zip.file(name)?.async('string')) ?? ''
  const open: string[] = []
  for (const [, slash, tag = '', self] of text.matchAll(/<(\/?)([A-Za-z_][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self === '/') continue
    if (slash === '') open.push(tag)
    else if (open.pop() !== tag) return false
  }
  return open.length === 0
}
