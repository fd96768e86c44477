import type { Instant } from '../../base/instant.ts'
import { formatMinor, lesser } from '../../base/money.ts'
import { ratioOf } from '../../base/ratio.ts'
import { sayMoney } from '../../base/say-money.ts'
import type { PenaltyLine } from './penalty.ts'
import type { PenaltyMonth } from './penalty-month.ts'

/** What one commitment cost in one month, while nothing has cancelled it. */
export type Malus = {
  readonly commitment: string
  readonly period: string
  /** First instant of the month. */
  readonly from: Instant
  readonly minor: bigint
  /** The part of it that is incurred. */
  readonly incurred: bigint
  /** What is left of the month’s total, shared by its maluses. */
  readonly pool: { minor: bigint; incurred: bigint }
  /** Whether the parties settled it before an instant: it can be earned back no more. */
  readonly isSettled: (before: Instant) => boolean
  cancelled: boolean
}

/** By commitment, the first instants of its met periods in a row. */
export type MetRuns = Map<string, readonly Instant[]>

/**
 * After so many met periods in a row, the latest malus before them that is neither cancelled nor settled is cancelled (clause
 * kind: earn-back, récupération de pénalité). The count then begins again. Neutral periods leave it as it is. `incurred`
 * is the part of the lines that cancels what was incurred: zero or less.
 */
export function takeBack(
  month: PenaltyMonth,
  maluses: readonly Malus[],
  runs: MetRuns,
): { readonly lines: readonly PenaltyLine[]; readonly incurred: bigint } {
  const { earnBack } = month.rules ?? {}
  const lines: PenaltyLine[] = []
  let incurred = 0n
  for (const { commitment, standing, from, evidence } of month.judged) {
    if (standing === 'neutral') continue
    const met = standing === 'met' ? [...(runs.get(commitment) ?? []), from] : []
    runs.set(commitment, met)
    const since = earnBack === undefined ? undefined : met.at(-earnBack.after)
    if (earnBack === undefined || since === undefined) continue
    const malus = maluses.findLast(
      (one) => one.commitment === commitment && !one.cancelled && one.from < since && !one.isSettled(month.period.to),
    )
    if (malus === undefined) continue
    malus.cancelled = true
    runs.set(commitment, [])
    const minor = lesser(malus.minor, malus.pool.minor)
    if (minor <= 0n) continue
    malus.pool.minor -= minor
    const due = lesser(lesser(malus.incurred, malus.pool.incurred), minor)
    malus.pool.incurred -= due
    incurred -= due
    lines.push(lineOf(month, malus, minor, earnBack.after, due === minor ? 'due' : 'calculable', evidence))
  }
  return { lines, incurred }
}

function lineOf(
  { period, currency, contractVersion, rules }: PenaltyMonth,
  malus: Malus,
  minor: bigint,
  met: number,
  due: 'due' | 'calculable',
  evidence: readonly string[],
): PenaltyLine {
  const clause = rules?.clause ?? 'penaltyRules'
  const text = sayMoney(ratioOf(minor, 100n), currency)
  return {
    penalty: 'earn-back',
    clause,
    commitment: malus.commitment,
    period: period.label,
    kind: 'earn-back',
    amount: { minor: -minor, currency },
    due,
    chain: [
      {
        what: 'earn-back',
        value: formatMinor(-minor),
        clause,
        message: {
          fr: `${met} période(s) tenues de suite\u00a0: le malus de ${malus.period} (${text.fr}) est annulé`,
          en: `${met} period(s) met in a row: the malus of ${malus.period} (${text.en}) is cancelled`,
        },
      },
    ],
    grounds: { rule: 'earn-back', clause, contractVersion, evidence },
  }
}
