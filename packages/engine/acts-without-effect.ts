import type { Instant } from './base/instant.ts'
import type { Localised } from './base/message.ts'
import { isByItsParty } from './commitments/penalties/month-acts.ts'
import type { PenaltyFinding } from './commitments/penalties/penalty.ts'
import type { ContractHistory } from './contract/contract.ts'
import type { NoticeFact } from './record/read-notices.ts'

/** Acts that change nothing, each with why: a name that the contract does not bear, a party that may not, an act that was not known yet. */
export function actsWithoutEffect(
  facts: readonly NoticeFact[] | undefined,
  { versions }: ContractHistory,
  at: Instant,
  say: (instant: Instant) => string,
): readonly PenaltyFinding[] {
  if (facts === undefined) return []
  const clauses = versions.flatMap(({ commitments }) => commitments.penalties ?? [])
  const penalties = new Set(clauses.map(({ id }) => id))
  const sanctioned = new Set(clauses.flatMap(({ for: names }) => names))
  const why = (fact: NoticeFact): Localised | undefined => {
    const { penalty, commitment, recordedAt } = fact
    if (penalty !== undefined && !penalties.has(penalty))
      return {
        fr: `le contrat n’a pas de pénalité «\u00a0${penalty}\u00a0»`,
        en: `the contract has no penalty "${penalty}"`,
      }
    if (commitment !== undefined && !sanctioned.has(commitment))
      return {
        fr: `aucune pénalité ne sanctionne «\u00a0${commitment}\u00a0»`,
        en: `no penalty sanctions "${commitment}"`,
      }
    if (!isByItsParty(fact))
      return { fr: 'cette partie ne peut pas faire cet acte', en: 'this party cannot do this act' }
    if (fact.at > at || recordedAt > at)
      return { fr: 'l’acte vient après l’observation', en: 'the act comes after the observation' }
    return undefined
  }
  return facts.flatMap((fact) => {
    const reason = why(fact)
    if (reason === undefined) return []
    const act = ACTS[fact.act]
    return [
      {
        code: 'act-without-effect' as const,
        clause: 'penaltyRules',
        message: {
          fr: `${act.fr} du ${say(fact.at)}\u00a0: sans effet, ${reason.fr}.`,
          en: `${act.en} of ${say(fact.at)}: no effect, ${reason.en}.`,
        },
      },
    ]
  })
}

const ACTS: { readonly [A in NoticeFact['act']]: Localised } = {
  notice: { fr: 'Mise en demeure', en: 'Notice' },
  claim: { fr: 'Réclamation', en: 'Claim' },
  observations: { fr: 'Observations', en: 'Observations' },
  settlement: { fr: 'Règlement', en: 'Settlement' },
}
