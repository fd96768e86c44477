import type { Localised } from '../base/message.ts'
import type { JudgedClock } from './judge-clock.ts'
import type { LedgerEntry, Paused } from './measure.ts'
import type { Terms } from './terms.ts'

/** What a span of the ledger is and why, in words. */
export type LedgerReason = Pick<LedgerEntry, 'kind' | 'reason' | 'event'>

/** Closed between a stop and the reopening that undid it. */
export function stoppedReason(closedBy: string): LedgerReason {
  return {
    kind: 'stopped',
    reason: {
      fr: 'Ticket clos jusqu’à sa réouverture\u00a0: ce temps ne compte pas',
      en: 'Ticket closed until it was reopened: this time does not count',
    },
    event: closedBy,
  }
}

/** Of an update interval, what lies outside the longest stretch. */
export const otherIntervalReason: LedgerReason = {
  kind: 'stopped',
  reason: {
    fr: 'Autre intervalle entre deux points d’avancement, pas le plus long',
    en: 'Another interval between two status updates, not the longest',
  },
}

/** Closed by the calendar; `why` names the holiday or the exception. */
export function closedReason(
  kind: 'holiday' | 'outside-hours',
  why: Localised | undefined,
  terms: Terms,
  calendar: string,
): LedgerReason {
  switch (kind) {
    case 'holiday':
      return {
        kind,
        reason:
          why === undefined
            ? { fr: 'Jour férié', en: 'Public holiday' }
            : { fr: `Jour férié\u00a0: ${why.fr}`, en: `Public holiday: ${why.en}` },
      }
    case 'outside-hours':
      return {
        kind,
        reason:
          why === undefined
            ? {
                fr: `Hors plage «\u00a0${nameOf(terms, calendar)}\u00a0»`,
                en: `Outside the hours of "${nameOf(terms, calendar)}"`,
              }
            : { fr: `Fermé\u00a0: ${why.fr}`, en: `Closed: ${why.en}` },
      }
  }
}

/** Open time in which a pause stops the clock. */
export function pausedReason(pause: Paused, { terms, measure }: JudgedClock): LedgerReason {
  const name = terms.pauses.get(measure.measure)?.get(pause.reason)?.label ?? pause.reason
  return {
    kind: 'paused',
    reason: {
      fr: `Délai suspendu\u00a0: ${name} (imputable ${IMPUTED_TO[pause.imputable].fr})`,
      en: `Clock stopped: ${name} (attributed to ${IMPUTED_TO[pause.imputable].en})`,
    },
    event: pause.event,
  }
}

/** Time that counts; `calendar` absent: civil days, all time counts. */
export function countedReason(terms: Terms, calendar: string | undefined): LedgerReason {
  return {
    kind: 'counted',
    reason:
      calendar === undefined
        ? { fr: 'Temps compté en jours civils', en: 'Time counted in civil days' }
        : {
            fr: `Temps compté, plage «\u00a0${nameOf(terms, calendar)}\u00a0»`,
            en: `Time counted, hours of "${nameOf(terms, calendar)}"`,
          },
  }
}

const IMPUTED_TO = {
  client: { fr: 'au client', en: 'the client' },
  provider: { fr: 'au prestataire', en: 'the provider' },
  'third-party': { fr: 'à un tiers', en: 'a third party' },
} as const

function nameOf(terms: Terms, calendar: string): string {
  return terms.calendarLabel(calendar) ?? calendar
}
