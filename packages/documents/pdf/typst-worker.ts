import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { fontFiles } from './font-files.ts'
import type { PdfFault } from './pdf-error.ts'
import type { PdfInput } from './pdf-input.ts'

/** What the worker answers: the file, or why there is none. */
export type PdfAnswer = { readonly pdf: Uint8Array } | { readonly fault: PdfFault; readonly detail: string }

const folder = dirname(fileURLToPath(import.meta.url))

parentPort?.postMessage(await typeset(workerData as PdfInput))

async function typeset({ data, charts, template }: PdfInput): Promise<PdfAnswer> {
  const loaded = await loadCompiler()
  if ('detail' in loaded) return { fault: 'compiler-missing', detail: loaded.detail }
  const compiler = loaded.NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
  })
  // The compiler's memory of past documents is global to the process and would grow without end.
  compiler.evictCache(0)
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(data))
  for (const { file, svg } of charts) compiler.mapShadow(join(folder, file), Buffer.from(svg))
  const compiled = compiler.compile({ mainFilePath: join(folder, template) })
  if (compiled.result === null) {
    const diagnostics = compiled.takeDiagnostics()
    return {
      fault: 'template',
      detail: JSON.stringify(diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics)),
    }
  }
  try {
    return { pdf: new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })) }
  } catch (error) {
    return { fault: 'export', detail: String(error) }
  }
}

/** The compiler is a native module that some platforms have no build of. */
async function loadCompiler(): Promise<
  typeof import('@myriaddreamin/typst-ts-node-compiler') | { readonly detail: string }
> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler')
  } catch (error) {
    return { detail: String(error) }
  }
}
