import { screen } from '../charts/palette.ts'
import { escapeXml, serializeSvg } from '../charts/svg-node.ts'
import type { Block } from '../layout/layout.ts'
import type { Messages } from '../messages/catalogue.ts'
import type { KeyFigure, Statement } from '../report/report-model.ts'
import { stateMark } from './state-html.ts'
import { tableHtml } from './table-html.ts'

/** One block of a section; `id` is its own in the page. All text is escaped here or in what it calls. */
export function blockHtml(block: Block, id: string, words: Messages): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeXml(block.text)}</h3>`
    case 'text':
      return `<p${block.quiet ? ' class="quiet"' : ''}>${escapeXml(block.text)}</p>`
    case 'headline':
      return `<p class="headline">${stateMark(block.state)}${escapeXml(block.text)}</p>`
    case 'notice':
      return `<p class="notice">${escapeXml(block.text)}</p>`
    case 'key-figures':
      return `<ul class="figures">${block.figures.map(keyFigure).join('')}</ul>`
    case 'statements':
      return `<h3>${escapeXml(block.title)}</h3>\n<ul class="statements">${block.items.map((item) => statement(item, words)).join('')}</ul>`
    case 'list':
      return `<h3>${escapeXml(block.title)}</h3>\n<ul class="decisions">${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl class="facts">${block.items
        .map(
          ({ term, text, code }) =>
            `<div><dt>${escapeXml(term)}</dt><dd>${code ? `<code>${escapeXml(text)}</code>` : escapeXml(text)}</dd></div>`,
        )
        .join('')}</dl>`
    case 'command':
      return `<pre><code>${escapeXml(block.lines.join('\n'))}</code></pre>`
    case 'chart':
      return chartHtml(block, id, words)
    case 'table':
      return tableHtml(block.table)
  }
}

/** Drawn twice, for a wide and a narrow screen; the style sheet shows one, so that text keeps its size. */
function chartHtml(block: Extract<Block, { kind: 'chart' }>, id: string, words: Messages): string {
  const wide = serializeSvg(block.draw({ width: 620, palette: screen, id: `${id}-wide` }))
  const narrow = serializeSvg(block.draw({ width: 300, palette: screen, id: `${id}-narrow` }))
  const figure = `<figure><div class="wide-only">${wide}</div><div class="narrow-only">${narrow}</div></figure>`
  const { first, last } = block.part ?? { first: true, last: true }
  const heading = first ? `<h3>${escapeXml(block.title)}</h3>\n` : ''
  if (!last) return `${heading}${figure}`
  const table = tableHtml(block.table)
  const shown = block.tableShown
    ? table
    : `<details><summary>${escapeXml(words.chart.showData)}</summary>${table}</details>`
  return `${heading}${figure}\n${shown}`
}

function keyFigure({ value, label, note, state }: KeyFigure): string {
  return `<li><b class="${state}${[...value].length < 8 ? '' : ' long'}">${escapeXml(value)}</b><span>${escapeXml(label)}</span><small>${escapeXml(note)}</small></li>`
}

function statement({ state, lead, text }: Statement, words: Messages): string {
  const name = lead === undefined ? '' : `<b>${escapeXml(lead + words.colon)}</b>`
  return `<li>${stateMark(state)}<span>${name}${escapeXml(text)}</span></li>`
}
