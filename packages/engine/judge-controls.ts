import { type Duration, parseDuration } from './base/duration.ts'
import type { Grounds } from './base/grounds.ts'
import type { Instant } from './base/instant.ts'
import type { Period } from './base/period.ts'
import { addDuration } from './calendar/add-duration.ts'
import { judgedSpan } from './commitments/compliance-windows.ts'
import type { ControlClause } from './commitments/control-schema.ts'
import { assessControl, type ControlTerms } from './commitments/controls/assess-control.ts'
import type { ControlVerdict } from './commitments/controls/control-verdict.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import type { ControlFact } from './record/read-controls.ts'
import { civilYears, contractSpans, nearestVersion, zoneOf } from './terms-of-contract.ts'

export type ControlsInput = {
  readonly contract: ContractHistory
  readonly controls: readonly ControlFact[]
  readonly period: Period
  /** The observation; absent: the period's end. Nothing after it is known. */
  readonly at?: Instant
}

/** One recurring control under one clause over its window. */
export type ControlResult = ControlVerdict & {
  readonly clause: ControlClause
  readonly contractVersion: string
  /** The clause's own window up to the asked period's end, where it is longer than the period. */
  readonly window: Period
  /** The window, or the observation, ends before the clause's own window does, or nothing has fallen due yet. */
  readonly provisional: boolean
  readonly grounds: Grounds
}

/**
 * Every control clause in force at the last instant of the period (semantics, *Recurring controls*). Recurrences begin
 * at the `effectiveFrom` of the contract as signed. Pure; the order of the facts never matters.
 */
export function judgeControls({ contract, controls, period, at = period.to }: ControlsInput): readonly ControlResult[] {
  const spans = contractSpans(contract)
  const version = nearestVersion(spans, period.to - 1)
  const anchor = spans[0].from
  return (version.commitments.controls ?? []).map((clause) => {
    const { judged, unfinished } = spanOf(clause, period, spans)
    const verdict = assessControl(termsOf(clause, version, anchor), controls, judged, at)
    const own = controls.filter((fact) => fact.control === clause.control && fact.at <= at).length
    return {
      ...verdict,
      clause,
      contractVersion: version.version,
      window: judged,
      provisional: unfinished || at < judged.to - 1 || verdict.inProgress,
      grounds: {
        rule: clause.id,
        clause: clause.clause ?? clause.id,
        contractVersion: version.version,
        evidence: [`controls: ${own}`],
      },
    }
  })
}

function spanOf({ over }: ControlClause, period: Period, spans: ReturnType<typeof contractSpans>) {
  if (over === undefined) return { judged: period, unfinished: false }
  const whole = { atLeast: WHOLE, over, by: 'stop', minimumCount: 0, small: 'informative' } as const
  return judgedSpan(period, whole, civilYears(spans))
}

const WHOLE = { numerator: 1n, denominator: 1n }

function termsOf(clause: ControlClause, contract: Contract, anchor: Instant): ControlTerms {
  const zone = zoneOf(contract)
  const quantity = quantityOf(clause, contract)
  return {
    clause,
    ...duration('every', clause.every),
    ...duration('within', clause.within),
    ...duration('tolerance', clause.tolerance),
    anchor,
    ...(quantity === undefined ? {} : { quantity }),
    add: (from, length) => addDuration(from, length, zone),
  }
}

/** The declared size of the asset class that the clause names. */
function quantityOf({ population }: ControlClause, { chapters }: Contract): number | undefined {
  const named = population?.assetClass
  if (named === undefined) return undefined
  return chapters.scope?.assetClasses?.find(({ id }) => id === named)?.quantity
}

function duration<Key extends string>(key: Key, text: string | undefined): { readonly [K in Key]?: Duration } {
  if (text === undefined) return {}
  const read = parseDuration(text)
  if (read === undefined) throw new RangeError(`no ISO 8601 duration: ${text}`)
  return { [key]: read } as { readonly [K in Key]?: Duration }
}
