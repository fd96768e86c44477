import { extname } from 'node:path'
import { DocumentError, type ReportModel, renderHtml, renderJson, renderPdf, renderXlsx } from '@vigie/documents'
import { CommandFailure } from './failure.ts'

/** Writes a report in one of its formats. */
export type ReportRenderer = (model: ReportModel) => Promise<Uint8Array>

const renderers: Readonly<Record<string, (model: ReportModel) => Promise<Uint8Array | string>>> = {
  '.pdf': renderPdf,
  '.html': async (model) => renderHtml(model),
  '.xlsx': renderXlsx,
  '.json': async (model) => renderJson(model),
}

/** The writer that the ending of a file name asks for; throws `CommandFailure` on another ending. */
export function rendererOf(path: string): ReportRenderer {
  const render = renderers[extname(path).toLowerCase()]
  if (render) return async (model) => bytesOf(await rendered(() => render(model)))
  const known = Object.keys(renderers).join(', ')
  throw new CommandFailure({
    fr: `${path} : format inconnu (formats : ${known})`,
    en: `${path}: unknown format (formats: ${known})`,
  })
}

function bytesOf(written: Uint8Array | string): Uint8Array {
  return typeof written === 'string' ? new TextEncoder().encode(written) : written
}

async function rendered<Value>(render: () => Promise<Value>): Promise<Value> {
  try {
    return await render()
  } catch (error) {
    if (error instanceof DocumentError) throw new CommandFailure(error.localised)
    throw error
  }
}
