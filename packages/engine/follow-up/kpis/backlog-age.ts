import { addDuration, emptySample, nearestRank } from '../../base/duration-sample.ts'
import type { KpiFormula } from '../kpi.ts'

/** P90 (nearest-rank) of the elapsed age of the tickets unresolved at the end of the period. */
export const backlogAge: KpiFormula = {
  id: 'backlog-age',
  label: { fr: 'Ancienneté de l’encours (P90)', en: 'Age of the backlog (P90)' },
  definition: {
    fr: '90e centile (au rang le plus proche) de l’âge, en temps écoulé depuis le signalement, des tickets non résolus à la fin de la période. Les tickets annulés ou fusionnés n’y sont pas.',
    en: '90th percentile (nearest rank) of the age, in time elapsed since the report, of the tickets unresolved at the end of the period. Cancelled and merged tickets are not among them.',
  },
  direction: 'at-most',
  begin: (span) => {
    const ages = emptySample()
    const end = Math.min(span.to, span.at)
    return {
      addTicket: ({ ticket, open }) => {
        if (open) addDuration(ages, end - ticket.openedAt)
      },
      figure: () => {
        const value = nearestRank(ages, 90)
        return {
          figure: { value: value === undefined ? null : String(value / 1000), unit: 'seconds', count: ages.count },
          exact: value === undefined ? null : { numerator: BigInt(value), denominator: 1000n },
        }
      },
    }
  },
}
