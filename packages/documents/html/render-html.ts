import { createHash } from 'node:crypto'
import { escapeXml } from '../charts/svg-node.ts'
import { layOut } from '../layout/lay-out.ts'
import type { Layout, Section } from '../layout/layout.ts'
import { messages } from '../messages/catalogue.ts'
import type { ReportModel } from '../report/report-model.ts'
import { blockHtml } from './block-html.ts'
import { coverHtml } from './cover-html.ts'
import { styleSheet } from './style-sheet.ts'

/** Rows of missed deadlines on a page that a browser still scrolls well; the workbook has them all. */
const missedRows = 1000

/** The report as one file that asks nothing of the network: no script, its one style sheet named by the policy's hash. */
export function renderHtml(model: ReportModel): string {
  const layout = layOut(model, { missedRows })
  const words = messages(model.language)
  const policy = `default-src 'none'; style-src 'sha256-${sha256(styleSheet)}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${layout.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(`${layout.title} – ${layout.running.left}`)}</title>
<style>${styleSheet}</style>
</head>
<body>
<a class="skip" href="#verdict">${escapeXml(words.verdict.title)}</a>
${coverHtml(layout.cover)}
<div class="page">
${contents(layout, words.cover.contents)}
<main>
${layout.sections.map((section) => sectionHtml(section, words)).join('\n')}
</main>
</div>
<footer><p>${escapeXml(`${layout.cover.product} · ${layout.running.left} · ${layout.running.right}`)}</p></footer>
</body>
</html>
`
}

function contents({ sections }: Layout, title: string): string {
  const links = sections.map(({ id, title: name }) => `<li><a href="#${id}">${escapeXml(name)}</a></li>`).join('')
  return `<nav aria-label="${escapeXml(title)}"><ul>${links}</ul></nav>`
}

function sectionHtml(section: Section, words: ReturnType<typeof messages>): string {
  const title = `<h2${section.quietTitle ? ' class="eyebrow"' : ''}>${escapeXml(section.title)}</h2>`
  const lead = section.lead === undefined ? '' : `<p class="lead">${escapeXml(section.lead)}</p>`
  const blocks = section.blocks.map((block, index) => blockHtml(block, `${section.id}-${index + 1}`, words)).join('\n')
  return `<section id="${section.id}">\n${title}\n${lead}\n${blocks}\n</section>`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
