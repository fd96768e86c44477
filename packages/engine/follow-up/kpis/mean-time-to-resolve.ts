import { countHandlingTimes } from '../handling-times.ts'
import type { KpiFormula } from '../kpi.ts'

/** Mean counted time from start to resolution (ITIL: MTTR), by calendar. */
export const meanTimeToResolve: KpiFormula = {
  id: 'mean-time-to-resolve',
  label: { fr: 'Délai moyen de résolution', en: 'Mean time to resolve' },
  definition: {
    fr: 'Moyenne du temps compté jusqu’à la résolution, pour les mesures arrêtées dans la période et non neutralisées, par calendrier\u00a0; le temps écoulé est donné à côté.',
    en: 'Mean of the time counted until the resolution, over the measures stopped in the period and not neutralised, by calendar; elapsed time stands beside it.',
  },
  direction: 'at-most',
  begin: () => countHandlingTimes('resolution', { type: 'mean' }),
}
