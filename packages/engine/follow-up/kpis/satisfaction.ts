import { formatRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { KpiFormula } from '../kpi.ts'
import { SCORE_SCALE, scoreOf } from '../score.ts'

/** Mean of the last score of each ticket resolved in the period, with the rated among the resolved beside it. */
export const satisfaction: KpiFormula = {
  id: 'satisfaction',
  label: { fr: 'Satisfaction', en: 'Satisfaction' },
  definition: {
    fr: 'Moyenne de la dernière note de chaque ticket résolu dans la période\u00a0; le taux de réponse est la part des tickets résolus qui ont été notés.',
    en: 'Mean of the last score of each ticket resolved in the period; the response rate is the share of the resolved tickets that were rated.',
  },
  direction: 'at-least',
  begin: () => {
    let resolved = 0
    let rated = 0
    let sum = 0n
    return {
      addTicket: ({ ticket, resolvedAt }) => {
        if (resolvedAt === undefined) return
        resolved += 1
        const score = scoreOf(ticket)
        if (score === undefined) return
        rated += 1
        sum += score
      },
      figure: () => {
        const mean: Ratio | null = rated === 0 ? null : ratioOf(sum, BigInt(rated) * SCORE_SCALE)
        return {
          figure: {
            value: mean === null ? null : formatRatio(mean, 2),
            unit: 'score',
            count: rated,
            numerator: rated,
            denominator: resolved,
          },
          exact: mean,
        }
      },
    }
  },
}
