import type { Language } from '@vigie/engine'
import type { Surface } from '../charts/frame.ts'
import type { SvgNode } from '../charts/svg-node.ts'
import type { CommitmentState, KeyFigure, Statement } from '../report/report-model.ts'

/** The report as a reader meets it: sections of blocks, every figure already written. PDF and HTML draw this. */
export type Layout = {
  readonly language: Language
  readonly title: string
  /** Contract, version and period, repeated on every page. */
  readonly running: { readonly left: string; readonly right: string }
  readonly cover: Cover
  readonly sections: readonly Section[]
}

export type Cover = {
  readonly product: string
  readonly title: string
  readonly period: string
  readonly provisional?: string
  readonly headline: string
  readonly state: CommitmentState
  readonly observed: string
  readonly facts: readonly Fact[]
  /** What must be known before any figure. */
  readonly notices: readonly string[]
  readonly stripTitle: string
  /** Heads of its columns: name, result, state. */
  readonly stripHead: readonly [string, string, string]
  readonly strip: readonly {
    readonly state: CommitmentState
    readonly word: string
    readonly name: string
    readonly result: string
  }[]
}

export type Section = {
  readonly id: string
  readonly title: string
  readonly lead?: string
  /** The title is set small over a headline that speaks for the section. */
  readonly quietTitle?: true
  /** On paper the section opens a page. */
  readonly opensPage: boolean
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: true }
  | { readonly kind: 'headline'; readonly text: string; readonly state: CommitmentState }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'key-figures'; readonly figures: readonly KeyFigure[] }
  | { readonly kind: 'statements'; readonly title: string; readonly items: readonly Statement[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly Fact[] }
  | { readonly kind: 'command'; readonly lines: readonly string[] }
  | {
      readonly kind: 'chart'
      readonly title: string
      readonly draw: (surface: Surface) => SvgNode
      /** The figures behind the drawing. */
      readonly table: Table
      /** The table stands under the drawing everywhere, not only for who asks for the data. */
      readonly tableShown?: true
      /** One of several drawings under one heading, before the first, and with one table, after the last. */
      readonly part?: { readonly first: boolean; readonly last: boolean }
    }
  | { readonly kind: 'table'; readonly table: Table }

export type Fact = { readonly term: string; readonly text: string; readonly code?: true }

export type Table = {
  /** Names the table for a reader who cannot see where it stands. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Set small, for long annexes. */
  readonly dense?: true
}

/** `share` divides what the other columns leave; a column without it is as wide as its content. The first column heads its row. */
export type Column = { readonly header: string; readonly align: 'left' | 'right'; readonly share?: number }

export type Cell = {
  readonly text: string
  readonly note?: string
  readonly strong?: true
  /** Drawn as the state's glyph before its word. */
  readonly state?: CommitmentState
}
