import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { ScopeChapter } from '../clause-schema.ts'

/** A scope that says what is covered and never what is not. */
export const noExclusionList: LintRule<ScopeChapter> = {
  id: 'SC04',
  severity: 'warning',
  title: localise('Exclusions absentes', 'No exclusions'),
  why: localise(
    'Ce qui n’est pas écrit comme exclu sera demandé : consommables, matériel personnel, logiciels métier, câblage…',
    'What is not written as excluded will be asked for: consumables, personal devices, business software, cabling…',
  ),
  mend: localise(
    'Listez ce qui est hors périmètre dans scope.exclusions, ou écrivez une règle then: excluded.',
    'List what is out of scope in scope.exclusions, or write a rule with then: excluded.',
  ),
  find({ exclusions = [], rules }) {
    if (rules === undefined || exclusions.length > 0 || rules.some(({ then }) => then === 'excluded')) return []
    return [
      {
        path: ['exclusions'],
        message: localise('Le périmètre ne dit pas ce qui est exclu.', 'The scope does not say what is excluded.'),
      },
    ]
  },
}
