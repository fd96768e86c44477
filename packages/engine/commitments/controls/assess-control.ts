import type { Duration } from '../../base/duration.ts'
import type { Instant, Interval } from '../../base/instant.ts'
import { compareRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { ControlFact } from '../../record/read-controls.ts'
import type { ControlClause } from '../control-schema.ts'
import { belongsBy, controlSubjects, type SubjectFacts } from './control-subjects.ts'
import type { ControlStanding, ControlSubject, ControlVerdict } from './control-verdict.ts'
import { type ControlRecurrence, windowInProgress, windowsDueIn } from './control-windows.ts'
import { judgeNeeds } from './judge-needs.ts'
import { firstFrom, judgeWindow, lastBefore } from './judge-recurrence.ts'

/** What a control clause needs beside its own words, resolved by the caller. */
export type ControlTerms = {
  readonly clause: Pick<ControlClause, 'control' | 'population' | 'unknown' | 'evidence' | 'atLeast'>
  readonly every?: Duration
  readonly within?: Duration
  readonly tolerance?: Duration
  /** Where the first recurrence begins. */
  readonly anchor: Instant
  /** How many subjects the contract declares; absent: those that the facts name. */
  readonly quantity?: number
  /** Civil addition in the contract's zone. */
  readonly add: (from: Instant, duration: Duration) => Instant
}

/**
 * One recurring control over one span, with what is known at `at` (semantics, *Recurring controls*): no fact is unknown,
 * never success. `facts` are in any order. Throws `RangeError` for a clause that states neither how often nor how soon.
 */
export function assessControl(
  terms: ControlTerms,
  facts: readonly ControlFact[],
  span: Interval,
  at: Instant,
): ControlVerdict {
  const { clause, every, within } = terms
  const known = facts.filter((fact) => fact.at <= at)
  // Without a population a recurrence asks for one proof, whatever its subject.
  const isOne = every !== undefined && clause.population === undefined
  const named = isOne ? known.map(({ subject: _, ...fact }) => fact) : known
  const subjects = controlSubjects(named, clause.control, clause.evidence !== undefined)
  // The observation is the last known instant: what ends just after it is over.
  const seen = at + 1
  if (every !== undefined) return judgeWindows(terms, { ...terms, every }, subjects, span, seen)
  if (within === undefined) throw new RangeError(`a control without frequency or delay: ${clause.control}`)
  return judgeDelays(terms, within, subjects, span, seen)
}

function judgeDelays(
  terms: ControlTerms,
  within: Duration,
  subjects: readonly SubjectFacts[],
  span: Interval,
  seen: Instant,
): ControlVerdict {
  const { add } = terms
  const rules = { within, add, needsNamed: subjects.some(({ needs }) => needs.length > 0) }
  const reach = Math.min(seen, span.to)
  const lines = subjects
    .filter(({ firstAt }) => firstAt < reach)
    .map((subject) => {
      const standings = judgeNeeds(subject, span, seen, rules)
      const late = subject.needs.some(
        (need) => add(need.at, within) < reach && (firstFrom(subject.good, need.at)?.at ?? reach) >= reach,
      )
      return lineOf(subject, standings, reach, late && belongsBy(subject, reach))
    })
  // Facts that name no need say that nothing was needed; no fact at all says nothing.
  return verdictOf(terms, lines, 0, subjects.length === 0 && span.to <= seen ? 1 : 0, false)
}

function judgeWindows(
  terms: ControlTerms,
  recurrence: ControlRecurrence,
  subjects: readonly SubjectFacts[],
  span: Interval,
  seen: Instant,
): ControlVerdict {
  const { quantity, tolerance, add } = terms
  const rules = tolerance === undefined ? { add } : { add, tolerance }
  const due = windowsDueIn(span, recurrence)
  const current = due.length > 0 ? undefined : windowInProgress(span.to, recurrence)
  const windows = current === undefined ? due : [current]
  const lastEnd = windows.at(-1)?.to ?? span.to
  const reach = Math.min(seen, span.to)
  const lines = subjects
    .filter((subject) => windows.some(({ to }) => belongsBy(subject, to)) || belongsBy(subject, reach))
    .map((subject) => {
      const own = windows.filter(({ to }) => belongsBy(subject, to))
      const standings = own.map((window) => judgeWindow(subject, window, seen, rules))
      const latest = lastBefore(subject.good, reach)
      const over = standings.findLast((standing) => standing !== 'running')
      const late =
        tolerance === undefined
          ? (over === 'bad' || over === 'unknown') && (latest === undefined || latest.at < (own.at(-1)?.from ?? 0))
          : latest === undefined || add(latest.at, tolerance) < reach
      return lineOf(subject, standings, reach, late && belongsBy(subject, reach))
    })
  // Every declared subject owes its proof in every window; where none is declared, somebody does until one is retired.
  const missing = windows.map(({ to }) => {
    const named = subjects.filter((subject) => belongsBy(subject, to)).length
    const isOver = subjects.some(({ retiredAt }) => retiredAt !== undefined && retiredAt < to)
    return { to, count: Math.max(0, (quantity ?? (isOver ? 0 : 1)) - named) }
  })
  const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
  const unknown = sum(missing.filter(({ to }) => to <= seen))
  const unnamed = missing.findLast(({ to }) => to === lastEnd)?.count ?? 0
  return verdictOf(terms, lines, unnamed, unknown, current !== undefined, sum(missing) - unknown)
}

function lineOf(
  { subject, good }: SubjectFacts,
  standings: readonly ControlStanding[],
  reach: Instant,
  overdue: boolean,
): ControlSubject {
  const latest = lastBefore(good, reach)
  const count = (standing: ControlStanding) => standings.filter((one) => one === standing).length
  return {
    subject,
    good: count('good'),
    bad: count('bad'),
    unknown: count('unknown'),
    running: count('running'),
    lastGood:
      latest === undefined
        ? null
        : { at: latest.at, ...(latest.evidence === undefined ? {} : { evidence: latest.evidence }) },
    overdue,
  }
}

function verdictOf(
  { clause }: ControlTerms,
  subjects: readonly ControlSubject[],
  unnamed: number,
  unnamedUnknown: number,
  inProgress: boolean,
  unnamedRunning = 0,
): ControlVerdict {
  const sum = (standing: ControlStanding) => subjects.reduce((total, subject) => total + subject[standing], 0)
  const good = sum('good')
  const bad = sum('bad')
  const unknown = sum('unknown') + unnamedUnknown
  const running = sum('running') + unnamedRunning
  const expected = good + bad + unknown
  const treatment = clause.unknown ?? 'missed'
  // A recurrence that is not over is judged early only where every proof is there already.
  const judged = !(inProgress && running > 0)
  const numerator = judged ? good + (treatment === 'met' ? unknown : 0) : 0
  const denominator = judged ? expected - (treatment === 'excluded' ? unknown : 0) : 0
  const rate = denominator === 0 ? null : ratioOf(BigInt(numerator), BigInt(denominator))
  const target = clause.atLeast ?? WHOLE
  return {
    expected,
    good,
    bad,
    unknown,
    running,
    rate,
    numerator,
    denominator,
    target,
    coverage: expected === 0 ? null : ratioOf(BigInt(good + bad), BigInt(expected)),
    state: rate === null ? 'not-applicable' : compareRatio(rate, target) >= 0 ? 'met' : 'missed',
    subjects,
    unnamed,
    inProgress,
  }
}

/** A clause that states no share wants every proof. */
const WHOLE: Ratio = { numerator: 1n, denominator: 1n }
