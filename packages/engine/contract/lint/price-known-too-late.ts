import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { revisionDates, revisionKnownBy } from '../../evolution/revision-dates.ts'
import type { Contract } from '../contract.ts'
import { contractTerms, startOfContract, usualHorizon } from '../deadlines/contract-terms.ts'
import { sayDay } from '../deadlines/say-day.ts'
import { lastDayToRefuse } from '../deadlines/term-deadlines.ts'

/** The price in force on the first day of a tacit renewal, made known after the last day to refuse that renewal. */
export const priceKnownTooLate: LintRule<Contract> = {
  id: 'EV02',
  severity: 'error',
  title: localise('Prix connu trop tard', 'Price known too late'),
  why: localise(
    'Le client s’engage pour un terme de plus sans en connaître le prix.',
    'The client is bound for one more term without knowing its price.',
  ),
  mend: localise(
    'Faites connaître le prix révisé avant la date limite de non-reconduction (revision.notice plus long que term.notice).',
    'Let the revised price be known before the last day to refuse renewal (revision.notice longer than term.notice).',
  ),
  find(contract) {
    const revision = contract.chapters.evolution?.pricing?.revision
    if (revision === undefined) return []
    const start = startOfContract(contract)
    for (const { to, next } of contractTerms(contract, usualHorizon(contract))) {
      if (to === undefined || next !== 'tacit') continue
      const last = revisionDates(revision, start, to + 1).at(-1)
      const refusable = lastDayToRefuse(contract, to)
      if (last === undefined || revisionKnownBy(revision, last) <= refusable) continue
      const [known, until] = [sayDay(revisionKnownBy(revision, last)), sayDay(refusable)]
      return [
        {
          path: ['evolution', 'pricing', 'revision', ...(revision.notice === undefined ? [] : ['notice'])],
          ...numbered(revision.clause),
          message: localise(
            `Prix connu trop tard : le prix révisé au ${sayDay(last).fr} n’est connu que le ${known.fr}, la reconduction se refuse jusqu’au ${until.fr}.`,
            `The price revised on ${sayDay(last).en} is known only on ${known.en}; renewal can be refused until ${until.en}.`,
          ),
        },
      ]
    }
    return []
  },
}
