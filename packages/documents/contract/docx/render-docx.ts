import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import type { Article, Block, DocumentModel } from '../document-model.ts'
import { bookmarkNames } from './bookmark-names.ts'
import { coreProperties } from './core-properties.ts'
import { docxArticle, docxBlock, TEXT_WIDTH } from './docx-blocks.ts'
import { type DocxWriting, docxRuns } from './docx-runs.ts'
import { BULLETS, docxStyles } from './docx-styles.ts'
import { rewriteArchive } from './rewrite-archive.ts'

/**
 * The contract as a Word document: styles, contents, bookmarks, and changes as tracked ones. The same bytes for the same
 * model, whatever the day and the zone.
 */
export async function renderContractDocx(model: DocumentModel): Promise<Uint8Array> {
  const { language, title, author, reference, articles } = model
  let last = 0
  const writing: DocxWriting = {
    bookmarks: bookmarkNames(articles.flatMap(({ anchors, blocks }) => [...anchors, ...blocks.flatMap(anchorsOf)])),
    revisions: model.revisions,
    nextId: () => ++last,
  }
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    subject: reference,
    description: reference,
    styles: docxStyles(language),
    numbering: BULLETS,
    features: { updateFields: false },
    pageNumbers: estimatePageNumbers,
    sections: [
      section(false, model, [...coverParts(model, writing), ...contentsParts(model)]),
      ...stretches(articles).map(({ wide, articles: some }) =>
        section(
          wide,
          model,
          some.flatMap((article) => docxArticle(article, wide ? TEXT_WIDTH.flat : TEXT_WIDTH.upright, writing)),
        ),
      ),
    ],
  })
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(model) },
  ])
  return rewriteArchive(new Uint8Array(packed), (_, text) => renumbered(text, last))
}

/**
 * Bookmarks numbered in their order, after the tracked changes: the writer counts on from one document to the next, and
 * every mark has a number of its own.
 */
function renumbered(text: string, last: number): string {
  const ids = new Map<string, number>()
  const next = (id: string) => {
    const known = ids.get(id)
    if (known !== undefined) return known
    ids.set(id, last + ids.size + 1)
    return last + ids.size
  }
  return text
    .replace(/(_Toc)(\d+)/g, (_, name: string, id: string) => `${name}${next(id)}`)
    .replace(/<w:bookmark(?:Start|End) [^>]*>/g, (tag) =>
      tag.replace(/ w:id="(\d+)"/, (_, id: string) => ` w:id="${next(id)}"`),
    )
}

const WORDS = {
  fr: { contents: 'Sommaire', page: 'page\u00a0', of: '\u00a0/\u00a0' },
  en: { contents: 'Contents', page: 'page\u00a0', of: ' of ' },
} as const

function coverParts(model: DocumentModel, writing: DocxWriting) {
  const { cover } = model
  return [
    new Paragraph({ heading: 'Title', children: docxRuns(cover.title, writing) }),
    new Paragraph({ style: 'Quiet', spacing: { after: 480 }, children: docxRuns(cover.kind, writing) }),
    ...cover.blocks.flatMap((block) => docxBlock(block, TEXT_WIDTH.upright, writing)),
  ]
}

function contentsParts({ language }: DocumentModel) {
  return [
    new Paragraph({ style: 'ContentsTitle', pageBreakBefore: true, children: [new TextRun(WORDS[language].contents)] }),
    new TableOfContents(WORDS[language].contents, { hyperlink: true, headingStyleRange: '1-2' }),
  ]
}

/** A section of upright or flat pages, with its running head and foot. */
function section(
  wide: boolean,
  { running, language }: DocumentModel,
  children: ISectionOptions['children'],
): ISectionOptions {
  const right = wide ? TEXT_WIDTH.flat : TEXT_WIDTH.upright
  const stops = [{ type: TabStopType.RIGHT, position: right }]
  const words = WORDS[language]
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: 11906, height: 16838, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: 1360, bottom: 1250, left: 1190, right: 1190, header: 600, footer: 560 },
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            style: 'Small',
            tabStops: stops,
            children: [new TextRun(running.left), new TextRun({ children: [new Tab(), running.right] })],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'Small',
            tabStops: stops,
            children: [
              new TextRun(running.foot),
              new TextRun({ children: [new Tab(), words.page, PageNumber.CURRENT, words.of, PageNumber.TOTAL_PAGES] }),
            ],
          }),
        ],
      }),
    },
    children,
  }
}

/** Articles that follow each other on pages of one kind; a chapter and what is under it stay together. */
function stretches(
  articles: readonly Article[],
): readonly { readonly wide: boolean; readonly articles: readonly Article[] }[] {
  const out: { wide: boolean; articles: Article[] }[] = []
  for (const article of articles) {
    const wide = article.wide === true
    const last = out.at(-1)
    if (last !== undefined && last.wide === wide) last.articles.push(article)
    else out.push({ wide, articles: [article] })
  }
  return out
}

function anchorsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.rows.flatMap(({ anchors = [] }) => anchors)
  return block.kind === 'item' ? (block.anchors ?? []) : []
}
