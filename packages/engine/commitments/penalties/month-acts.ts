import type { Instant } from '../../base/instant.ts'
import type { Period } from '../../base/period.ts'
import type { NoticeAct, NoticeFact } from '../../record/read-notices.ts'

/** What an act may be about: one breach, or the period of a rate. */
export type AmountSubject = {
  readonly penalty: string
  readonly commitment: string
  /** When the breach was missed, or when the window of the rate ended. */
  readonly since: Instant
  readonly isBreach: boolean
}

/** Whether an amount was claimed in its time; `unclaimed` once that time is over. */
export type ClaimStanding = {
  readonly state: 'in-time' | 'late' | 'unclaimed'
  readonly until: Instant
  readonly at?: Instant
}

/** What the parties did about the amounts of one month, as far as it was known. */
export type MonthActs = {
  /** When the other party was put on notice of an amount; `not-needed` where the contract waives it, undefined where it was not. */
  readonly notice: (subject: AmountSubject) => Instant | 'not-needed' | undefined
  /** Undefined where no time is stated, no act was given, or the time still runs. */
  readonly claim: (subject: AmountSubject) => ClaimStanding | undefined
  /** Whether what a commitment cost was settled before an instant. */
  readonly isSettled: (commitment: string, penalties: ReadonlySet<string>, before: Instant) => boolean
  readonly dates: MonthDates
  /** How a message writes an instant. */
  readonly say: (instant: Instant) => string
}

/** First acts about the month, and the last instants for them; absent where there is none. */
export type MonthDates = {
  /** Last instant to claim, counted from the month’s end. */
  readonly claimUntil?: Instant
  readonly claimedAt?: Instant
  /** End of the other party’s time to answer, counted from the claim, or from the month’s end while there is none. */
  readonly observationsUntil?: Instant
  readonly observedAt?: Instant
  readonly settledAt?: Instant
}

export type MonthActsInput = {
  readonly month: Period
  /** Known at the observation, oldest first; undefined where none were given. */
  readonly facts: readonly NoticeFact[] | undefined
  readonly noticeRequired: boolean
  readonly claimUntil: Instant | undefined
  readonly observationsUntil: (from: Instant) => Instant | undefined
  readonly at: Instant
  readonly say: (instant: Instant) => string
}

/**
 * Reads the acts about one month. An act is about what had happened when it was done: a notice comes after the breach
 * (Code civil 1231-5); one that names the month is also about its rates. Only the client puts on notice or claims.
 */
export function monthActs(input: MonthActsInput): MonthActs {
  const { month, facts = [], noticeRequired, claimUntil, at, say } = input
  const own = facts.filter((fact) => (fact.month === undefined || fact.month === month.label) && fact.at >= month.from)
  const first = (acts: readonly NoticeAct[], about: (fact: NoticeFact) => boolean = () => true) =>
    own.find((fact) => acts.includes(fact.act) && isByItsParty(fact) && about(fact))?.at
  const claimedAt = first(CLAIMS)
  const observationsUntil = input.observationsUntil(claimedAt ?? month.to)
  const observedAt = first(['observations'])
  /** Unless it names the month, a settlement is about months that have ended. */
  const isOver = (fact: NoticeFact) => fact.month !== undefined || fact.at >= month.to
  const settledAt = first(['settlement'], isOver)
  return {
    notice: (subject) => (noticeRequired ? first(['notice'], (fact) => isAbout(fact, subject)) : 'not-needed'),
    claim: (subject) => {
      if (claimUntil === undefined || input.facts === undefined) return undefined
      const claimed = first(CLAIMS, (fact) => isAbout(fact, subject))
      if (claimed !== undefined)
        return { state: claimed <= claimUntil ? 'in-time' : 'late', until: claimUntil, at: claimed }
      return at > claimUntil ? { state: 'unclaimed', until: claimUntil } : undefined
    },
    isSettled: (commitment, penalties, before) =>
      own.some(
        (fact) =>
          fact.act === 'settlement' &&
          fact.at < before &&
          isOver(fact) &&
          (fact.commitment === undefined || fact.commitment === commitment) &&
          (fact.penalty === undefined || [...penalties].every((one) => one === fact.penalty)),
      ),
    dates: {
      ...(claimUntil === undefined ? {} : { claimUntil }),
      ...(claimedAt === undefined ? {} : { claimedAt }),
      ...(observationsUntil === undefined ? {} : { observationsUntil }),
      ...(observedAt === undefined ? {} : { observedAt }),
      ...(settledAt === undefined ? {} : { settledAt }),
    },
    say,
  }
}

/** Whether the party of an act may do it: the client claims, the provider answers; a settlement is either’s. */
export function isByItsParty({ act, party }: NoticeFact): boolean {
  switch (act) {
    case 'notice':
    case 'claim':
      return party !== 'provider'
    case 'observations':
      return party !== 'client'
    case 'settlement':
      return true
  }
}

/** A notice of an amount claims it too. */
const CLAIMS: readonly NoticeAct[] = ['notice', 'claim']

function isAbout(fact: NoticeFact, { penalty, commitment, since, isBreach }: AmountSubject): boolean {
  return (
    (fact.penalty === undefined || fact.penalty === penalty) &&
    (fact.commitment === undefined || fact.commitment === commitment) &&
    (fact.at >= since || (fact.month !== undefined && !isBreach))
  )
}
