import { addDuration, ascending, emptySample, meanOf, nearestRank } from '../base/duration-sample.ts'
import type { Localised } from '../base/message.ts'
import { formatRatio, ratioOf } from '../base/ratio.ts'
import type { Column } from '../record/event.ts'
import { countHandlingTimes } from './handling-times.ts'
import type { Handled, HandledMeasure, KpiCounter, KpiFormula, KpiSpan } from './kpi.ts'
import {
  type Aggregator,
  isMeasure,
  type OwnKpiDefinition,
  type Population,
  type PopulationSource,
} from './own-kpi-definition.ts'
import { SCORE_SCALE, scoreOf } from './score.ts'
import { shareFigure } from './share.ts'
import { falls, isOpenAtEnd, resolvedIn, type TicketLife } from './ticket-life.ts'

/** The formula of a contract's own KPI (clause kind: indicator defined by the parties). */
export function ownKpi(id: string, { population, aggregator }: OwnKpiDefinition): KpiFormula {
  const definition = definitionOf(population, aggregator)
  const { of } = population
  return {
    id,
    label: { fr: id, en: id },
    definition,
    begin: (span) =>
      isMeasure(of) ? countMeasures(of, population, aggregator, span) : countTickets(population, aggregator, span),
  }
}

function countMeasures(
  measure: HandledMeasure,
  population: Population,
  aggregator: Aggregator,
  span: KpiSpan,
): KpiCounter {
  const keeps = ({ ticket }: Handled) => isKept(ticket, population)
  switch (aggregator.type) {
    case 'mean':
    case 'percentile': {
      const times = countHandlingTimes(measure, aggregator, span)
      return { ...times, addHandled: (handled) => (keeps(handled) ? times.addHandled?.(handled) : undefined) }
    }
    case 'count':
    case 'share':
    case 'rate': {
      const counts = { whole: 0, kept: 0, met: 0 }
      return {
        addHandled: (handled) => {
          if (handled.measure !== measure || !falls(handled.stoppedAt, span)) return
          counts.whole += 1
          if (!keeps(handled)) return
          counts.kept += 1
          if (handled.met) counts.met += 1
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
    addTicket: (ticket) => {
      if (!belongs(ticket, population.of, span)) return
      whole += 1
      if (!isKept(ticket, population)) return
      kept += 1
      if (population.of === 'rated') scores += scoreOf(ticket) ?? 0n
      addDuration(sample, quantityOf(ticket, population.of, span))
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
          return timeFigure(meanOf(ascending(sample)), kept)
        case 'percentile': {
          const value = nearestRank(ascending(sample), aggregator.percent)
          if (population.of !== 'rated') return timeFigure(value, kept)
          return value === undefined ? scoreFigure(0n, 0) : { ...scoreFigure(BigInt(value), 1, kept) }
        }
      }
    },
  }
}

function belongs(ticket: TicketLife, of: PopulationSource, span: KpiSpan): boolean {
  switch (of) {
    case 'reported':
      return falls(ticket.openedAt, span)
    case 'resolved':
      return resolvedIn(ticket, span) !== undefined
    case 'reopened':
      return ticket.reopenings.some((instant) => falls(instant, span))
    case 'open':
      return isOpenAtEnd(ticket, span)
    case 'rated':
      return resolvedIn(ticket, span) !== undefined && scoreOf(ticket) !== undefined
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
function quantityOf(ticket: TicketLife, of: PopulationSource, span: KpiSpan): number {
  if (of === 'rated') return Number(scoreOf(ticket) ?? 0n)
  if (of === 'open') return Math.min(span.to, span.at) - ticket.openedAt
  return (resolvedIn(ticket, span) ?? ticket.openedAt) - ticket.openedAt
}

function isKept(ticket: TicketLife, { when }: Population): boolean {
  return Object.entries(when).every(([column, accepted]) => {
    const value = column === 'priority' ? ticket.priority : ticket.column(column as Column)
    return value !== undefined && accepted.includes(value)
  })
}

function countFigure(count: number): ReturnType<KpiCounter['figure']> {
  return {
    figure: { value: String(count), unit: 'count', count },
    exact: { numerator: BigInt(count), denominator: 1n },
  }
}

function timeFigure(value: number | undefined, count: number): ReturnType<KpiCounter['figure']> {
  return {
    figure: { value: value === undefined ? null : String(value / 1000), unit: 'seconds', count },
    exact: value === undefined ? null : ratioOf(BigInt(value), 1000n),
  }
}

function scoreFigure(sum: bigint, divisor: number, count = divisor): ReturnType<KpiCounter['figure']> {
  const mean = divisor === 0 ? null : ratioOf(sum, BigInt(divisor) * SCORE_SCALE)
  return { figure: { value: mean === null ? null : formatRatio(mean, 2), unit: 'score', count }, exact: mean }
}

function definitionOf({ of, when }: Population, aggregator: Aggregator): Localised {
  const narrowed = Object.entries(when).map(([column, values]) => `${column} = ${values.join(' | ')}`)
  const name = aggregator.type === 'percentile' ? `p${aggregator.percent}` : aggregator.type
  const text = [name, of, ...narrowed].join(' · ')
  return { fr: `Défini au contrat\u00a0: ${text}.`, en: `Defined in the contract: ${text}.` }
}
