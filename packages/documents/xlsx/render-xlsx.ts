import writeExcelFile from 'write-excel-file/node'
import type { ReportModel } from '../report/report-model.ts'
import { voice } from '../report/voice.ts'
import { commitmentsSheet, indicatorsSheet, volumesSheet } from './figures-sheets.ts'
import { penaltiesSheet } from './penalties-sheet.ts'
import { definitionsSheet, fingerprintSheet } from './reference-sheets.ts'
import { servicesSheet } from './services-sheet.ts'
import { sheetOf } from './sheet.ts'
import { stampArchive } from './stamp-archive.ts'
import { summarySheet } from './summary-sheet.ts'
import { missedSheet, neutralisedSheet } from './tickets-sheets.ts'
import { versionsSheets } from './versions-sheet.ts'
import { disputesSheets, findingsSheets } from './watched-sheets.ts'

/** The report as a workbook, a sheet a subject, the same bytes for the same model. Text is text, numbers are numbers. */
export async function renderXlsx(model: ReportModel): Promise<Uint8Array> {
  const speaking = voice(model.language)
  const sheets = [
    summarySheet(model, speaking),
    commitmentsSheet(model, speaking),
    penaltiesSheet(model, speaking),
    ...disputesSheets(model, speaking),
    indicatorsSheet(model, speaking),
    volumesSheet(model, speaking),
    ...(model.services.length + model.controls.length === 0 ? [] : [servicesSheet(model, speaking)]),
    missedSheet(model, speaking),
    neutralisedSheet(model, speaking),
    ...findingsSheets(model, speaking),
    ...versionsSheets(model, speaking),
    definitionsSheet(model, speaking),
    fingerprintSheet(model, speaking),
  ].map(sheetOf)
  return stampArchive(new Uint8Array(await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()))
}
