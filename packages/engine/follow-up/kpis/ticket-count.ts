import type { KpiFormula } from '../kpi.ts'

/** Incidents reported in the period; of a log without kinds, every ticket, and the figure says so. */
export const ticketCount: KpiFormula = {
  id: 'ticket-count',
  label: { fr: 'Nombre d’incidents', en: 'Number of incidents' },
  definition: {
    fr: 'Incidents signalés dans la période. Les demandes, changements, problèmes et alertes n’y sont pas.',
    en: 'Incidents reported in the period. Requests, changes, problems and alerts are not among them.',
  },
  direction: 'at-most',
  begin: () => {
    let incidents = 0
    let tickets = 0
    return {
      addTicket: ({ ticket, reported }) => {
        if (!reported) return
        tickets += 1
        if (ticket.kind === 'incident') incidents += 1
      },
      figure: ({ kindsKnown }) => {
        const count = kindsKnown ? incidents : tickets
        return {
          figure: {
            value: String(count),
            unit: 'count',
            count,
            ...(kindsKnown
              ? {}
              : {
                  note: {
                    fr: 'Le journal ne dit pas la nature des tickets\u00a0: tous sont comptés.',
                    en: 'The log does not say the kind of its tickets: every one is counted.',
                  },
                }),
          },
          exact: { numerator: BigInt(count), denominator: 1n },
        }
      },
    }
  },
}
