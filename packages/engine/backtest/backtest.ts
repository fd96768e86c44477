import type { Assessment, CommitmentResult, EvaluationInput } from '../assessment.ts'
import type { Instant } from '../base/instant.ts'
import type { Issue } from '../base/issue.ts'
import type { Localised } from '../base/message.ts'
import type { Measure } from '../commitments/measure.ts'
import type { Replay } from '../contract/read-replay.ts'
import { evaluate } from '../evaluate.ts'
import { explain } from '../explain.ts'
import { compareStandings, noteStandings } from './compare-standings.ts'
import type { Flip } from './flip.ts'
import { droppedFeesNote, type FeeSide, feesUnderAmendment, type ReplayCost, replayCost } from './replay-cost.ts'

/** The facts and the span of a replay, as an evaluation takes them. */
export type BacktestInput = Omit<EvaluationInput, 'contract' | 'previous' | 'onMeasure'> & { readonly replay: Replay }

/** One commitment with and without the amendment; absent where that contract does not have it. */
export type CommitmentReplay = {
  readonly id: string
  readonly before?: CommitmentResult
  readonly after?: CommitmentResult
}

/** The same facts under a contract as it is and as it would be (clause kind: amendment). */
export type Backtest = {
  readonly replay: Replay
  readonly before: Assessment
  readonly after: Assessment
  /** In the order of the contract as it is, then what the amendment adds. */
  readonly commitments: readonly CommitmentReplay[]
  /** By ticket id, then measure and cycle; only clocks that do not count alike are kept. */
  readonly flips: readonly Flip[]
  /** Fees, penalties and what is left of them, by month; absent where penalties were not asked. */
  readonly cost?: ReplayCost
  /** What a reader must know of the figures, beside the notes of the replay. */
  readonly notes: readonly Localised[]
}

export type BacktestReading =
  | { readonly ok: true; readonly backtest: Backtest }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/**
 * Evaluates the same facts twice, without and with an amendment, and explains every clock that flips. Between the two it
 * keeps one integer a ticket; what a flipped ticket was without the amendment is measured again.
 */
export function backtest({ replay, ...input }: BacktestInput): BacktestReading {
  const { note, standings } = noteStandings()
  const before = evaluate({ ...input, contract: replay.contract, onMeasure: note })
  if (!before.ok) return before
  const { at } = before.assessment
  const comparison = compareStandings(standings, (ticket) => measuresOf(ticket, { replay, ...input }, at))
  const { penalties } = input
  const own: FeeSide = { contract: replay.contract, facts: penalties?.fees ?? [] }
  const fees = feesUnderAmendment(own, replay.amended)
  const after = evaluate({
    ...input,
    ...(penalties === undefined ? {} : { penalties: { ...penalties, fees: fees.facts } }),
    contract: replay.amended,
    onMeasure: comparison.note,
  })
  if (!after.ok) return after
  return {
    ok: true,
    backtest: {
      replay,
      before: before.assessment,
      after: after.assessment,
      commitments: pair(before.assessment.commitments, after.assessment.commitments),
      flips: comparison.flips(),
      notes: droppedFeesNote(fees.dropped),
      ...(penalties === undefined
        ? {}
        : {
            cost: replayCost(before.assessment, after.assessment, {
              before: own,
              after: { contract: replay.amended, facts: fees.facts },
            }),
          }),
    },
  }
}

function measuresOf(ticket: string, { replay, record }: BacktestInput, at: Instant): readonly Measure[] {
  const reading = explain({ contract: replay.contract, record, ticket, at })
  return reading.ok ? reading.explanation.measures : []
}

function pair(before: readonly CommitmentResult[], after: readonly CommitmentResult[]): readonly CommitmentReplay[] {
  const now = new Map(after.map((result) => [result.id, result]))
  const known = new Set(before.map(({ id }) => id))
  return [
    ...before.map((result): CommitmentReplay => {
      const other = now.get(result.id)
      return { id: result.id, before: result, ...(other && { after: other }) }
    }),
    ...after.filter(({ id }) => !known.has(id)).map((result) => ({ id: result.id, after: result })),
  ]
}
