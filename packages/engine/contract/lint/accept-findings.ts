import { plainValue } from '../../base/document/plain-value.ts'
import { formatPath, placeOf, type SourceNode } from '../../base/document/source-node.ts'
import type { RuleWords } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { AcceptedFinding } from '../accepted-schema.ts'
import type { Finding } from './finding.ts'

/** An acceptance that no finding answers any more: what it excused is mended, or was never there. */
export const staleAcceptance: RuleWords = {
  id: 'XR07',
  severity: 'warning',
  title: localise('Acceptation sans objet', 'Acceptance without an object'),
  why: localise(
    'Une acceptation qui n’excuse plus rien excusera demain un défaut que personne n’a accepté.',
    'An acceptance that excuses nothing today will excuse a defect tomorrow that nobody accepted.',
  ),
  mend: localise(
    'Retirez-la de « accepted », ou corrigez sa règle ou son chemin.',
    'Remove it from `accepted`, or correct its rule or path.',
  ),
}

/**
 * Marks the findings that the parties accept, until and on the last day of each acceptance; an acceptance that matches
 * nothing becomes a finding of its own. `on`: the day of the check, `YYYY-MM-DD`.
 */
export function acceptFindings(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
  root: SourceNode,
  on: string,
): readonly Finding[] {
  const rules = accepted.map((one) => ({ ...one, place: one.path === undefined ? undefined : indexed(one.path, root) }))
  const used = new Set<number>()
  const marked = findings.map((finding) => {
    const matching = rules.flatMap((rule, index) => (matches(rule, finding) ? [{ rule, index }] : []))
    for (const { index } of matching) used.add(index)
    const found = matching.find(({ rule }) => rule.until >= on) ?? matching[0]
    if (found === undefined) return finding
    const { reason, until, by } = found.rule
    return {
      ...finding,
      accepted: { reason, until, ...(by !== undefined && { by }), ...(until < on && { expired: true as const }) },
    }
  })
  return [...marked, ...accepted.flatMap((one, index) => (used.has(index) ? [] : [stale(one, index, root)]))]
}

/** Whether a finding is a fault: nobody accepts it, or no longer. */
export function isFault({ accepted }: Finding): boolean {
  return accepted === undefined || accepted.expired === true
}

type Acceptance = AcceptedFinding & { readonly place: string | undefined }

function matches({ rule, clause, place }: Acceptance, finding: Finding): boolean {
  if (rule !== finding.rule || (clause !== undefined && clause !== finding.clause)) return false
  if (place === undefined || place === finding.path) return true
  return finding.path.startsWith(`${place}.`) || finding.path.startsWith(`${place}[`)
}

/** A path with the indices of the elements that it names by their ids: `targets[P1-RESPONSE]` → `targets[0]`. */
function indexed(path: string, root: SourceNode): string {
  let value: unknown = plainValue(root)
  const steps: (string | number)[] = []
  for (const step of path.match(/\["[^"]*"\]|\[[^\]]*\]|[^.[\]]+/g) ?? []) {
    const name = step.replace(/^\["?(.*?)"?\]$/, '$1')
    if (Array.isArray(value)) {
      const index = /^\d+$/.test(name) ? Number(name) : value.findIndex((item) => isCalled(item, name))
      steps.push(index)
      value = value[index]
    } else {
      steps.push(name)
      value = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined
    }
  }
  return formatPath(steps)
}

function isCalled(item: unknown, name: string): boolean {
  if (typeof item !== 'object' || item === null) return false
  const { id, reason } = item as { readonly id?: unknown; readonly reason?: unknown }
  return id === name || reason === name
}

function stale({ rule, path }: AcceptedFinding, index: number, root: SourceNode): Finding {
  const { file, line, column, path: written } = placeOf(root, ['accepted', index])
  const where = path === undefined ? '' : ` (${path})`
  return {
    rule: staleAcceptance.id,
    severity: staleAcceptance.severity,
    chapter: 'contract',
    path: written ?? '',
    ...(file !== undefined && { file }),
    line: line ?? 1,
    column: column ?? 1,
    message: localise(
      `Acceptation sans objet : aucun constat ${rule}${where}.`,
      `Acceptance without an object: there is no finding ${rule}${where}.`,
    ),
    why: staleAcceptance.why,
    hint: staleAcceptance.mend,
  }
}
