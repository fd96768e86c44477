import { readFileSync } from 'node:fs'
import { readContract } from '@vigie/engine'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { composeComparison } from './compose-document.ts'
import { describeContract } from './describe-contract.ts'
import type { DocumentModel } from './document-model.ts'
import { bookmarkNames } from './docx/bookmark-names.ts'
import { renderContractDocx } from './docx/render-docx.ts'
import { htmlId } from './html/html-id.ts'
import { renderContractHtml } from './html/render-html.ts'
import { renderContractMarkdown } from './markdown/render-markdown.ts'
import { contractPdfInput } from './pdf/contract-pdf-input.ts'

const source = readFileSync(new URL('../../../contracts/mid-market/contract.yaml', import.meta.url), 'utf8')

function versionOf(text: string) {
  const reading = readContract(text)
  if (!reading.ok) throw new Error(reading.issues[0]?.message.en)
  return reading.history.versions[0]
}

/** Every anchor of the model, that of a line of a list too. */
function placedIn({ articles }: DocumentModel): readonly string[] {
  return articles.flatMap(({ anchors, blocks }) => [
    ...anchors,
    ...blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.anchors ?? []) : [])),
    ...blocks.flatMap((block) => (block.kind === 'item' ? (block.anchors ?? []) : [])),
  ])
}

const version = versionOf(source)
const model = describeContract(version, 'fr')
const placed = placedIn(model)

/** The ids of a contract, but those of the contract itself and of the words of its definitions. */
const declared = [...source.matchAll(/\bid: ([\w-]+)/g)].map(([, id = '']) => id).filter((id) => id !== version.id)
const clauses = [...source.matchAll(/\bclause: "([^"]+)"/g)].map(([, clause = '']) => clause)

describe('anchors of the contract', () => {
  test('every id and every clause number has one: criteria, indices and limits of the price too', () => {
    const missing = declared.filter((id) => !placed.some((anchor) => anchor === id || anchor.endsWith(`:${id}`)))
    expect(missing).toEqual([])
    expect(clauses.filter((clause) => !placed.includes(clause))).toEqual([])
    for (const anchor of ['no-access', 'syntec-revised', '6.5']) expect(placed).toContain(anchor)
  })

  test('each format draws them all, once', async () => {
    const page = renderContractHtml(model)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(placed.filter((anchor) => ids.filter((id) => id === htmlId(anchor)).length !== 1)).toEqual([])

    const markdown = renderContractMarkdown(model)
    expect(placed.filter((anchor) => markdown.split(`<a id="${anchor}"></a>`).length !== 2)).toEqual([])

    const word = (await JSZip.loadAsync(await renderContractDocx(model))).file('word/document.xml')
    const body = (await word?.async('string')) ?? ''
    const names = bookmarkNames(placed)
    expect(placed.filter((anchor) => !body.includes(`w:name="${names.get(anchor)}"`))).toEqual([])

    const pdf = contractPdfInput(model).data
    expect(placed.filter((anchor) => !pdf.includes(JSON.stringify(anchor)))).toEqual([])
  })

  test('a line that was deleted leaves its anchor to the one in its place', () => {
    const line = 'id: no-access'
    expect(source).toContain(line)
    const changed = source.replace(
      /\{ id: no-access,[^}]*\}/,
      '{ id: no-access, criterion: Coffre remis en main propre }',
    )
    expect(changed).not.toBe(source)
    const redline = placedIn(composeComparison(version, versionOf(changed), 'fr'))
    expect(redline.filter((anchor, index) => redline.indexOf(anchor) !== index)).toEqual([])
    expect(redline).toContain('no-access')
  })
})
