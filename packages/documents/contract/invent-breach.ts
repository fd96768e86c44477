import {
  type AvailabilityCommitment,
  type Contract,
  type ControlFact,
  type EventRecord,
  formatInstant,
  type Language,
  type Outage,
  type Period,
  readEvents,
  type TicketCommitment,
} from '@vigie/engine'
import { CalendarError, compileCalendar } from '@vigie/engine/calendar'
import type { Control, ServiceExpression as Expression, Penalty } from './clause-types.ts'
import { sayMilliseconds } from './say-duration.ts'

/** An invented month in which a commitment is missed, and what happened in a phrase. */
export type InventedBreach = {
  readonly period: Period
  readonly record: EventRecord
  readonly outages: readonly Outage[]
  readonly controls: readonly ControlFact[]
  readonly situation: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LATE = 1.5 * HOUR
const TICKETS = 20

/** A breach that the penalty sanctions; undefined where none can be made within one month. */
export function inventBreach(
  contract: Contract,
  penalty: Penalty,
  id: string,
  period: Period,
  language: Language,
): InventedBreach | undefined {
  const target = contract.commitments.targets.find((one) => one.id === id)
  const control = contract.commitments.controls?.find((one) => one.id === id)
  try {
    if (target?.type === 'ticket') return lateTickets(contract, penalty, target, period, language)
    if (target?.type === 'availability') return outage(contract, target, period, language)
    return control === undefined ? undefined : missedProofs(control, period, language)
  } catch (error) {
    if (error instanceof CalendarError) return undefined
    throw error
  }
}

function lateTickets(
  contract: Contract,
  penalty: Penalty,
  { measure, when, target, compliance }: TicketCommitment,
  period: Period,
  language: Language,
): InventedBreach | undefined {
  if (compliance !== undefined && compliance.over !== 'month') return undefined
  const count = Math.max(TICKETS, compliance?.minimumCount ?? 0)
  const late = onRate(penalty) ? lateOf(count, compliance) : 1
  if (late === undefined || measure === 'update-interval') return undefined
  const columns = Object.entries(when).flatMap(([name, values]) =>
    values?.[0] === undefined ? [] : [[name, values[0]] as const],
  )
  const rows: string[] = []
  for (let index = 0; index < count; index += 1) {
    const isLate = index < late
    const start = firstOpening(contract, target, period.from + (index % 5) * DAY)
    const due = dueAt(contract, target, start)
    const stop = isLate ? lateStop(contract, target, start, due) : start + Math.min(60_000, due - start)
    if (stop >= period.to) return undefined
    const values = columns.map(([, value]) => `"${value.replaceAll('"', '""')}"`).join(',')
    rows.push(`T-${index + 1},${formatInstant(start)},reported,${values}`)
    rows.push(`T-${index + 1},${formatInstant(stop)},${stopOf(contract, measure)},${columns.map(() => '').join(',')}`)
  }
  const read = readEvents(`ticket,at,event,${columns.map(([name]) => name).join(',')}\n${rows.join('\n')}\n`)
  if (!read.ok) return undefined
  const span = sayMilliseconds(LATE, language)
  const french = language === 'fr'
  const situation = onRate(penalty)
    ? french
      ? `${late} délais dépassés sur ${count}.`
      : `${late} time limits missed out of ${count}.`
    : target.kind === 'open-time'
      ? french
        ? `un délai dépassé de ${span}.`
        : `one time limit missed by ${span}.`
      : french
        ? 'un délai dépassé.'
        : 'one time limit missed.'
  return { period, record: read.record, outages: [], controls: [], situation }
}

/** Whether the amount stands on the rate of a period, not on a ticket. */
function onRate({ shortfall, base, tiers }: Penalty): boolean {
  const tier = tiers?.[0]
  const isRateTier = tier !== undefined && ('from' in tier || 'below' in tier)
  const bound = tier === undefined || isRateTier ? undefined : 'above' in tier ? tier.above : undefined
  return (
    shortfall !== undefined ||
    base?.per === 'period' ||
    isRateTier ||
    (bound !== undefined && typeof bound !== 'string')
  )
}

/** One miss more than the fewest that break the rate, so that points are missing. */
function lateOf(count: number, compliance: TicketCommitment['compliance']): number | undefined {
  if (compliance === undefined) return undefined
  const { numerator, denominator } = compliance.atLeast
  for (let late = 1; late < count; late += 1) {
    if (BigInt(count - late) * denominator < numerator * BigInt(count)) return Math.min(late + 1, count - 1)
  }
  return undefined
}

function calendarOf(contract: Contract, id: string) {
  const definition = contract.calendars[id]
  return definition === undefined ? undefined : compileCalendar(definition)
}

type Target = TicketCommitment['target']

function firstOpening(contract: Contract, target: Target, from: number): number {
  if (target.kind === 'civil-days') return from
  return calendarOf(contract, target.calendar.default)?.nextOpening(from) ?? from
}

function dueAt(contract: Contract, target: Target, start: number): number {
  if (target.kind === 'civil-days') return start + target.days * DAY
  const calendar = calendarOf(contract, target.calendar.default)
  if (calendar === undefined) return start
  return target.kind === 'open-time'
    ? calendar.add(start, target.milliseconds / 1000)
    : calendar.workingDaysAfter(start, target.days, target.cutoff, target.until)
}

function lateStop(contract: Contract, target: Target, start: number, due: number): number {
  if (target.kind !== 'open-time') return due + LATE
  return calendarOf(contract, target.calendar.default)?.add(start, (target.milliseconds + LATE) / 1000) ?? due + LATE
}

function stopOf({ commitments }: Contract, measure: Exclude<TicketCommitment['measure'], 'update-interval'>): string {
  return commitments.milestones[measure]
}

function outage(
  contract: Contract,
  { service, calendar: id, atLeast, over }: AvailabilityCommitment,
  period: Period,
  language: Language,
): InventedBreach | undefined {
  const expression = contract.commitments.services?.find((one) => one.id === service)?.expression
  const calendar = calendarOf(contract, id)
  const read = readEvents('ticket,at,event\n')
  if (expression === undefined || calendar === undefined || over !== 'month' || !read.ok) return undefined
  const open = calendar.between(period.from, period.to)
  const missing = Number(((atLeast.denominator - atLeast.numerator) * 1_000_000n) / atLeast.denominator) / 1_000_000
  const hours = Math.max(1, Math.ceil((open * missing * 1.5) / 3600))
  const from = calendar.nextOpening(period.from + 7 * DAY)
  const to = calendar.add(from, hours * 3600)
  if (to >= period.to) return undefined
  const outages = componentsOf(expression).map(
    (component): Outage => ({ component, from, to, state: 'down', recordedAt: from }),
  )
  const span = sayMilliseconds(hours * HOUR, language)
  return {
    period,
    record: read.record,
    outages,
    controls: [],
    situation: language === 'fr' ? `une interruption de ${span}.` : `an outage of ${span}.`,
  }
}

function componentsOf(expression: Expression): readonly string[] {
  if (typeof expression === 'string') return [expression]
  if ('all' in expression) return [...new Set(expression.all.flatMap(componentsOf))]
  return [...new Set(('any' in expression ? expression.any : expression.of).flatMap(componentsOf))]
}

/** Daily proofs of one subject, two of them bad. */
function missedProofs(
  { control, every, evidence }: Control,
  period: Period,
  language: Language,
): InventedBreach | undefined {
  const read = readEvents('ticket,at,event\n')
  if (every !== 'P1D' || !read.ok) return undefined
  const days = Math.round((period.to - period.from) / DAY)
  const controls = Array.from(
    { length: days },
    (_, index): ControlFact => ({
      control,
      subject: 'A-1',
      at: period.from + index * DAY + 12 * HOUR,
      result: index === 9 || index === 10 ? 'failure' : 'success',
      ...(evidence === undefined ? {} : { evidence }),
    }),
  )
  return {
    period,
    record: read.record,
    outages: [],
    controls,
    situation: language === 'fr' ? `2 preuves défavorables sur ${days}.` : `2 bad proofs out of ${days}.`,
  }
}
