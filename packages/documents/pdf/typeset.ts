import { Worker } from 'node:worker_threads'
import { pdfError } from './pdf-error.ts'
import type { PdfInput } from './pdf-input.ts'
import type { PdfAnswer } from './typst-worker.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * Sets a document in a worker of its own, one at a time: memory stays bounded and goes back with the worker, and the
 * caller's loop stays free. Rejects with `DocumentError`.
 */
export async function typeset(input: PdfInput): Promise<Uint8Array> {
  const turn = last.then(() => answerOf(input))
  last = turn.catch(() => undefined)
  const answer = await turn
  if ('pdf' in answer) return answer.pdf
  throw pdfError(answer.fault, answer.detail, `${process.platform}-${process.arch}`)
}

function answerOf(input: PdfInput): Promise<PdfAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./typst-worker.ts', import.meta.url), { workerData: input, env: {} })
    worker.once('error', reject)
    worker.once('message', (answer: PdfAnswer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('exit', () => resolve({ fault: 'template', detail: 'the typesetter ended without an answer' }))
  })
}
