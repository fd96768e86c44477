import type { Localised } from '../base/message.ts'
import { COLUMNS, type Column } from '../record/event.ts'
import type { Kpi } from './clause-types.ts'
import type { HandledMeasure } from './kpi.ts'

/** Tickets by what happened to them in the period, or the clocks of one measure stopped in it. */
export type PopulationSource = 'reported' | 'resolved' | 'reopened' | 'open' | 'rated' | HandledMeasure

export type Population = {
  readonly of: PopulationSource
  /** Columns as known at the observation; an unnamed column accepts all. */
  readonly when: { readonly [C in Column]?: readonly string[] }
}

/**
 * `count`: how many. `share`: those that `when` keeps, ÷ the whole of `of`. `rate`: met ÷ (met + missed), of a measure.
 * `mean` and `percentile` (nearest-rank): counted time of a measure, time to resolve, age of open tickets, score.
 */
export type Aggregator =
  | { readonly type: 'count' }
  | { readonly type: 'share' }
  | { readonly type: 'rate' }
  | { readonly type: 'mean' }
  | { readonly type: 'percentile'; readonly percent: number }

export type OwnKpiDefinition = { readonly population: Population; readonly aggregator: Aggregator }

/** Why a definition cannot be computed, and the form that can. */
export type OwnKpiFault = { readonly path: string; readonly message: Localised; readonly expected: Localised }

/**
 * Reads a contract's own KPI: `population` is a source, or `{ of: source, when: { column: value(s) } }`; `aggregator` is
 * `count`, `share`, `rate`, `mean`, `median` or `p1` … `p99`.
 */
export function readOwnKpi(definition: NonNullable<Kpi['definition']>): OwnKpiDefinition | OwnKpiFault {
  const population = readPopulation(definition.population)
  if ('message' in population) return population
  const aggregator = readAggregator(definition.aggregator)
  if (aggregator === undefined || !fits(aggregator, population.of)) return aggregatorFault(population.of)
  return { population, aggregator }
}

const TICKETS = ['reported', 'resolved', 'reopened', 'open', 'rated'] as const
const MEASURES = [
  'response',
  'intervention',
  'workaround',
  'restoration',
  'resolution',
  'closure',
  'update-interval',
] as const

function readPopulation(value: unknown): Population | OwnKpiFault {
  const { of, when } = typeof value === 'string' ? { of: value, when: undefined } : partsOf(value)
  const source = [...TICKETS, ...MEASURES].find((known) => known === of)
  if (source === undefined) return populationFault()
  const box: { [C in Column]?: readonly string[] } = {}
  for (const [key, accepted] of Object.entries(when ?? {})) {
    const column = COLUMNS.find((known) => known === key)
    const values: readonly unknown[] = Array.isArray(accepted) ? accepted : [accepted]
    if (column === undefined || !values.every((item) => typeof item === 'string')) return whenFault(key)
    box[column] = values
  }
  return { of: source, when: box }
}

function partsOf(value: unknown): { readonly of: unknown; readonly when: object | undefined } {
  if (typeof value !== 'object' || value === null || !('of' in value)) return { of: undefined, when: undefined }
  const when = 'when' in value && typeof value.when === 'object' && value.when !== null ? value.when : undefined
  return { of: value.of, when }
}

function readAggregator(text: string): Aggregator | undefined {
  switch (text) {
    case 'count':
    case 'share':
    case 'rate':
    case 'mean':
      return { type: text }
    case 'median':
      return { type: 'percentile', percent: 50 }
  }
  const percentile = /^p([1-9]\d?)$/.exec(text)
  return percentile === null ? undefined : { type: 'percentile', percent: Number(percentile[1]) }
}

function fits(aggregator: Aggregator, of: PopulationSource): boolean {
  switch (aggregator.type) {
    case 'count':
    case 'share':
      return true
    case 'rate':
      return isMeasure(of)
    case 'mean':
    case 'percentile':
      return of !== 'reported' && of !== 'reopened'
  }
}

export function isMeasure(of: PopulationSource): of is HandledMeasure {
  return (MEASURES as readonly string[]).includes(of)
}

function populationFault(): OwnKpiFault {
  const sources = [...TICKETS, ...MEASURES].join(', ')
  return {
    path: 'population',
    message: { fr: 'La population de l’indicateur n’est pas connue.', en: 'The population of the KPI is not known.' },
    expected: {
      fr: `l’un de ${sources}, ou { of: l’un d’eux, when: { colonne: valeur(s) } }`,
      en: `one of ${sources}, or { of: one of them, when: { column: value(s) } }`,
    },
  }
}

function whenFault(key: string): OwnKpiFault {
  return {
    path: `population/when/${key}`,
    message: {
      fr: `«\u00a0${key}\u00a0» ne peut pas délimiter la population de l’indicateur.`,
      en: `"${key}" cannot narrow the population of the KPI.`,
    },
    expected: {
      fr: `une colonne des tickets (${COLUMNS.join(', ')}) avec un texte ou une liste de textes`,
      en: `a column of tickets (${COLUMNS.join(', ')}) with a text or a list of texts`,
    },
  }
}

function aggregatorFault(of: PopulationSource): OwnKpiFault {
  const known = ['count', 'share', 'rate', 'mean', 'median', 'p90'] as const
  const fitting = known.filter((text) => fits(readAggregator(text) ?? { type: 'count' }, of)).join(', ')
  return {
    path: 'aggregator',
    message: {
      fr: `L’agrégation de l’indicateur ne s’applique pas à «\u00a0${of}\u00a0».`,
      en: `The aggregator of the KPI does not apply to "${of}".`,
    },
    expected: { fr: `l’un de ${fitting} (p1 à p99)`, en: `one of ${fitting} (p1 to p99)` },
  }
}
