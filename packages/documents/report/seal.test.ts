import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { buildReport, type ReportInput } from '../build-report-model.ts'
import { assessmentOf, resultOf } from '../fixtures/commitment-result.ts'
import { sampleContract } from '../fixtures/sample-contract.ts'
import { renderHtml } from '../html/render-html.ts'
import { renderJson } from '../json/render-json.ts'
import { renderXlsx } from '../xlsx/render-xlsx.ts'

const root = '1cQRMsAA1j7GcnhdPO1Ofg24gaaqadai9//f8qU8SJI='
const signature = `— provider.example ${'A'.repeat(92)}`
const seal: NonNullable<ReportInput['seal']> = {
  origin: 'vigie/CTR-PME',
  size: 12_985,
  root,
  figures: 'f'.repeat(64),
  signers: ['provider.example', 'client.example'],
  checkpoint: `vigie/CTR-PME\n12985\n${root}\n\n${signature}\n`,
}
const record = { entries: 12_080, fingerprint: 'e'.repeat(64) }

function reportOf(language: 'fr' | 'en', more: Partial<ReportInput> = {}) {
  const assessment = assessmentOf([resultOf('P1-RESPONSE', 9, 1, 'missed')])
  const history = { id: sampleContract.id, versions: [sampleContract] as const }
  return buildReport({ assessment, history, record, missed: [], neutralised: [], language, sources: [], ...more })
}

/** Text of a page without its tags. */
const htmlText = (model: ReturnType<typeof reportOf>): string =>
  renderHtml(model)
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')

async function sheetText(model: ReturnType<typeof reportOf>): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await renderXlsx(model)).buffer as ArrayBuffer)
  const texts: string[] = []
  book.getWorksheet(model.language === 'fr' ? 'Empreinte' : 'Fingerprint')?.eachRow((row) => {
    texts.push((row.values as unknown[]).map(String).join(' '))
  })
  return texts.join('\n')
}

describe('a sealed report carries its seal', () => {
  const model = reportOf('fr', { seal })
  const contract = model.fingerprint.contract ?? ''

  test('JSON holds it whole, with contract, record, versions and instant', () => {
    expect(JSON.parse(renderJson(model))).toMatchObject({
      fingerprint: {
        seal,
        record,
        contract: expect.stringMatching(/^[0-9a-f]{64}$/),
        engine: '0.1.0',
        tzdata: '2026b',
      },
      period: { at: '2026-10-31T23:00:00.000Z' },
    })
  })

  const textIn = {
    HTML: async () => htmlText(model),
    XLSX: () => sheetText(model),
  }

  test.each(['HTML', 'XLSX'] as const)('%s prints it, and how to check it', async (format) => {
    const text = await textIn[format]()
    const joined = text.replace(/\s+/g, '')
    for (const part of [
      root,
      seal.figures,
      contract,
      record.fingerprint,
      'vigie/CTR-PME',
      signature,
      'provider.exampleetclient.example',
      'npxvigieverifyDOSSIER-SCELLÉ--verifierCLÉ-DU-SIGNATAIRE--reportrapport.pdf',
      '2026-10-31T23:00:00.000Z',
    ])
      expect(joined).toContain(part.replace(/\s+/g, ''))
  })

  test.each([
    ['fr', 'Scellé par provider.example et client.example', 'il ne prouve ni'],
    ['en', 'Sealed by provider.example and client.example', 'it proves neither'],
  ] as const)('the cover says who sealed, the annex what a seal does not prove: %s', (language, cover, limits) => {
    const html = htmlText(reportOf(language, { seal }))
    expect(html).toContain(cover)
    expect(html).toMatch(new RegExp(limits))
  })
})

describe('an unsealed report', () => {
  test.each([
    ['fr', 'ne porte pas de sceau'],
    ['en', 'carries no seal'],
  ] as const)('says so, and still prints its fingerprints: %s', async (language, said) => {
    const model = reportOf(language)
    const html = htmlText(model)
    expect(html).toContain(said)
    expect(html).toContain(record.fingerprint)
    expect(await sheetText(model)).toContain(said)
    expect(html).not.toMatch(/Scellé par|Sealed by/)
    expect(JSON.parse(renderJson(model)).fingerprint).not.toHaveProperty('seal')
  })

  test('its command names every file that was given', () => {
    const sources = (['contract', 'facts', 'outages', 'controls', 'calls', 'fees', 'notices'] as const).map((role) => ({
      role,
      name: `${role}.csv`,
    }))
    const { command } = reportOf('fr', { sources }).fingerprint
    for (const option of ['outages', 'controls', 'calls', 'fees', 'notices'])
      expect(command).toContain(`--${option} ${option}.csv`)
  })
})
