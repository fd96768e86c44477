import type { Instant, MeasureKind, Target, TicketCommitment } from '@vigie/engine'
import { dueOf, isOpen, nextOpening } from './due.ts'
import { type Film, type Frame, MINUTE, type NaiveInput, type NaiveMeasure, type Stop, type Ticket } from './film.ts'

/** How a clock ended, and what excludes it. */
export type Ending = {
  readonly stop: Stop | undefined
  readonly ticket: Ticket
  readonly withdrawn: boolean
  readonly paused: boolean
  readonly excluded: (commitment: string) => boolean
}

/** Counts the frames of a film against the clause that judges it; `undefined` where none does. */
export function countFilm(
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
