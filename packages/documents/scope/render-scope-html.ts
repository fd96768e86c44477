import { createHash } from 'node:crypto'
import type { Language } from '@vigie/engine'
import {
  type Box,
  type CompiledScope,
  coveragePercent,
  matrixOf,
  OUTCOME_LETTERS,
  type RuleVerdict,
  type ScopeCoverage,
  type ScopeMatrix,
  sayBox,
  unservedSites,
  type VerdictOutcome,
} from '@vigie/engine/scope'
import { escapeXml } from '../charts/svg-node.ts'
import { formatDecimal } from '../format/number.ts'
import { styleSheet } from '../html/style-sheet.ts'
import { type ScopeWords, scopeWords } from './scope-words.ts'

export type ScopePage = {
  readonly scope: CompiledScope
  readonly coverage: ScopeCoverage
  readonly contract: {
    readonly id: string
    readonly title: string
    readonly version: string
    /** Which signed document prevails. */
    readonly notice?: string | undefined
  }
  /** The name of a price item by its id. */
  readonly nameOf: (id: string) => string
  readonly language: Language
}

/** The scope as one page that asks nothing of the network: coverage, gaps, conflicts, and the matrix as tables. */
export function renderScopeHtml(page: ScopePage): string {
  const { contract, language } = page
  const words = scopeWords[language]
  const style = styleSheet + MATRIX_STYLE
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`
  const title = escapeXml(`${words.title} – ${contract.id}`)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#matrix">${escapeXml(words.matrix)}</a>
<header class="banner"><p class="product">Vigie</p><h1>${escapeXml(words.title)}</h1>
<p class="period">${escapeXml(`${contract.title} · ${contract.id}, ${words.version(contract.version)}`)}</p></header>${contract.notice === undefined ? '' : `<p class="notice">${escapeXml(contract.notice)}</p>`}
<main class="scope">
${coverageSection(page, words)}
${matrixSection(page, words)}
</main>
</body>
</html>
`
}

/** The width of the report's page; a matrix that is wider scrolls, its first column stays. */
const MATRIX_STYLE = `
header.banner{padding-inline:max(20px,calc((100vw - 1360px)/2))}
main.scope{max-width:1400px;margin:0 auto;padding:24px 20px 40px}
.boxes li{border-top:1px solid var(--line);padding:7px 0}.boxes small{color:var(--faint)}
.matrix th[scope=row]{position:sticky;left:0;background:var(--surface);min-width:8em;white-space:normal}
.matrix thead th{white-space:normal;min-width:5em}.matrix th,.matrix td{padding-inline:6px}
.matrix .pill{white-space:normal}
.pill.included{background:var(--met-fill);color:var(--met-text)}.pill.gap,.pill.conflict,.pill.excluded{background:var(--missed-fill);color:var(--missed-text)}
.pill b{margin-right:6px;font-family:ui-monospace,Menlo,monospace}
`

function coverageSection({ scope, coverage, language }: ScopePage, words: ScopeWords): string {
  const { gaps, conflicts, cells, decided } = coverage
  const percent = coveragePercent(coverage).replace(/\.00$/, '')
  const shown = language === 'fr' ? `${percent.replace('.', ',')}\u00a0%` : `${percent}%`
  const line = (box: Box, after = '') => {
    const size = scope.space.dimensions.reduce((product, { name }) => product * BigInt(box[name]?.length ?? 1), 1n)
    return `<li>${escapeXml(sayBox(box, scope.space.dimensions)[language])} <small>${escapeXml(words.cells(formatDecimal(String(size), language)))}</small>${after}</li>`
  }
  const rules = (ids: readonly string[]) => `<br><small>${escapeXml(ids.join(', '))}</small>`
  const outside = unservedSites(scope.terms).map((id) => labelOf(scope, 'site', id))
  const clean = gaps.length + conflicts.length === 0
  return `<section id="coverage">
<h2 class="eyebrow">${escapeXml(words.coverage)}</h2>
<p class="headline">${escapeXml(`${shown}${language === 'fr' ? '\u00a0: ' : ': '}${words.counts(formatDecimal(String(decided), language), formatDecimal(String(cells), language))}`)}</p>
${clean ? `<p>${escapeXml(words.complete)}</p>` : ''}
${boxList(
  words.gaps,
  words.gapsLead,
  gaps.map((box) => line(box)),
)}
${boxList(
  words.conflicts,
  `${words.conflictsLead}${coverage.conflictRules === 'two' ? ` ${words.twoRules}` : ''}`,
  conflicts.map((box) => line(box, rules(box.rules))),
)}
${boxList(
  words.outside,
  '',
  outside.map((name) => `<li>${escapeXml(name)}</li>`),
)}
</section>`
}

