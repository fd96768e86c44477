import { createHash } from 'node:crypto'
import { escapeXml } from '../../charts/svg-node.ts'
import { styleSheet } from '../../html/style-sheet.ts'
import { bannerCover, changeLegend } from '../change-words.ts'
import { type Article, type DocumentModel, plainText } from '../document-model.ts'
import { blocksHtml } from './blocks-html.ts'
import { contractStyle } from './contract-style.ts'
import { htmlId } from './html-id.ts'
import { inlineHtml } from './inline-html.ts'

/** The contract as one page that asks nothing of the network; every clause is an `id`. */
export function renderContractHtml(model: DocumentModel): string {
  const { language, running, articles } = model
  const cover = bannerCover(model)
  const style = styleSheet + contractStyle
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const words = WORDS[language]
  const legend = changeLegend(model)
  const chapters = chaptersOf(articles)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(`${model.title} – ${model.reference}`)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#${htmlId(articles[0]?.anchors[0] ?? 'contents')}">${words.skip}</a>
<header class="cover">
<div class="banner">
<p class="product">${inlineHtml(cover.kind, language)}</p>
<h1>${inlineHtml(cover.title, language)}</h1>
<p class="period">${escapeXml(`${running.right} · ${model.reference}`)}</p>
</div>
<div class="identity">
${blocksHtml(cover.blocks, language)}
${legend === undefined ? '' : `<p class="notice">${escapeXml(legend)}</p>`}
</div>
</header>
<div class="page">
<nav aria-label="${words.contents}"><ul>${chapters.map(({ head }) => `<li>${link(head)}</li>`).join('')}</ul></nav>
<main>
<section id="contents" class="contents"><h2>${words.contents}</h2>
<ol>${chapters.map(({ head, parts }) => `<li>${link(head)}${partsList(parts)}</li>`).join('\n')}</ol></section>
${chapters.map(({ head, parts }) => `<section>\n${[head, ...parts].map((article) => articleHtml(article, language)).join('\n')}\n</section>`).join('\n')}
</main>
</div>
<footer><p>${escapeXml(`${running.foot} · ${running.left} · ${running.right}`)}</p></footer>
</body>
</html>
`
}

const WORDS = {
  fr: { skip: 'Aller au contrat', contents: 'Sommaire' },
  en: { skip: 'Skip to the contract', contents: 'Contents' },
} as const

type ChapterOf = { readonly head: Article; readonly parts: readonly Article[] }

/** Each article of level 1 with those under it. */
function chaptersOf(articles: readonly Article[]): readonly ChapterOf[] {
  const chapters: { head: Article; parts: Article[] }[] = []
  for (const article of articles) {
    if (article.level === 1) chapters.push({ head: article, parts: [] })
    else chapters.at(-1)?.parts.push(article)
  }
  return chapters
}

function partsList(parts: readonly Article[]): string {
  const subjects = parts.filter(({ level }) => level === 2)
  return subjects.length === 0 ? '' : `<ol>${subjects.map((part) => `<li>${link(part)}</li>`).join('')}</ol>`
}

function link({ anchors, title, change }: Article): string {
  const words = escapeXml(plainText(title) || plainText(title, 'before'))
  const marked =
    change === undefined ? words : change.kind === 'inserted' ? `<ins>${words}</ins>` : `<del>${words}</del>`
  return `<a href="#${encodeURI(htmlId(anchors[0]))}">${marked}</a>`
}

function articleHtml(
  { anchors, level, title, id, blocks, change }: Article,
  language: DocumentModel['language'],
): string {
  const [first, ...others] = anchors
  const tag = `h${level + 1}`
  const more = others.map((anchor) => `<span class="anchor" id="${escapeXml(htmlId(anchor))}"></span>`).join('')
  const code = id === undefined ? '' : ` <code class="id">${escapeXml(id)}</code>`
  const marked = change === undefined ? '' : ` class="${change.kind}"`
  return `<${tag} id="${escapeXml(htmlId(first))}"${marked}>${more}${inlineHtml(title, language)}${code}</${tag}>\n${blocksHtml(blocks, language)}`
}
