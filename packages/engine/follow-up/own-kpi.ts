import { addDuration, emptySample, meanOf, nearestRank } from '../base/duration-sample.ts'
import type { Localised } from '../base/message.ts'
import { formatRatio, ratioOf } from '../base/ratio.ts'
import type { Column } from '../record/event.ts'
import { countHandlingTimes } from './handling-times.ts'
import type { CountedFigure, Handled, HandledMeasure, KpiCounter, KpiFormula } from './kpi.ts'
import type { KpiSpan } from './kpi-span.ts'
import {
  type Aggregator,
  isMeasure,
  type OwnKpiDefinition,
  type Population,
  type PopulationSource,
} from './own-kpi-definition.ts'
import { SCORE_SCALE, scoreOf } from './score.ts'
import { shareFigure } from './share.ts'
import type { TicketInSpan, TicketLife } from './ticket-life.ts'

/** The formula of a contract's own KPI (clause kind: indicator defined by the parties). */
export function ownKpi(
  id: string,
  { population, aggregator }: OwnKpiDefinition,
  direction: KpiFormula['direction'],
): KpiFormula {
  const definition = definitionOf(population, aggregator)
  const { of } = population
  return {
    id,
    label: { fr: id, en: id },
    definition,
    direction,
    begin: (span) =>
      isMeasure(of) ? countMeasures(of, population, aggregator) : countTickets(population, aggregator, span),
  }
}

function countMeasures(measure: HandledMeasure, population: Population, aggregator: Aggregator): KpiCounter {
  const keeps = ({ ticket }: Handled) => isKept(ticket, population)
  switch (aggregator.type) {
    case 'mean':
    case 'percentile': {
      const times = countHandlingTimes(measure, aggregator)
      return { ...times, addHandled: (handled) => (keeps(handled) ? times.addHandled?.(handled) : undefined) }
    }
    case 'count':
    case 'share':
    case 'rate': {
      const counts = { whole: 0, kept: 0, met: 0 }
      return {
        addHandled: (handled, times = 1) => {
          if (handled.measure !== measure) return
          counts.whole += times
          if (!keeps(handled)) return
          counts.kept += times
          if (handled.met) counts.met += times
        },
        figure: () => {
          if (aggregator.type === 'count') return countFigure(counts.kept)
          return aggregator.type === 'rate'
            ? shareFigure(counts.met, counts.kept)
            : shareFigure(counts.kept, counts.whole)
        },
      }
    }
  }
}

function countTickets(population: Population, aggregator: Aggregator, span: KpiSpan): KpiCounter {
  const sample = emptySample()
  let whole = 0
  let kept = 0
  let scores = 0n
  return {
    addTicket: (seen) => {
      const { ticket } = seen
      if (!belongs(seen, population.of)) return
      whole += 1
      if (!isKept(ticket, population)) return
      kept += 1
      if (population.of === 'rated') scores += scoreOf(ticket) ?? 0n
      addDuration(sample, quantityOf(seen, population.of, span))
    },
    figure: () => {
      switch (aggregator.type) {
        case 'count':
          return countFigure(kept)
        case 'share':
        case 'rate':
          return shareFigure(kept, whole)
        case 'mean':
          if (population.of === 'rated') return scoreFigure(scores, kept)
          return timeFigure(meanOf(sample), kept)
        case 'percentile': {
          const value = nearestRank(sample, aggregator.percent)
          if (population.of !== 'rated') return timeFigure(value, kept)
          return value === undefined ? scoreFigure(0n, 0) : { ...scoreFigure(BigInt(value), 1, kept) }
        }
      }
    },
  }
}

function belongs({ ticket, reported, resolvedAt, reopened, open }: TicketInSpan, of: PopulationSource): boolean {
  switch (of) {
    case 'reported':
      return reported
    case 'resolved':
      return resolvedAt !== undefined
    case 'reopened':
      return reopened
    case 'open':
      return open
    case 'rated':
      return resolvedAt !== undefined && scoreOf(ticket) !== undefined
    case 'response':
    case 'intervention':
    case 'workaround':
    case 'restoration':
    case 'resolution':
    case 'closure':
    case 'update-interval':
      return false
  }
}

/** Age in ms of an open ticket, elapsed ms to the resolution of a resolved one, score of a rated one. */
function quantityOf({ ticket, resolvedAt }: TicketInSpan, of: PopulationSource, span: KpiSpan): number {
  if (of === 'rated') return Number(scoreOf(ticket) ?? 0n)
  if (of === 'open') return Math.min(span.to, span.at) - ticket.openedAt
  return (resolvedAt ?? ticket.openedAt) - ticket.openedAt
}

function isKept(ticket: TicketLife, { when }: Population): boolean {
  return Object.entries(when).every(([column, accepted]) => {
    const value = column === 'priority' ? ticket.priority : ticket.column(column as Column)
    return value !== undefined && accepted.includes(value)
  })
}

function countFigure(count: number): CountedFigure {
  return {
    figure: { value: String(count), unit: 'count', count },
    exact: { numerator: BigInt(count), denominator: 1n },
  }
}

function timeFigure(value: number | undefined, count: number): CountedFigure {
  return {
    figure: { value: value === undefined ? null : String(value / 1000), unit: 'seconds', count },
    exact: value === undefined ? null : ratioOf(BigInt(value), 1000n),
  }
}

function scoreFigure(sum: bigint, divisor: number, count = divisor): CountedFigure {
  const mean = divisor === 0 ? null : ratioOf(sum, BigInt(divisor) * SCORE_SCALE)
  return { figure: { value: mean === null ? null : formatRatio(mean, 2), unit: 'score', count }, exact: mean }
}

function definitionOf({ of, when }: Population, aggregator: Aggregator): Localised {
  const narrowed = Object.entries(when).map(([column, values]) => `${column} = ${values.join(' | ')}`)
  const name = aggregator.type === 'percentile' ? `p${aggregator.percent}` : aggregator.type
  const text = [name, of, ...narrowed].join(' · ')
  return { fr: `Défini au contrat\u00a0: ${text}.`, en: `Defined in the contract: ${text}.` }
}
