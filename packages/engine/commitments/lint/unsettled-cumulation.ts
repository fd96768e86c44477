import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter, TicketCommitment } from '../clause-types.ts'
import { rulesPath } from './rules-path.ts'

/** One event that several penalties sanction, and no word on whether they add up. */
export const unsettledCumulation: LintRule<CommitmentsChapter> = {
  id: 'PE06',
  severity: 'warning',
  title: localise('Cumul non réglé', 'Cumulation unsettled'),
  why: localise(
    'Une même panne touche plusieurs engagements : on paiera une pénalité ou toutes, selon qui lit.',
    'One outage hits several targets: one penalty is paid or all of them, depending on who reads.',
  ),
  mend: localise(
    'Écrivez cumulation: sum (elles s’ajoutent) ou cumulation: max (la plus forte seule).',
    'Write cumulation: sum (they add up) or cumulation: max (the largest alone).',
  ),
  find(chapter) {
    const { penalties = [], penaltyRules } = chapter
    if (penaltyRules?.cumulation !== undefined) return []
    const sanctioned = penalties.flatMap(({ id, for: targets }) => targets.map((target) => ({ id, target })))
    for (const [index, one] of sanctioned.entries()) {
      const other = sanctioned.slice(0, index).find(({ target }) => mayMeet(chapter, one.target, target))
      if (other === undefined) continue
      return [
        {
          path: rulesPath(chapter),
          message: localise(
            `Un même événement peut manquer ${other.target} et ${one.target} : rien ne dit si les pénalités se cumulent.`,
            `One event may miss ${other.target} and ${one.target}: nothing says whether the penalties add up.`,
          ),
        },
      ]
    }
    return []
  },
}

/** Two commitments on tickets never meet where no ticket is in both boxes; anything else may. */
function mayMeet({ targets }: CommitmentsChapter, a: string, b: string): boolean {
  if (a === b) return true
  const ticket = (id: string) =>
    targets.find((target): target is TicketCommitment => target.id === id && target.type === 'ticket')
  const [one, other] = [ticket(a), ticket(b)]
  if (one === undefined || other === undefined) return true
  return Object.entries(one.when).every(([column, values]) => {
    const accepted = Object.entries(other.when).find(([name]) => name === column)?.[1]
    return accepted === undefined || accepted.some((value) => values.includes(value))
  })
}
