import { compileScope, type ScopeTerms } from '@vigie/engine/scope'
import { describe, expect, it } from 'vitest'
import { renderScopeHtml } from './render-scope-html.ts'

const terms = {
  assetClasses: [
    { id: 'server', label: 'Serveurs <i>' },
    { id: 'printer', label: 'Imprimantes' },
  ],
  sites: [
    { id: 'hq', label: 'Siège' },
    { id: 'branch', label: 'Agence' },
  ],
  interventions: [{ id: 'support', label: 'Support' }],
  rules: [
    { id: 'A', clause: '1.1', when: { assetClass: 'server' }, then: 'included' },
    { id: 'B', when: { assetClass: 'server', site: 'branch' }, then: 'on-demand', price: 'VISIT' },
  ],
} as const satisfies ScopeTerms

function pageOf(scope: ScopeTerms, language: 'fr' | 'en'): string {
  const compiled = compileScope(scope)
  const contract = { id: 'CTR', title: 'Essai', version: '1' }
  return renderScopeHtml({
    scope: compiled,
    coverage: compiled.coverage(),
    contract,
    nameOf: (id) => `${id} : 180 €`,
    language,
  })
}

describe('the scope as a page', () => {
  it('tells coverage, gaps and conflicts by their labels, escaped', () => {
    const page = pageOf(terms, 'fr')
    expect(page).toContain('25\u00a0%\u00a0: 1 cas sur 4')
    expect(page).toContain('<li>Imprimantes <small>2 cas</small></li>')
    expect(page).toContain('<li>Serveurs &lt;i&gt; × Agence <small>1 cas</small><br><small>A, B</small></li>')
  })

  it('has one table by part of the other dimensions, its rows and columns named for who cannot see', () => {
    const page = pageOf(terms, 'fr')
    expect(page.match(/<table class="matrix">/g)).toHaveLength(2)
    expect(page).toContain('<caption>Siège</caption>')
    expect(page).toContain('<th scope="row">Imprimantes</th>')
    expect(page).toContain('<span class="pill included"><b>I</b>Compris</span><small>clause 1.1</small>')
  })

  it('lists the prices that its cells name', () => {
    const rules = [{ id: 'A', then: 'on-demand', price: 'VISIT' }] as const
    expect(pageOf({ ...terms, rules }, 'en')).toContain('<dt>VISIT</dt><dd>VISIT : 180 €</dd>')
  })

  it('says that a whole scope has one answer to each case, and needs nothing of the network', () => {
    const page = pageOf({ ...terms, rules: [{ id: 'A', then: 'included' }] }, 'en')
    expect(page).toContain('100%: 4 of 4 cells')
    expect(page).toContain('No gap, no conflict: every case has one answer.')
    expect(page).not.toMatch(/https?:|<script|<link|@import/)
  })
})
