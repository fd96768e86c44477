import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { FollowUpChapter, Kpi } from '../clause-types.ts'
import { isMeasure, readOwnKpi } from '../own-kpi-definition.ts'

/** The follow-up counts no tickets, tells no handling time, or never asks the users. */
export const missingBasicKpis: LintRule<FollowUpChapter> = {
  id: 'FU06',
  severity: 'warning',
  title: localise('Indicateurs de base absents', 'Basic KPIs missing'),
  why: localise(
    'Sans le nombre d’incidents, le temps de traitement et l’avis des utilisateurs, un taux de 95 % ne dit pas si le service va bien.',
    'Without the number of incidents, the handling time and the users’ opinion, a rate of 95 % does not tell whether the service is well.',
  ),
  mend: localise(
    'Ajoutez ticket-count, mean-time-to-resolve et satisfaction à followUp.kpis.',
    'Add ticket-count, mean-time-to-resolve and satisfaction to followUp.kpis.',
  ),
  find({ reports, kpis, satisfaction }) {
    if (reports.length === 0 && kpis.length === 0 && satisfaction === undefined) return []
    const missing = [
      ...(kpis.some(countsTickets) ? [] : [localise('nombre d’incidents', 'number of incidents')]),
      ...(kpis.some(tellsTime) ? [] : [localise('temps de traitement', 'handling time')]),
      ...(satisfaction !== undefined || kpis.some(asksUsers) ? [] : [localise('satisfaction', 'satisfaction')]),
    ]
    if (missing.length === 0) return []
    return [
      {
        path: ['kpis'],
        message: localise(
          `Indicateurs de base absents : ${missing.map(({ fr }) => fr).join(', ')}.`,
          `Basic KPIs missing: ${missing.map(({ en }) => en).join(', ')}.`,
        ),
      },
    ]
  },
}

function countsTickets({ id, definition }: Kpi): boolean {
  return id === 'ticket-count' || definition?.aggregator === 'count'
}

function tellsTime({ id, definition }: Kpi): boolean {
  if (/^(mean|p90)-time-to-/.test(id)) return true
  const read = definition && readOwnKpi(definition)
  if (read === undefined || !('aggregator' in read)) return false
  const averages = read.aggregator.type === 'mean' || read.aggregator.type === 'percentile'
  return averages && (isMeasure(read.population.of) || read.population.of === 'resolved')
}

function asksUsers({ id, definition }: Kpi): boolean {
  const read = definition && readOwnKpi(definition)
  return id === 'satisfaction' || (read !== undefined && 'population' in read && read.population.of === 'rated')
}
