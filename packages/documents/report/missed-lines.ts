import type { Measure } from '@vigie/engine'
import { formatStamp } from '../format/date.ts'
import { formatDuration } from '../format/duration.ts'
import type { ReportContext } from './context.ts'
import type { MissedLine, PauseLine } from './report-model.ts'
import { targetText } from './wording.ts'

/** Missed clocks with their reason: in the order of `commitments`, then the longest overrun first, then by ticket. */
export function missedLines(
  measures: readonly Measure[],
  commitments: readonly string[],
  context: ReportContext,
): readonly MissedLine[] {
  const rank = new Map(commitments.map((id, index) => [id, index]))
  const rankOf = (id: string): number => rank.get(id) ?? commitments.length
  return measures
    .map((measure) => missedLine(measure, context))
    .sort(
      (a, b) =>
        rankOf(a.commitment) - rankOf(b.commitment) ||
        byCodeUnit(a.commitment, b.commitment) ||
        (b.overrun ?? 0) - (a.overrun ?? 0) ||
        byCodeUnit(a.ticket, b.ticket) ||
        a.cycle - b.cycle,
    )
}

/** Code-unit order: the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function missedLine(measure: Measure, context: ReportContext): MissedLine {
  const pauses = pauseLines(measure, context)
  return {
    ticket: measure.ticket,
    cycle: measure.cycle,
    commitment: measure.commitment,
    clause: measure.clause,
    ...(measure.kind === undefined ? {} : { kind: measure.kind }),
    ...(measure.priority === undefined ? {} : { priority: measure.priority }),
    ...(measure.site === undefined ? {} : { site: context.label(measure.site) }),
    reportedAt: measure.reportedAt,
    startedAt: measure.startedAt,
    ...(measure.dueAt === undefined ? {} : { dueAt: measure.dueAt }),
    ...(measure.stoppedAt === undefined ? {} : { stoppedAt: measure.stoppedAt }),
    counted: measure.counted,
    ...(measure.targetMilliseconds === undefined ? {} : { target: measure.targetMilliseconds }),
    ...overrunOf(measure),
    pauses,
    implied: measure.implied === true,
    reason: reasonText(measure, pauses, context),
    remarks: measure.because.map(({ message }) => context.said(message)),
  }
}

function overrunOf({ counted, targetMilliseconds, remaining }: Measure): { readonly overrun?: number } {
  if (targetMilliseconds !== undefined) return { overrun: Math.max(0, counted - targetMilliseconds) }
  return remaining === undefined ? {} : { overrun: Math.max(0, -remaining) }
}

/** Pauses of one reason added together, in the order of their first start. */
function pauseLines({ paused }: Measure, { contract, words }: ReportContext): readonly PauseLine[] {
  const byReason = new Map<string, PauseLine>()
  for (const { reason, imputable, from, to } of paused) {
    const known = byReason.get(reason)
    const label = contract.commitments.clock.pauses.find((pause) => pause.reason === reason)?.label ?? reason
    byReason.set(reason, {
      reason,
      label: known?.label ?? label,
      imputable: words.parties[imputable],
      duration: (known?.duration ?? 0) + to - from,
    })
  }
  return [...byReason.values()]
}

function reasonText(measure: Measure, pauses: readonly PauseLine[], context: ReportContext): string {
  const { words } = context
  const said = words.missedReason
  return [
    overrunText(measure, context),
    pauses.length === 0
      ? ''
      : said.pauses(
          words.list(
            pauses.map(({ label, duration }) => said.pause(label, formatDuration(duration, context.language))),
          ),
        ),
    measure.cycle > 1 ? said.cycle(measure.cycle) : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function overrunText(measure: Measure, context: ReportContext): string {
  const { words, language, contract } = context
  const said = words.missedReason
  const stamp = (instant: number): string => formatStamp(instant, contract.timeZone, language)
  const { dueAt, stoppedAt, targetMilliseconds } = measure
  const overrun = overrunOf(measure).overrun
  const calendar = measure.calendar === undefined ? '' : said.inCalendar(context.calendarLabel(measure.calendar))
  const counted = formatDuration(measure.counted, language)
  const target = targetText(measure.target, context)
  if (dueAt === undefined) return said.noDue(counted, target, calendar)
  if (targetMilliseconds === undefined) {
    if (stoppedAt === undefined) return said.runningDays(stamp(dueAt))
    return said.late(stamp(stoppedAt), stamp(dueAt), overrun ? said.openTime(formatDuration(overrun, language)) : '')
  }
  return stoppedAt === undefined
    ? said.running(stamp(dueAt), counted, target, calendar)
    : said.overrun(stamp(stoppedAt), stamp(dueAt), formatDuration(overrun ?? 0, language), target, calendar)
}
