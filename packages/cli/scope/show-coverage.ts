import type { Language } from '@vigie/engine'
import {
  type Box,
  type CompiledScope,
  coveragePercent,
  type ScopeCoverage,
  sayBox,
  unservedSites,
} from '@vigie/engine/scope'
import { groupDigits } from './group-digits.ts'

/** Coverage, gaps and conflicts in readable sentences. */
export function showCoverage(
  scope: CompiledScope,
  found: ScopeCoverage,
  contract: { readonly id: string; readonly title: string; readonly version: string },
  language: Language,
): string {
  const { gaps, conflicts, cells, decided } = found
  const fr = language === 'fr'
  const percent = coveragePercent(found)
    .replace('.', fr ? ',' : '.')
    .replace(/[.,]00$/, '')
  const head = `${contract.title} (${contract.id}, version ${contract.version})`
  const summary = fr
    ? `Périmètre décidé à ${percent}\u00a0% : ${groupDigits(decided, language)} cas sur ${groupDigits(cells, language)} ; ${count(gaps, 'trou', 'trous')}, ${count(conflicts, 'contradiction', 'contradictions')}.`
    : `Scope decided at ${percent}%: ${groupDigits(decided, language)} of ${groupDigits(cells, language)} cells; ${count(gaps, 'gap', 'gaps')}, ${count(conflicts, 'conflict', 'conflicts')}.`
  const say = (box: Box) => `${sayBox(box, scope.space.dimensions)[language]} (${sizeText(box, scope, language)})`
  const clauseOf = new Map(scope.space.rules.map(({ id, clause }) => [id, clause]))
  const ruleText = (id: string) => (clauseOf.get(id) === undefined ? id : `${id} (clause ${clauseOf.get(id)})`)
  const sections = [
    listed(fr ? 'Trous : aucune règle ne répond' : 'Gaps: no rule answers', gaps.map(say)),
    listed(
      fr
        ? 'Contradictions : ces règles disent autre chose, sans que l’une écarte l’autre'
        : 'Conflicts: these rules differ, none overriding the other',
      conflicts.map((box) =>
        `${say(box)} : ${box.rules.map(ruleText).join(', ')}`.replace(' : ', fr ? '\u00a0: ' : ': '),
      ),
    ),
    listed(
      fr ? 'Sites hors de toute zone du prestataire' : 'Sites outside every zone of the provider',
      siteNames(scope),
    ),
  ]
  return `${[head, summary, ...sections.filter((text) => text !== '')].join('\n')}\n`
}

const MOST_LINES = 200

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length > MOST_LINES ? [`  … + ${lines.length - MOST_LINES}`] : []
  return [`\n${title}`, ...lines.slice(0, MOST_LINES).map((line) => `  - ${line}`), ...more].join('\n')
}

function siteNames({ terms, space }: CompiledScope): readonly string[] {
  const labels = space.dimensions.find(({ name }) => name === 'site')?.labels
  return unservedSites(terms).map((id) => labels?.get(id) ?? id)
}

function count(boxes: readonly Box[], one: string, more: string): string {
  return `${boxes.length} ${boxes.length < 2 ? one : more}`
}

function sizeText(box: Box, { space }: CompiledScope, language: Language): string {
  const size = space.dimensions.reduce((product, { name }) => product * BigInt(box[name]?.length ?? 1), 1n)
  if (language === 'fr') return `${groupDigits(size, language)} cas`
  return `${groupDigits(size, language)} ${size === 1n ? 'cell' : 'cells'}`
}
