import { parseCivilDate } from '../../base/civil-date.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { daysAfter, daysBefore } from '../../base/shift-date.ts'
import type { JudgedExit } from './judged-exit.ts'

/** No criterion of acceptance; or no test in the twelve months before the check, once the contract is that old. */
export const untestedExit: LintRule<JudgedExit> = {
  id: 'RV10',
  severity: 'warning',
  title: localise('Recette ou test de sortie absent', 'Exit not accepted or not tested'),
  why: localise(
    'Une sortie jamais essayée échoue le jour où elle est nécessaire ; sans critère, nul ne sait quand elle est finie.',
    'An exit that was never tried fails on the day; without a criterion, nobody knows when it is done.',
  ),
  mend: localise(
    'Ajoutez exit.acceptance (des critères) et, chaque année, un test daté dans exit.tests.',
    'Add exit.acceptance (criteria) and, every year, a dated test in exit.tests.',
  ),
  find({ exit: { acceptance = [], tests = [], clause }, since, on }) {
    const violations: Violation[] = []
    if (acceptance.length === 0)
      violations.push({
        path: [],
        ...numbered(clause),
        message: localise(
          'Recette absente : aucun critère ne dit quand la réversibilité est acceptée.',
          'No acceptance: no criterion says when the exit is accepted.',
        ),
        hint: localise(
          'Ajoutez exit.acceptance : [{ id: …, criterion: CMDB complète à 98 % }].',
          'Add exit.acceptance: [{ id: …, criterion: CMDB 98% complete }].',
        ),
      })
    const first = daysBefore(on, 'P12M')
    const recent = tests.some(({ date }) => {
      const day = parseCivilDate(date) ?? Number.NaN
      return day >= first && day <= on
    })
    if (!recent && daysAfter(since, 'P12M') <= on)
      violations.push({
        path: tests.length === 0 ? [] : ['tests'],
        ...numbered(clause),
        message: localise(
          'Aucun test de réversibilité dans les douze derniers mois.',
          'No exit test in the last twelve months.',
        ),
        hint: localise(
          'Faites un test et datez-le : exit.tests : [{ date: …, result: passed, evidence: … }].',
          'Run a test and date it: exit.tests: [{ date: …, result: passed, evidence: … }].',
        ),
      })
    return violations
  },
}
