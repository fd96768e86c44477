import {
  type Assessment,
  assessmentJson,
  availabilityJson,
  type ContractHistory,
  evaluate,
  type Issue,
  type JsonValue,
  judgeAvailability,
  type Language,
  type Period,
  watchedJson,
  watchTickets,
} from '@vigie/engine'
import type { FactKind } from './manifest.ts'
import type { FactSet } from './sealed-facts.ts'

/** Every figure that a contract gives of facts, as one JSON value: that of `measure --json` with the same files, and availability where outages are given. */
export function sealedFigures(input: {
  readonly contract: ContractHistory
  readonly facts: FactSet
  readonly given: ReadonlySet<FactKind>
  readonly period: Period | undefined
  readonly at: number
  readonly language: Language
}):
  | { readonly ok: true; readonly assessment: Assessment; readonly figures: JsonValue }
  | { readonly ok: false; readonly issues: readonly Issue[] } {
  const { contract, facts, given, at, language } = input
  const { fees, outages, controls, calls, notices } = facts
  const asked = input.period === undefined ? {} : { period: input.period }
  const known = {
    ...(given.has('outages') ? { outages } : {}),
    ...(given.has('controls') ? { controls } : {}),
    ...(given.has('calls') ? { calls } : {}),
  }
  const penalties = { fees, ...known, ...(given.has('notices') ? { notices } : {}) }
  const judged = { contract, record: facts.record, at, ...asked, ...known, penalties }
  const { onTicket, result: watched } = watchTickets(judged)
  const evaluation = evaluate({ ...judged, onTicket })
  if (!evaluation.ok) return evaluation
  const { assessment } = evaluation
  const { period } = assessment
  const figures = {
    measure: Object.assign({}, assessmentJson(assessment, language), watchedJson(watched(), language)),
    availability: given.has('outages')
      ? judgeAvailability({ contract, outages, period, at }).map(availabilityJson)
      : null,
  }
  return { ok: true, assessment, figures }
}
