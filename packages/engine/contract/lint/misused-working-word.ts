import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CalendarDefinition } from '../../calendar/definition.ts'
import type { Contract } from '../contract.ts'

/** The word « ouvrable » (Monday to Saturday in French usage) on hours that close on Saturday. */
export const misusedWorkingWord: LintRule<Contract> = {
  id: 'SL07',
  severity: 'warning',
  title: localise('« Ouvrable » contredit la plage', 'The word “ouvrable” contradicts the hours'),
  why: localise(
    'En droit français, un jour ouvrable va du lundi au samedi : un juge pourrait compter le samedi que la plage exclut.',
    'In French law a “jour ouvrable” is any day from Monday to Saturday: a judge might count the Saturday that the hours leave out.',
  ),
  mend: localise(
    'Écrivez « ouvrés » (jours effectivement travaillés), ou ouvrez le samedi.',
    'Write “ouvrés” (days actually worked), or open on Saturday.',
  ),
  find({ calendars, commitments, clauses = {} }) {
    const closed = new Set(Object.entries(calendars).flatMap(([id, one]) => (closesOnSaturday(one) ? [id] : [])))
    const ofCalendars = Object.entries(calendars).flatMap(([id, { label = '' }]): readonly Violation[] =>
      closed.has(id) && WORD.test(`${id} ${label}`) ? [violation(['calendars', id], label === '' ? id : label)] : [],
    )
    const ofTargets = commitments.targets.flatMap((target, index): readonly Violation[] => {
      if (target.type !== 'ticket' || target.target.kind === 'civil-days') return []
      const { title = '', quote = '' } = Object.hasOwn(clauses, target.clause) ? (clauses[target.clause] ?? {}) : {}
      const words = [target.label ?? '', title, quote].find((text) => WORD.test(text))
      if (words === undefined || !closed.has(target.target.calendar.default)) return []
      return [{ ...violation(['commitments', 'targets', index], words), clause: target.clause }]
    })
    return [...ofCalendars, ...ofTargets]
  },
}

const WORD = /\bouvrables?\b/i

/** In Belgium the word leaves Saturday out. */
function closesOnSaturday({ weekly, holidays }: CalendarDefinition): boolean {
  return weekly !== 'always' && (weekly.sat ?? []).length === 0 && holidays?.country !== 'BE'
}

function violation(path: Violation['path'], words: string): Violation {
  return {
    path,
    message: localise(
      `« ${words} » dit « ouvrable », et la plage ferme le samedi.`,
      `"${words}" says “ouvrable”, and the hours close on Saturday.`,
    ),
  }
}
