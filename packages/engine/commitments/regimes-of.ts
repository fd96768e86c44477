import type { Instant } from '../base/instant.ts'
import type { Target, TicketCommitment } from './clause-types.ts'
import type { ClockCase } from './clock-case.ts'
import { calendarIdOf } from './due-at.ts'
import type { Regime } from './prospective.ts'
import type { TargetTie } from './select-target.ts'
import { priorityChanges, stateAt } from './states-in-force.ts'
import type { Terms } from './terms.ts'

/** `hours`: the targets that hold in turn, more than one; `whole`: one target judges the whole clock. */
export type Regimes =
  | { readonly kind: 'whole'; readonly needsHours: boolean }
  | { readonly kind: 'hours'; readonly list: readonly Regime[] }
  | TargetTie

/**
 * The targets that hold in turn where the priority changed under `onChange: prospective`. Other columns are those at the
 * clock's last fact. A priority without a target leaves the one before it in place.
 */
export function regimesOf(clock: ClockCase, startedAt: Instant, first: number, last: number): Regimes {
  const { timeline, terms, measure } = clock
  if (terms.commitments.priorities?.onChange !== 'prospective' || measure === 'update-interval') return WHOLE
  if (priorityChanges(timeline, first, last).length === 0) return WHOLE
  const { attributes } = stateAt(timeline, last)
  const selector = terms.selectors.get(measure)
  const rules: { readonly from: Instant; readonly clause: TicketCommitment }[] = []
  for (const state of timeline.states) {
    if (state.index > last) break
    // The first priority of a ticket is no change: it holds from the start.
    if (state.decided.priority === undefined) continue
    const selection = selector?.select(attributes, state.decided)
    if (selection?.kind === 'tie') return selection
    if (selection?.kind !== 'target') continue
    const from = rules.length === 0 ? startedAt : Math.max(state.at, startedAt)
    if (rules.at(-1)?.from === from) rules.pop()
    if (rules.at(-1)?.clause !== selection.clause) rules.push({ from, clause: selection.clause })
  }
  if (rules.length < 2) return WHOLE
  const regimes = rules.map(({ from, clause }) => regimeOf(from, clause.target, attributes.site, terms))
  return regimes.every((regime) => regime !== undefined) ? { kind: 'hours', list: regimes } : NEEDS_HOURS
}

function regimeOf(from: Instant, target: Target, site: string | undefined, terms: Terms): Regime | undefined {
  if (target.kind !== 'open-time') return undefined
  const calendarId = calendarIdOf(target.calendar, site)
  return { from, target: target.milliseconds, calendar: terms.calendar(calendarId), calendarId }
}

const WHOLE: Regimes = { kind: 'whole', needsHours: false }
const NEEDS_HOURS: Regimes = { kind: 'whole', needsHours: true }
