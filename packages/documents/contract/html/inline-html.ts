import type { Language } from '@vigie/engine'
import { escapeXml } from '../../charts/svg-node.ts'
import { CHANGE_WORDS } from '../change-words.ts'
import type { Inline, Run } from '../document-model.ts'
import { htmlId } from './html-id.ts'

/** Runs as HTML; a change is `ins` or `del`, named in words for who cannot see the mark. */
export function inlineHtml(text: Inline, language: Language): string {
  return text
    .map((run) => {
      const inner = runHtml(run)
      if (run.change === undefined) return inner
      const tag = run.change.kind === 'inserted' ? 'ins' : 'del'
      return `<${tag}><span class="said">${CHANGE_WORDS[language][run.change.kind]}${language === 'fr' ? '\u00a0: ' : ': '}</span>${inner}</${tag}>`
    })
    .join('')
}

function runHtml({ text, strong, code, to }: Run): string {
  const plain = escapeXml(text)
  const inner = code ? `<code>${plain}</code>` : strong ? `<b>${plain}</b>` : plain
  return to === undefined ? inner : `<a href="#${escapeXml(encodeURI(htmlId(to)))}">${inner}</a>`
}
