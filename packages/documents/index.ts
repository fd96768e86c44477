/** The door of the documents: the report's one model, and its four files. */
export { buildReport, type ReportInput } from './build-report-model.ts'
export { type CollectedMeasures, collectMeasures } from './collect-measures.ts'
export { DocumentError } from './document-error.ts'
export { renderPdf } from './pdf/render-pdf.ts'
