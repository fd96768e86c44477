import type { Localised } from '../../base/message.ts'
import type { Draft } from './draft-lines.ts'
import type { PenaltyFinding } from './penalty.ts'
import type { PenaltyMonth } from './penalty-month.ts'

/** What the acts of the parties show about a month: amounts claimed too late, or not at all, a late answer, a hasty settlement. */
export function claimFindings(
  drafts: readonly Draft[],
  { period, rules, acts }: PenaltyMonth,
): readonly PenaltyFinding[] {
  const clause = rules?.clause ?? 'penaltyRules'
  const until = acts.dates.claimUntil === undefined ? '' : acts.say(acts.dates.claimUntil)
  const count = (state: 'late' | 'unclaimed') => drafts.filter(({ claim }) => claim?.state === state).length
  const [late, unclaimed] = [count('late'), count('unclaimed')]
  const { settledAt, observedAt, observationsUntil } = acts.dates
  const isOwed = drafts.some(({ line }) => line.amount !== null && line.amount.minor > 0n)
  const isHasty = isOwed && settledAt !== undefined && observationsUntil !== undefined && settledAt < observationsUntil
  return [
    ...(late === 0 ? [] : [{ code: 'claimed-late' as const, clause, message: lateText(period.label, late, until) }]),
    ...(unclaimed === 0
      ? []
      : [{ code: 'not-claimed' as const, clause, message: unclaimedText(period.label, unclaimed, until) }]),
    ...(isOwed && observedAt !== undefined && observationsUntil !== undefined && observedAt > observationsUntil
      ? [
          {
            code: 'observed-late' as const,
            clause,
            message: lateAnswerText(period.label, acts.say(observedAt), acts.say(observationsUntil)),
          },
        ]
      : []),
    ...(isHasty
      ? [
          {
            code: 'settled-early' as const,
            clause,
            message: hastyText(period.label, acts.say(settledAt), acts.say(observationsUntil)),
          },
        ]
      : []),
  ]
}

function lateText(month: string, count: number, until: string): Localised {
  return {
    fr: `${month}\u00a0: ${count} montant(s) réclamé(s) hors délai (jusqu’au ${until}).`,
    en: `${month}: ${count} amount(s) claimed out of time (until ${until}).`,
  }
}

function unclaimedText(month: string, count: number, until: string): Localised {
  return {
    fr: `${month}\u00a0: ${count} montant(s) non réclamé(s) dans le délai (jusqu’au ${until}).`,
    en: `${month}: ${count} amount(s) not claimed in their time (until ${until}).`,
  }
}

function lateAnswerText(month: string, observed: string, until: string): Localised {
  return {
    fr: `${month}\u00a0: observations du ${observed}, après la fin de leur délai (${until}).`,
    en: `${month}: answered on ${observed}, after the end of the time to answer (${until}).`,
  }
}

function hastyText(month: string, settled: string, until: string): Localised {
  return {
    fr: `${month}\u00a0: réglé le ${settled}, avant la fin du délai d’observations (${until}).`,
    en: `${month}: settled on ${settled}, before the end of the time to answer (${until}).`,
  }
}
