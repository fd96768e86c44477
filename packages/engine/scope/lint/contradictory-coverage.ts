import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Box, ConflictBox } from '../box.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { OUTCOME_WORDS } from '../say-outcome.ts'
import { provenScope } from './proven-scope.ts'
import { sayBoxes } from './say-boxes.ts'

/** Cells that two rules decide otherwise, neither beating the other, as the fewest readable boxes. */
export const contradictoryCoverage: LintRule<ScopeChapter> = {
  id: 'SC03',
  severity: 'error',
  title: localise('Règles de périmètre contradictoires', 'Contradictory scope rules'),
  why: localise(
    'Pour le même cas, une clause dit compris et une autre dit le contraire : chacun citera la sienne.',
    'For the same case one clause says included and another says otherwise: each party will quote its own.',
  ),
  mend: localise(
    'Dites laquelle l’emporte (overrides), ou resserrez leurs « when ».',
    'Say which one prevails (overrides), or narrow their "when".',
  ),
  find(scope) {
    const proof = provenScope(scope)
    if (proof === undefined || 'tooComplex' in proof) return []
    const rules = scope.rules ?? []
    const places = new Map(rules.map(({ id }, index) => [id, index]))
    const byLast = new Map<number, ConflictBox[]>()
    for (const box of proof.conflicts) {
      const last = Math.max(...box.rules.map((id) => places.get(id) ?? 0))
      byLast.set(last, [...(byLast.get(last) ?? []), box])
    }
    return [...byLast].map(([last, conflicts]): Violation => {
      const parties = rules.filter(({ id }) => conflicts.some((box) => box.rules.includes(id)))
      const boxes = conflicts.map(({ rules: _, ...box }): Box => box)
      const said = sayBoxes(boxes, proof.dimensions)
      const say = (language: 'fr' | 'en') =>
        parties.map(({ id, then }) => `${id} (${OUTCOME_WORDS[then][language]})`).join(', ')
      return {
        path: ['rules', last],
        ...numbered(rules[last]?.clause),
        message: localise(
          `Règles contradictoires, ${say('fr')}, pour : ${said.fr}.`,
          `Contradictory rules, ${say('en')}, for: ${said.en}.`,
        ),
      }
    })
  },
}
