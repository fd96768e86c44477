import { paper } from '../charts/palette.ts'
import { type SvgNode, serializeSvg } from '../charts/svg-node.ts'
import { civilTime } from '../format/civil-time.ts'
import { layOut } from '../layout/lay-out.ts'
import type { Block, Layout } from '../layout/layout.ts'
import { stateGlyphs } from '../layout/state-mark.ts'
import { messages } from '../messages/catalogue.ts'
import type { ReportModel } from '../report/report-model.ts'

/** What the typesetter reads: the data of the template and the drawings that it names. */
export type PdfInput = {
  readonly data: string
  readonly charts: readonly { readonly file: string; readonly svg: string }[]
}

/** Rows of missed deadlines on paper: ten pages at most; the workbook has them all. */
const missedRows = 300
/** Points between the margins of the template's page. */
const textWidth = 482

export function pdfInput(model: ReportModel): PdfInput {
  const layout = layOut(model, { missedRows })
  const charts: { file: string; svg: string }[] = []
  const sections = layout.sections.map((section) => ({ ...section, blocks: section.blocks.map(drawn) }))
  return { data: JSON.stringify(templateData(model, layout, sections)), charts }

  function drawn(block: Block): object {
    if (block.kind !== 'chart') return block
    const id = `chart-${charts.length + 1}`
    const node = block.draw({ width: textWidth, palette: paper, id })
    const file = `${id}.svg`
    charts.push({ file, svg: serializeSvg(node) })
    return { kind: block.kind, title: block.title, file, alt: alternative(node) }
  }
}

function templateData(model: ReportModel, layout: Layout, sections: readonly object[]): object {
  const { year, month, day } = civilTime(model.period.at, model.timeZone)
  return {
    language: layout.language,
    title: layout.title,
    author: model.contract.provider,
    keywords: [model.contract.id, model.period.label],
    date: { year, month, day },
    running: layout.running,
    pageOf: messages(model.language).pageOf('{page}', '{pages}'),
    glyphs: stateGlyphs,
    cover: { ...layout.cover, reference: `${model.contract.id} · ${model.period.label}` },
    sections,
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
