import type { Contract, Language, PenaltyAssessment } from '@vigie/engine'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { buildReport } from '../build-report-model.ts'
import { assessmentOf, resultOf } from '../fixtures/commitment-result.ts'
import { sampleContract } from '../fixtures/sample-contract.ts'
import { renderHtml } from '../html/render-html.ts'
import { renderJson } from '../json/render-json.ts'
import { renderXlsx } from '../xlsx/render-xlsx.ts'

const hostile = '<script>alert(1)</script>'
const money = (minor: bigint) => ({ minor, currency: 'EUR' })
const line = (minor: bigint, ticket: string): PenaltyAssessment['lines'][number] => ({
  penalty: 'PEN-P1',
  clause: '2.20',
  commitment: 'P1-RESPONSE',
  period: '2026-10',
  ticket,
  cycle: 1,
  kind: 'breach',
  amount: money(minor),
  due: 'due',
  chain: [
    { what: 'amount', value: '1.00', clause: '2.20', message: { fr: `base : ${hostile}`, en: `base: ${hostile}` } },
  ],
  grounds: { rule: 'PEN-P1', clause: '2.20', contractVersion: '2', evidence: [] },
})
const capped: PenaltyAssessment = {
  status: 'computed',
  currency: 'EUR',
  lines: [line(50_000n, hostile), line(123_450n, 'T-2')],
  capLines: [
    {
      cap: 'month',
      clause: '2.24',
      period: '2026-10',
      limit: money(123_450n),
      amount: money(-50_000n),
      message: { fr: 'plafond mensuel', en: 'monthly cap' },
    },
  ],
  notDue: [],
  total: money(123_450n),
  incurred: money(0n),
  months: [],
  partialMonths: [],
  terms: { putOnNotice: 'required', vat: 'outside', claimUntil: Date.UTC(2026, 10, 30, 23) },
  findings: [{ code: 'chronic-breach', clause: '2.24', message: { fr: 'résiliation', en: 'termination' } }],
}

function reportOf(penalties: PenaltyAssessment | undefined, language: Language = 'fr') {
  const results = [resultOf('P1-RESPONSE', 9, 1, 'met')]
  const assessment = assessmentOf(results, [], penalties === undefined ? {} : { penalties })
  return buildReport({ assessment, missed: [], neutralised: [], language, sources: [] })
}

describe('penalties', () => {
  test('lines and caps add up to the total, the largest line first, every digit kept', () => {
    const { penalties } = reportOf(capped)
    expect(penalties.lines.map(({ amount }) => amount)).toEqual(['1234.50', '500.00'])
    expect(penalties.breakdown.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['clause', '1734.50'],
      ['cap', '-500.00'],
      ['total', '1234.50'],
    ])
    const [first] = penalties.breakdown
    expect(first?.label).toMatch(/^2\.20 /)
    expect(first?.label).not.toContain('PEN-P1')
  })

  test('a sanctioned KPI is called by its label', () => {
    const kpi = {
      id: 'answer-rate',
      label: { fr: 'Taux de décroché', en: 'Answer rate' },
      definition: { fr: '', en: '' },
      value: '85.00',
      unit: 'percent' as const,
      count: 100,
      grounds: { rule: 'answer-rate', clause: '3.1', contractVersion: '2', evidence: [] },
    }
    const penalties = { ...capped, lines: [{ ...line(5_000n, 'T'), commitment: 'answer-rate' }], capLines: [] }
    const assessment = assessmentOf([], [], { penalties, kpis: [kpi] })
    const report = buildReport({ assessment, missed: [], neutralised: [], language: 'en', sources: [] })
    expect(report.penalties.lines[0]?.name).toBe('Answer rate')
  })

  test.each([
    ['fr', '1\u202f234,50\u00a0€', 'mise en demeure', 'résiliation'],
    ['en', '€1,234.50', 'formal notice', 'termination'],
  ] as const)(
    'the verdict tells the total, the notice and the right that follows: %s',
    (language, total, notice, right) => {
      const { verdict } = reportOf(capped, language)
      expect(verdict.summary.join(' ')).toContain(total)
      expect(verdict.summary.join(' ')).toContain(notice)
      expect(verdict.figures.find(({ id }) => id === 'penalties')?.value).toBe(total)
      expect(verdict.decisions.join(' ')).toContain(right)
    },
  )

  test('an unknown total is never a zero', () => {
    const { penalties, verdict } = reportOf({ ...capped, status: 'fee-missing', total: null, incurred: null })
    expect(penalties).toMatchObject({ total: null, breakdown: [] })
    expect(verdict.figures.some(({ id }) => id === 'penalties')).toBe(false)
    expect(verdict.summary.join(' ')).toContain('n’est pas connu')
  })

  test('a month in which a party acted is told with its dates; a single silent month is not', () => {
    const month = { period: '2026-10', from: 0, to: 1, total: money(123_450n), incurred: money(0n) }
    const claimUntil = Date.UTC(2026, 10, 30, 23)
    const silent = renderHtml(reportOf({ ...capped, months: [{ ...month, claimUntil }] }))
    expect(silent).not.toContain('Mois par mois')
    const acted = reportOf({ ...capped, months: [{ ...month, claimUntil, claimedAt: Date.UTC(2026, 10, 5, 9) }] })
    expect(acted.penalties.months).toMatchObject([{ period: '2026-10', total: '1234.50', incurred: '0.00' }])
    const html = renderHtml(acted)
    expect(html).toContain('Mois par mois')
    expect(html).toContain('05/11/26\u00a010:00')
    expect(JSON.parse(renderJson(acted)).penalties.months[0].claimedAt).toBe('2026-11-05T09:00:00.000Z')
  })

  test('a contract without penalty says so, and the verdict is silent', () => {
    const { penalties, verdict } = reportOf(undefined)
    expect(penalties).toMatchObject({ status: 'no-penalty', total: null, lines: [] })
    expect(verdict.summary.join(' ')).not.toContain('énalité')
  })

  test('a text of the facts is never markup', () => {
    const page = renderHtml(reportOf(capped))
    expect(page).not.toMatch(/<script/i)
    expect(page).toContain('&lt;script&gt;alert(1)')
  })
})

