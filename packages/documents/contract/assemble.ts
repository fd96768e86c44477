import type { Article, Block, Inline, Run } from './document-model.ts'
import { joined } from './inline.ts'
import type { Annex, Chapter, Clause, Subject } from './parts.ts'
import type { Writing } from './writing.ts'

/** Chapters and annexes as numbered articles, every reference to one of them said by its number. */
export function assemble(
  chapters: readonly Chapter[],
  annexes: readonly Annex[],
  writing: Writing,
): readonly Article[] {
  const numbers = numbersOf(chapters, annexes, writing)
  const articles = [
    ...chapters.flatMap((chapter) => chapterArticles(chapter, writing)),
    ...annexes.flatMap((annex) => annexArticles(annex, numbers)),
  ]
  return articles.map(uniqueAnchors()).map((article) => ({
    ...article,
    title: resolved(article.title, numbers),
    blocks: closed(article.blocks).map((block) => resolvedBlock(block, numbers)),
  }))
}

type Numbers = ReadonlyMap<string, string>

function numbersOf(chapters: readonly Chapter[], annexes: readonly Annex[], { text }: Writing): Numbers {
  const subjects = chapters.flatMap(({ number, anchor, subjects }): readonly (readonly [string, string])[] => [
    [anchor, `${text('chapitre', 'chapter')}\u00a0${number}`],
    ...subjects.map((subject, index) => [subject.anchor, `article\u00a0${letter(number, index)}`] as const),
  ])
  return new Map([
    ...subjects,
    ...annexes.map(({ anchor }, index) => [anchor, `${text('annexe', 'annex')}\u00a0${index + 1}`] as const),
  ])
}

function chapterArticles(chapter: Chapter, { text, anchors, contract }: Writing): readonly Article[] {
  const { number, anchor, title, lead, subjects } = chapter
  const head = number === '' ? '' : `${text('Chapitre', 'Chapter')}\u00a0${number} – `
  return [
    {
      anchors: [anchor],
      level: 1,
      title: joined([head, title]),
      blocks: lead === undefined ? [] : [{ kind: 'paragraph', text: lead, quiet: true }],
    },
    ...subjects.flatMap((subject, index): readonly Article[] => [
      {
        anchors: [subject.anchor],
        level: 2,
        title: joined([`${letter(number, index)} – `, subject.title]),
        blocks: subject.blocks,
      },
      ...(subject.clauses ?? []).map(
        (clause, place): Article => ({
          ...named(clause),
          level: 3,
          title: joined([`${numberOf(clause) ?? `${letter(number, index)}-${place + 1}`} – `, clause.title]),
          id: clause.id,
          blocks: [...clause.blocks, ...signedWords(clause)],
        }),
      ),
    ]),
  ]

  /** The signed words of a clause, where the transcription gives them. */
  function signedWords({ clause }: Clause): readonly Block[] {
    const { page, quote } = (clause === undefined ? undefined : contract.clauses?.[clause]) ?? {}
    if (page === undefined && quote === undefined) return []
    const where =
      page === undefined
        ? text('document signé', 'signed document')
        : text(`document signé, page\u00a0${page}`, `signed document, page\u00a0${page}`)
    const words = quote === undefined ? '' : text(`\u00a0: «\u00a0${quote}\u00a0»`, `: “${quote}”`)
    return [{ kind: 'paragraph', text: [{ text: `(${where}${words})` }], quiet: true }]
  }

  function named({ kind, id }: Clause): Pick<Article, 'anchors'> {
    return { anchors: anchors.of(kind, id) }
  }
}

function annexArticles({ anchor, title, blocks, wide, parts = [] }: Annex, numbers: Numbers): readonly Article[] {
  const width = wide ? { wide } : {}
  const number = numbers.get(anchor) ?? ''
  const head = number.slice(0, 1).toUpperCase() + number.slice(1)
  return [
    { anchors: [anchor], level: 1, title: joined([`${head} – `, title]), blocks, ...width },
    ...parts.map(
      (part: Subject): Article => ({
        anchors: [part.anchor],
        level: 2,
        title: part.title,
        blocks: part.blocks,
        ...width,
      }),
    ),
  ]
}

/** `2.A`; a letter alone for the general provisions. */
function letter(number: string, index: number): string {
  const name = String.fromCharCode(65 + index)
  return number === '' ? name : `${number}.${name}`
}

function numberOf({ clause, id }: Clause): string | undefined {
  return clause === undefined || clause === id ? undefined : clause
}

/** An anchor that another thing already has is left out: ids are the contract's, and may be anything. */
function uniqueAnchors(): (article: Article) => Article {
  const taken = new Set<string>()
  const own = (anchors: readonly string[]) => {
    const free = anchors.filter((anchor) => !taken.has(anchor))
    for (const anchor of free) taken.add(anchor)
    return free
  }
  return (article) => {
    const [first, ...others] = own(article.anchors)
    let spare = `${article.anchors[0]}~`
    while (first === undefined && taken.has(spare)) spare += '~'
    taken.add(first ?? spare)
    return { ...article, anchors: [first ?? spare, ...others], blocks: article.blocks.map(withOwn) }
  }

  function withOwn(block: Block): Block {
    if (block.kind === 'item' && block.anchors !== undefined) return { ...block, anchors: own(block.anchors) }
    if (block.kind !== 'table') return block
    return {
      ...block,
      rows: block.rows.map((row) => (row.anchors === undefined ? row : { ...row, anchors: own(row.anchors) })),
    }
  }
}

/** The last of a run of items ends with a full stop. */
function closed(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'item' || blocks[index + 1]?.kind === 'item') return block
    const last = block.text.at(-1)
    if (last === undefined || !/[\u202f ]?;$/.test(last.text)) return block
    return { ...block, text: [...block.text.slice(0, -1), { ...last, text: last.text.replace(/[\u202f ]?;$/, '.') }] }
  })
}

function resolvedBlock(block: Block, numbers: Numbers): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'notice':
    case 'item':
      return { ...block, text: resolved(block.text, numbers) }
    case 'fact':
      return { ...block, term: resolved(block.term, numbers), text: resolved(block.text, numbers) }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => resolved(cell, numbers)) })),
      }
  }
}

/** A reference without a text of its own takes the number of where it leads. */
function resolved(text: Inline, numbers: Numbers): Inline {
  return text.map((run): Run => {
    if (run.text !== '' || run.to === undefined) return run
    return { ...run, text: numbers.get(run.to) ?? run.to }
  })
}
