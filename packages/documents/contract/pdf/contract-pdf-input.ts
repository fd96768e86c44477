import { readFileSync } from 'node:fs'
import { messages } from '../../messages/catalogue.ts'
import { mapTexts, textFitter } from '../../pdf/fit-text.ts'
import { fontCoverage } from '../../pdf/font-coverage.ts'
import { fontFiles } from '../../pdf/font-files.ts'
import type { PdfInput } from '../../pdf/pdf-input.ts'
import { bannerCover, changeLegend } from '../change-words.ts'
import { type Article, type Block, type DocumentModel, type Inline, plainText } from '../document-model.ts'

/** The contract in the form of `contract.typ`, every text fitted to the font; anchors keep their own names. */
export function contractPdfInput(model: DocumentModel): PdfInput {
  const { language, title, author, reference, running, articles } = model
  const { fitText, hasLost } = textFitter(fontCoverage(readFileSync(fontFiles()[0])))
  const [year = 1970, month = 1, day = 1] = model.date.split('-').map(Number)
  const legend = changeLegend(model)
  const banner = bannerCover(model)
  const known = new Set(articles.flatMap(({ anchors, blocks }) => [...anchors, ...blocks.flatMap(blockAnchors)]))
  const inline = (text: Inline) =>
    text.map((run) => ({
      text: breakable(fitText(run.text)),
      ...(run.strong ? { strong: true } : {}),
      ...(run.code ? { code: true } : {}),
      ...(run.to !== undefined && known.has(run.to) ? { to: run.to } : {}),
      ...(run.change === undefined ? {} : { change: run.change.kind }),
    }))
  const data = {
    ...mapTexts(
      {
        title,
        author,
        keywords: [reference],
        reference,
        running,
        product: 'Vigie',
        kind: plainText(banner.kind),
        contents: language === 'fr' ? 'Sommaire' : 'Contents',
        pageOf: language === 'fr' ? 'page\u00a0{page} / {pages}' : 'page\u00a0{page} of {pages}',
        ...(legend === undefined ? {} : { legend }),
      },
      fitText,
    ),
    language,
    date: { year, month, day },
    coverTitle: inline(banner.title),
    cover: parts(banner.blocks),
    chapters: chaptersOf(articles).map((chapter, index, all) => ({
      wide: chapter[0]?.wide === true,
      // The first chapter and the first annex open a page; the others follow on.
      opens: index === 0 || (isAnnex(chapter) && !isAnnex(all[index - 1])),
      articles: chapter.map((article) => ({
        level: article.level,
        anchors: article.anchors,
        title: inline(article.title),
        ...(article.id === undefined ? {} : { id: breakable(fitText(article.id)) }),
        parts: parts(article.blocks),
      })),
    })),
  }
  const lost: Block = { kind: 'notice', text: [{ text: messages(language).cover.charactersLost }] }
  const cover = hasLost() ? [...data.cover, ...parts([lost])] : data.cover
  return { data: JSON.stringify({ ...data, cover }), charts: [], template: 'contract.typ' }

  function itemOf({ text, anchors = [] }: Extract<Block, { kind: 'item' }>) {
    return { body: inline(text), ...(anchors.length === 0 ? {} : { anchors }) }
  }

  /** Items, and facts, that follow each other are one part. */
  function parts(blocks: readonly Block[]): readonly object[] {
    const out: { kind: string; items?: object[] }[] = []
    for (const block of blocks) {
      const last = out.at(-1)
      const changed = 'change' in block && block.change !== undefined ? { change: block.change.kind } : {}
      switch (block.kind) {
        case 'paragraph':
          out.push({
            kind: 'paragraph',
            ...{ text: inline(block.text) },
            ...(block.quiet ? { quiet: true } : {}),
            ...changed,
          })
          break
        case 'notice':
          out.push({ kind: 'notice', ...{ text: inline(block.text) } })
          break
        case 'item':
          if (last?.kind === 'items') last.items?.push(itemOf(block))
          else out.push({ kind: 'items', items: [itemOf(block)] })
          break
        case 'fact': {
          const fact = { term: inline(block.term), body: inline(block.text) }
          if (last?.kind === 'facts') last.items?.push(fact)
          else out.push({ kind: 'facts', items: [fact] })
          break
        }
        case 'table':
          out.push({
            kind: 'table',
            ...{
              columns: block.columns.map((column) => ({ ...column, header: fitText(column.header) })),
              rows: block.rows.map(({ cells, anchors }) => ({
                cells: cells.map((cell) => inline(block.columns.length < MANY_COLUMNS ? cell : cell.map(wrapping))),
                ...(anchors === undefined || anchors.length === 0 ? {} : { anchors }),
              })),
            },
          })
      }
    }
    return out
  }
}

function isAnnex(chapter: readonly Article[] | undefined): boolean {
  return chapter?.[0]?.anchors[0].startsWith('annex:') ?? false
}

const MANY_COLUMNS = 7

/** In a narrow column a long date may wrap before its year: nothing else would keep it out of the next column. */
function wrapping(run: Inline[number]): Inline[number] {
  return { ...run, text: run.text.replace(/[^ \n]{13,}/gu, (words) => words.replace(/\u00a0(?=[^\u00a0]*$)/u, ' ')) }
}

/** A long identifier may break every twelve characters, so that a narrow column holds it. */
function breakable(text: string): string {
  return text.replace(/[^\s-]{25,}/gu, (run) => (run.match(/.{1,12}/gu) ?? []).join('\u200b'))
}

function blockAnchors(block: Block): readonly string[] {
  if (block.kind === 'table') return block.rows.flatMap(({ anchors = [] }) => anchors)
  return block.kind === 'item' ? (block.anchors ?? []) : []
}

function chaptersOf(articles: readonly Article[]): readonly (readonly Article[])[] {
  const chapters: Article[][] = []
  for (const article of articles) {
    if (article.level === 1) chapters.push([article])
    else chapters.at(-1)?.push(article)
  }
  return chapters
}
