import { countHandlingTimes } from '../handling-times.ts'
import type { KpiFormula } from '../kpi.ts'

/** Mean counted time from start to response (ITIL: MTTA), by calendar. */
export const meanTimeToRespond: KpiFormula = {
  id: 'mean-time-to-respond',
  label: { fr: 'Délai moyen de prise en compte', en: 'Mean time to respond' },
  definition: {
    fr: 'Moyenne du temps compté jusqu’à la prise en compte, pour les mesures arrêtées dans la période et non neutralisées, par calendrier\u00a0; le temps écoulé est donné à côté.',
    en: 'Mean of the time counted until the response, over the measures stopped in the period and not neutralised, by calendar; elapsed time stands beside it.',
  },
  direction: 'at-most',
  begin: () => countHandlingTimes('response', { type: 'mean' }),
}
