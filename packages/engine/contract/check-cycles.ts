import { named } from '../base/clause/translate-issues.ts'
import { type Path, placeOf, type SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import type { ContractDocument } from './contract-schema.ts'

/** A step that waits for itself, a fee that is a multiple of itself, a rule that beats itself: nothing follows from them. */
export function checkCycles(root: SourceNode, document: ContractDocument): readonly Issue[] {
  const steps = (document.exit?.schedule ?? []).map(({ id, after }, index) => ({
    id,
    needs: after ?? [],
    path: ['exit', 'schedule', index, 'after'],
  }))
  const fees = Object.entries(document.evolution?.pricing?.fees ?? {}).map(([id, fee]) => ({
    id,
    needs: 'of' in fee ? [fee.of] : [],
    path: ['evolution', 'pricing', 'fees', id, 'of'],
  }))
  const rules = (document.scope?.rules ?? []).map(({ id, overrides }, index) => ({
    id,
    needs: overrides ?? [],
    path: ['scope', 'rules', index, 'overrides'],
  }))
  return [...cyclesOf(root, steps), ...cyclesOf(root, fees), ...cyclesOf(root, rules)]
}

type Dependent = { readonly id: string; readonly needs: readonly string[]; readonly path: Path }

function cyclesOf(root: SourceNode, dependents: readonly Dependent[]): readonly Issue[] {
  const needs = new Map(dependents.map((one) => [one.id, one.needs]))
  return dependents
    .filter(({ id }) => reaches(needs, id, id))
    .slice(0, 1)
    .map(({ id, path }) => ({
      code: 'cycle',
      place: placeOf(root, path),
      expected: localise('un enchaînement sans boucle', 'a chain without a loop'),
      message: named(root, path, localise(`« ${id} » dépend de lui-même`, `"${id}" depends on itself`)),
    }))
}

function reaches(needs: ReadonlyMap<string, readonly string[]>, from: string, goal: string): boolean {
  const seen = new Set<string>()
  const waiting = [...(needs.get(from) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === goal) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(needs.get(next) ?? []))
  }
  return false
}