describe('versions', () => {
  const next: Contract = {
    ...sampleContract,
    version: '3',
    effectiveFrom: '2026-11-01',
    commitments: { ...sampleContract.commitments, targets: sampleContract.commitments.targets.slice(1) },
  }
  const assessment = assessmentOf([resultOf('P1-RESPONSE', 9, 1, 'met')])
  const history = { id: sampleContract.id, versions: [sampleContract, next] as const }

  test.each(['fr', 'en'] as const)(
    'each has its dates and its changes; the one that judged is marked: %s',
    (language) => {
      const { versions } = buildReport({ assessment, history, missed: [], neutralised: [], language, sources: [] })
      expect(versions.map(({ version, judged, effectiveTo }) => [version, judged, effectiveTo])).toEqual([
        ['2', true, '2026-11-01'],
        ['3', false, '2029-01-01'],
      ])
      expect(versions[0]?.changes).toEqual([])
      expect(versions[1]?.changes).toHaveLength(1)
    },
  )

  test('a version that ended within the period judged it too', () => {
    const halfway: Contract = { ...next, effectiveFrom: '2026-10-15' }
    const both = { id: sampleContract.id, versions: [sampleContract, halfway] as const }
    const report = buildReport({ assessment, history: both, missed: [], neutralised: [], language: 'fr', sources: [] })
    expect(report.versions.map(({ judged }) => judged)).toEqual([true, true])
  })

  test('the workbook has a row a change with its dates, and no such sheet without a history', async () => {
    const report = buildReport({ assessment, history, missed: [], neutralised: [], language: 'fr', sources: [] })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await renderXlsx(report)).buffer as ArrayBuffer)
    const rows =
      book
        .getWorksheet('Versions')
        ?.getRows(1, 3)
        ?.map((row) => row.values as unknown[]) ?? []
    expect(rows[0]?.slice(1, 4)).toEqual(['Version', 'En vigueur du', 'au'])
    expect(rows[1]?.slice(1, 4)).toEqual(['2', new Date('2026-01-01T00:00:00Z'), new Date('2026-11-01T00:00:00Z')])
    expect(rows[2]?.slice(1, 4)).toEqual(['3', new Date('2026-11-01T00:00:00Z'), new Date('2029-01-01T00:00:00Z')])
    const plain = new ExcelJS.Workbook()
    await plain.xlsx.load((await renderXlsx(reportOf(undefined))).buffer as ArrayBuffer)
    expect(plain.getWorksheet('Versions')).toBeUndefined()
  })

  test('without a history nothing is told', () => {
    expect(reportOf(undefined).versions).toEqual([])
  })
})
