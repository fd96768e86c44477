import type { AvailabilityCommitment, Compliance, MeasureKind, Target, TicketCommitment, When } from '@vigie/engine'
import { formatDuration } from '../format/duration.ts'
import type { ReportContext } from './context.ts'

/** Columns whose values are the contract's own words, not identifiers with a label. */
const verbatimColumns: ReadonlySet<string> = new Set(['impact', 'urgency', 'channel'])

/** What a ticket commitment promises, whatever its rate. */
type TimeCommitment = { readonly measure: MeasureKind; readonly timeTarget: Target; readonly when: When }

/** A time target with its limits: `30 min`, `5 jours ouvrés (signalés avant 16:00)`. */
export function targetText(target: Target, context: ReportContext): string {
  const { words } = context
  const bare = bareTarget(target, context)
  if (target.kind !== 'working-days') return bare
  const limits = [
    target.cutoff === undefined ? '' : words.target.cutoff(target.cutoff),
    target.until === 'end-of-day' ? '' : words.target.until(target.until),
  ].filter((part) => part !== '')
  return limits.length === 0 ? bare : `${bare} (${limits.join(', ')})`
}

/** Label of the calendar that counts; undefined for civil days. */
export function targetCalendar(target: Target, context: ReportContext): string | undefined {
  if (target.kind === 'civil-days') return undefined
  const label = context.calendarLabel(target.calendar.default)
  return Object.keys(target.calendar.bySite).length === 0 ? label : context.words.target.bySite(label)
}

/** `P1 – prise en compte en 30 min`: who, what, how fast. */
export function shortWording({ measure, timeTarget, when }: TimeCommitment, context: ReportContext): string {
  const { words } = context
  const scope = shortScope(when, context)
  const target = bareTarget(timeTarget, context)
  return measure === 'update-interval'
    ? words.wording.interval(scope, target, '')
    : words.wording.short(scope, words.measures[measure], target, '')
}

/** The same with its limits and calendar: `P1 – prise en compte en 30 min (Astreinte)`. */
export function commitmentWording({ measure, timeTarget, when }: TimeCommitment, context: ReportContext): string {
  const { words } = context
  const calendar = targetCalendar(timeTarget, context)
  const inCalendar = calendar === undefined ? '' : ` (${calendar})`
  const scope = shortScope(when, context)
  const target = targetText(timeTarget, context)
  return measure === 'update-interval'
    ? words.wording.interval(scope, target, inCalendar)
    : words.wording.short(scope, words.measures[measure], target, inCalendar)
}

export function availabilityWording(commitment: AvailabilityCommitment, context: ReportContext): string {
  return context.words.wording.availability(
    context.label(commitment.service),
    context.percent(ratioPercent(commitment.atLeast)),
    context.calendarLabel(commitment.calendar),
  )
}

/** The clause of a ticket commitment as one or two plain sentences. */
export function ticketClauseText(commitment: TicketCommitment, context: ReportContext): string {
  const { words, contract } = context
  const calendar = targetCalendar(commitment.target, context)
  const ofCalendar = calendar === undefined ? '' : words.clause.ofCalendar(calendar)
  const scope = capitalised(longScope(commitment.when, context))
  const target = targetText(commitment.target, context)
  const start = words.clause.starts[contract.commitments.clock.startsAt]
  const promise =
    commitment.measure === 'update-interval'
      ? words.clause.interval(scope, target, ofCalendar)
      : words.clause.between(scope, start, words.clause.ends[commitment.measure], target, ofCalendar)
  return `${promise} ${complianceText(commitment.compliance, context)}`
}

export function availabilityClauseText(commitment: AvailabilityCommitment, context: ReportContext): string {
  return context.words.clause.availability(
    context.label(commitment.service),
    context.percent(ratioPercent(commitment.atLeast)),
    context.calendarLabel(commitment.calendar),
    commitment.over,
  )
}

/** A ratio as a percentage with no more decimals than it needs (at most 4). */
export function ratioPercent({ numerator, denominator }: { numerator: bigint; denominator: bigint }): string {
  const scaled = ((numerator * 1_000_000n) / denominator).toString().padStart(5, '0')
  const decimals = scaled.slice(-4).replace(/0+$/, '')
  return decimals === '' ? scaled.slice(0, -4) : `${scaled.slice(0, -4)}.${decimals}`
}

function bareTarget(target: Target, { words, language }: ReportContext): string {
  switch (target.kind) {
    case 'open-time':
      return formatDuration(target.milliseconds, language)
    case 'working-days':
      return words.target.workingDays(target.days)
    case 'civil-days':
      return words.target.civilDays(target.days)
  }
}

function complianceText(compliance: Compliance | undefined, { words, percent }: ReportContext): string {
  if (compliance === undefined) return words.clause.noRate
  const rate = words.clause.compliance(percent(ratioPercent(compliance.atLeast)), compliance.over, compliance.by)
  return compliance.minimumCount > 0 ? `${rate} ${words.clause.small[compliance.small](compliance.minimumCount)}` : rate
}

/** `Incidents P1`, `P3, P4`, `Demandes · Siège`: kinds, then priorities, then the rest. */
function shortScope(when: When, context: ReportContext): string {
  const { words } = context
  const subject = [kindsText(when, context), (when.priority ?? []).join(', ')].filter((part) => part !== '').join(' ')
  const rest = otherConditions(when).map(([column, values]) => valuesText(column, values, context))
  const parts = [subject, ...rest].filter((part) => part !== '')
  return parts.length === 0 ? words.wording.everyTicket : capitalised(parts.join(' · '))
}

/** `incidents de priorité P1 (site : Siège)`. */
function longScope(when: When, context: ReportContext): string {
  const { words } = context
  if (conditions(when).length === 0) return words.clause.everyTicket
  const kinds = kindsText(when, context)
  const subject = kinds === '' ? words.clause.tickets : kinds
  const rest = otherConditions(when).map(([column, values]) =>
    words.clause.with(columnText(column, context), valuesText(column, values, context)),
  )
  const prioritised =
    when.priority === undefined ? subject : words.clause.ofPriority(subject, words.list(when.priority))
  return rest.length === 0 ? prioritised : `${prioritised} (${rest.join(words.semicolon)})`
}

function kindsText({ kind = [] }: When, { words }: ReportContext): string {
  return words.list(kind.map((name) => (words.kindsPlural as Readonly<Record<string, string>>)[name] ?? name))
}

function otherConditions(when: When): readonly (readonly [string, readonly string[]])[] {
  return conditions(when).filter(([column]) => column !== 'kind' && column !== 'priority')
}

function valuesText(column: string, values: readonly string[], context: ReportContext): string {
  return values.map((value) => valueText(column, value, context)).join(', ')
}

function conditions(when: When): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(when).flatMap(([column, values]) => (values === undefined ? [] : [[column, values] as const]))
}

function columnText(column: string, { words }: ReportContext): string {
  return (words.columns as Readonly<Record<string, string>>)[column] ?? column
}

function valueText(column: string, value: string, { label }: ReportContext): string {
  return verbatimColumns.has(column) ? value : label(value)
}

/** A kind of ticket in words; a kind that the language does not know stands as written. */
export function kindText(kind: string, { words }: ReportContext): string {
  return (words.kinds as Readonly<Record<string, string>>)[kind] ?? kind
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
