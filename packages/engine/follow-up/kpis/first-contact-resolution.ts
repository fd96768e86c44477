import type { KpiFormula } from '../kpi.ts'
import { shareFigure } from '../share.ts'
import type { TicketLife } from '../ticket-life.ts'

/** Resolved tickets never reopened before the observation, never paused and assigned at most once, ÷ resolved. */
export const firstContactResolution: KpiFormula = {
  id: 'first-contact-resolution',
  label: { fr: 'Résolution au premier contact', en: 'First-contact resolution' },
  definition: {
    fr: 'Part des tickets résolus dans la période qui n’ont été ni rouverts à ce jour, ni mis en pause, ni affectés plus d’une fois.',
    en: 'Share of the tickets resolved in the period that were neither reopened to date, nor paused, nor assigned more than once.',
  },
  direction: 'at-least',
  begin: () => {
    let resolved = 0
    let atOnce = 0
    return {
      addTicket: ({ ticket, resolvedAt }) => {
        if (resolvedAt === undefined) return
        resolved += 1
        if (wasAtOnce(ticket)) atOnce += 1
      },
      figure: () => shareFigure(atOnce, resolved),
    }
  },
}

function wasAtOnce({ reopenings, pauses, assignments }: TicketLife): boolean {
  return reopenings.length === 0 && pauses === 0 && assignments <= 1
}
