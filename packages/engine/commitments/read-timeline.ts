import type { Instant } from '../base/instant.ts'
import type { EventType, TicketEvent } from '../record/event.ts'
import type { TicketHistory } from '../record/record.ts'
import { closesWithoutAnswer, readPauses } from './read-pauses.ts'
import { readStates } from './read-states.ts'
import type { Terms } from './terms.ts'
import {
  CLOSED,
  type Mark,
  RANKS,
  type RawPause,
  REOPENED,
  RESTORED,
  type Reopening,
  type Timeline,
  WITHDRAWN,
} from './timeline.ts'

/**
 * Reads the facts of one ticket up to the observation, under one version of the contract.
 * `undefined` where nothing reports or detects the ticket by then.
 */
export function readTimeline(ticket: TicketHistory, terms: Terms, at: Instant): Timeline | undefined {
  const { events } = ticket
  const rules = terms.commitments.clock
  const opens = rules.channels?.opensClock
  const marks: Mark[] = []
  let ignored: Mark[] | undefined
  let updates: number[] | undefined
  let exclusions: TicketEvent[] | undefined
  let paused = false
  let reopened = false
  let withdrawn = false
  let report = -1
  let opening = -1
  let detection = -1
  let known = 0
  for (; known < events.length; known++) {
    const event = events[known] as TicketEvent
    if (event.at > at) break
    switch (event.event) {
      case 'reported':
        if (report === -1) report = known
        if (opening === -1 && (opens === undefined || event.channel === undefined || opens.includes(event.channel)))
          opening = known
        break
      case 'detected':
        if (detection === -1) detection = known
        break
      case 'paused':
        paused = true
        break
      case 'updated':
        if (isMachine(event, terms)) break
        updates ??= []
        updates.push(known)
        break
      case 'excluded':
        exclusions ??= []
        exclusions.push(event)
        break
      default: {
        const rank = rankOf(event.event)
        if (rank === undefined) break
        const mark: Mark = { rank, at: event.at, index: known, event, reopening: 'nothing' }
        if (rank <= CLOSED && isMachine(event, terms)) {
          ignored ??= []
          ignored.push(mark)
        } else {
          marks.push(mark)
          if (rank === REOPENED) reopened = true
          if (rank === WITHDRAWN) withdrawn = true
        }
      }
    }
  }
  const first = report === -1 ? detection : report
  if (first === -1) return undefined
  const { states, findings } = readStates(events, known, report, detection, terms)
  const pauses = paused ? readPauses(events, known, marks, states, terms, at) : NO_PAUSE
  const closed = paused ? closesWithoutAnswer(events, known, marks, pauses, at) : marks
  const judged = reopened ? judgeReopenings(closed, terms) : closed
  const reportIndex = opening === -1 ? first : opening
  return {
    ticket,
    known,
    report: events[reportIndex] as TicketEvent,
    reportIndex,
    detection: detection === -1 ? undefined : events[detection],
    // A detection without a report has no channel of a report to be judged by.
    opensClock: report === -1 || opening !== -1,
    marks: judged,
    withdrawn,
    ignored: ignored ?? NO_MARKS,
    states,
    pauses,
    updates: updates ?? NO_UPDATES,
    exclusions: exclusions ?? NO_EXCLUSIONS,
    findings,
  }
}

const NO_MARKS: readonly Mark[] = []
const NO_PAUSE: readonly RawPause[] = []
const NO_UPDATES: readonly number[] = []
const NO_EXCLUSIONS: readonly TicketEvent[] = []

function isMachine(event: TicketEvent, terms: Terms): boolean {
  return event.party === 'system' && terms.commitments.clock.automaticAnswers === 'ignored'
}

function rankOf(event: EventType): number | undefined {
  switch (event) {
    case 'acknowledged':
    case 'started':
    case 'workaround':
    case 'restored':
    case 'resolved':
    case 'closed':
      return RANKS[event]
    case 'reopened':
      return REOPENED
    case 'cancelled':
    case 'merged':
      return WITHDRAWN
    case 'detected':
    case 'reported':
    case 'paused':
    case 'resumed':
    case 'prioritised':
    case 'reclassified':
    case 'assigned':
    case 'updated':
    case 'commented':
    case 'worked':
    case 'linked':
    case 'rated':
    case 'contested':
    case 'answered':
    case 'excluded':
      return undefined
  }
}

/** What each reopening does: the window runs from the first milestone that it undoes; its last instant is within. */
function judgeReopenings(marks: readonly Mark[], terms: Terms): readonly Mark[] {
  let undone: Mark | undefined
  return marks.map((mark) => {
    if (mark.rank !== REOPENED) {
      if (mark.rank >= RESTORED) undone ??= mark
      return mark
    }
    const reopening: Reopening = undone === undefined ? 'nothing' : reopeningOf(undone.at, mark.at, terms)
    undone = undefined
    return { ...mark, reopening }
  })
}

function reopeningOf(undone: Instant, reopened: Instant, terms: Terms): Reopening {
  const rule = terms.commitments.clock.reopen
  if (rule === undefined) return 'new-cycle'
  return reopened <= terms.addDuration(undone, rule.within) ? rule.mode : 'new-cycle'
}
