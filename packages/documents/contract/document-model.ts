import type { Language } from '@vigie/engine'

/** A contract as a reader meets it: cover, then articles in order. Four renderers draw this one form. */
export type DocumentModel = {
  readonly language: Language
  /** Plain title, for the file's own properties. */
  readonly title: string
  readonly author: string
  readonly reference: string
  /** Repeated on every page. */
  readonly running: { readonly left: string; readonly right: string; readonly foot: string }
  /** Civil date of the version that is written. */
  readonly date: string
  readonly cover: Cover
  readonly articles: readonly Article[]
  /** Who changed what, where the document shows changes; a `Change` names one by its place. Empty in a plain document. */
  readonly revisions: readonly Revision[]
}

export type Cover = { readonly kind: Inline; readonly title: Inline; readonly blocks: readonly Block[] }

/** A dated act that changed the contract. `date`: civil, its signature or else its first day in force. */
export type Revision = { readonly author: string; readonly date: string }

export type Change = { readonly kind: 'inserted' | 'deleted'; readonly revision: number }

/**
 * A heading and what stands under it. Level 1 is a chapter or an annex, 2 a subject, 3 a clause. Every anchor is unique
 * in the document; the first names the article from one version to the next.
 */
export type Article = {
  readonly anchors: readonly [string, ...string[]]
  readonly level: 1 | 2 | 3
  readonly title: Inline
  /** The id of the clause in the contract's file, after the title. */
  readonly id?: string
  readonly blocks: readonly Block[]
  /** On paper: a wide page. */
  readonly wide?: true
  /** The whole heading came or went. */
  readonly change?: Change
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Inline; readonly quiet?: true; readonly change?: Change }
  | { readonly kind: 'notice'; readonly text: Inline; readonly change?: Change }
  | { readonly kind: 'item'; readonly text: Inline; readonly anchors?: readonly string[]; readonly change?: Change }
  | { readonly kind: 'fact'; readonly term: Inline; readonly text: Inline; readonly change?: Change }
  | Table

export type Table = {
  readonly kind: 'table'
  /** Names the table for a reader who cannot see where it stands. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly change?: Change
}

/** `share` divides the width. The first column heads its row. */
export type Column = { readonly header: string; readonly share: number; readonly align?: 'right' }

export type Row = {
  readonly cells: readonly Inline[]
  readonly anchors?: readonly string[]
  readonly change?: Change
}

export type Inline = readonly Run[]

/** A piece of text; `to` is the anchor that it refers to. */
export type Run = {
  readonly text: string
  readonly strong?: true
  readonly code?: true
  readonly to?: string
  readonly change?: Change
}

/** The text alone, as it stands with all changes accepted (`after`) or refused (`before`). */
export function plainText(text: Inline, side: 'before' | 'after' = 'after'): string {
  const left = side === 'after' ? 'deleted' : 'inserted'
  return text.map((run) => (run.change?.kind === left ? '' : run.text)).join('')
}
