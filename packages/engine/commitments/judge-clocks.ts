import type { Instant } from '../base/instant.ts'
import type { TicketEvent } from '../record/event.ts'
import type { TicketHistory } from '../record/record.ts'
import { because } from './because.ts'
import type { MeasureKind, Milestone } from './clause-types.ts'
import { type JudgedClock, judgeClock } from './judge-clock.ts'
import type { Because } from './measure.ts'
import { readTimeline } from './read-timeline.ts'
import { type ClockRun, runClock } from './run-clock.ts'
import type { TargetTie } from './select-target.ts'
import type { Terms, TermsInForce } from './terms.ts'
import type { TicketFamily } from './ticket-measures.ts'
import { type Mark, RANKS, type Timeline } from './timeline.ts'

/** What concerns the ticket as a whole. */
export type TicketFindings = { readonly warnings: readonly Because[]; readonly ties: readonly TargetTie[] }

/**
 * Judges every clock of one ticket, in the order of measures and cycles (semantics, *Tickets*). A ticket that nothing
 * reports by `at` has none.
 */
export function judgeClocks(
  ticket: TicketHistory,
  versions: TermsInForce,
  at: Instant,
  family: TicketFamily | undefined,
  visit: (clock: JudgedClock) => void,
): TicketFindings {
  const report = firstReport(ticket.events, at)
  if (report === undefined) return NOTHING
  const inForce = versions.versionAt(report.at)
  const base = inForce ?? versions.nearest(report.at)
  const timeline = readTimeline(ticket, base, at)
  if (timeline === undefined) return NOTHING
  if (timeline.report.event === 'detected' && base.commitments.clock.startsAt === 'reported') {
    return { warnings: [because('not-reported', report.id)], ties: NO_TIES }
  }
  const read = (terms: Terms) => (terms === base ? timeline : readTimeline(ticket, terms, at)) ?? timeline
  let ties: readonly TargetTie[] = NO_TIES
  let judged = false
  for (const measure of versions.measures) {
    let start: Version = { terms: base, timeline, inForce: inForce !== undefined }
    let opening: Mark | undefined
    for (let cycle = 1; ; cycle++) {
      const { terms, timeline: facts, run } = settle(start, versions, read, measure, opening, at)
      const milestone = milestoneOf(terms, measure)
      const noContract = !start.inForce
      const moved = terms !== start.terms
      const outcome = judgeClock({
        timeline: facts,
        terms,
        measure,
        milestone,
        run,
        cycle,
        opening,
        at,
        noContract,
        moved,
        family,
      })
      if (outcome?.kind === 'tie') {
        ties = [...ties, outcome]
      } else if (outcome !== undefined) {
        judged = true
        visit(outcome)
      }
      if (run.next === undefined) break
      opening = run.next
      const next = versions.versionAt(opening.at)
      const nextTerms = next ?? versions.nearest(opening.at)
      start = { terms: nextTerms, timeline: read(nextTerms), inForce: next !== undefined }
    }
  }
  if (judged || ties.length > 0) return ties.length === 0 ? NOTHING : { warnings: NO_WARNINGS, ties }
  const warnings = [because('no-commitment', report.id), ...timeline.findings.map((finding) => finding.because)]
  return { warnings, ties }
}

type Version = { readonly terms: Terms; readonly timeline: Timeline; readonly inForce: boolean }
type Settled = { readonly terms: Terms; readonly timeline: Timeline; readonly run: ClockRun }

const NO_TIES: readonly TargetTie[] = []
const NO_WARNINGS: readonly Because[] = []
const NOTHING: TicketFindings = { warnings: NO_WARNINGS, ties: NO_TIES }

/** The report by which the version is chosen; the first detection where there is none. */
function firstReport(events: readonly TicketEvent[], at: Instant): TicketEvent | undefined {
  let detected: TicketEvent | undefined
  for (const event of events) {
    if (event.at > at) break
    if (event.event === 'reported') return event
    if (event.event === 'detected') detected ??= event
  }
  return detected
}

function milestoneOf(terms: Terms, measure: MeasureKind): Milestone {
  return measure === 'update-interval' ? 'restored' : terms.commitments.milestones[measure]
}

/**
 * The version that judges a clock, with its run. `at-milestone` reads the clock again under the version in force where it
 * stops (or at the observation), until the stop lies in the version that found it.
 */
function settle(
  start: Version,
  versions: TermsInForce,
  read: (terms: Terms) => Timeline,
  measure: MeasureKind,
  opening: Mark | undefined,
  at: Instant,
): Settled {
  let { terms, timeline } = start
  let run = runClock(timeline, RANKS[milestoneOf(terms, measure)], opening)
  if (!start.inForce || terms.commitments.clock.version === 'at-report') return { terms, timeline, run }
  const tried = new Set<Terms>()
  for (;;) {
    tried.add(terms)
    const there = versions.nearest(run.stop?.at ?? at)
    // Two versions that each send the stop into the other: the later one read stands.
    if (tried.has(there)) return { terms, timeline, run }
    terms = there
    timeline = read(terms)
    run = runClock(timeline, RANKS[milestoneOf(terms, measure)], opening)
  }
}
