import type { JsonValue } from './assessment-json.ts'
import { formatInstant } from './base/instant.ts'
import type { Language } from './base/message.ts'
import type { DueClock } from './commitments/due-next/due-clock.ts'

/** An open clock as a row of `next --json`: instants ISO 8601 UTC with ms, counted time in seconds. */
export function dueClockJson({ dueAt, state, measure, pause }: DueClock, language: Language): JsonValue {
  const { calendar = null, priority = null, site = null, kind = null, remaining, targetMilliseconds } = measure
  return {
    ticket: measure.ticket,
    commitment: measure.commitment,
    clause: measure.clause,
    contractVersion: measure.contractVersion,
    measure: measure.measure,
    cycle: measure.cycle,
    state,
    startedAt: formatInstant(measure.startedAt),
    dueAt: formatInstant(dueAt),
    counted: measure.counted / 1000,
    target: targetMilliseconds === undefined ? null : targetMilliseconds / 1000,
    remaining: remaining === undefined ? null : remaining / 1000,
    calendar,
    kind,
    priority,
    site,
    ...(pause === undefined
      ? {}
      : {
          pause: {
            since: formatInstant(pause.from),
            reason: pause.reason,
            imputable: pause.imputable,
            event: pause.event,
          },
        }),
    because: measure.because.map(({ code, message, events }) => ({ code, message: message[language], events })),
  }
}
