import { MILLISECONDS_PER_DAY } from '../../base/instant.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { daysAfter } from '../../base/shift-date.ts'
import { findZone } from '../../calendar/local-time.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from '../deadlines/contract-terms.ts'
import { periodsOf } from '../deadlines/recurring-deadlines.ts'
import { sayDay } from '../deadlines/say-day.ts'
import { targetEnds } from '../deadlines/target-end.ts'

/** Days that a reader needs between the report and the end of the time to claim. */
const DAYS_TO_READ = 5

/** The time to claim a penalty ends less than five days after the report that shows it is due. */
export const shortClaimWindow: LintRule<Contract> = {
  id: 'PE08',
  severity: 'warning',
  title: localise('Délai de réclamation trop court', 'Claim window too short'),
  why: localise(
    'Le client n’a pas le temps de lire le rapport avant de perdre la pénalité.',
    'The client has no time to read the report before it loses the penalty.',
  ),
  mend: localise(
    'Allongez claimWithin, ou avancez l’échéance du rapport (dueBy) : il faut au moins cinq jours entre les deux.',
    'Lengthen claimWithin, or bring the report forward (dueBy): at least five days must lie between them.',
  ),
  find(contract) {
    const { claimWithin, clause } = contract.commitments.penaltyRules ?? {}
    const zone = findZone(contract.timeZone)
    const dated = contract.followUp.reports.filter(({ dueBy }) => dueBy !== undefined)
    const over = (['month', 'quarter', 'year'] as const).find((one) => dated.some((report) => report.over === one))
    if (claimWithin === undefined || zone === undefined || over === undefined) return []
    const endOf = targetEnds(contract)
    for (const { end } of periodsOf(contract, over, daysAfter(startOfContract(contract), 'P13M'))) {
      const from = zone.startOfDay(end)
      const claimUntil = endOf(claimWithin, from)
      const due = dated.flatMap(({ id, over: own, dueBy }) => {
        const at = own === over && dueBy !== undefined ? endOf(dueBy, from) : undefined
        return at === undefined ? [] : [{ id, at }]
      })
      const [first] = due.toSorted((a, b) => a.at - b.at)
      if (claimUntil === undefined || first === undefined) continue
      if (claimUntil >= first.at + DAYS_TO_READ * MILLISECONDS_PER_DAY) continue
      const dayOf = (instant: number) => sayDay(Math.floor(zone.toLocal(instant - 1) / MILLISECONDS_PER_DAY))
      const [until, by] = [dayOf(claimUntil), dayOf(first.at)]
      return [
        {
          path: ['commitments', 'penaltyRules', 'claimWithin'],
          ...numbered(clause),
          message: localise(
            `La réclamation finit le ${until.fr}, moins de cinq jours après le rapport « ${first.id} », dû le ${by.fr}.`,
            `Claims end on ${until.en}, less than five days after the report "${first.id}", due on ${by.en}.`,
          ),
        },
      ]
    }
    return []
  },
}
