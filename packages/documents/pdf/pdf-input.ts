import { readFileSync } from 'node:fs'
import { paper } from '../charts/palette.ts'
import { type SvgNode, serializeSvg } from '../charts/svg-node.ts'
import { civilTime } from '../format/civil-time.ts'
import { layOut } from '../layout/lay-out.ts'
import type { Block, Layout } from '../layout/layout.ts'
import { stateGlyphs } from '../layout/state-mark.ts'
import { messages } from '../messages/catalogue.ts'
import type { ReportModel } from '../report/report-model.ts'
import { mapTexts, textFitter } from './fit-text.ts'
import { fontCoverage } from './font-coverage.ts'
import { fontFiles } from './font-files.ts'

/** What the typesetter reads: the data of the template and the drawings that it names. */
export type PdfInput = {
  readonly data: string
  readonly charts: readonly PdfChart[]
  readonly template: 'report.typ' | 'contract.typ'
}

export type PdfChart = { readonly file: string; readonly svg: string }

/** Rows of missed deadlines on paper: about ten pages; the workbook has them all. */
const missedRows = 300
/** Points between the margins of the template's page. */
const textWidth = 482

/** The report in the template's form, every text fitted to the font; the cover says so where one could not be. */
export function pdfInput(model: ReportModel): PdfInput {
  const layout = layOut(model, { missedRows })
  const { fitText, hasLost } = textFitter(fontCoverage(readFileSync(fontFiles()[0])))
  const charts: PdfChart[] = []
  const sections = layout.sections.map((section) => ({ ...section, blocks: section.blocks.map(drawn) }))
  const data = mapTexts({ ...templateData(model, layout), sections }, fitText)
  const notices = hasLost()
    ? [...data.cover.notices, messages(model.language).cover.charactersLost]
    : data.cover.notices
  return { data: JSON.stringify({ ...data, cover: { ...data.cover, notices } }), charts, template: 'report.typ' }

  function drawn(block: Block): object {
    if (block.kind !== 'chart') return block
    const id = `chart-${charts.length + 1}`
    const node = block.draw({ width: textWidth, palette: paper, id })
    const file = `${id}.svg`
    charts.push({ file, svg: fitText(serializeSvg(node)) })
    const shown = block.tableShown ? { table: block.table } : {}
    const title = block.part?.first === false ? {} : { title: block.title }
    return { kind: block.kind, ...title, file, alt: alternative(node), ...shown }
  }
}

function templateData(model: ReportModel, layout: Layout) {
  const { year, month, day } = civilTime(model.period.at, model.timeZone)
  const { colon, pageOf } = messages(model.language)
  return {
    language: layout.language,
    title: layout.title,
    author: model.contract.provider,
    keywords: [model.contract.id, model.period.label],
    date: { year, month, day },
    running: layout.running,
    pageOf: pageOf('{page}', '{pages}'),
    glyphs: stateGlyphs,
    colon,
    cover: { ...layout.cover, reference: `${model.contract.id} · ${model.period.label}` },
  }
}

/** The title and the description of a drawing, for who cannot see it. */
function alternative({ children }: SvgNode): string {
  return children
    .flatMap((child) =>
      typeof child !== 'string' && (child.tag === 'title' || child.tag === 'desc') ? child.children : [],
    )
    .join('. ')
}
