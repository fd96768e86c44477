import { countCalls } from '../count-calls.ts'
import type { KpiFormula } from '../kpi.ts'

/** Calls answered within the target of the telephone, ÷ calls offered. */
export const answerRate: KpiFormula = {
  id: 'answer-rate',
  label: { fr: 'Taux de décroché', en: 'Answer rate' },
  definition: {
    fr: 'Part des appels présentés dans la période auxquels il a été répondu dans le délai de décroché.',
    en: 'Share of the calls offered in the period that were answered within the target.',
  },
  direction: 'at-least',
  begin: (span) => countCalls(span, ({ answeredInTarget }) => answeredInTarget),
}
