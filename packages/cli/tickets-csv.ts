import { formatInstant, type Measure } from '@vigie/engine'
import { stringify } from 'csv-stringify/sync'

const columns = [
  'ticket',
  'commitment',
  'clause',
  'contractVersion',
  'measure',
  'cycle',
  'reportedAt',
  'startedAt',
  'stoppedAt',
  'counted',
  'target',
  'dueAt',
  'remaining',
  'state',
  'implied',
  'calendar',
  'kind',
  'priority',
  'site',
  'paused',
  'because',
] as const

/** Header of `--tickets`: the fields of a measure. Instants ISO 8601 UTC, durations in seconds. */
export const ticketsHeader = `${columns.join(',')}\n`

/** One row of `--tickets`. `paused`: seconds of pause; `because`: the codes, a space between. */
export function ticketRow(measure: Measure): string {
  return stringify([
    [
      inert(measure.ticket),
      measure.commitment,
      measure.clause,
      measure.contractVersion,
      measure.measure,
      measure.cycle,
      formatInstant(measure.reportedAt),
      formatInstant(measure.startedAt),
      measure.stoppedAt === undefined ? '' : formatInstant(measure.stoppedAt),
      measure.counted / 1000,
      measure.targetMilliseconds === undefined ? '' : measure.targetMilliseconds / 1000,
      measure.dueAt === undefined ? '' : formatInstant(measure.dueAt),
      measure.remaining === undefined ? '' : measure.remaining / 1000,
      measure.state,
      measure.implied ? 'true' : '',
      measure.calendar ?? '',
      inert(measure.kind ?? ''),
      inert(measure.priority ?? ''),
      inert(measure.site ?? ''),
      measure.paused.reduce((sum, { from, to }) => sum + (to - from), 0) / 1000,
      measure.because.map(({ code }) => code).join(' '),
    ],
  ])
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it, and is shown as text. */
export function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
