import { escapeXml } from '../charts/svg-node.ts'
import type { Cell, Column, Table } from '../layout/layout.ts'
import { statePill } from './state-html.ts'

/** A table with its caption and scopes, in a region that scrolls by keyboard where the screen is narrow. */
export function tableHtml(table: Table): string {
  const caption = escapeXml(table.caption)
  const head = table.columns
    .map((column) => `<th scope="col"${aligned(column)}>${escapeXml(column.header)}</th>`)
    .join('')
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell, index) => cellHtml(cell, table.columns[index], index)).join('')}</tr>`,
  )
  return `<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table${table.dense ? ' class="dense"' : ''}><caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`
}

function cellHtml(cell: Cell, column: Column | undefined, index: number): string {
  const main =
    cell.state !== undefined
      ? statePill(cell.state, cell.text)
      : cell.strong
        ? `<b>${escapeXml(cell.text)}</b>`
        : escapeXml(cell.text)
  const note = cell.note === undefined ? '' : `<small>${escapeXml(cell.note)}</small>`
  const align = column === undefined ? '' : aligned(column)
  return index === 0 ? `<th scope="row"${align}>${main}${note}</th>` : `<td${align}>${main}${note}</td>`
}

function aligned({ align, share }: Column): string {
  if (align === 'right') return ' class="number"'
  return share === undefined ? '' : ' class="main"'
}
