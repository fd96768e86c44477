import {
  anyChapter,
  anyTicket,
  instantOf,
  type MinuteCalendar,
  minuteCalendar,
  type NaiveMeasure,
  plus,
  replayTicket,
  termsSource,
  weekdaysOf,
} from '@vigie/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Measure } from './measure.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

// From a Monday to the Friday after the change to summer time (29 March 2026 in Paris); strips go on for due dates.
const FROM = instantOf('2026-03-16T00:00Z')
const START = instantOf('2026-03-23T00:00Z')
const MINUTE = 60_000
const STRIP = 60 * 1440
const CALENDARS: ReadonlyMap<string, MinuteCalendar> = new Map([
  ['desk', minuteCalendar('Europe/Paris', weekdaysOf('08:30-18:00'), FROM, STRIP, new Set(['2026-04-06']))],
  ['sao-paulo', minuteCalendar('America/Sao_Paulo', weekdaysOf('08:00-18:00'), FROM, STRIP)],
  ['always', minuteCalendar('Europe/Paris', 'always', FROM, STRIP)],
])

test('every measure of a random ticket agrees with a replay minute by minute', () => {
  fc.assert(
    fc.property(
      anyTicket(START),
      anyChapter,
      fc.integer({ min: 60, max: 10 * 1440 }),
      (events, commitments, minutes) => {
        const at = START + minutes * MINUTE
        const addDuration = (from: number, duration: string) => plus(from, duration, 'Europe/Paris')
        const naive = replayTicket({ events, chapter: commitments, from: FROM, calendars: CALENDARS, at, addDuration })
        const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
        const { measures } = measureTicket({ ticket: 'T', events }, terms, at)
        expect(measures.map((measure, index) => seen(measure, naive[index]))).toEqual(naive)
      },
    ),
    { numRuns: 600, seed: 20_260_329 },
  )
})

/** What the model sees of a measure; its due instant only where the model has one. */
function seen(measure: Measure, naive: NaiveMeasure | undefined): NaiveMeasure {
  return {
    commitment: measure.commitment,
    measure: measure.measure,
    cycle: measure.cycle,
    startedAt: measure.startedAt,
    stoppedAt: measure.stoppedAt,
    counted: measure.counted,
    dueAt: naive?.dueAt === undefined ? undefined : measure.dueAt,
    state: measure.state,
    implied: measure.implied ?? false,
  }
}
