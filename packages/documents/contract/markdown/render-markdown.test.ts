import { expect, test } from 'vitest'
import { composeRedline } from '../compose-document.ts'
import { describeContract } from '../describe-contract.ts'
import { historyOf, sampleAmendments, sampleContract, sampleHistory, wideContract } from '../fixtures/sample-history.ts'
import { renderContractMarkdown } from './render-markdown.ts'

const written = (source: string) => renderContractMarkdown(describeContract(historyOf(source).versions[0], 'fr'))
const sample = written(sampleContract)

test('every clause stands after its anchors', () => {
  expect(sample).toMatch(/<a id="P1-RESPONSE"><\/a><a id="2\.1"><\/a>\n\n#### 2\\?\.1 – Prise en compte/)
})

test.each([
  ['the sample', sample],
  ['a wide scope', written(wideContract())],
])('every reference finds an anchor: %s', (_, text) => {
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id))
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, link = '']) => decodeURI(link))
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((link) => !anchors.has(link))).toEqual([])
})

test('every row of a table has the cells of its head', () => {
  const cells = (line: string) => line.split(/(?<!\\)\|/).length
  const lines = sample.split('\n')
  for (const [index, line] of lines.entries()) {
    if (!/^\| (---|:--)/.test(line)) continue
    for (let next = index - 1; lines[next]?.startsWith('|'); next += 1)
      expect(cells(lines[next] ?? ''), lines[next]).toBe(cells(line))
  }
})

test('a text of the contract is never markup', () => {
  const text = written(sampleContract.replace('Matériel personnel', JSON.stringify('<b>*a* | [x](y)</b>')))
  expect(text).toContain('\\<b\\>\\*a\\* \\| \\[x\\](y)\\</b\\>')
})

test('changes are ins and del, with a legend', () => {
  const history = sampleHistory()
  const [first, second] = history.versions
  const text = renderContractMarkdown(composeRedline(history, first, second ?? first, 'en', sampleAmendments))
  expect(text).toContain('<del>4</del><ins>3</ins>\u00a0hours')
  expect(text).toContain('> What is added is underlined')
})
