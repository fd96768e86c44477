import { changeLegend } from '../change-words.ts'
import {
  type Article,
  type Block,
  type DocumentModel,
  type Inline,
  plainText,
  type Run,
  type Table,
} from '../document-model.ts'

/** The contract in Markdown (GitHub's): every clause after an `<a id>`, tables in pipes. */
export function renderContractMarkdown(model: DocumentModel): string {
  const { cover, articles, running } = model
  const legend = changeLegend(model)
  const parts = [
    `# ${inline(cover.title)}`,
    `*${inline(cover.kind)} · ${escaped(running.right)} · ${escaped(model.reference)}*`,
    ...blocks(cover.blocks),
    ...(legend === undefined ? [] : [`> ${escaped(legend)}`]),
    contents(articles),
    ...articles.flatMap((article) => [heading(article), ...blocks(article.blocks)]),
    '---',
    `*${escaped(running.foot)}*`,
  ]
  return `${parts.join('\n\n')}\n`
}

function contents(articles: readonly Article[]): string {
  return articles
    .filter(({ level }) => level < 3)
    .map(
      ({ level, anchors, title }) =>
        `${level === 1 ? '' : '  '}- [${escaped(plainText(title) || plainText(title, 'before'))}](#${target(anchors[0])})`,
    )
    .join('\n')
}

function heading({ anchors, level, title, id }: Article): string {
  const ids = anchors.map(anchorTag).join('')
  return `${ids}\n\n${'#'.repeat(level + 1)} ${inline(title)}${id === undefined ? '' : ` ${codeSpan(id)}`}`
}

/** Items and facts that follow each other are one list. */
function blocks(list: readonly Block[]): readonly string[] {
  const out: string[] = []
  for (const [index, block] of list.entries()) {
    const previous = list[index - 1]?.kind
    const written = blockText(block)
    if (previous === block.kind && (block.kind === 'item' || block.kind === 'fact'))
      out[out.length - 1] += `\n${written}`
    else out.push(written)
  }
  return out
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inline(block.text)
    case 'notice':
      return `> ${inline(block.text)}`
    case 'item':
      return `- ${(block.anchors ?? []).map(anchorTag).join('')}${inline(block.text)}`
    case 'fact':
      return `- **${inline(block.term)}** – ${inline(block.text)}`
    case 'table':
      return tableText(block)
  }
}

function tableText({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `*${escaped(caption)}*\n`,
    line(columns.map(({ header }) => escaped(header))),
    line(columns.map(({ align }) => (align ? '---:' : '---'))),
    ...rows.map(({ cells, anchors = [] }) =>
      line(
        cells.map(
          (cell, index) =>
            `${index === 0 ? anchors.map(anchorTag).join('') : ''}${inline(cell).replace(/(?<!\\)\|/g, '\\|')}`,
        ),
      ),
    ),
  ].join('\n')
}

function inline(text: Inline): string {
  return text.map(runText).join('')
}

function runText({ text, strong, code, to, change }: Run): string {
  const written = code ? codeSpan(text) : strong ? around(escaped(text), '**') : escaped(text)
  const linked = to === undefined ? written : `[${written}](#${target(to)})`
  if (change === undefined) return linked
  return change.kind === 'inserted' ? `<ins>${linked}</ins>` : `<del>${linked}</del>`
}

/** Marks stick to the words: spaces at the ends stay outside. */
function around(text: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return inner === '' ? text : `${before}${mark}${inner}${mark}${after}`
}

function anchorTag(anchor: string): string {
  return `<a id="${anchor.replace(/\s+/g, '-').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"></a>`
}

function target(anchor: string): string {
  return encodeURI(anchor.replace(/\s+/g, '-')).replaceAll('(', '%28').replaceAll(')', '%29')
}

function codeSpan(text: string): string {
  const fence = text.includes('`') ? '``' : '`'
  const space = text.includes('`') ? ' ' : ''
  return `${fence}${space}${text.replace(/\s+/g, ' ')}${space}${fence}`
}

/** A text that is only text: characters that Markdown or HTML would read are escaped; a line break is a space. */
function escaped(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+])/, '\\$1')
}
