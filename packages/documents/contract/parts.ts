import type { Kind } from './anchors.ts'
import type { Block, Column, Inline, Row, Run, Table } from './document-model.ts'
import { inlineOf, type Said } from './inline.ts'

/** A chapter of the contract, before its subjects are lettered: `number` is that of the chapter (`2`), '' for the general provisions. */
export type Chapter = {
  readonly number: string
  readonly anchor: string
  readonly title: Inline
  readonly lead?: Inline
  readonly subjects: readonly Subject[]
}

/** A subject of a chapter: what holds for all, then its clauses. */
export type Subject = {
  readonly anchor: string
  readonly title: Inline
  readonly blocks: readonly Block[]
  readonly clauses?: readonly Clause[]
}

/** A clause of the contract: a thing with an id and, where it has one, its number in the contract. */
export type Clause = {
  readonly kind: Kind
  readonly id: string
  readonly clause?: string | undefined
  readonly title: Inline
  readonly blocks: readonly Block[]
}

export type Annex = {
  readonly anchor: string
  readonly title: Inline
  readonly blocks: readonly Block[]
  readonly wide?: true
  readonly parts?: readonly Subject[]
}

/** A sentence or several. */
export function paragraph(text: Inline): Block {
  return { kind: 'paragraph', text }
}

/** A paragraph of a text that says something; nothing of another. */
export function paragraphs(text: Inline): readonly Block[] {
  return text.length === 0 ? [] : [paragraph(text)]
}

/** A paragraph beside the terms. */
export function quiet(text: Inline): Block {
  return { kind: 'paragraph', text, quiet: true }
}

/** What must be known. */
export function notice(text: Inline): Block {
  return { kind: 'notice', text }
}

/** A line of a list. */
export function item(text: Inline, anchors?: readonly string[]): Block {
  return { kind: 'item', text, ...(anchors === undefined ? {} : { anchors }) }
}

/** A term and what it is. */
export function fact(term: Said, text: Said): Block {
  return { kind: 'fact', term: inlineOf(term), text: inlineOf(text) }
}

/** A table by its name, its columns and its rows. */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Table {
  return { kind: 'table', caption, columns, rows }
}

/** A column by its header and its share of the width. */
export function column(header: string, share = 1): Column {
  return { header, share }
}

/** A column of figures. */
export function numbers(header: string, share = 1): Column {
  return { header, share, align: 'right' }
}

/** Cells; what is absent is a dash. */
export function row(cells: readonly (Said | undefined)[], anchors?: readonly string[]): Row {
  return {
    cells: cells.map((cell) => (cell === undefined ? [{ text: '–' }] : cellOf(cell))),
    ...(anchors === undefined ? {} : { anchors }),
  }
}

/** A reference to a subject or an annex, said by the number that it gets when the document is put together. */
export function see(anchor: string): Run {
  return { text: '', to: anchor }
}

/** Only what is there. */
export function present<Value>(...parts: readonly (Value | undefined | false | '')[]): readonly Value[] {
  return parts.filter((part): part is Value => part !== undefined && part !== false && part !== '')
}

/** Columns that no row fills are left out. */
export function withoutEmptyColumns(whole: Table): Table {
  const kept = whole.columns.map((_, index) => whole.rows.some(({ cells }) => !isDash(cells[index] ?? [])))
  return {
    ...whole,
    columns: whole.columns.filter((_, index) => kept[index]),
    rows: whole.rows.map((one) => ({ ...one, cells: one.cells.filter((_, index) => kept[index]) })),
  }
}

function cellOf(said: Said): Inline {
  const cell = inlineOf(said)
  return cell.length === 0 ? [{ text: '–' }] : cell
}

function isDash(cell: Inline): boolean {
  return cell.length === 0 || (cell.length === 1 && cell[0]?.text === '–')
}
