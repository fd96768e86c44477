import type { Instant } from './base/instant.ts'
import type { Period } from './base/period.ts'
import { type CivilYears, windowAt } from './commitments/compliance-windows.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import { columnAt } from './record/column-at.ts'
import { openingsOf } from './record/fold-ticket.ts'
import type { EventRecord, TicketHistory } from './record/record.ts'
import type { CompiledScope } from './scope/compile-scope.ts'
import type { QuotaTerms } from './scope/scope-terms.ts'
import type { RuleVerdict } from './scope/scope-verdict.ts'
import { compiledScope, scopeColumns, ticketCells } from './scope-of-tickets.ts'
import { civilYears, contractSpans, nearestVersion } from './terms-of-contract.ts'

/** What the scope said of some tickets of a period. */
export type TicketAnswer = Pick<RuleVerdict, 'outcome' | 'rule' | 'clause' | 'label' | 'price' | 'by'> & {
  readonly contractVersion: string
  readonly count: number
  /** The first twenty, by id. */
  readonly tickets: readonly string[]
  /** Undecided: what the tickets leave out. */
  readonly missing?: readonly string[]
}

/** How much of a quota one of its periods used, and what lies beyond. */
export type QuotaUse = {
  readonly rule: string
  readonly clause: string
  readonly contractVersion: string
  readonly quota: QuotaTerms
  readonly window: Period
  /** In the quota's unit: tickets, visits (one a ticket), or minutes of work for hours. */
  readonly used: number
  /** The tickets that are beyond it, in the order of their reports; the first twenty. */
  readonly beyond: readonly string[]
  readonly countBeyond: number
}

export type TicketCoverage = {
  readonly tickets: number
  /** Tickets that one rule decides, or several that agree. */
  readonly decided: number
  /** The most frequent first. */
  readonly answers: readonly TicketAnswer[]
  readonly quotas: readonly QuotaUse[]
}

export type TicketCoverageInput = {
  readonly contract: ContractHistory
  readonly record: EventRecord
  readonly period: Period
  readonly at: Instant
}

/**
 * The scope applied to the tickets reported in a period, each by the version in force at its report and as known at `at`:
 * how many are decided, by which clause, and what quotas they used. A version without scope rules decides nothing.
 */
export function coverTickets({ contract, record, period, at }: TicketCoverageInput): TicketCoverage {
  const spans = contractSpans(contract)
  const years = civilYears(spans)
  const answers = new Map<string, Mutable<TicketAnswer> & { tickets: string[] }>()
  const takers: QuotaTaker[] = []
  let tickets = 0
  let decided = 0
  record.visit(at, (history) => {
    const reportedAt = reportOf(history, at)
    if (reportedAt === undefined) return true
    const version = nearestVersion(spans, reportedAt)
    const scope = compiledScope(version)
    const verdict = scope === undefined ? NO_RULES : verdictOf(history, scope, at)
    if (verdict.quota !== undefined) takers.push({ history, reportedAt, version, verdict, quota: verdict.quota })
    if (reportedAt < period.from || reportedAt >= period.to) return true
    tickets += 1
    if (!OPEN.includes(verdict.outcome)) decided += 1
    addAnswer(answers, verdict, version, history.ticket)
    return true
  })
  return {
    tickets,
    decided,
    answers: [...answers.values()].sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1)),
    quotas: quotasOf(takers, period, years, at),
  }
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

const OPEN: readonly string[] = ['gap', 'conflict', 'undetermined']

const UNDECLARED: RuleVerdict = { outcome: 'undetermined', rule: null, clause: null, rules: [] }

const NO_RULES: RuleVerdict = { outcome: 'gap', rule: null, clause: null, rules: [] }

const MOST_NAMED = 20

function reportOf({ events }: TicketHistory, at: Instant): Instant | undefined {
  const { reported, detected } = openingsOf(events)
  const report = reported ?? detected
  return report === undefined || report.at > at ? undefined : report.at
}

function verdictOf(history: TicketHistory, scope: CompiledScope, at: Instant): RuleVerdict {
  const attributes = Object.fromEntries(
    scopeColumns(scope).flatMap((column) => {
      const value = columnAt(history, column, at)
      return value === undefined ? [] : [[column, value]]
    }),
  )
  const cell = ticketCells(scope)(attributes)
  return 'cell' in cell ? scope.judge(cell.cell) : { ...UNDECLARED, missing: [cell.undeclared] }
}

type Named = Pick<TicketAnswer, 'outcome' | 'rule' | 'contractVersion' | 'missing'>

function keyOf({ outcome, rule, contractVersion, missing = [] }: Named): string {
  return [contractVersion, outcome, rule ?? '', ...missing].join(' ')
}

function addAnswer(
  answers: Map<string, Mutable<TicketAnswer> & { tickets: string[] }>,
  verdict: RuleVerdict,
  { version: contractVersion }: Contract,
  ticket: string,
): void {
  const { outcome, rule, clause, label, price, by, missing } = verdict
  const key = keyOf({ outcome, rule, contractVersion, ...(missing && { missing }) })
  const known = answers.get(key)
  if (known !== undefined) {
    known.count += 1
    if (known.tickets.length < MOST_NAMED) known.tickets.push(ticket)
    return
  }
  answers.set(key, {
    outcome,
    rule,
    clause,
    ...(label !== undefined && { label }),
    ...(price !== undefined && { price }),
    ...(by !== undefined && { by }),
    ...(missing !== undefined && { missing }),
    contractVersion,
    count: 1,
    tickets: [ticket],
  })
}

type QuotaTaker = {
  readonly history: TicketHistory
  readonly reportedAt: Instant
  readonly version: Contract
  readonly verdict: RuleVerdict
  readonly quota: QuotaTerms
}

/** Quotas by rule and window, of the windows that the period touches; tickets take them in the order of their reports. */
function quotasOf(takers: readonly QuotaTaker[], period: Period, years: CivilYears, at: Instant): readonly QuotaUse[] {
  const inOrder = takers.toSorted(
    (a, b) => a.reportedAt - b.reportedAt || (a.history.ticket < b.history.ticket ? -1 : 1),
  )
  const uses = new Map<string, Mutable<QuotaUse> & { beyond: string[] }>()
  for (const { history, reportedAt, version, verdict, quota } of inOrder) {
    const window = windowAt(reportedAt, quota.over, years)
    if (window.to <= period.from || window.from >= period.to) continue
    const rule = verdict.rule ?? ''
    const key = `${version.version} ${rule} ${window.label}`
    const use = uses.get(key) ?? {
      rule,
      clause: verdict.clause ?? rule,
      contractVersion: version.version,
      quota,
      window,
      used: 0,
      beyond: [],
      countBeyond: 0,
    }
    uses.set(key, use)
    if (use.used >= allowance(quota)) {
      use.countBeyond += 1
      if (use.beyond.length < MOST_NAMED) use.beyond.push(history.ticket)
    }
    use.used += quota.unit === 'hour' ? minutesOf(history, at) : 1
  }
  return [...uses.values()].sort((a, b) => a.window.from - b.window.from || (a.rule < b.rule ? -1 : 1))
}

/** The count of a quota, in minutes for hours. */
function allowance({ count, unit }: QuotaTerms): number {
  return Number(count) * (unit === 'hour' ? 60 : 1)
}

function minutesOf({ events }: TicketHistory, at: Instant): number {
  return events.reduce((sum, event) => {
    const minutes = event.event === 'worked' && event.at <= at ? Number(event.minutes) : 0
    return sum + (Number.isFinite(minutes) ? minutes : 0)
  }, 0)
}
