import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { sayBox } from '../say-box.ts'
import { OUTCOME_WORDS } from '../say-outcome.ts'
import { provenScope } from './proven-scope.ts'

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
    return proof.conflicts.map(({ rules: ids, ...box }): Violation => {
      const parties = rules.filter(({ id }) => ids.includes(id))
      const last = parties.at(-1)
      const said = sayBox(box, proof.dimensions)
      const say = (language: 'fr' | 'en') =>
        parties.map(({ id, then }) => `${id} (${OUTCOME_WORDS[then][language]})`).join(', ')
      return {
        path: last === undefined ? ['rules'] : ['rules', rules.indexOf(last)],
        ...numbered(last?.clause),
        message: localise(
          `Règles contradictoires pour ${said.fr} : ${say('fr')}.`,
          `Contradictory rules for ${said.en}: ${say('en')}.`,
        ),
      }
    })
  },
}
