import type { Assessment } from '@vigie/engine'
import { formatDuration } from '../format/duration.ts'
import { lastBefore } from './activity.ts'
import type { ReportContext } from './context.ts'
import { isOpen } from './dispute-entries.ts'
import { byCodeUnit } from './missed-lines.ts'
import type { MissedLine, Statement } from './report-model.ts'
import { totals, type VerdictInput } from './verdict-input.ts'

const enoughTickets = 30
const periodsInMean = 6
const enoughPeriods = 3
const notableShare = 15
const enoughMisses = 4
const warningsTold = 2

/** Facts of the period that a reader should not have to find: volumes, backlog, the worst overrun, where misses gather. */
export function standsOut(input: VerdictInput, context: ReportContext): readonly Statement[] {
  const { assessment, warnings } = input
  const { words, integer } = context
  const said = words.verdict
  const neutralised = assessment.neutralised.reduce((sum, { count }) => sum + count, 0)
  return [
    ...volumeChange(assessment, context),
    ...backlogChange(assessment, context),
    ...misses(input, context),
    ...watched(input, context),
    ...(neutralised > 0 ? [said.neutralised(integer(neutralised), neutralised)] : []),
    ...(assessment.volumes.kindsKnown || assessment.volumes.reported === 0 ? [] : [said.kindsUnknown]),
    ...warnings.slice(0, warningsTold).map(({ text, count }) => said.warning(text, integer(count))),
  ].map((text) => ({ state: 'not-applicable', text }))
}

/** How many disputes, open and closed, and how many findings. */
function watched({ disputes = [], findings = [] }: VerdictInput, { words }: ReportContext): readonly string[] {
  const open = disputes.filter(isOpen).length
  return [
    ...(disputes.length > 0 ? [words.disputes.standsOut(open, disputes.length - open)] : []),
    ...(findings.length > 0 ? [words.findings.standsOut(findings.length)] : []),
  ]
}

/** Against the mean of the last periods, or against the last one where there are too few for a mean. */
function volumeChange({ previous, volumes }: Assessment, context: ReportContext): readonly string[] {
  const { words, integer, percent } = context
  const recent = previous.toSorted((a, b) => b.period.from - a.period.from).slice(0, periodsInMean)
  const compared = recent.length < enoughPeriods ? recent.slice(0, 1) : recent
  if (compared.length === 0) return []
  const mean = Math.round(compared.reduce((sum, period) => sum + period.volumes.reported, 0) / compared.length)
  if (mean < enoughTickets) return []
  const share = Math.round((Math.abs(volumes.reported - mean) * 100) / mean)
  if (share < notableShare) return []
  const said = volumes.reported > mean ? words.verdict.volume.more : words.verdict.volume.less
  return [said(integer(volumes.reported), percent(String(share)), compared.length, integer(mean))]
}

function backlogChange(assessment: Assessment, { words, integer }: ReportContext): readonly string[] {
  const before = lastBefore(assessment)?.volumes.openAtEnd
  const now = assessment.volumes.openAtEnd
  if (before === undefined || now === before) return []
  const said = now > before ? words.verdict.backlogUp : words.verdict.backlogDown
  return [said(integer(Math.abs(now - before)), integer(now))]
}

function misses({ commitments, missed }: VerdictInput, context: ReportContext): readonly string[] {
  const { words, integer } = context
  const said = words.verdict
  const nameOf = (id: string): string => commitments.find((line) => line.id === id)?.name ?? id
  const all = totals(commitments).missed
  const worst = longest(missed)
  const [most] = commitments.toSorted((a, b) => b.counted.missed - a.counted.missed)
  const concentrated =
    most !== undefined && all >= enoughMisses && most.counted.missed < all && most.counted.missed * 2 >= all
  const repeated = repeatedTickets(missed)
  const running = missed.filter(({ stoppedAt }) => stoppedAt === undefined).length
  return [
    ...(worst?.overrun
      ? [said.longest(worst.ticket, nameOf(worst.commitment), formatDuration(worst.overrun, context.language))]
      : []),
    ...(concentrated ? [said.concentration(integer(most.counted.missed), integer(all), most.name)] : []),
    ...(repeated.length > 0 ? [said.repeated(ticketList(repeated, context), repeated.length)] : []),
    ...(running > 0 ? [said.stillRunning(integer(running), running)] : []),
  ]
}

function longest(missed: readonly MissedLine[]): MissedLine | undefined {
  return missed.reduce<MissedLine | undefined>((a, b) => ((b.overrun ?? 0) > (a?.overrun ?? 0) ? b : a), undefined)
}

function repeatedTickets(missed: readonly MissedLine[]): readonly string[] {
  const commitments = new Map<string, Set<string>>()
  for (const { ticket, commitment } of missed) {
    commitments.set(ticket, (commitments.get(ticket) ?? new Set()).add(commitment))
  }
  return [...commitments]
    .filter(([, ids]) => ids.size > 1)
    .map(([ticket]) => ticket)
    .sort(byCodeUnit)
}

/** A few tickets by name, the rest by number. */
function ticketList(tickets: readonly string[], { words, integer }: ReportContext): string {
  const shown = tickets.slice(0, 3)
  return tickets.length === shown.length
    ? words.list(shown)
    : words.ticketsAndMore(shown.join(', '), integer(tickets.length - shown.length))
}
