import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { buildReport, type ReportInput } from '../build-report-model.ts'
import { assessmentOf, resultOf } from '../fixtures/commitment-result.ts'
import { disputeLine, lateSignal, sampleWatched } from '../fixtures/watched.ts'
import { renderHtml } from '../html/render-html.ts'
import { renderJson } from '../json/render-json.ts'
import { renderXlsx } from '../xlsx/render-xlsx.ts'

const hostile = '<script>alert(1)</script>'
const nothingSeen = { disputes: [], findings: [] }

function reportOf(watched: ReportInput['watched'], language: 'fr' | 'en' = 'fr') {
  const assessment = assessmentOf([resultOf('P1-RESPONSE', 9, 1, 'missed')], [], { at: Date.UTC(2026, 9, 31, 23) })
  const seen = watched === undefined ? {} : { watched }
  return buildReport({ assessment, missed: [], neutralised: [], language, sources: [], ...seen })
}

async function sheetRows(model: ReturnType<typeof reportOf>, name: string): Promise<readonly string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await renderXlsx(model)).buffer as ArrayBuffer)
  const rows: string[][] = []
  book.getWorksheet(name)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return rows
}

describe('disputes in the model', () => {
  test('those that await an act come first: late answers, answers by their date, then exclusions to record', () => {
    const later = disputeLine({ ticket: 'INC-9', answerDue: Date.UTC(2026, 10, 20) })
    const { disputes } = reportOf({ ...sampleWatched, disputes: [later, ...sampleWatched.disputes] })
    expect(disputes?.map(({ ticket }) => ticket)).toEqual(['INC-4', 'INC-10412', 'INC-9', 'INC-3', 'INC-1', 'INC-2'])
  })

  test.each<[string, Parameters<typeof disputeLine>[0], number | undefined]>([
    ['two days before', {}, 2],
    ['the same civil day', { answerDue: Date.UTC(2026, 10, 1, 22, 59) }, 0],
    ['the next civil day of the contract’s zone', { answerDue: Date.UTC(2026, 10, 1, 23) }, 1],
    ['three days late', { state: 'answer-overdue', answerDue: Date.UTC(2026, 9, 28, 23) }, -3],
    ['without a limit', { answerDue: undefined as never }, undefined],
    ['once answered', { state: 'refused', answer: 'refused' }, undefined],
  ])('days left to answer: %s', (_, more, days) => {
    const { answerDue, ...line } = disputeLine(more)
    const due = answerDue === undefined ? {} : { answerDue }
    expect(reportOf({ ...nothingSeen, disputes: [{ ...line, ...due }] }).disputes?.[0]?.daysLeft).toBe(days)
  })

  test('the page in plain words tells how many, the first answer due and what is to be recorded', () => {
    const { verdict } = reportOf(sampleWatched)
    expect(verdict.standsOut.map(({ text }) => text)).toContain(
      '3 contestations ouvertes, 2 closes (voir «\u00a0Les contestations\u00a0»).',
    )
    expect(verdict.decisions.join(' ')).toContain('Répondre aux 2 contestations ouvertes, la première avant le 29')
    expect(verdict.decisions.join(' ')).toContain('Consigner des deux côtés l’exclusion acceptée')
  })

  test('JSON writes their instants in ISO 8601 and keeps their exact rates', () => {
    const { disputes } = JSON.parse(renderJson(reportOf({ ...nothingSeen, disputes: [disputeLine()] })))
    expect(disputes[0]).toMatchObject({
      claimedAt: '2026-10-26T23:00:00.000Z',
      answerDue: '2026-11-02T23:00:00.000Z',
      daysLeft: 2,
      ifAccepted: { rate: { numerator: 9, denominator: 9, percent: '100.00' }, state: 'met' },
    })
  })
})

describe('findings in the model', () => {
  test('hold their shares in percent and every case with its facts', () => {
    const [finding] = reportOf(sampleWatched).findings ?? []
    expect(finding).toMatchObject({ count: 7, of: 40, observed: '25.00', expected: '12.50' })
    expect(finding?.cases[3]).toMatchObject({ tickets: ['INC-3'], events: ['e3'], text: 'Suspension 3 tardive.' })
  })

  test('nothing is compared where nothing is expected, or of nothing', () => {
    const { observed: _, expected: __, ...plain } = lateSignal()
    const none = lateSignal({ observed: { numerator: 0, denominator: 0 } })
    const { findings } = reportOf({ ...nothingSeen, findings: [plain, none] })
    expect(findings?.map(({ observed }) => observed)).toEqual([null, null])
  })

  test.each(['fr', 'en'] as const)('no word of them accuses: %s', async (language) => {
    const html = renderHtml(reportOf(sampleWatched, language))
    const section = html.slice(html.indexOf('id="findings"'), html.indexOf('id="warnings"'))
    expect(section).not.toMatch(/fraud|trich|coupable|faute|abus|cheat|guilt|blame|tamper/i)
    expect(section).toContain(language === 'fr' ? 'n’accuse personne' : 'accuses nobody')
  })
})

