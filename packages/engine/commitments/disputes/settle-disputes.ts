import type { Instant } from '../../base/instant.ts'
import type { TicketEvent } from '../../record/event.ts'
import { endOf } from '../due-at.ts'
import type { Because } from '../measure.ts'
import type { DisputesClause } from '../penalty-schema.ts'
import type { Terms } from '../terms.ts'
import type { Dispute, DisputeState } from './dispute.ts'
import { disputeReason as reason } from './dispute-reasons.ts'
import { type Claim, type Claims, readClaims } from './read-claims.ts'

/** Silence accepts only after this many recorded reminders by the claimant (semantics, *Tickets*: "with reminders"). */
export const REMINDERS_BEFORE_SILENCE_ACCEPTS = 1

export type DisputeCase = {
  readonly events: readonly TicketEvent[]
  readonly commitment: string
  readonly terms: Terms
  /** Chooses the calendar of a delay that is given by site. */
  readonly site: string | undefined
  /** When the clock stopped: the time to claim is counted from there; absent: a claim is in time. */
  readonly stoppedAt: Instant | undefined
  readonly at: Instant
}

/**
 * Every dispute about one commitment on one ticket, as it stands at `at` (clause kind: contestation). Delays are counted
 * in the calendars of the clause. Nothing but an exclusion by both parties, or by one with the silence that the contract
 * lets stand for the other, takes a measure out of its rate.
 */
export function settleDisputes(one: DisputeCase): readonly Dispute[] {
  const { events, commitment, at } = one
  const claims = readClaims(events, commitment, at)
  return claims.claims.map((claim) => settle(claim, claims, one))
}

function settle(claim: Claim, { exclusions }: Claims, one: DisputeCase): Dispute {
  const { terms, site, stoppedAt, commitment } = one
  const rules: DisputesClause = terms.commitments.disputes ?? {}
  const { event, claimedBy, answer } = claim
  const claimDue = stoppedAt === undefined ? undefined : delayEnd(rules.claimWithin, stoppedAt, terms, site)
  const answerDue = delayEnd(rules.answerWithin, event.at, terms, site)
  const outOfTime = claimDue !== undefined && event.at > claimDue
  const silence = outOfTime ? 'none' : silenceOf(claim, rules.silence, answerDue, one.at)
  const verdict = verdictOf(claim, exclusions, { silence, outOfTime, answerDue })
  const dispute: Dispute = {
    ticket: event.ticket,
    commitment,
    claim: event.event === 'excluded' ? 'excluded' : 'contested',
    claimedAt: event.at,
    state: verdict.state,
    because: [
      reason('claim-recorded', event.id),
      ...(outOfTime ? [reason('claim-out-of-time', event.id)] : []),
      ...claim.unclear.map(({ id }) => reason('answer-unclear', id)),
      ...claim.ownAnswers.map(({ id }) => reason('answer-by-claimant', id)),
      ...verdict.because,
    ],
  }
  return {
    ...dispute,
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...(claimDue === undefined ? {} : { claimDue }),
    ...(answerDue === undefined ? {} : { answerDue }),
    ...(answer === undefined ? {} : { answeredAt: answer.event.at, answer: answer.word }),
    ...(verdict.excludedAt === undefined ? {} : { excludedAt: verdict.excludedAt }),
  }
}

type Verdict = { readonly state: DisputeState; readonly because: readonly Because[]; readonly excludedAt?: Instant }
type Silence = 'none' | 'undecided' | 'unreminded' | 'lapses' | 'accepts'

function verdictOf(
  { event, claimedBy, answer, withdrawn, reminders }: Claim,
  exclusions: Claims['exclusions'],
  {
    silence,
    outOfTime,
    answerDue,
  }: { readonly silence: Silence; readonly outOfTime: boolean; readonly answerDue: Instant | undefined },
): Verdict {
  const { client, provider } = exclusions
  if (client !== undefined && provider !== undefined) {
    const because = [reason('exclusion-by-both', client.id, provider.id)]
    return { state: 'excluded', because, excludedAt: Math.max(client.at, provider.at) }
  }
  if (withdrawn !== undefined) return { state: 'withdrawn', because: [reason('claim-withdrawn', withdrawn.id)] }
  const alone = client ?? provider
  const oneSided = alone === undefined ? [] : [reason('exclusion-by-one-party', alone.id)]
  const late =
    answer !== undefined && answerDue !== undefined && answer.event.at > answerDue
      ? [reason('answer-late', answer.event.id)]
      : []
  const asked = claimedBy === undefined ? undefined : exclusions[claimedBy]
  if (outOfTime && answer === undefined) return { state: 'out-of-time', because: oneSided }
  switch (silence) {
    case 'accepts': {
      const because = [reason('silence-accepts-claim', ...reminders.map(({ id }) => id)), ...late]
      if (asked === undefined || answerDue === undefined) return { state: 'accepted-by-silence', because }
      const excludedAt = Math.max(asked.at, answerDue)
      return { state: 'excluded', because: [...because, reason('exclusion-by-silence', asked.id)], excludedAt }
    }
    case 'lapses':
      return { state: 'lapsed', because: [reason('silence-lapses-claim', event.id), ...late, ...oneSided] }
    case 'unreminded':
      if (answer === undefined) {
        return { state: 'answer-overdue', because: [reason('silence-without-reminder', event.id), ...oneSided] }
      }
      break
    case 'undecided':
      if (answer === undefined) {
        return { state: 'answer-overdue', because: [reason('silence-decides-nothing', event.id), ...oneSided] }
      }
      break
    case 'none':
      break
  }
  if (answer === undefined) return { state: 'claimed', because: [reason('answer-awaited', event.id), ...oneSided] }
  const word = answer.word === 'accepted' ? 'answer-accepted' : 'answer-refused'
  return { state: answer.word, because: [reason(word, answer.event.id), ...late, ...oneSided] }
}

/** What the other party's silence means: `none` while it may still answer, or where it answered in time. */
function silenceOf(
  { answer, reminders, event }: Claim,
  silence: DisputesClause['silence'],
  answerDue: Instant | undefined,
  at: Instant,
): Silence {
  if (answerDue === undefined || at <= answerDue) return 'none'
  if (answer !== undefined && answer.event.at <= answerDue) return 'none'
  switch (silence) {
    case undefined:
      return 'undecided'
    case 'claim-lapsed':
      return 'lapses'
    case 'claim-accepted': {
      const inTime = reminders.filter((reminder) => reminder.at > event.at && reminder.at <= answerDue)
      return inTime.length >= REMINDERS_BEFORE_SILENCE_ACCEPTS ? 'accepts' : 'unreminded'
    }
  }
}

function delayEnd(
  delay: DisputesClause['claimWithin'],
  from: Instant,
  terms: Terms,
  site: string | undefined,
): Instant | undefined {
  if (delay === undefined) return undefined
  return typeof delay === 'string' ? terms.addDuration(from, delay) : endOf(delay, terms, site, from)
}
