import { Bookmark, DeletedTextRun, InsertedTextRun, InternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import type { Change, Inline, Revision, Run } from '../document-model.ts'

/** What the parts of one Word document share: names of bookmarks, who changed what, a number for each mark. */
export type DocxWriting = {
  readonly bookmarks: ReadonlyMap<string, string>
  readonly revisions: readonly Revision[]
  nextId(): number
}

/** Runs as Word's; a change is a tracked one, by the act that made it at the date of its signature. */
export function docxRuns(text: Inline, writing: DocxWriting): ParagraphChild[] {
  return text
    .filter((run) => run.text !== '')
    .map((run) => {
      const inner = runOf(run, writing)
      const anchor = run.to === undefined ? undefined : writing.bookmarks.get(run.to)
      return anchor === undefined ? inner : new InternalHyperlink({ anchor, children: [inner] })
    })
}

/** Bookmarks around runs, one in another. */
export function bookmarked(
  anchors: readonly string[],
  runs: ParagraphChild[],
  { bookmarks }: DocxWriting,
): ParagraphChild[] {
  return anchors.reduceRight<ParagraphChild[]>((children, anchor) => {
    const id = bookmarks.get(anchor)
    return id === undefined ? children : [new Bookmark({ id, children })]
  }, runs)
}

/** Who, when and under which number. */
export function attributesOf({ revision }: Change, writing: DocxWriting) {
  const { author = '', date = '' } = writing.revisions[revision] ?? {}
  return { id: writing.nextId(), author, date: `${date}T00:00:00Z` }
}

function runOf(run: Run, writing: DocxWriting) {
  const looks = {
    text: run.text,
    ...(run.strong ? { bold: true } : {}),
    ...(run.code ? { style: 'Code' } : run.to === undefined ? {} : { style: 'Hyperlink' }),
  }
  if (run.change === undefined) return new TextRun(looks)
  const attributes = attributesOf(run.change, writing)
  return run.change.kind === 'inserted'
    ? new InsertedTextRun({ ...looks, ...attributes })
    : new DeletedTextRun({ ...looks, ...attributes })
}
