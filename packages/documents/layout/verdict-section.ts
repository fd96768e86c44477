import { servicesWords } from '../messages/services-words.ts'
import type { ReportModel, Statement } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import type { Block, Section } from './layout.ts'

/** How much of each list the page can hold; the model keeps them whole. */
const shown = { missed: 4, kept: 5, proofs: 4, unjudged: 3, trend: 5, standsOut: 6, decisions: 6 } as const

/** The verdict, on one page whatever the figures. */
export function verdictSection(model: ReportModel, { words }: Voice): Section {
  const { verdict } = model
  const said = words.verdict
  const missed = verdict.missed.length > 0 ? verdict.missed : nothing('met', said.nothingMissed, verdict.state)
  const blocks: readonly Block[] = [
    { kind: 'headline', text: verdict.headline, state: verdict.state },
    { kind: 'text', text: verdict.summary.join(' ') },
    { kind: 'key-figures', figures: verdict.figures },
    ...statements(said.missedTitle, limited(missed, shown.missed, words)),
    ...statements(said.keptTitle, limited(verdict.kept, shown.kept, words)),
    ...statements(servicesWords[model.language].proofs, limited(verdict.proofs, shown.proofs, words)),
    ...statements(said.unjudgedTitle, limited(verdict.unjudged, shown.unjudged, words)),
    ...statements(said.trendTitle, limited(verdict.trend, shown.trend, words)),
    ...statements(said.standsOutTitle, limited(verdict.standsOut, shown.standsOut, words)),
    { kind: 'list', title: said.decisionsTitle, items: verdict.decisions.slice(0, shown.decisions) },
  ]
  return { id: 'verdict', title: said.title, quietTitle: true, opensPage: true, blocks }
}

function statements(title: string, items: readonly Statement[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'statements', title, items }]
}

function nothing(state: Statement['state'], text: string, verdictState: Statement['state']): readonly Statement[] {
  return verdictState === 'not-applicable' ? [] : [{ state, text }]
}

function limited(items: readonly Statement[], most: number, words: Voice['words']): readonly Statement[] {
  if (items.length <= most) return items
  const rest = items.length - most + 1
  return [...items.slice(0, most - 1), { state: 'not-applicable', text: words.verdict.andMore(rest) }]
}
