import {
  type EventRow,
  evaluate,
  type PenaltyAssessment,
  type PenaltyFacts,
  penaltiesJson,
  readContract,
  readNotices,
  readPeriod,
} from '@vigie/engine'
import { recordOf } from './event-rows.ts'

/** The parts of a contract that a vector states; the rest is a small contract in Paris time. */
export type PenaltyTermsOfCase = {
  readonly targets?: string
  readonly penalties: string
  readonly rules?: string
  readonly fees?: string
  readonly phases?: string
  readonly clock?: string
  readonly disputes?: string
  readonly kpis?: string
  readonly effectiveFrom?: string
}

/** Restoration in four hours around the clock, 95 % of a month. */
export const RESTORE = `{ id: GTR, clause: "2.1", measure: restoration, target: { hours: 4, calendar: always }, compliance: { atLeast: 95%, over: month } }`

/** The contract of a case: Paris time, calendars `always` and `business`, one service of one component `srv`. */
export function penaltyContract({
  targets = RESTORE,
  penalties,
  rules,
  fees,
  phases,
  clock,
  disputes,
  kpis,
  effectiveFrom = '2026-01-01',
}: PenaltyTermsOfCase) {
  const reading = readContract(`
vigie: 1
contract: { id: C, timeZone: Europe/Paris, effectiveFrom: ${effectiveFrom} }
calendars:
  always: { timeZone: Europe/Paris, weekly: always }
  business: { timeZone: Europe/Paris, weekly: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"], thu: ["09:00-17:00"], fri: ["09:00-17:00"] } }
commitments:
  ${clock === undefined ? '' : `clock: ${clock}`}
  services: [{ id: files, expression: srv }]
  targets: [${targets}]
  penalties: [${penalties}]
  ${rules === undefined ? '' : `penaltyRules: ${rules}`}
  ${disputes === undefined ? '' : `disputes: ${disputes}`}
${kpis === undefined ? '' : `followUp: { kpis: [${kpis}] }`}
${phases === undefined ? '' : `phases: [${phases}]`}
${fees === undefined ? '' : `evolution: { pricing: { fees: ${fees} } }`}
`)
  if (!reading.ok) throw new RangeError(JSON.stringify(reading.issues))
  return reading.history
}

/** The penalties of a month (`2026-03`) or of a span of dates (`2026-01-01/2026-04-01`). */
export function judgeCase(
  terms: PenaltyTermsOfCase,
  facts: readonly EventRow[],
  month = '2026-03',
  more: PenaltyFacts & { readonly at?: number } = {},
): PenaltyAssessment {
  const record = recordOf(facts)
  const [from = '', to] = month.split('/')
  const request = to === undefined ? { month } : { from, to }
  const reading = readPeriod(request, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError(reading.issues[0].message.en)
  const { at, ...penalties } = more
  const evaluation = evaluate({
    contract: penaltyContract(terms),
    record,
    period: reading.period,
    penalties,
    ...(at === undefined ? {} : { at }),
  })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return evaluation.assessment.penalties as PenaltyAssessment
}

/** One ticket, reported and restored at Paris winter times. */
export function ticketOf(id: string, reported: string, restored?: string, event = 'restored'): readonly EventRow[] {
  return [
    { ticket: id, at: `${reported}:00+01:00`, event: 'reported' },
    ...(restored === undefined ? [] : [{ ticket: id, at: `${restored}:00+01:00`, event }]),
  ]
}

/** `missed` tickets two hours late and the others in time, in one month of 2026. */
export function monthOf(month: string, total: number, missed: number): readonly EventRow[] {
  return Array.from({ length: total }, (_, index) =>
    ticketOf(`M${month}-${index}`, `2026-${month}-10T00:00`, `2026-${month}-10T${index < missed ? '06' : '04'}:00`),
  ).flat()
}

/** Rows of a file of notices: `at,act,penalty,commitment,month,party`. */
export function noticesOf(...rows: readonly string[]) {
  const lines = rows.map((row) => `${row}${','.repeat(6 - row.split(',').length)}\n`)
  const read = readNotices(`at,act,penalty,commitment,month,party\n${lines.join('')}`)
  if (!read.ok || read.counts.rejected > 0) throw new RangeError(JSON.stringify(read))
  return read.facts
}

/** `kind amount due` of every line, then of cap lines, then the total. */
export function figuresOf(penalties: PenaltyAssessment): readonly string[] {
  const json = penaltiesJson(penalties, 'en') as {
    readonly lines: readonly { readonly kind: string; readonly amount: string | null; readonly due: string }[]
    readonly capLines: readonly { readonly cap: string; readonly amount: string }[]
    readonly total: string | null
  }
  return [
    ...json.lines.map(({ kind, amount, due }) => `${kind} ${amount}${due === 'due' ? '' : ` ${due}`}`),
    ...json.capLines.map(({ cap, amount }) => `cap ${cap} ${amount}`),
    `total ${json.total}`,
  ]
}
