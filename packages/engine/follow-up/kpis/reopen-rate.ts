import { MILLISECONDS_PER_DAY } from '../../base/instant.ts'
import { findZone } from '../../calendar/local-time.ts'
import type { Ticket } from '../../record/ticket.ts'
import type { KpiFormula, KpiSpan } from '../kpi.ts'
import { shareFigure } from '../share.ts'
import { falls, resolutionsOf } from '../ticket-life.ts'

const DAYS = 30

/** Distinct tickets resolved in the period and reopened within 30 civil days of that resolution, ÷ resolved. */
export const reopenRate: KpiFormula = {
  id: 'reopen-rate',
  label: { fr: 'Taux de réouverture', en: 'Reopen rate' },
  definition: {
    fr: 'Part des tickets résolus dans la période qui ont été rouverts dans les 30 jours suivant cette résolution, réouvertures connues à ce jour.',
    en: 'Share of the tickets resolved in the period that were reopened within 30 days of that resolution, as far as known to date.',
  },
  begin: (span) => {
    let resolved = 0
    let reopened = 0
    return {
      addTicket: (ticket) => {
        const resolutions = resolutionsOf(ticket).filter((instant) => falls(instant, span))
        if (resolutions.length === 0) return
        resolved += 1
        if (resolutions.some((resolution) => isReopened(ticket, resolution, span))) reopened += 1
      },
      figure: () => shareFigure(reopened, resolved),
    }
  },
}

function isReopened(ticket: Ticket, resolution: number, { at, timeZone }: KpiSpan): boolean {
  if (ticket.reopenings.length === 0) return false
  const limit = daysLater(resolution, timeZone)
  return ticket.reopenings.some((event) => event.at >= resolution && event.at <= limit && event.at <= at)
}

/** The same wall time, 30 civil days later. */
function daysLater(instant: number, timeZone: string): number {
  const zone = findZone(timeZone)
  const days = DAYS * MILLISECONDS_PER_DAY
  return zone === undefined ? instant + days : zone.toInstant(zone.toLocal(instant) + days)
}
