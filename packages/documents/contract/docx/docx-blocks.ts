import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Article, Block, Change, Inline, Table as TableBlock } from '../document-model.ts'
import { strong } from '../inline.ts'
import { attributesOf, bookmarked, type DocxWriting, docxRuns } from './docx-runs.ts'
import { COLOURS } from './docx-styles.ts'

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Width of the text in twentieths of a point: A4 less its margins, upright and flat. */
export const TEXT_WIDTH = { upright: 9526, flat: 14458 }

/** A heading, bookmarked by all its anchors, and what stands under it. */
export function docxArticle(article: Article, width: number, writing: DocxWriting): (Paragraph | Table)[] {
  const { anchors, level, title, id, blocks, change } = article
  const code = id === undefined ? [] : docxRuns(coded(id, change), writing)
  const heading = new Paragraph({
    heading: LEVELS[level],
    children: [...bookmarked(anchors, docxRuns(title, writing), writing), ...code],
    ...(change === undefined ? {} : { run: markOf(change, writing) }),
  })
  return [heading, ...blocks.flatMap((block) => docxBlock(block, width, writing))]
}

/** A block as Word’s paragraphs and tables. */
export function docxBlock(block: Block, width: number, writing: DocxWriting): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.text, block.change, writing, block.quiet ? { style: 'Quiet' } : {})]
    case 'notice':
      return [
        paragraph(block.text, block.change, writing, {
          shading: { type: ShadingType.CLEAR, fill: COLOURS.wash, color: 'auto' },
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: COLOURS.action } },
          spacing: { before: 120, after: 160 },
        }),
      ]
    case 'item':
      return [
        paragraph(
          block.text,
          block.change,
          writing,
          { numbering: { reference: 'items', level: 0 }, spacing: { after: 50 } },
          block.anchors,
        ),
      ]
    case 'fact':
      return [
        paragraph(
          [
            ...block.term.map((run) => ({ ...run, strong: true as const })),
            { text: '\u00a0– ', ...changeOf(block.change) },
            ...block.text,
          ],
          block.change,
          writing,
          {},
        ),
      ]
    case 'table':
      return docxTable(block, width, writing)
  }
}

function docxTable(
  { caption, columns, rows, change }: TableBlock,
  width: number,
  writing: DocxWriting,
): (Paragraph | Table)[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / all))
  const line = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const cell = (text: Inline, index: number, of: Change | undefined, anchors: readonly string[] = [], shaded = false) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 80, right: 80 },
      ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: COLOURS.wash, color: 'auto' } } : {}),
      children: [
        new Paragraph({
          style: 'TableText',
          ...(columns[index]?.align ? { alignment: AlignmentType.RIGHT } : {}),
          ...(of === undefined ? {} : { run: markOf(of, writing) }),
          children: bookmarked(anchors, docxRuns(text, writing), writing),
        }),
      ],
    })
  const row = (of: Change | undefined) =>
    of === undefined
      ? {}
      : of.kind === 'inserted'
        ? { insertion: attributesOf(of, writing) }
        : { deletion: attributesOf(of, writing) }
  const said = [{ text: caption, ...changeOf(change) }]
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...row(change),
    children: columns.map(({ header }, index) =>
      cell([{ ...strong(header), ...changeOf(change) }], index, change, [], true),
    ),
  })
  return [
    new Paragraph({
      style: 'Caption',
      children: docxRuns(said, writing),
      ...(change === undefined ? {} : { run: markOf(change, writing) }),
    }),
    new Table({
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
      rows: [
        head,
        ...rows.map(
          (one) =>
            new TableRow({
              cantSplit: true,
              ...row(one.change),
              children: one.cells.map((text, index) => cell(text, index, one.change, index === 0 ? one.anchors : [])),
            }),
        ),
      ],
    }),
    new Paragraph({ style: 'Small', children: [], ...(change === undefined ? {} : { run: markOf(change, writing) }) }),
  ]
}

function paragraph(
  text: Inline,
  change: Change | undefined,
  writing: DocxWriting,
  looks: Omit<NonNullable<ConstructorParameters<typeof Paragraph>[0]> & object, 'children' | 'run'>,
  anchors: readonly string[] = [],
): Paragraph {
  return new Paragraph({
    ...looks,
    children: bookmarked(anchors, docxRuns(text, writing), writing),
    ...(change === undefined ? {} : { run: markOf(change, writing) }),
  })
}

/** The end of the paragraph itself came or went. */
function markOf(change: Change, writing: DocxWriting) {
  const attributes = attributesOf(change, writing)
  return change.kind === 'inserted' ? { insertion: attributes } : { deletion: attributes }
}

function changeOf(change: Change | undefined) {
  return change === undefined ? {} : { change }
}

function coded(id: string, change: Change | undefined): Inline {
  return [
    { text: '\u00a0\u00a0', ...changeOf(change) },
    { text: id, code: true, ...changeOf(change) },
  ]
}
