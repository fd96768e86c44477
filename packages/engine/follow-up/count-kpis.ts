import type { FollowUpChapter, Kpi } from './clause-types.ts'
import { type CountedKpi, countKpi } from './count-kpi.ts'
import type { Handled, KpiResult, LogFacts } from './kpi.ts'
import type { KpiSpan } from './kpi-span.ts'
import { falls, type TicketInSpan } from './ticket-life.ts'

/** Several KPIs of a contract over one span, fed in one pass. */
export type CountedKpis = {
  readonly kpis: readonly CountedKpi[]
  readonly addTicket: (seen: TicketInSpan) => void
  /** Counts the clock where it stopped in the span. */
  readonly addHandled: (handled: Handled, times?: 1 | -1) => void
  readonly results: (log: LogFacts) => readonly KpiResult[]
}

export function countKpis(
  asked: readonly Kpi[],
  chapter: FollowUpChapter,
  contractVersion: string,
  span: KpiSpan,
): CountedKpis {
  const kpis = asked.map((kpi) => countKpi(kpi, chapter, contractVersion, span))
  const ofTickets = kpis.flatMap(({ addTicket }) => addTicket ?? [])
  const ofHandled = kpis.flatMap(({ addHandled }) => addHandled ?? [])
  return {
    kpis,
    addTicket: (seen) => {
      for (const add of ofTickets) add(seen)
    },
    addHandled: (handled, times = 1) => {
      if (!falls(handled.stoppedAt, span)) return
      for (const add of ofHandled) add(handled, times)
    },
    results: (log) => kpis.map((kpi) => kpi.result(log)),
  }
}
