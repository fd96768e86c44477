import { typeset } from '../../pdf/typeset.ts'
import type { DocumentModel } from '../document-model.ts'
import { contractPdfInput } from './contract-pdf-input.ts'

/** The contract as a tagged PDF (PDF/UA-1), the same bytes for the same model. Rejects with `DocumentError`. */
export function renderContractPdf(model: DocumentModel): Promise<Uint8Array> {
  return typeset(contractPdfInput(model))
}
