import {
  type Article,
  type Block,
  type Change,
  type DocumentModel,
  type Inline,
  plainText,
  type Revision,
  type Row,
} from '../document-model.ts'
import { align } from './align.ts'
import { keysOf, markedBlock, type RevisionOf, redlineBlocks } from './redline-blocks.ts'
import { marked, redlineInline } from './redline-inline.ts'

/** A version and the act that made it from the one before. */
export type RedlineStep = { readonly model: DocumentModel; readonly revision: Revision }

/**
 * The last of several versions with every change since the first marked. A change is that of the act that made it; a
 * clause that several acts changed is that of all of them, at the date of the last.
 */
export function redline(first: DocumentModel, steps: readonly RedlineStep[]): DocumentModel {
  const last = steps.at(-1)?.model ?? first
  const authors = authorsOf(first, steps)
  const articles = articlesOf(first, last, authors)
  const cover = {
    ...last.cover,
    title: redlineInline(first.cover.title, last.cover.title, authors.of(COVER)()),
    blocks: redlineBlocks(first.cover.blocks, last.cover.blocks, authors.of(COVER)),
  }
  return withoutDeadLinks({ ...last, cover, articles, revisions: authors.revisions })
}

const COVER = '\u0000cover'

function articlesOf(first: DocumentModel, last: DocumentModel, authors: Authors): readonly Article[] {
  const [old, now] = [first.articles, last.articles]
  const living = new Set(now.flatMap(({ anchors, blocks }) => [...anchors, ...blocks.flatMap(anchorsIn)]))
  return align(old.map(keyOf), now.map(keyOf)).flatMap(({ kind, before, after }): readonly Article[] => {
    const [was, is] = [old[before], now[after]]
    if (kind === 'deleted') return was === undefined ? [] : [deletedArticle(was, living, authors)]
    if (is === undefined) return []
    const revisionOf = authors.of(keyOf(is))
    if (kind === 'inserted') {
      const change = { kind, revision: revisionOf() }
      return [
        { ...is, title: marked(is.title, change), blocks: is.blocks.map((one) => markedBlock(one, change)), change },
      ]
    }
    if (was === undefined) return [is]
    return [
      {
        ...is,
        title: redlineInline(was.title, is.title, revisionOf()),
        blocks: redlineBlocks(was.blocks, is.blocks, revisionOf),
      },
    ]
  })
}

/** What went keeps no anchor that what is there carries. */
function deletedArticle(was: Article, living: ReadonlySet<string>, authors: Authors): Article {
  const change = { kind: 'deleted', revision: authors.of(keyOf(was))() } as const
  const [first, ...others] = was.anchors.filter((anchor) => !living.has(anchor))
  const blocks = was.blocks.map((one) => markedBlock(one, change))
  return {
    ...was,
    anchors: [first ?? `deleted:${was.anchors[0]}`, ...others],
    title: marked(was.title, change),
    blocks,
    change,
  }
}

function keyOf({ anchors }: Article): string {
  return anchors[0]
}

type Authors = { readonly revisions: readonly Revision[]; readonly of: (article: string) => RevisionOf }

/** For each article, and each row of its tables, the acts that changed it. */
function authorsOf(first: DocumentModel, steps: readonly RedlineStep[]): Authors {
  const touched = new Map<string, Set<number>>()
  let previous = textsOf(first)
  for (const [index, { model }] of steps.entries()) {
    const texts = textsOf(model)
    for (const key of new Set([...previous.keys(), ...texts.keys()])) {
      if (previous.get(key) !== texts.get(key)) touched.set(key, (touched.get(key) ?? new Set()).add(index))
    }
    previous = texts
  }
  const revisions: Revision[] = steps.map(({ revision }) => revision)
  const combined = new Map<string, number>()
  const placeOf = (acts: readonly number[]): number => {
    const [only] = acts
    if (acts.length <= 1) return only ?? Math.max(steps.length - 1, 0)
    const name = acts.join()
    const known = combined.get(name)
    if (known !== undefined) return known
    const author = acts.map((act) => steps[act]?.revision.author ?? '').join(' + ')
    revisions.push({ author, date: steps[acts.at(-1) ?? 0]?.revision.date ?? '' })
    combined.set(name, revisions.length - 1)
    return revisions.length - 1
  }
  return {
    revisions,
    of: (article) => (row) =>
      placeOf([...(touched.get(row === undefined ? article : `${article}\u0000${row}`) ?? touched.get(article) ?? [])]),
  }
}

/** Every article and every row of a table, as text. */
function textsOf({ cover, articles }: DocumentModel): ReadonlyMap<string, string> {
  const texts = new Map<string, string>([
    [COVER, `${plainText(cover.title)}\n${cover.blocks.map(blockText).join('\n')}`],
  ])
  for (const article of articles) {
    const key = keyOf(article)
    texts.set(key, `${plainText(article.title)}\n${article.blocks.map(blockText).join('\n')}`)
    for (const block of article.blocks) {
      if (block.kind !== 'table') continue
      const names = keysOf(block.rows)
      for (const [index, row] of block.rows.entries()) texts.set(`${key}\u0000${names[index]}`, rowText(row))
    }
  }
  return texts
}

function blockText(block: Block): string {
  if (block.kind === 'table') return `${block.caption} ${block.rows.map(rowText).join('\n')}`
  return block.kind === 'fact' ? `${plainText(block.term)} ${plainText(block.text)}` : plainText(block.text)
}

function rowText({ cells }: Row): string {
  return cells.map((cell) => plainText(cell)).join('¦')
}

function anchorsIn(block: Block): readonly string[] {
  if (block.kind === 'table') return block.rows.flatMap(({ anchors = [] }) => anchors)
  return block.kind === 'item' ? (block.anchors ?? []) : []
}

/** Deleted rows and items lose anchors that are taken; a reference to what is no more is plain text. */
function withoutDeadLinks(model: DocumentModel): DocumentModel {
  const taken = new Set(model.articles.flatMap(({ anchors }) => anchors))
  const own = <Part extends { readonly anchors?: readonly string[]; readonly change?: Change }>(part: Part): Part => {
    const free = (part.anchors ?? []).filter((anchor) => part.change?.kind !== 'deleted' && !taken.has(anchor))
    for (const anchor of free) taken.add(anchor)
    const { anchors: _, ...rest } = part
    return (free.length === 0 ? rest : { ...rest, anchors: free }) as Part
  }
  const blocks = (list: readonly Block[]): readonly Block[] =>
    list.map((block) => {
      if (block.kind === 'item') return own(block)
      return block.kind === 'table' ? { ...block, rows: block.rows.map(own) } : block
    })
  const articles = model.articles.map((article) => ({ ...article, blocks: blocks(article.blocks) }))
  const linked = (text: Inline): Inline =>
    text.map((run) => {
      if (run.to === undefined || taken.has(run.to)) return run
      const { to: _, ...rest } = run
      return rest
    })
  const relinked = (block: Block): Block => {
    switch (block.kind) {
      case 'table':
        return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(linked) })) }
      case 'fact':
        return { ...block, term: linked(block.term), text: linked(block.text) }
      default:
        return { ...block, text: linked(block.text) }
    }
  }
  return {
    ...model,
    articles: articles.map((article) => ({
      ...article,
      title: linked(article.title),
      blocks: article.blocks.map(relinked),
    })),
  }
}
