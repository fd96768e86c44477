import type {
  CommitmentsChapter,
  Instant,
  Measure,
  MeasureKind,
  Milestone,
  PauseClause,
  Target,
  TicketCommitment,
  TicketEvent,
} from '@vigie/engine'

/** A calendar as a film strip: one frame a minute from `from` on. Opening hours do not run over midnight. */
export type MinuteCalendar = {
  /** 1 where the minute is open. */
  readonly open: Uint8Array
  /** The civil day of the minute in the calendar's zone, as a number that grows by day. */
  readonly day: Int32Array
  /** Minutes since midnight on the wall. */
  readonly wall: Int16Array
}

export type NaiveInput = {
  /** In canonical order, on whole minutes. */
  readonly events: readonly TicketEvent[]
  readonly chapter: CommitmentsChapter
  /** Start of every strip; a whole minute before any fact. */
  readonly from: Instant
  readonly calendars: ReadonlyMap<string, MinuteCalendar>
  /** A whole minute. */
  readonly at: Instant
  /** `from` plus an ISO 8601 duration, for reopening windows and civil days. */
  readonly addDuration: (from: Instant, duration: string) => Instant
}

export type NaiveMeasure = Pick<Measure, 'commitment' | 'measure' | 'cycle' | 'startedAt' | 'counted' | 'state'> & {
  readonly stoppedAt: Instant | undefined
  /** `undefined` under a prospective change, where it may fall within a minute, and past the end of the strips. */
  readonly dueAt: Instant | undefined
  readonly implied: boolean
}

const MINUTE = 60_000
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

type Ticket = { priority?: string | undefined; kind?: string | undefined; site?: string | undefined }
type Frame = { paused: boolean; closed: boolean; readonly priority: string | undefined }
type Stop = {
  readonly at: Instant
  readonly how: 'milestone' | 'withdrawn' | 'unanswered'
  readonly implied: boolean
  ticket: Ticket
}
type PauseNow = { readonly event: TicketEvent; readonly limits: ReadonlyMap<PauseClause, Instant> }
type Film = {
  readonly from: Instant
  readonly frames: Frame[]
  readonly cycle: number
  firstPriority: string | undefined
}

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
    const result = count(input, measure, clauses, film, film.cycle === 1 && film.from === starting.at && waits, state)
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

type Ending = {
  readonly stop: Stop | undefined
  readonly ticket: Ticket
  readonly withdrawn: boolean
  readonly paused: boolean
  readonly excluded: (commitment: string) => boolean
}

function count(
  input: NaiveInput,
  measure: MeasureKind,
  clauses: readonly TicketCommitment[],
  film: Film,
  waits: boolean,
  { stop, ticket, withdrawn, paused, excluded }: Ending,
): NaiveMeasure | undefined {
  const mode = input.chapter.priorities?.onChange ?? 'retroactive'
  const choose = (priority: string | undefined) => narrowest(clauses, { ...ticket, priority })
  const clause = choose(mode === 'frozen' ? film.firstPriority : ticket.priority)
  if (clause === undefined) return undefined
  const { target } = clause
  const end = stop?.at ?? input.at
  const opening = waits ? nextOpening(input, target, ticket.site, film.from) : film.from
  const startedAt = stop === undefined ? opening : Math.min(opening, end)
  const frameAt = (minute: Instant): Frame | undefined =>
    minute < end ? film.frames[(minute - film.from) / MINUTE] : undefined
  const isFree = (minute: Instant): boolean => {
    const frame = frameAt(minute)
    return frame === undefined || (!frame.paused && !frame.closed)
  }

  let counted = 0
  let left = 0
  let whole = 0
  let late = false
  let dueAt: Instant | undefined
  const turns = mode === 'prospective' ? turnsOf(film, startedAt, end, ticket.priority, choose) : []
  if (turns.length > 1 && turns.every((turn) => turn.clause.target.kind === 'open-time')) {
    let current = turns[0]?.clause.target as Extract<Target, { kind: 'open-time' }>
    left = current.milliseconds
    let turn = 1
    for (let minute = startedAt; minute <= end; minute += MINUTE) {
      for (; turn < turns.length && (turns[turn]?.from ?? 0) <= minute; turn++) {
        const following = turns[turn]?.clause.target as Extract<Target, { kind: 'open-time' }>
        left = share(left, current.milliseconds, following.milliseconds)
        current = following
      }
      if (minute < end && isFree(minute) && isOpen(input, current, ticket.site, minute)) {
        counted += MINUTE
        left -= MINUTE
      }
    }
    whole = counted + left
    late = left < 0
  } else {
    for (let minute = startedAt; minute < end; minute += MINUTE) {
      if (isFree(minute) && isOpen(input, target, ticket.site, minute)) counted += MINUTE
    }
    dueAt = dueOf(input, target, ticket.site, startedAt, isFree)
    if (target.kind === 'open-time') {
      left = target.milliseconds - counted
      whole = target.milliseconds
      late = left < 0
    } else if (dueAt !== undefined) {
      for (let minute = end; minute < dueAt; minute += MINUTE) {
        if (isOpen(input, target, ticket.site, minute)) left += MINUTE
      }
      whole = counted + left
      late = end > dueAt
    }
  }
  const out = withdrawn || excluded(clause.id) || (stop?.how === 'unanswered' && !late)
  const running = paused ? 'paused' : left * 4 <= whole ? 'at-risk' : 'running'
  const state = out ? 'excluded' : late ? 'missed' : stop !== undefined ? 'met' : running
  return {
    commitment: clause.id,
    measure,
    cycle: film.cycle,
    startedAt,
    stoppedAt: stop?.at,
    counted,
    dueAt,
    state,
    implied: stop?.implied ?? false,
  }
}

