import { addDuration } from '../../calendar/add-duration.ts'
import { findZone } from '../../calendar/local-time.ts'
import type { KpiFormula } from '../kpi.ts'
import type { KpiSpan } from '../kpi-span.ts'
import { shareFigure } from '../share.ts'
import { falls, type TicketLife } from '../ticket-life.ts'

const WINDOW = { months: 0, days: 30, milliseconds: 0 }

/** Distinct tickets resolved in the period and reopened within 30 civil days of that resolution, ÷ resolved. */
export const reopenRate: KpiFormula = {
  id: 'reopen-rate',
  label: { fr: 'Taux de réouverture', en: 'Reopen rate' },
  definition: {
    fr: 'Part des tickets résolus dans la période qui ont été rouverts dans les 30 jours suivant cette résolution, réouvertures connues à ce jour.',
    en: 'Share of the tickets resolved in the period that were reopened within 30 days of that resolution, as far as known to date.',
  },
  direction: 'at-most',
  begin: (span) => {
    let resolved = 0
    let reopened = 0
    return {
      addTicket: ({ ticket, resolvedAt }) => {
        if (resolvedAt === undefined) return
        resolved += 1
        if (wasReopened(ticket, span)) reopened += 1
      },
      figure: () => shareFigure(reopened, resolved),
    }
  },
}

function wasReopened(ticket: TicketLife, span: KpiSpan): boolean {
  if (ticket.reopenings.length === 0) return false
  const zone = findZone(span.timeZone)
  return ticket.resolutions.some((resolution) => {
    if (!falls(resolution, span) || zone === undefined) return false
    const limit = addDuration(resolution, WINDOW, zone)
    return ticket.reopenings.some((reopening) => reopening >= resolution && reopening <= limit)
  })
}
