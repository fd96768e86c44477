import type { CommitmentResult, PeriodResult } from './assessment.ts'
import { availabilityText, secondsOf } from './availability-json.ts'
import type { Instant } from './base/instant.ts'
import type { Period } from './base/period.ts'
import { wilsonInterval } from './commitments/wilson.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import { rateText, targetText } from './controls-json.ts'
import { type AvailabilityResult, judgeAvailability } from './judge-availability.ts'
import { type ControlResult, judgeControls } from './judge-controls.ts'
import type { Outage } from './record/outage.ts'
import type { CallDay } from './record/read-calls.ts'
import type { ControlFact } from './record/read-controls.ts'

/** Facts beside tickets; what is absent was not given, and its commitments stay without a figure. */
export type OtherFacts = {
  readonly outages?: readonly Outage[]
  /** Outages that incidents tell, for the clauses that say so. */
  readonly incidents?: readonly Outage[]
  readonly controls?: readonly ControlFact[]
  readonly calls?: readonly CallDay[]
}

/** A period with its availability and its controls judged, in the lines of its commitments too. */
export function withOtherFacts(
  result: PeriodResult,
  contract: ContractHistory,
  { outages, incidents = [], controls }: OtherFacts,
  at: Instant,
): PeriodResult {
  const { period } = result
  const asked = { contract, period, at }
  const availability = judgeAvailability({ ...asked, outages: [...(outages ?? []), ...incidents] }).filter(
    ({ clause }) => outages !== undefined || clause.fromIncidents !== undefined,
  )
  const judged = controls === undefined ? [] : judgeControls({ ...asked, controls })
  const lines = new Map([
    ...availability.map(
      (one) => [one.clause.id, (line: CommitmentResult) => availabilityLine(line, one, period)] as const,
    ),
    ...judged.map((one) => [one.clause.id, (line: CommitmentResult) => controlLine(line, one, period)] as const),
  ])
  return {
    ...result,
    commitments: result.commitments.map((line) => lines.get(line.id)?.(line) ?? line),
    ...(availability.length === 0 ? {} : { availability }),
    ...(judged.length === 0 ? {} : { controls: judged }),
  }
}

/** The commitments that only facts which were not given could measure. */
export function withoutFacts({ commitments }: Contract, { outages, controls }: OtherFacts): readonly string[] {
  const availability = commitments.targets.filter(
    (clause) => clause.type === 'availability' && outages === undefined && clause.fromIncidents === undefined,
  )
  return [...availability, ...(controls === undefined ? (commitments.controls ?? []) : [])].map(({ id }) => id)
}

function availabilityLine(line: CommitmentResult, result: AvailabilityResult, period: Period): CommitmentResult {
  const { availability, numerator, denominator, clause, state, grounds } = result
  const percent = availabilityText(availability, clause.atLeast)
  return {
    ...line,
    // In seconds, as the document of `availability`.
    rate: percent === null ? null : { numerator: secondsOf(numerator), denominator: secondsOf(denominator), percent },
    state,
    ...judgedWindow(result, period),
    grounds,
  }
}

function controlLine(line: CommitmentResult, result: ControlResult, period: Period): CommitmentResult {
  const { good, bad, unknown, running, rate, numerator, denominator, state, grounds } = result
  const treatment = result.clause.unknown ?? 'missed'
  const counted = {
    met: good + (treatment === 'met' ? unknown : 0),
    missed: bad + (treatment === 'missed' ? unknown : 0),
    excluded: treatment === 'excluded' ? unknown : 0,
    running,
    notApplicable: 0,
  }
  return {
    ...line,
    counted,
    rate: rate === null ? null : { numerator, denominator, percent: rateText(rate, result.target) },
    target: targetText(result.target),
    state,
    ...judgedWindow(result, period),
    wilson: wilsonInterval(numerator, denominator),
    grounds,
  }
}

function judgedWindow(
  { window, provisional }: Pick<AvailabilityResult, 'window' | 'provisional'>,
  { from, to }: Period,
) {
  return {
    ...(window.from === from && window.to === to ? {} : { window }),
    ...(provisional ? { provisional: true as const } : {}),
  }
}
