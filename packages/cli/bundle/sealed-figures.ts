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
} from '@vigie/engine'
import type { FactSet } from './sealed-facts.ts'

/** Every figure that a contract gives of facts, as one JSON value: that of `measure --json`, with availability where outages are given. */
export function sealedFigures(input: {
  readonly contract: ContractHistory
  readonly facts: FactSet
  readonly period: Period | undefined
  readonly at: number
  readonly language: Language
}):
  | { readonly ok: true; readonly assessment: Assessment; readonly figures: JsonValue }
  | { readonly ok: false; readonly issues: readonly Issue[] } {
  const { contract, facts, at, language } = input
  const asked = input.period === undefined ? {} : { period: input.period }
  const evaluation = evaluate({ contract, record: facts.record, at, ...asked })
  if (!evaluation.ok) return evaluation
  const { assessment } = evaluation
  const { period } = assessment
  const availability = judgeAvailability({ contract, outages: facts.outages, period, at })
  const figures = {
    measure: assessmentJson(assessment, language),
    availability: facts.outages.length === 0 ? null : availability.map(availabilityJson),
  }
  return { ok: true, assessment, figures }
}
