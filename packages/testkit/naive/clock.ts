import type { Instant, Milestone, PauseClause, TicketCommitment, TicketEvent } from '@vigie/engine'
import { countFilm } from './count-film.ts'
import { dueOf } from './due.ts'
import { type Film, MINUTE, type NaiveInput, type NaiveMeasure, type Stop, type Ticket } from './film.ts'

const MEASURES = ['response', 'intervention', 'workaround', 'restoration', 'resolution', 'closure'] as const
const MILESTONES: readonly string[] = [
  'acknowledged',
  'started',
  'workaround',
  'restored',
  'resolved',
  'closed',
] satisfies readonly Milestone[]

/**
 * The clocks of one ticket, replayed minute by minute: first a film of the ticket (which minutes are paused, which are
 * closed, which priority holds), then a count of its frames. Slow and plain on purpose: it shares nothing with the engine
 * but the words of the contract. One version, no matrix, no update interval.
 */
export function replayTicket(input: NaiveInput): readonly NaiveMeasure[] {
  return MEASURES.flatMap((measure) => {
    const clauses = input.chapter.targets.filter(
      (target): target is TicketCommitment => target.type === 'ticket' && target.measure === measure,
    )
    return clauses.length === 0 ? [] : shoot(input, measure, clauses)
  })
}

