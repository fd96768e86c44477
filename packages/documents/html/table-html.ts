import { escapeXml } from '../charts/svg-node.ts'
import type { Cell, Column, Table } from '../layout/layout.ts'
import { statePill } from './state-html.ts'

/**
 * A table with its caption and scopes, in a region that scrolls by keyboard where the screen is narrow. On a phone its rows
 * stand as cards, each cell after its head: the roles stay, for who cannot see. A dense table only scrolls.
 */
export function tableHtml(table: Table): string {
  const caption = escapeXml(table.caption)
  const head = table.columns
    .map((column) => `<th scope="col"${aligned(column)}${role(table, 'columnheader')}>${escapeXml(column.header)}</th>`)
    .join('')
  const rows = table.rows.map(
    (row) => `<tr${role(table, 'row')}>${row.map((cell, index) => cellHtml(cell, table, index)).join('')}</tr>`,
  )
  return `<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table class="${table.dense ? 'dense' : 'cards'}"${role(table, 'table')}><caption>${caption}</caption>
<thead${role(table, 'rowgroup')}><tr${role(table, 'row')}>${head}</tr></thead>
<tbody${role(table, 'rowgroup')}>${rows.join('\n')}</tbody></table></div>`
}

function cellHtml(cell: Cell, table: Table, index: number): string {
  const column = table.columns[index]
  const main =
    cell.state !== undefined
      ? statePill(cell.state, cell.text)
      : cell.strong
        ? `<b>${escapeXml(cell.text)}</b>`
        : escapeXml(cell.text)
  const note = cell.note === undefined ? '' : `<small>${escapeXml(cell.note)}</small>`
  const align = column === undefined ? '' : aligned(column)
  if (index === 0) return `<th scope="row"${align}${role(table, 'rowheader')}>${main}${note}</th>`
  const head = table.dense || cell.text === '' ? '' : ` data-head="${escapeXml(column?.header ?? '')}"`
  return `<td${align}${role(table, 'cell')}${head}>${main}${note}</td>`
}

/** Said where the style sheet may lay a table out as cards. */
function role({ dense }: Table, name: string): string {
  return dense ? '' : ` role="${name}"`
}

function aligned({ align, share }: Column): string {
  if (align === 'right') return ' class="number"'
  return share === undefined ? '' : ' class="main"'
}
