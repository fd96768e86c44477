import { escapeXml } from '../charts/svg-node.ts'
import type { Cover } from '../layout/layout.ts'
import { stateMark } from './state-html.ts'

/** The head of the page: what, for whom, when, and every commitment at a glance. */
export function coverHtml(cover: Cover): string {
  const provisional =
    cover.provisional === undefined
      ? ''
      : ` <span class="provisional"><span aria-hidden="true">▲</span> ${escapeXml(cover.provisional)}</span>`
  const facts = cover.facts.map(({ term, text }) => `<div><dt>${escapeXml(term)}</dt><dd>${escapeXml(text)}</dd></div>`)
  const strip = cover.strip.map(
    ({ state, word, name, result }) =>
      `<li>${stateMark(state)}<span>${escapeXml(name)}</span><b>${escapeXml(result)}</b><span class="word ${state}">${escapeXml(word)}</span></li>`,
  )
  return `<header class="cover">
<div class="banner">
<p class="product">${escapeXml(cover.product)}</p>
<h1>${escapeXml(cover.title)}</h1>
<p class="period">${escapeXml(cover.period)}${provisional}</p>
</div>
<div class="identity">
<dl class="facts wide">${facts.join('')}</dl>
${cover.notices.map((notice) => `<p class="notice">${escapeXml(notice)}</p>`).join('')}
${strip.length === 0 ? '' : `<h2 class="small">${escapeXml(cover.stripTitle)}</h2>\n<ul class="strip">${strip.join('')}</ul>`}
<p class="quiet">${escapeXml(cover.observed)}</p>
</div>
</header>`
}