/** Lines that a page still scrolls well; the command's JSON has them all. */
const MOST_LINES = 500

function boxList(title: string, lead: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length > MOST_LINES ? `<li>… + ${lines.length - MOST_LINES}</li>` : ''
  return `<h3>${escapeXml(`${title} (${lines.length})`)}</h3>
<p class="quiet">${escapeXml(lead)}</p>
<ul class="boxes">${lines.slice(0, MOST_LINES).join('\n')}${more}</ul>`
}

function matrixSection(page: ScopePage, words: ScopeWords): string {
  const { scope, language } = page
  const matrix = matrixOf(scope)
  const unsplit =
    matrix.unsplit.length === 0 ? '' : `<p class="quiet">${escapeXml(words.unsplit(matrix.unsplit.join(', ')))}</p>`
  const tables = matrix.sections.map(({ boxes, verdicts }) => {
    const parts = boxes.map((box) => sayBox(box, scope.space.dimensions)[language])
    const caption = matrix.sections.length === 1 ? words.everywhere : parts.join(language === 'fr' ? ' ; ' : '; ')
    return tableHtml(page, words, matrix, caption, verdicts)
  })
  return `<section id="matrix">
<h2>${escapeXml(words.matrix)}</h2>
<p class="lead">${escapeXml(words.matrixLead)}</p>
${unsplit}
${tables.join('\n')}
${priceList(matrix, page, words)}
</section>`
}

/** The items of the price book that the cells name by their ids. */
function priceList({ sections }: ScopeMatrix, { nameOf }: ScopePage, words: ScopeWords): string {
  const verdicts = sections.flatMap((section) => section.verdicts.flat())
  const ids = [...new Set(verdicts.flatMap(({ price }) => price ?? []))]
  if (ids.length === 0) return ''
  const lines = ids.map((id) => `<div><dt>${escapeXml(id)}</dt><dd>${escapeXml(nameOf(id))}</dd></div>`)
  return `<h3>${escapeXml(words.prices)}</h3>\n<dl class="facts">${lines.join('\n')}</dl>`
}

function tableHtml(
  { scope }: ScopePage,
  words: ScopeWords,
  { rows, columns }: ScopeMatrix,
  caption: string,
  verdicts: readonly (readonly RuleVerdict[])[],
): string {
  const head = columns
    .map((column) => `<th scope="col">${escapeXml(labelOf(scope, 'intervention', column))}</th>`)
    .join('')
  const body = rows.map((row, at) => {
    const cells = (verdicts[at] ?? []).map((verdict) => `<td>${cellHtml(verdict, words)}</td>`).join('')
    return `<tr><th scope="row">${escapeXml(labelOf(scope, 'assetClass', row))}</th>${cells}</tr>`
  })
  return `<h3>${escapeXml(caption)}</h3>
<div class="scroll" role="region" aria-label="${escapeXml(caption)}" tabindex="0">
<table class="matrix"><caption>${escapeXml(caption)}</caption>
<thead><tr><th scope="col">${escapeXml(words.asset)}</th>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>`
}

function cellHtml(verdict: RuleVerdict, words: ScopeWords): string {
  const { outcome, possible, clause, price, by, rules } = verdict
  const outcomes: readonly VerdictOutcome[] =
    outcome === 'undetermined' && possible ? [...new Set(possible.map((one) => one.outcome))] : [outcome]
  const pills = outcomes.map(
    (one) => `<span class="pill ${one}"><b>${OUTCOME_LETTERS[one]}</b>${escapeXml(words.short[one])}</span>`,
  )
  const notes = [
    ...(clause === null ? [] : [words.clause(clause)]),
    ...(by === undefined ? [] : [by]),
    ...(price === undefined ? [] : [price]),
    ...(outcome === 'conflict' ? [rules.join(', ')] : []),
  ]
  return `${pills.join(' ')}${notes.map((note) => `<small>${escapeXml(note)}</small>`).join('')}`
}

function labelOf({ space }: CompiledScope, dimension: string, value: string): string {
  return space.dimensions.find(({ name }) => name === dimension)?.labels.get(value) ?? (value || '—')
}
