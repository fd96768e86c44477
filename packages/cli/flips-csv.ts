import { type Flip, type FlipSide, formatInstant, type Language } from '@vigie/engine'
import { stringify } from 'csv-stringify/sync'
import { inert } from './tickets-csv.ts'

const side = ['commitment', 'clause', 'standing', 'counted', 'target', 'dueAt', 'stoppedAt'] as const
const columns = [
  'ticket',
  'measure',
  'cycle',
  ...side.map((name) => `${name}Before`),
  ...side.map((name) => `${name}After`),
  'why',
]

/** Header of `backtest --out`. Instants ISO 8601 UTC, durations in seconds, targets in days as `5 working-days`. */
export const flipsHeader = `${columns.join(',')}\n`

/** One row of `backtest --out`; `why` is a sentence in the language asked. */
export function flipRow({ ticket, measure, cycle, before, after, message }: Flip, language: Language): string {
  return stringify([[inert(ticket), measure, cycle, ...cells(before), ...cells(after), inert(message[language])]])
}

function cells(one: FlipSide | undefined): readonly (string | number)[] {
  if (one === undefined) return side.map(() => '')
  const { commitment, clause, standing, counted, target, targetMilliseconds, dueAt, stoppedAt } = one
  const allowed = target.kind === 'open-time' ? target.milliseconds / 1000 : `${target.days} ${target.kind}`
  return [
    commitment,
    clause,
    standing,
    counted / 1000,
    targetMilliseconds === undefined ? allowed : targetMilliseconds / 1000,
    dueAt === undefined ? '' : formatInstant(dueAt),
    stoppedAt === undefined ? '' : formatInstant(stoppedAt),
  ]
}
