import { countHandlingTimes } from '../handling-times.ts'
import type { KpiFormula } from '../kpi.ts'

/** The counted time within which nine resolutions in ten were reached (nearest-rank percentile), by calendar. */
export const p90TimeToResolve: KpiFormula = {
  id: 'p90-time-to-resolve',
  label: { fr: 'Délai de résolution de 9 tickets sur 10 (P90)', en: 'Time to resolve 9 tickets in 10 (P90)' },
  definition: {
    fr: '90e centile (au rang le plus proche) du temps compté jusqu’à la résolution, pour les mesures arrêtées dans la période et non neutralisées, par calendrier\u00a0; le temps écoulé est donné à côté.',
    en: '90th percentile (nearest rank) of the time counted until the resolution, over the measures stopped in the period and not neutralised, by calendar; elapsed time stands beside it.',
  },
  direction: 'at-most',
  begin: () => countHandlingTimes('resolution', { type: 'percentile', percent: 90 }),
}
