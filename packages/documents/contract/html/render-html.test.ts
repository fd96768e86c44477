import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { composeComparison, composeRedline } from '../compose-document.ts'
import { describeContract } from '../describe-contract.ts'
import {
  bareContract,
  historyOf,
  sampleAmendments,
  sampleContract,
  sampleHistory,
  wideContract,
} from '../fixtures/sample-history.ts'
import { renderContractHtml } from './render-html.ts'

const hostile = '<script>alert(1)</script>"&amp;'
const history = sampleHistory()
const [first, , third] = history.versions
const page = (source: string) => renderContractHtml(describeContract(historyOf(source).versions[0], 'fr'))
const pages = {
  'the sample': page(sampleContract),
  'a header alone': page(bareContract),
  'a wide scope': page(wideContract()),
  'a redline': renderContractHtml(composeRedline(history, first, third ?? first, 'fr', sampleAmendments)),
}

describe.each(Object.entries(pages))('%s', (_, html) => {
  test('asks for nothing: no script, no link to a file, no inline style', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son\w+=|javascript:|https?:\/\//i)
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    expect(html).toContain(`style-src &#39;sha256-${createHash('sha256').update(style).digest('base64')}&#39;`)
  })

  test('ids are unique, and every reference finds one', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const known = new Set(ids)
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, link = '']) => decodeURI(link))
    expect(links.filter((link) => !known.has(link))).toEqual([])
  })

  test('headings never skip a level, tables have a caption and heads', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    for (const table of html.match(/<table[\s\S]*?<\/table>/g) ?? []) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/)
      expect(table).toContain('<th scope="col"')
    }
  })
})

test('every clause number and every id is an anchor', () => {
  for (const id of ['2.1', 'P1-RESPONSE', '1.2', 'PER-2', 'business', 'DAY'])
    expect(pages['the sample']).toContain(` id="${id}"`)
})

test('a text of the contract is never markup', () => {
  const html = page(sampleContract.replace('Matériel personnel', JSON.stringify(hostile)))
  expect(html).not.toContain('<script>alert')
  expect(html).toContain('&lt;script&gt;')
})

test('an id with spaces is an anchor without', () => {
  const html = page(sampleContract.replaceAll('P1-RESPONSE', '"P1 RESPONSE"'))
  expect(html).toContain('id="P1-RESPONSE"')
})

test('a change of title is told under the banner, which bears the new one', () => {
  const other = sampleContract.replace('infogérance Harfang', 'infogérance Busard')
  const html = renderContractHtml(
    composeComparison(historyOf(sampleContract).versions[0], historyOf(other).versions[0], 'fr'),
  )
  expect(html).toContain('<h1>Contrat d&#39;infogérance Busard</h1>')
  expect(html).toContain('<dt>Intitulé</dt>')
})

test('a change is marked and named in words', () => {
  expect(pages['a redline']).toContain('<del><span class="said">supprimé\u00a0: </span>4</del>')
  expect(pages['a redline']).toContain('<ins><span class="said">ajouté\u00a0: </span>3</ins>')
  expect(pages['a redline']).toContain('Ce qui est ajouté est souligné, ce qui est supprimé est barré.')
  expect(pages['the sample']).not.toMatch(/<ins>|<del>/)
})
