import { parseCivilDate } from '../base/civil-date.ts'
import type { Localised } from '../base/message.ts'
import { END_DAY, FIRST_DAY, findZone, type Zone } from '../calendar/local-time.ts'
import type { CallDay } from '../record/read-calls.ts'
import type { CountedFigure, KpiCounter } from './kpi.ts'
import type { KpiSpan } from './kpi-span.ts'
import { shareFigure } from './share.ts'

/** A share of the calls offered on the civil days that begin in the span and are over at the observation. */
export function countCalls(span: KpiSpan, kept: (day: CallDay) => number): KpiCounter {
  const zone = findZone(span.timeZone)
  return {
    figure: ({ calls }) => {
      if (calls === undefined || zone === undefined) return withoutCalls()
      const days = calls.filter((day) => isCounted(day, span, zone))
      return shareFigure(sum(days.map(kept)), sum(days.map(({ offered }) => offered)))
    },
  }
}

function isCounted({ day }: CallDay, { from, to, at }: KpiSpan, zone: Zone): boolean {
  const date = parseCivilDate(day)
  if (date === undefined || date < FIRST_DAY || date >= END_DAY) return false
  const start = zone.startOfDay(date)
  return from <= start && start < to && zone.startOfDay(date + 1) <= at
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function withoutCalls(): CountedFigure {
  const { figure, exact } = shareFigure(0, 0)
  return { figure: { ...figure, note: NOT_GIVEN }, exact }
}

const NOT_GIVEN: Localised = {
  fr: 'Les appels n’ont pas été donnés (--calls)\u00a0: aucun chiffre.',
  en: 'The calls were not given (--calls): no figure.',
}
