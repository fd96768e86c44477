import type { CommitmentState } from '../report/report-model.ts'
import type { Cell, Column } from './layout.ts'

export function plain(text: string, note?: string): Cell {
  return note === undefined || note === '' ? { text } : { text, note }
}

export function strong(text: string): Cell {
  return { text, strong: true }
}

export function stateCell(state: CommitmentState, word: string): Cell {
  return { text: word, state }
}

/** A column of words; `share` of the width that is left, or as wide as its content. */
export function words(header: string, share?: number): Column {
  return share === undefined ? { header, align: 'left' } : { header, align: 'left', share }
}

/** A column of numbers, set flush right in figures of one width. */
export function numbers(header: string): Column {
  return { header, align: 'right' }
}
