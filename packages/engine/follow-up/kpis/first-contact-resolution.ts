import type { Ticket } from '../../record/ticket.ts'
import type { KpiFormula, KpiSpan } from '../kpi.ts'
import { shareFigure } from '../share.ts'
import { resolvedIn } from '../ticket-life.ts'

/** Resolved tickets never reopened before the observation, never paused and assigned at most once, ÷ resolved. */
export const firstContactResolution: KpiFormula = {
  id: 'first-contact-resolution',
  label: { fr: 'Résolution au premier contact', en: 'First-contact resolution' },
  definition: {
    fr: 'Part des tickets résolus dans la période qui n’ont été ni rouverts à ce jour, ni mis en pause, ni affectés plus d’une fois.',
    en: 'Share of the tickets resolved in the period that were neither reopened to date, nor paused, nor assigned more than once.',
  },
  begin: (span) => {
    let resolved = 0
    let atOnce = 0
    return {
      addTicket: (ticket) => {
        if (resolvedIn(ticket, span) === undefined) return
        resolved += 1
        if (wasAtOnce(ticket, span)) atOnce += 1
      },
      figure: () => shareFigure(atOnce, resolved),
    }
  },
}

function wasAtOnce(ticket: Ticket, { at }: KpiSpan): boolean {
  const known = (event: { readonly at: number }) => event.at <= at
  return !ticket.reopenings.some(known) && !ticket.pauses.some(known) && ticket.assignments.filter(known).length <= 1
}
