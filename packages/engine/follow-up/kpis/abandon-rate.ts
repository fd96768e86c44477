import { countCalls } from '../count-calls.ts'
import type { KpiFormula } from '../kpi.ts'

/** Calls abandoned, ÷ calls offered. */
export const abandonRate: KpiFormula = {
  id: 'abandon-rate',
  label: { fr: 'Taux d’abandon', en: 'Abandon rate' },
  definition: {
    fr: 'Part des appels présentés dans la période que l’appelant a abandonnés.',
    en: 'Share of the calls offered in the period that the caller abandoned.',
  },
  direction: 'at-most',
  begin: (span) => countCalls(span, ({ abandoned }) => abandoned),
}