type Turn = { readonly from: Instant; readonly clause: TicketCommitment }

/** The clauses that held in turn, by the frames of the film and the last word of the ticket. */
function turnsOf(
  film: Film,
  startedAt: Instant,
  end: Instant,
  last: string | undefined,
  choose: (priority: string | undefined) => TicketCommitment | undefined,
): readonly Turn[] {
  const turns: Turn[] = []
  const shot = film.frames
    .map((frame, index) => ({ from: film.from + index * MINUTE, priority: frame.priority ?? film.firstPriority }))
    .filter((frame) => frame.from < end)
  for (const { from, priority } of [...shot, { from: end, priority: last }]) {
    const clause = choose(priority)
    if (clause === undefined) continue
    const since = turns.length === 0 ? startedAt : Math.max(from, startedAt)
    if (turns.at(-1)?.from === since) turns.pop()
    if (turns.at(-1)?.clause !== clause) turns.push({ from: since, clause })
  }
  return turns
}

function share(left: number, of: number, target: number): number {
  const product = BigInt(left) * BigInt(target)
  const whole = product / BigInt(of)
  return Number(whole * BigInt(of) > product ? whole - 1n : whole)
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

/** By elimination: a clause falls where another that holds asks for strictly more. */
function narrowest(clauses: readonly TicketCommitment[], ticket: Ticket): TicketCommitment | undefined {
  const holding = clauses.filter(({ when }) =>
    (['priority', 'kind', 'site'] as const).every(
      (column) => when[column] === undefined || when[column].includes(ticket[column] ?? '\0'),
    ),
  )
  return holding.toSorted((a, b) => width(a) - width(b))[0]
}

function width({ when }: TicketCommitment): number {
  return (['priority', 'kind', 'site'] as const).reduce((area, column) => area * (when[column]?.length ?? 100), 1)
}

function calendarOf(input: NaiveInput, target: Target, site: string | undefined): MinuteCalendar | undefined {
  if (target.kind === 'civil-days') return undefined
  const { bySite, default: usual } = target.calendar
  return input.calendars.get((site === undefined ? undefined : bySite[site]) ?? usual)
}

function isOpen(input: NaiveInput, target: Target, site: string | undefined, minute: Instant): boolean {
  const calendar = calendarOf(input, target, site)
  return calendar === undefined || calendar.open[(minute - input.from) / MINUTE] === 1
}

function nextOpening(input: NaiveInput, target: Target, site: string | undefined, from: Instant): Instant {
  let minute = from
  while (!isOpen(input, target, site, minute)) minute += MINUTE
  return minute
}

/** When a target is due; `isFree` says which minutes are neither paused nor closed. */
function dueOf(
  input: NaiveInput,
  target: Target,
  site: string | undefined,
  start: Instant,
  isFree: (minute: Instant) => boolean,
): Instant | undefined {
  switch (target.kind) {
    case 'open-time':
      return walk(input, target, site, start, target.milliseconds, isFree)
    case 'civil-days': {
      const due = input.addDuration(start, `P${target.days}D`)
      return walk(input, target, site, start, due - start, isFree)
    }
    case 'working-days': {
      const base = workingDay(input, target, site, start)
      if (base === undefined) return undefined
      let held = 0
      for (let minute = start; minute < base; minute += MINUTE) {
        if (!isFree(minute) && isOpen(input, target, site, minute)) held += MINUTE
      }
      return walk(input, target, site, base, held, isFree)
    }
  }
}

/** The minute at which that much free open time has passed. */
function walk(
  input: NaiveInput,
  target: Target,
  site: string | undefined,
  start: Instant,
  length: number,
  isFree: (minute: Instant) => boolean,
): Instant | undefined {
  const last = input.from + (calendarOf(input, target, site)?.open.length ?? Number.POSITIVE_INFINITY) * MINUTE
  let left = length
  let minute = start
  while (left > 0) {
    if (minute >= last) return undefined
    if (isFree(minute) && isOpen(input, target, site, minute)) left -= MINUTE
    minute += MINUTE
  }
  return minute
}

/** The end of the n-th opening day after day 0: the day of the start if it opens and the start is before the cutoff. */
function workingDay(
  input: NaiveInput,
  target: Extract<Target, { kind: 'working-days' }>,
  site: string | undefined,
  start: Instant,
): Instant | undefined {
  const calendar = calendarOf(input, target, site)
  if (calendar === undefined) return undefined
  const { open, day, wall } = calendar
  const startFrame = (start - input.from) / MINUTE
  const days: { readonly day: number; readonly frames: number[] }[] = []
  for (let frame = 0; frame < open.length; frame++) {
    if (open[frame] !== 1) continue
    const last = days.at(-1)
    if (last?.day === day[frame]) last?.frames.push(frame)
    else days.push({ day: day[frame] as number, frames: [frame] })
  }
  const today = day[startFrame] as number
  const inTime = target.cutoff === undefined || (wall[startFrame] as number) < minutesOf(target.cutoff)
  const zero = days.findIndex((opening) => (opening.day === today ? inTime : opening.day > today))
  const due = zero === -1 ? undefined : days[zero + target.days]
  if (due === undefined) return undefined
  if (target.until === 'end-of-day') return input.from + ((due.frames.at(-1) as number) + 1) * MINUTE
  const until = minutesOf(target.until)
  const frame = day.findIndex((value, index) => value === due.day && wall[index] === until)
  return frame === -1 ? undefined : input.from + frame * MINUTE
}

function minutesOf(wall: string): number {
  return Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5))
}
