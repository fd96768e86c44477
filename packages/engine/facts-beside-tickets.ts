import type { EvaluationInput } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import type { OtherFacts } from './judge-other-facts.ts'
import { outagesFromIncidents } from './outages-from-incidents.ts'
import type { PenaltyFacts } from './penalty-facts.ts'

/** The facts beside tickets of an evaluation: those given, else those of its penalties, and the outages that incidents tell. */
export function factsBesideTickets({ contract, record, penalties, ...given }: FactsGiven, at: Instant): OtherFacts {
  const { outages = penalties?.outages, controls = penalties?.controls, calls = penalties?.calls } = given
  return {
    ...(outages === undefined ? {} : { outages }),
    ...(controls === undefined ? {} : { controls }),
    ...(calls === undefined ? {} : { calls }),
    incidents: outagesFromIncidents(contract, record, at),
  }
}

/** What penalties are judged on: their own facts, and those beside tickets. */
export function factsOfPenalties(
  penalties: PenaltyFacts,
  { outages, controls, incidents = [] }: OtherFacts,
): PenaltyFacts {
  const isTold = outages !== undefined || incidents.length > 0
  return {
    ...(controls === undefined ? {} : { controls }),
    ...penalties,
    ...(isTold ? { outages: [...(outages ?? []), ...incidents] } : {}),
  }
}

export type FactsGiven = Pick<EvaluationInput, 'contract' | 'record' | 'penalties' | 'outages' | 'controls' | 'calls'>
