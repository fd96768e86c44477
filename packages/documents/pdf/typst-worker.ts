import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { PdfInput } from './pdf-input.ts'

/** What the worker answers: the file, or why there is none. */
export type PdfAnswer =
  | { readonly pdf: Uint8Array }
  | { readonly fault: 'compiler-missing' | 'template' | 'export'; readonly detail: string }

const folder = dirname(fileURLToPath(import.meta.url))
const fonts = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'] as const

parentPort?.postMessage(await typeset(workerData as PdfInput))

async function typeset({ data, charts }: PdfInput): Promise<PdfAnswer> {
  const loaded = await loadCompiler()
  if ('detail' in loaded) return { fault: 'compiler-missing', detail: loaded.detail }
  const compiler = loaded.NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts.map(readFont) }] })
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(data))
  for (const { file, svg } of charts) compiler.mapShadow(join(folder, file), Buffer.from(svg))
  const compiled = compiler.compile({ mainFilePath: join(folder, 'report.typ') })
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

function readFont(file: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${file}`))
}
