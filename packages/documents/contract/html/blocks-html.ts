import type { Language } from '@vigie/engine'
import { escapeXml } from '../../charts/svg-node.ts'
import type { Block, Change, Row, Table } from '../document-model.ts'
import { htmlId } from './html-id.ts'
import { inlineHtml } from './inline-html.ts'

type Item = Extract<Block, { kind: 'item' }>

/** Blocks in their order; items and facts that follow each other make one list. */
export function blocksHtml(blocks: readonly Block[], language: Language): string {
  const out: string[] = []
  for (let index = 0; index < blocks.length; ) {
    const kind = blocks[index]?.kind
    let end = index + 1
    if (kind === 'item' || kind === 'fact') while (blocks[end]?.kind === kind) end += 1
    const inner = blocks.slice(index, end).map((block) => blockHtml(block, language))
    out.push(
      kind === 'item'
        ? `<ul class="items">${inner.join('')}</ul>`
        : kind === 'fact'
          ? `<dl class="facts">${inner.join('')}</dl>`
          : inner.join('\n'),
    )
    index = end
  }
  return out.join('\n')
}

function blockHtml(block: Block, language: Language): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${classes(block.quiet ? 'quiet' : '', block.change)}>${inlineHtml(block.text, language)}</p>`
    case 'notice':
      return `<p${classes('notice', block.change)}>${inlineHtml(block.text, language)}</p>`
    case 'item':
      return itemHtml(block, language)
    case 'fact':
      return `<div${classes('', block.change)}><dt>${inlineHtml(block.term, language)}</dt><dd>${inlineHtml(block.text, language)}</dd></div>`
    case 'table':
      return tableHtml(block, language)
  }
}

function itemHtml({ text, anchors = [], change }: Item, language: Language): string {
  const { id, more } = idsHtml(anchors)
  return `<li${id}${classes('', change)}>${more}${inlineHtml(text, language)}</li>`
}

/** The first anchor is that of the element; the others stand in it. */
function idsHtml([first, ...others]: readonly string[]) {
  return {
    id: first === undefined ? '' : ` id="${escapeXml(htmlId(first))}"`,
    more: others.map((anchor) => `<span class="anchor" id="${escapeXml(htmlId(anchor))}"></span>`).join(''),
  }
}

function tableHtml({ caption, columns, rows, change }: Table, language: Language): string {
  const head = columns.map(
    ({ header, align }) => `<th scope="col"${align ? ' class="number"' : ''}>${escapeXml(header)}</th>`,
  )
  const name = escapeXml(caption)
  return `<div class="scroll" role="region" aria-label="${name}" tabindex="0">
<table${classes(columns.length > 4 ? 'broad' : '', change)}><caption>${name}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>${rows.map((row) => rowHtml(row, columns, language)).join('\n')}</tbody></table></div>`
}

function rowHtml({ cells, anchors = [], change }: Row, columns: Table['columns'], language: Language): string {
  const { id, more } = idsHtml(anchors)
  const inner = cells.map((cell, index) => {
    const number = columns[index]?.align ? 'number' : ''
    const text = `${index === 0 ? more : ''}${inlineHtml(cell, language)}`
    return index === 0
      ? `<th scope="row"${classes('main', undefined)}>${text}</th>`
      : `<td${classes(number, undefined)}>${text}</td>`
  })
  return `<tr${id}${classes('', change)}>${inner.join('')}</tr>`
}

function classes(own: string, change: Change | undefined): string {
  const all = [own, change?.kind ?? ''].filter((name) => name !== '')
  return all.length === 0 ? '' : ` class="${all.join(' ')}"`
}