type PauseNow = { readonly event: TicketEvent; readonly limits: ReadonlyMap<PauseClause, Instant> }
function shoot(
  input: NaiveInput,
  measure: (typeof MEASURES)[number],
  clauses: readonly TicketCommitment[],
): readonly NaiveMeasure[] {
  const { chapter, at } = input
  const rules = chapter.clock
  const rank = MILESTONES.indexOf(chapter.milestones[measure])
  const known = input.events.filter((event) => event.at <= at)
  const detection = known.find((event) => event.event === 'detected')
  const report =
    known.find((event) => event.event === 'reported') ?? (rules.startsAt === 'detected' ? detection : undefined)
  if (report === undefined) return []
  const starting =
    rules.startsAt === 'detected' && detection !== undefined && detection.at <= report.at ? detection : report
  const channel = starting.channel ?? report.channel
  const waits = channel !== undefined && rules.channels?.outsideHours?.includes(channel) === false

  const results: NaiveMeasure[] = []
  let ticket: Ticket = {}
  let film: Film = { from: starting.at, frames: [], cycle: 1, firstPriority: undefined }
  let stop: Stop | undefined
  let undoneFrom: Instant | undefined
  let pause: PauseNow | undefined
  let withdrawn = false
  let lifeOver = false
  let reported = false

  const clauseOf = ({ event }: PauseNow): PauseClause | undefined => {
    const clause = rules.pauses.find(({ reason, appliesTo }) => reason === event.reason && appliesTo.includes(measure))
    return clause?.proof === 'required' && event.text === undefined ? undefined : clause
  }
  const isPaused = (now: Instant): boolean => {
    const clause = pause && clauseOf(pause)
    return clause !== undefined && now < (pause?.limits.get(clause) ?? Number.POSITIVE_INFINITY)
  }
  const cut = (): void => {
    const judged = stop?.ticket ?? ticket
    const excluded = isExcludedByBoth(known)
    const state = { stop, ticket: judged, withdrawn, paused: stop === undefined && isPaused(at), excluded }
    const result = countFilm(
      input,
      measure,
      clauses,
      film,
      film.cycle === 1 && film.from === starting.at && waits,
      state,
    )
    if (result !== undefined) results.push(result)
  }
  const apply = (event: TicketEvent): void => {
    const now = event.at
    const step = MILESTONES.indexOf(event.event)
    if (step >= 0 && !(event.party === 'system' && rules.automaticAnswers === 'ignored')) {
      if (step >= 3) {
        pause = undefined
        undoneFrom ??= now
      }
      const implied = step > rank
      if (step >= rank && stop === undefined) stop = { at: now, how: 'milestone', implied, ticket: { ...ticket } }
      else if (step === rank && stop?.implied === true && stop.at === now) {
        stop = { at: now, how: 'milestone', implied: false, ticket: { ...ticket } }
      }
    }
    switch (event.event) {
      case 'detected':
      case 'reported':
        if (event !== report) break
        ticket = { ...ticket, ...picked(event) }
        reported = true
        if (stop !== undefined) stop.ticket = { ...ticket }
        film.firstPriority = ticket.priority
        break
      case 'prioritised':
        if (event.priority !== undefined) ticket = { ...ticket, priority: event.priority }
        break
      case 'reclassified':
        ticket = { ...ticket, ...picked(event), priority: ticket.priority }
        break
      case 'paused':
        pause = { event, limits: limitsOf(input, event, ticket.site) }
        break
      case 'resumed':
        pause = undefined
        break
      case 'cancelled':
      case 'merged':
        if (!(rank < 3 && lifeOver)) withdrawn = true
        stop ??= { at: now, how: 'withdrawn', implied: false, ticket: { ...ticket } }
        undoneFrom ??= now
        break
      case 'reopened':
        reopen(now)
        break
    }
    if (reported && stop === undefined) film.firstPriority ??= ticket.priority
  }
  const reopen = (now: Instant): void => {
    pause = undefined
    const windowed = undoneFrom !== undefined && rules.reopen !== undefined
    const within = windowed && now <= input.addDuration(undoneFrom ?? 0, rules.reopen?.within ?? 'P0D')
    const nothing = undoneFrom === undefined
    const stands = rank < 3 && stop?.how === 'milestone'
    undoneFrom = undefined
    if (!nothing && !within) lifeOver = true
    if (nothing || stop === undefined || stands) {
      if (!nothing && (within || !stands)) withdrawn = false
      return
    }
    if (!within) {
      cut()
      film = { from: now, frames: [], cycle: film.cycle + 1, firstPriority: ticket.priority }
      lifeOver = false
    } else if (rules.reopen?.mode === 'restart') {
      film = { from: now, frames: [], cycle: film.cycle, firstPriority: film.firstPriority }
    } else if (rules.reopen?.mode === 'continue') {
      for (const frame of film.frames) frame.closed = false
    }
    withdrawn = false
    stop = undefined
  }

  let next = 0
  for (let minute = Math.min(known[0]?.at ?? at, starting.at); ; minute += MINUTE) {
    for (; next < known.length && (known[next]?.at ?? 0) <= minute; next++) apply(known[next] as TicketEvent)
    if (minute >= at) break
    const unanswered = pause !== undefined && !withdrawn && isUnanswered(pause, minute)
    if (unanswered) {
      stop ??= { at: minute, how: 'unanswered', implied: false, ticket: { ...ticket } }
      undoneFrom ??= minute
    }
    if (minute >= film.from) {
      film.frames.push({ paused: isPaused(minute), closed: stop !== undefined, priority: ticket.priority })
    }
  }
  cut()
  return results
}

function isExcludedByBoth(known: readonly TicketEvent[]): (commitment: string) => boolean {
  return (commitment) =>
    ['client', 'provider'].every((party) =>
      known.some(
        (event) =>
          event.event === 'excluded' &&
          event.party === party &&
          (event.commitment === undefined || event.commitment === commitment),
      ),
    )
}

function isUnanswered({ event, limits }: PauseNow, minute: Instant): boolean {
  return [...limits].some(
    ([clause, limit]) =>
      clause.then === 'close-without-answer' &&
      minute >= limit &&
      !(clause.proof === 'required' && event.text === undefined),
  )
}

function limitsOf(input: NaiveInput, event: TicketEvent, site: string | undefined): ReadonlyMap<PauseClause, Instant> {
  const clauses = input.chapter.clock.pauses.filter(({ reason }) => reason === event.reason)
  return new Map(
    clauses.map((clause) => {
      const limit = clause.atMost && dueOf(input, clause.atMost, site, event.at, () => true)
      return [clause, limit ?? Number.POSITIVE_INFINITY]
    }),
  )
}

function picked({ priority, kind, site }: TicketEvent): Ticket {
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(kind === undefined ? {} : { kind }),
    ...(site === undefined ? {} : { site }),
  }
}
