import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Localised } from '../../base/message.ts'
import type { FollowUpChapter, Kpi } from '../clause-types.ts'
import { targetIn } from '../judge-target.ts'
import type { KpiFigure } from '../kpi.ts'
import { isMeasure, readOwnKpi } from '../own-kpi-definition.ts'

/** A target in another unit than the figure that it judges: a mean time of 95 %, a count of two hours. */
export const incompatibleKpiTarget: LintRule<FollowUpChapter> = {
  id: 'FU02',
  severity: 'error',
  title: localise('Mesure et cible incompatibles', 'Measure and target do not fit'),
  why: localise(
    'Une durée moyenne ne se compare pas à un pourcentage : l’objectif ne sera jamais jugé.',
    'A mean time cannot be compared with a percentage: the target will never be judged.',
  ),
  mend: localise(
    'Donnez la cible dans l’unité de l’indicateur : 95% pour un taux, PT4H pour une durée, un nombre pour un compte ou une note.',
    'Give the target in the unit of the KPI: 95% for a rate, PT4H for a time, a number for a count or a score.',
  ),
  find({ kpis }) {
    return kpis.flatMap((kpi, index) => {
      const unit = unitOf(kpi)
      if (unit === undefined || kpi.target === undefined || targetIn(unit, kpi.target) !== undefined) return []
      const { fr, en } = UNITS[unit]
      return [
        {
          path: ['kpis', index, 'target'],
          clause: kpi.clause,
          message: localise(
            `« ${kpi.label ?? kpi.id} » se mesure en ${fr}, et sa cible est ${kpi.target}.`,
            `"${kpi.label ?? kpi.id}" is measured in ${en}, and its target is ${kpi.target}.`,
          ),
        },
      ]
    })
  },
}

type Unit = KpiFigure['unit']

const UNITS: Readonly<Record<Unit, Localised>> = {
  count: localise('nombre de tickets', 'tickets'),
  percent: localise('pourcentage', 'percent'),
  seconds: localise('durée', 'time'),
  score: localise('note', 'score'),
}

const STANDARD: Readonly<Record<string, Unit>> = {
  'ticket-count': 'count',
  'mean-time-to-respond': 'seconds',
  'mean-time-to-resolve': 'seconds',
  'p90-time-to-resolve': 'seconds',
  'backlog-age': 'seconds',
  'reopen-rate': 'percent',
  'first-contact-resolution': 'percent',
  satisfaction: 'score',
  'answer-rate': 'percent',
  'abandon-rate': 'percent',
}

function unitOf({ id, definition }: Kpi): Unit | undefined {
  if (definition === undefined) return Object.hasOwn(STANDARD, id) ? STANDARD[id] : undefined
  const read = readOwnKpi(definition)
  if (!('aggregator' in read)) return undefined
  switch (read.aggregator.type) {
    case 'count':
      return 'count'
    case 'share':
    case 'rate':
      return 'percent'
    case 'mean':
    case 'percentile':
      if (isMeasure(read.population.of)) return 'seconds'
      return read.population.of === 'rated' ? 'score' : 'seconds'
  }
}
