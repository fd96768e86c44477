import type { Grounds } from '../base/grounds.ts'
import type { Instant } from '../base/instant.ts'
import type { Period } from '../base/period.ts'
import { formatRatio, type Ratio, ratioOf } from '../base/ratio.ts'
import type { AvailabilityCommitment, TicketCommitment } from './clause-types.ts'
import { judgeCompliance, type Window } from './compliance.ts'
import { type Placement, standingIn } from './compliance-placement.ts'
import type { CommitmentResult, Counted, Standing } from './compliance-result.ts'
import { type CivilYears, judgedSpan } from './compliance-windows.ts'
import type { ControlClause } from './control-schema.ts'

/** The rate of one commitment over one period, fed with its measures one by one. */
export type CommitmentCounter = {
  /** How the measure counts in the judged window; undefined where it does not. `times` -1 takes out what was added. */
  readonly add: (placement: Placement, times?: 1 | -1) => Standing | undefined
  readonly result: () => CommitmentResult
  /** Whether any measure counts in the judged window. */
  readonly isEmpty: () => boolean
  /** Bounds of the windows in which measures are placed. */
  readonly bounds: readonly Instant[]
}

/** What the rate of a clause needs beside its measures. */
export type CommitmentFrame = {
  readonly period: Period
  /** The observation. */
  readonly at: Instant
  readonly years: CivilYears
  readonly contractVersion: string
}

/** Counts the measures of one service level (semantics, *Rates and KPIs*). */
export function countCommitment(clause: TicketCommitment, frame: CommitmentFrame): CommitmentCounter {
  const { period, at, years, contractVersion } = frame
  const { judged, earlier, unfinished, endsYear } = judgedSpan(period, clause.compliance, years)
  const own = emptyTally()
  const before = earlier.map((window) => ({ window, tally: emptyTally() }))
  const by = clause.compliance?.by ?? 'stop'
  return {
    add: (placement, times = 1) => {
      const standing = standingIn(judged, placement, by)
      if (standing !== undefined) own[standing] += times
      for (const { window, tally } of before) {
        const earlierStanding = standingIn(window, placement, by)
        if (earlierStanding !== undefined) tally[earlierStanding] += times
      }
      return standing
    },
    isEmpty: () => Object.values(own).every((count) => count === 0),
    bounds: [judged, ...earlier].flatMap(({ from, to }) => [from, to]),
    result: () => {
      const carried = before.map(({ window, tally }): Window => ({ label: window.label, ...tally }))
      const judgement = judgeCompliance({ label: judged.label, ...own }, carried, clause.compliance, endsYear)
      const { met, missed, rate, wilson, state, small } = judgement
      return {
        ...identityOf(clause, contractVersion, `measures: ${met + missed}`),
        measure: clause.measure,
        timeTarget: clause.target,
        ...(clause.compliance === undefined ? {} : { compliance: clause.compliance }),
        counted: { ...own, met, missed },
        rate,
        target: clause.compliance === undefined ? null : percentTarget(clause.compliance.atLeast),
        state,
        ...(small === undefined ? {} : { small }),
        ...(judged === period ? {} : { window: judged }),
        ...(unfinished || at < judged.to - 1 ? { provisional: true } : {}),
        wilson,
      }
    },
  }
}

/** A commitment that tickets do not measure: in the list, not applicable, without a figure. */
export function uncountedCommitment(
  clause: AvailabilityCommitment | ControlClause,
  contractVersion: string,
): CommitmentResult {
  return {
    ...identityOf(clause, contractVersion),
    measure: 'control' in clause ? 'control' : 'availability',
    counted: emptyTally(),
    rate: null,
    target: clause.atLeast === undefined ? null : percentTarget(clause.atLeast),
    state: 'not-applicable',
    wilson: null,
  }
}

type Tally = { -readonly [S in keyof Counted]: Counted[S] }

function emptyTally(): Tally {
  return { met: 0, missed: 0, excluded: 0, running: 0, notApplicable: 0 }
}

type Identified = { readonly id: string; readonly clause?: string; readonly label?: string }

function identityOf({ id, clause = id, label }: Identified, contractVersion: string, ...evidence: string[]) {
  const grounds: Grounds = { rule: id, clause, contractVersion, evidence }
  return { id, clause, contractVersion, ...(label === undefined ? {} : { label }), grounds }
}

/** `95`, `99.5`: as many decimals as the contract's percentage has, at most 6. */
function percentTarget({ numerator, denominator }: Ratio): string {
  return formatRatio(ratioOf(numerator * 100n, denominator), 6).replace(/\.?0+$/, '')
}