describe('disputes and findings on the page', () => {
  test.each([
    ['fr', ['reste 2\u00a0jours', 'dépassé de 3\u00a0jours', 'mesure exclue', '100,00\u00a0%'], '… et 2 autres cas'],
    ['en', ['2\u00a0days left', '3\u00a0days overdue', 'measure excluded', '100.00%'], '… and 2 more cases'],
  ] as const)('HTML tells who, when, days left and both rates: %s', (language, texts, more) => {
    const html = renderHtml(reportOf(sampleWatched, language))
    for (const text of [...texts, more]) expect(html).toContain(text)
  })

  test('the rate in force is strong: with the measure until it is excluded, without it then', () => {
    const html = renderHtml(reportOf(sampleWatched))
    const row = (ticket: string) => new RegExp(`<tr[^>]*><th[^>]*>${ticket}<.*?</tr>`).exec(html)?.[0] ?? ''
    expect(row('INC-10412')).toContain('<b>90,00\u00a0%</b>')
    expect(row('INC-2')).toContain('<b>100,00\u00a0%</b>')
  })

  test.each([
    ['where they change', 48_500n, 'manqué, 727,50\u00a0€', 'tenu, 485,00\u00a0€'],
    ['not where they stay', 72_750n, 'manqué</small>', 'tenu</small>'],
    ['unknown is never a zero', null, 'manqué, 727,50\u00a0€', 'tenu, inconnu'],
  ] as const)('penalties stand beside the rate %s', (_, without, counted, excluded) => {
    const money = (minor: bigint) => ({ minor, currency: 'EUR' })
    const amounts = { now: money(72_750n), ifRefused: money(72_750n) }
    const none = { lines: [], capLines: [] }
    const penalties = {
      ...amounts,
      ifAccepted: without === null ? null : money(without),
      months: [],
      onlyIfAccepted: none,
      onlyIfRefused: none,
    }
    const model = reportOf({ ...nothingSeen, disputes: [disputeLine({ penalties })] })
    const html = renderHtml(model)
    for (const text of [counted, excluded]) expect(html).toContain(text)
    expect(model.disputes?.[0]?.penalties).toMatchObject({ currency: 'EUR', ifRefused: '727.50' })
  })

  test('the workbook has a row a dispute and a row a case', async () => {
    const model = reportOf(sampleWatched)
    expect(await sheetRows(model, 'Contestations')).toHaveLength(6)
    const [head, first] = await sheetRows(model, 'Constats')
    expect(head?.slice(0, 3)).toEqual(['Constat', 'Cas', 'Sur'])
    expect(first).toEqual(expect.arrayContaining(['7', '40', 'INC-0', 'e0']))
    expect(await sheetRows(model, 'Constats')).toHaveLength(8)
  })

  test('many disputes are cut, and the page says how many more there are and where', () => {
    const disputes = Array.from({ length: 75 }, (_, index) => disputeLine({ ticket: `INC-${index}` }))
    const html = renderHtml(reportOf({ ...nothingSeen, disputes }))
    expect(html).toContain('15 autres figurent dans le classeur XLSX')
    expect(html).not.toContain('INC-60<')
  })

  test('none seen is said in one line, not looked for is no section', () => {
    const empty = renderHtml(reportOf(nothingSeen))
    expect(empty).toContain('Aucune contestation n’est ouverte')
    expect(empty).toContain('aucun des signes recherchés n’apparaît')
    const silent = renderHtml(reportOf(undefined))
    for (const id of ['disputes', 'findings']) expect(silent).not.toContain(`id="${id}"`)
  })

  test('a text of the facts is never markup', () => {
    const detail = { fr: hostile, en: hostile }
    const html = renderHtml(
      reportOf({
        disputes: [disputeLine({ ticket: hostile, commitment: hostile, clause: hostile })],
        findings: [lateSignal({ cases: [{ tickets: [hostile], at: 0, events: [], detail }] })],
      }),
    )
    expect(html).not.toMatch(/<script/i)
  })
})
