import type { Period } from '../assessment.ts'
import type { Instant } from '../base/instant.ts'
import type { Issue } from '../base/issue.ts'
import { compareRatio, type Ratio, ratioOf } from '../base/ratio.ts'
import { CalendarError } from '../calendar/calendar-error.ts'
import type { Target, TicketCommitment } from '../commitments/clause-types.ts'
import { judgedSpan } from '../commitments/compliance-windows.ts'
import { measureTicket } from '../commitments/measure-ticket.ts'
import type { ContractHistory } from '../contract/contract.ts'
import { calendarIssue, tieIssue } from '../evaluation-issues.ts'
import type { EventRecord } from '../record/record.ts'
import { civilYears, contractSpans, nearestVersion, termsOfContract } from '../terms-of-contract.ts'
import { ticketFamily } from '../ticket-family.ts'
import { sweepTargets, type TargetPoint } from './sweep-targets.ts'
import { LONGEST_DAYS, readThresholds, type ThresholdFrame, type Thresholds } from './target-thresholds.ts'

export type TargetSearchInput = {
  readonly contract: ContractHistory
  readonly record: EventRecord
  readonly period: Period
  /** The observation; absent: the period's end. */
  readonly at?: Instant
  /** Id of a commitment on tickets. */
  readonly commitment: string
  /** The share of clocks that the target sought would have met. */
  readonly share: Ratio
}

export type TargetSearch = {
  readonly commitment: string
  readonly clause: string
  readonly label?: string
  /** Whole minutes of the clause's calendar, opening days, or civil days. */
  readonly unit: 'minutes' | 'working-days' | 'civil-days'
  /** The clause's own window where it is longer than the period asked. */
  readonly period: Period
  readonly at: Instant
  readonly share: Ratio
  readonly own: { readonly target: Target; readonly met: number; readonly missed: number }
  /** The smallest target that meets the share; null where none does (of days: none up to 60). */
  readonly found: TargetPoint | null
  /** The smallest target for each of the usual shares. */
  readonly answers: readonly { readonly share: Ratio; readonly found: TargetPoint | null }[]
  /** Every target at which the rate changes, ascending, from the smallest that a clause may state. */
  readonly curve: readonly TargetPoint[]
  /** Clocks of several targets in turn (a prospective change of priority): they keep their verdict at every target. */
  readonly fixed: number
}

export type TargetSearchReading =
  | { readonly ok: true; readonly search: TargetSearch }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/**
 * "Which target would have been met 95 % of the time?" For every clock of a commitment, the targets at which it counts
 * as met and as missed in the period; then one sweep over them. Exact: an evaluation with the answer meets the share, one
 * with the next smaller target does not.
 */
export function searchTarget(input: TargetSearchInput): TargetSearchReading {
  const { contract, record, period, commitment, share } = input
  const at = input.at ?? period.to
  const spans = contractSpans(contract)
  const clause = clauseOf(contract, commitment, nearestVersion(spans, period.to - 1).version)
  if (clause === undefined) return { ok: false, issues: [unknownCommitment(contract, commitment)] }
  const years = civilYears(spans)
  const terms = termsOfContract(contract)
  const family = ticketFamily(record, at)
  const window = judgedSpan(period, clause.compliance, years).judged
  const frame: ThresholdFrame = {
    window,
    at,
    by: clause.compliance?.by ?? 'stop',
    terms,
    family,
    versions: new Map(spans.flatMap(({ contract: { version }, from }) => [[version, terms.nearest(from)] as const])),
  }
  const all: Thresholds[] = []
  for (const history of record.histories(at)) {
    try {
      const { measures, ties } = measureTicket(history, terms, at, family)
      const [tie] = ties
      if (tie !== undefined) return { ok: false, issues: [tieIssue(tie, history.ticket)] }
      if (measures.some((measure) => measure.commitment === commitment))
        all.push(...readThresholds(history, measures, clause, frame))
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error
      return { ok: false, issues: [calendarIssue(error, history.ticket)] }
    }
  }
  const { target, clause: number, label } = clause
  const open = target.kind === 'open-time'
  const curve = sweepTargets(
    all,
    open ? MINUTE : 1,
    target.kind === 'working-days' ? 0 : 1,
    open ? undefined : LONGEST_DAYS,
  )
  const smallest = (wanted: Ratio) => curve.find((point) => reaches(point, wanted)) ?? null
  return {
    ok: true,
    search: {
      commitment,
      clause: number,
      ...(label !== undefined && { label }),
      unit: open ? 'minutes' : target.kind,
      period: window,
      at,
      share,
      own: { target, ...countAt(all, open ? target.milliseconds : target.days) },
      found: smallest(share),
      answers: USUAL_SHARES.map((usual) => ({ share: usual, found: smallest(usual) })),
      curve,
      fixed: all.filter(({ fixed }) => fixed).length,
    },
  }
}

const MINUTE = 60_000
const USUAL_SHARES: readonly Ratio[] = [50n, 80n, 90n, 95n, 98n, 99n, 100n].map((percent) => ratioOf(percent, 100n))

/** The clause in the version that judges the period, else in the last version that has it. */
function clauseOf({ versions }: ContractHistory, id: string, judging: string): TicketCommitment | undefined {
  const found = versions.flatMap(({ version, commitments }) =>
    commitments.targets.flatMap((target) =>
      target.type === 'ticket' && target.id === id ? [{ version, target }] : [],
    ),
  )
  return (found.find(({ version }) => version === judging) ?? found.at(-1))?.target
}

function reaches({ met, missed }: TargetPoint, share: Ratio): boolean {
  return met + missed > 0 && compareRatio(ratioOf(BigInt(met), BigInt(met + missed)), share) >= 0
}

function countAt(all: readonly Thresholds[], target: number): { readonly met: number; readonly missed: number } {
  let met = 0
  let missed = 0
  for (const { metFrom, missedFrom, missedTo } of all) {
    if (target >= metFrom) met++
    else if (missedFrom <= target && target < missedTo) missed++
  }
  return { met, missed }
}

function unknownCommitment({ versions }: ContractHistory, id: string): Issue {
  const targets = versions.flatMap(({ commitments }) => commitments.targets)
  const ids = [...new Set(targets.flatMap((target) => (target.type === 'ticket' ? [target.id] : [])))].join(', ')
  return {
    code: 'unknown-commitment',
    place: { path: 'commitments/targets' },
    message: {
      fr: `aucun engagement sur les tickets ne s’appelle «\u00a0${id}\u00a0»`,
      en: `no commitment on tickets is called "${id}"`,
    },
    expected: { fr: `l’un de\u00a0: ${ids}`, en: `one of: ${ids}` },
  }
}
