import { Worker } from 'node:worker_threads'
import { DocumentError } from '../document-error.ts'
import type { ReportModel } from '../report/report-model.ts'
import { type PdfInput, pdfInput } from './pdf-input.ts'
import type { PdfAnswer } from './typst-worker.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * The report as a tagged PDF (PDF/UA-1), the same bytes for the same model. Set in a worker, one at a time, so that
 * memory stays bounded and the caller's loop free. Rejects with `DocumentError`.
 */
export async function renderPdf(model: ReportModel): Promise<Uint8Array> {
  const input = pdfInput(model)
  const turn = last.then(() => typesetInWorker(input))
  last = turn.catch(() => undefined)
  const answer = await turn
  if ('pdf' in answer) return answer.pdf
  throw faultError(answer)
}

function typesetInWorker(input: PdfInput): Promise<PdfAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./typst-worker.ts', import.meta.url), { workerData: input, env: {} })
    worker.once('message', (answer: PdfAnswer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', reject)
  })
}

function faultError({ fault, detail }: Exclude<PdfAnswer, { readonly pdf: Uint8Array }>): DocumentError {
  const platform = `${process.platform}-${process.arch}`
  switch (fault) {
    case 'compiler-missing':
      return new DocumentError(
        'pdf-compiler-missing',
        {
          fr: `Le PDF demande un composeur natif qui n’existe pas pour ${platform} : demandez .html, .xlsx ou .json.`,
          en: `PDF needs a native typesetter that has no build for ${platform}: ask for .html, .xlsx or .json.`,
        },
        detail,
      )
    case 'template':
    case 'export':
      return new DocumentError(
        'pdf-failed',
        {
          fr: `Le PDF n’a pas pu être composé (${fault}) ; les formats .html, .xlsx et .json restent possibles.`,
          en: `The PDF could not be set (${fault}); .html, .xlsx and .json remain possible.`,
        },
        detail,
      )
  }
}
