import type { Instant } from '../../base/instant.ts'
import type { TicketEvent } from '../../record/event.ts'
import type { DisputeAnswer, Side } from './dispute.ts'

/** What the facts of one ticket say of one claim, before any delay or rule of the contract. */
export type Claim = {
  readonly event: TicketEvent
  readonly claimedBy: Side | undefined
  /** Facts by which the claimant came back to it. */
  readonly reminders: readonly TicketEvent[]
  /** The last answer of the other party that says accepted or refused. */
  readonly answer: { readonly event: TicketEvent; readonly word: DisputeAnswer } | undefined
  readonly withdrawn: TicketEvent | undefined
  /** Answers without a word, and answers by the claimant. */
  readonly unclear: readonly TicketEvent[]
  readonly ownAnswers: readonly TicketEvent[]
}

export type Claims = {
  /** In the order in which they were made. */
  readonly claims: readonly Claim[]
  /** The first `excluded` of each party. */
  readonly exclusions: { readonly [S in Side]?: TicketEvent }
}

/**
 * The claims about one commitment, read from the facts of one ticket up to `at`. A party reminds that makes its claim
 * again before it is settled, or comments on the commitment by name; an `excluded` is a claim of its own only
 * where nothing was claimed before it: else it carries out, or consents.
 */
export function readClaims(events: readonly TicketEvent[], commitment: string, at: Instant): Claims {
  const claims: Draft[] = []
  const exclusions: { [S in Side]?: TicketEvent } = {}
  for (const event of events) {
    if (event.at > at) break
    const side = sideOf(event)
    if (event.commitment !== commitment && !(event.event === 'excluded' && event.commitment === undefined)) continue
    switch (event.event) {
      case 'contested':
        claim(event, side)
        break
      case 'excluded':
        if (side !== undefined) exclusions[side] ??= event
        if (claims.every((one) => one.event.event === 'excluded' && isBy(one, side))) claim(event, side)
        break
      case 'answered':
        answer(event, side)
        break
      case 'commented':
      case 'updated':
        for (const one of claims) if (isOpen(one) && isBy(one, side)) one.reminders.push(event)
        break
      default:
        break
    }
  }
  return { claims, exclusions }

  function claim(event: TicketEvent, side: Side | undefined): void {
    const mine = claims.findLast((one) => one.claimedBy === side && isOpen(one))
    if (mine === undefined) claims.push(draftOf(event, side))
    else if (mine.event.event === event.event) mine.reminders.push(event)
  }

  function answer(event: TicketEvent, side: Side | undefined): void {
    const word = event.reason ?? event.text
    const mine = side === undefined ? undefined : claims.findLast((one) => one.claimedBy === side)
    const theirs = claims.findLast((one) => side === undefined || one.claimedBy !== side)
    if (word === 'withdrawn') {
      if (mine !== undefined) mine.withdrawn ??= event
      return
    }
    if (theirs === undefined) mine?.ownAnswers.push(event)
    else if (word === 'accepted' || word === 'refused') theirs.answer = { event, word }
    else theirs.unclear.push(event)
  }
}

type Draft = {
  -readonly [K in keyof Claim]: Claim[K] extends readonly TicketEvent[] ? TicketEvent[] : Claim[K]
}

function draftOf(event: TicketEvent, claimedBy: Side | undefined): Draft {
  return { event, claimedBy, reminders: [], answer: undefined, withdrawn: undefined, unclear: [], ownAnswers: [] }
}

function isOpen({ answer, withdrawn }: Draft): boolean {
  return withdrawn === undefined && answer?.word !== 'refused'
}

function isBy({ claimedBy }: Draft, side: Side | undefined): boolean {
  return side !== undefined && claimedBy === side
}

function sideOf({ party }: TicketEvent): Side | undefined {
  return party === 'client' || party === 'provider' ? party : undefined
}
