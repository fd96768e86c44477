import { header, type SheetCell, wrapped } from './cells.ts'

export type SheetColumn = { readonly header: string; readonly width: number }

/** A sheet of one table: header frozen, one row a line. */
export type TableSheet = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Said in the first row where there is none. */
  readonly none: string
}

/** In the form that the writer takes. */
export function sheetOf({ name, columns, rows, none }: TableSheet): {
  sheet: string
  columns: { width: number }[]
  stickyRowsCount: number
  data: SheetCell[][]
} {
  const lines = rows.length === 0 ? [[wrapped(none)]] : rows
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [columns.map((column) => header(column.header)), ...lines.map((line) => [...line])],
  }
}

export function column(name: string, width: number): SheetColumn {
  return { header: name, width }
}
