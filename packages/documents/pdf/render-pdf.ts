import type { ReportModel } from '../report/report-model.ts'
import { pdfInput } from './pdf-input.ts'
import { typeset } from './typeset.ts'

/** The report as a tagged PDF (PDF/UA-1), the same bytes for the same model. Rejects with `DocumentError`. */
export function renderPdf(model: ReportModel): Promise<Uint8Array> {
  return typeset(pdfInput(model))
}
