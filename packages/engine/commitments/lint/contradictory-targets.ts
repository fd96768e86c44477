import { called } from '../../base/called.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { AvailabilityCommitment, CommitmentsChapter } from '../clause-types.ts'
import { findTies } from '../select-target.ts'
import { ticketTargets } from './ticket-targets.ts'

/**
 * Two targets that hold the same ticket and neither of which is more specific, even if no ticket meets both; two
 * availability targets of one service over one period.
 */
export const contradictoryTargets: LintRule<CommitmentsChapter> = {
  id: 'SL15',
  severity: 'error',
  title: localise('Cibles contradictoires', 'Contradictory targets'),
  why: localise(
    'Deux promesses portent sur la même chose : chacun invoquera celle qui lui convient.',
    'Two promises bear on the same thing: each party will invoke the one that suits it.',
  ),
  mend: localise(
    'Gardez une seule cible par ticket et par mesure, ou par service et par période.',
    'Keep one target for each ticket and measure, or for each service and period.',
  ),
  find(chapter) {
    return [...tiesOf(chapter), ...doublesOf(chapter)]
  },
}

function tiesOf(chapter: CommitmentsChapter): readonly Violation[] {
  const targets = ticketTargets(chapter)
  return findTies(targets.map(({ target }) => target)).flatMap(({ rules: [first = '', second = ''] }) => {
    const found = targets.find(({ target }) => target.id === second)
    if (found === undefined) return []
    return [
      {
        path: ['targets', found.index],
        clause: found.target.clause,
        message: localise(
          `${first} et ${second} portent tous deux sur certains tickets, et aucun n’est plus précis que l’autre.`,
          `${first} and ${second} both hold some tickets, and neither is more specific than the other.`,
        ),
        hint: localise(
          'Séparez les « when », ou placez l’un strictement dans l’autre.',
          'Make the boxes in "when" disjoint, or put one strictly inside the other.',
        ),
      },
    ]
  })
}

function doublesOf({ targets }: CommitmentsChapter): readonly Violation[] {
  const first = new Map<string, AvailabilityCommitment>()
  return targets.flatMap((target, index) => {
    if (target.type !== 'availability') return []
    const key = JSON.stringify([target.service, target.over])
    const other = first.get(key)
    if (other === undefined) first.set(key, target)
    if (other === undefined) return []
    return [
      {
        path: ['targets', index],
        clause: target.clause,
        message: localise(
          `${called(other)} et ${called(target)} fixent deux disponibilités au même service.`,
          `${called(other)} and ${called(target)} set two availabilities for the same service.`,
        ),
        hint: localise(
          'Gardez un seul engagement par service et par période.',
          'Keep one target per service and period.',
        ),
      },
    ]
  })
}
