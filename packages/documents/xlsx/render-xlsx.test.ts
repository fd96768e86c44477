import ExcelJS from 'exceljs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { buildReport } from '../build-report-model.ts'
import { missedMeasure } from '../fixtures/commitment-result.ts'
import { sampleAssessment } from '../fixtures/sample-assessment.ts'
import { sampleReport } from '../fixtures/sample-report.ts'
import type { ReportModel } from '../report/report-model.ts'
import { renderXlsx } from './render-xlsx.ts'

async function workbook(model: ReportModel): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await renderXlsx(model)).buffer as ArrayBuffer)
  return book
}

function sheet(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const found = book.getWorksheet(name)
  if (found === undefined) throw new Error(`no sheet ${name}`)
  return found
}

function columnOf(page: ExcelJS.Worksheet, header: string): number {
  const headers = (page.getRow(1).values as unknown[]).map(String)
  return headers.indexOf(header)
}

describe('the workbook', () => {
  test.each([
    [
      'fr',
      [
        'Synthèse',
        'Engagements',
        'Pénalités',
        'Indicateurs',
        'Volumes',
        'Tickets hors délai',
        'Neutralisés',
        'Définitions',
        'Empreinte',
      ],
    ],
    [
      'en',
      [
        'Summary',
        'Commitments',
        'Penalties',
        'Indicators',
        'Volumes',
        'Missed deadlines',
        'Set aside',
        'Definitions',
        'Fingerprint',
      ],
    ],
  ] as const)('has nine sheets with a frozen head: %s', async (language, names) => {
    const book = await workbook(sampleReport(language))
    expect(book.worksheets.map(({ name }) => name)).toEqual(names)
    for (const page of book.worksheets) expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  })

  test('holds every missed deadline with real dates and lengths of time, in the contract’s zone', async () => {
    const hour = 3_600_000
    const measure = missedMeasure({
      ticket: 'INC-1',
      reportedAt: Date.UTC(2026, 9, 25, 0, 30),
      stoppedAt: Date.UTC(2026, 9, 25, 12, 0),
      counted: 30 * hour,
      targetMilliseconds: 4 * hour,
    })
    const sample = sampleAssessment()
    const page = sheet(
      await workbook(buildReport({ ...sample, missed: [measure, ...sample.missed], language: 'fr', sources: [] })),
      'Tickets hors délai',
    )
    expect(page.rowCount).toBe(sample.missed.length + 2)
    const row = page.getRows(2, page.rowCount - 1)?.find((line) => line.getCell(1).value === 'INC-1')
    expect(row?.getCell(columnOf(page, 'Signalement')).value).toEqual(new Date('2026-10-25T02:30:00.000Z'))
    expect(row?.getCell(columnOf(page, 'Arrêt')).value).toEqual(new Date('2026-10-25T13:00:00.000Z'))
    expect(row?.getCell(columnOf(page, 'Dépassement')).numFmt).toBe('[h]:mm:ss')
  })

  test('rates are numbers in percent', async () => {
    const model = sampleReport('fr')
    const page = sheet(await workbook(model), 'Engagements')
    const cell = page.getRow(2).getCell(columnOf(page, 'Résultat'))
    expect(cell.value).toBeCloseTo(Number(model.commitments[0]?.rate?.percent) / 100, 10)
    expect(cell.numFmt).toBe('0.00%')
  })

  test('a sheet without rows says so', async () => {
    const book = await workbook(sampleReport('fr', { tickets: 0, previous: 0 }))
    expect(sheet(book, 'Tickets hors délai').getRow(2).getCell(1).value).toBe(
      'Aucun délai n’a été dépassé dans la période.',
    )
  })
})

describe('no cell is ever a formula', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")'])(
    '%j',
    async (ticket) => {
      const sample = sampleAssessment({ tickets: 20, previous: 0 })
      const measure = missedMeasure({ ticket, priority: ticket, site: ticket, commitment: ticket, clause: ticket })
      const book = await workbook(
        buildReport({ ...sample, missed: [measure], neutralised: [], language: 'fr', sources: [] }),
      )
      const cell = sheet(book, 'Tickets hors délai').getRow(2).getCell(1)
      expect(cell.type).toBe(ExcelJS.ValueType.String)
      expect(cell.numFmt).toBe('@')
      expect(String(cell.value).trim()).toBe(ticket.trim())
      for (const page of book.worksheets) {
        page.eachRow((row) => row.eachCell((each) => expect(each.type).not.toBe(ExcelJS.ValueType.Formula)))
      }
    },
  )
})

describe('the same model gives the same bytes', () => {
  afterEach(() => vi.useRealTimers())

  test('on another day, in another zone', async () => {
    const machine = process.env.TZ
    const model = sampleReport('fr')
    const written: Uint8Array[] = []
    for (const [day, zone] of [
      ['2026-11-02T08:00:00Z', 'UTC'],
      ['2031-06-30T23:59:58Z', 'Pacific/Auckland'],
    ] as const) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) })
      process.env.TZ = zone
      written.push(await renderXlsx(model))
    }
    process.env.TZ = machine ?? 'UTC'
    expect(Buffer.compare(written[0] ?? new Uint8Array(), written[1] ?? new Uint8Array())).toBe(0)
  })
})
