import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { buildReport } from '../build-report-model.ts'
import { missedMeasure } from '../fixtures/commitment-result.ts'
import { sampleAssessment } from '../fixtures/sample-assessment.ts'
import { sampleContract } from '../fixtures/sample-contract.ts'
import { sampleReport } from '../fixtures/sample-report.ts'
import { renderHtml } from './render-html.ts'

const html = renderHtml(sampleReport('fr'))
const hostile = `<script>alert(1)</script><img src=x onerror=alert(2)>"'{{7*7}}#{7*7}`

function hostilePage(): string {
  const sample = sampleAssessment()
  const contract = {
    ...sampleContract,
    id: hostile,
    title: hostile,
    parties: { client: { name: hostile }, provider: { name: hostile } },
    labels: { hq: hostile },
  }
  return renderHtml(
    buildReport({
      ...sample,
      assessment: { ...sample.assessment, contract, fingerprint: hostile },
      missed: [missedMeasure({ ticket: hostile, priority: hostile, commitment: hostile, clause: hostile })],
      language: 'fr',
      sources: [{ role: 'facts', name: hostile, fingerprint: hostile }],
      notices: [{ fr: hostile, en: hostile }],
    }),
  )
}

describe('one file that asks for nothing', () => {
  test('no script, no link to a file, no inline style, no handler', () => {
    expect(html).not.toMatch(
      /<script|<link|<img|<iframe|\sstyle=|\son\w+=|javascript:|https?:\/\/(?!www\.w3\.org\/2000\/svg)/i,
    )
  })

  test('the policy allows its own style sheet and nothing else', () => {
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`)
  })

  test('a text of the facts or of the contract is never markup', () => {
    const page = hostilePage()
    expect(page).not.toMatch(/<script|<img/i)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('{{7*7}}#{7*7}')
    expect(page.match(/<section /g)).toHaveLength(12)
  })
})

describe('a page that can be read without seeing it', () => {
  test('ids are unique, and what points to an id finds it', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const named = [...html.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, list]) => (list ?? '').split(' '))
    const linked = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    for (const id of [...named, ...linked]) expect(ids).toContain(id)
  })

  test('every table has a caption, column heads and row heads', () => {
    const tables = html.match(/<table[\s\S]*?<\/table>/g) ?? []
    expect(tables.length).toBeGreaterThan(8)
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/)
      expect(table).toContain('<th scope="col"')
      expect(table).toContain('<th scope="row"')
    }
  })

  test('a table that a phone shows as cards keeps its roles, and each cell its head', () => {
    const [cards = ''] = html.match(/<table class="cards"[\s\S]*?<\/table>/) ?? []
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
      expect(cards).toContain(`role="${role}"`)
    const heads = [...cards.matchAll(/<th scope="col"[^>]*>([^<]+)</g)].map(([, head]) => head)
    const [row = ''] = cards.match(/<tbody[\s\S]*?<\/tr>/) ?? []
    expect([...row.matchAll(/data-head="([^"]+)"/g)].map(([, head]) => head)).toEqual(heads.slice(1))
  })

  test('headings never skip a level', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test('each state is a glyph and a word', () => {
    for (const pill of html.match(/<span class="pill [\s\S]*?<\/span>[^<]*<\/span>/g) ?? []) {
      expect(pill).toMatch(/aria-hidden="true">[●■○–]<\/span>(tenu|manqué|informatif|sans objet)<\/span>$/)
    }
    expect(html).toContain('class="pill missed"')
  })

  test('the figures behind each drawing are in the page', () => {
    const figures = html.match(/<figure>/g)?.length ?? 0
    expect(figures).toBe(7)
    expect(html.match(/<details>/g)).toHaveLength(4)
  })
})

test.each(['fr', 'en'] as const)('the language of the page is %s', (language) => {
  expect(renderHtml(sampleReport(language))).toContain(`<html lang="${language}">`)
})

test('French punctuation never starts a line', () => {
  const text = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, '\n')
  expect(text.match(/[^\n]{0,20}[a-zéèà0-9] [:;!?»%][^\n]{0,10}|« [^\n]{0,20}/gi)).toBeNull()
})

test('a long list of misses is cut, and the page says how many more there are', () => {
  const page = renderHtml(sampleReport('fr', { tickets: 6000, missedPercent: 30, previous: 0 }))
  expect(page).toMatch(/2\u202f\d{3} autres figurent dans le classeur XLSX/)
})
