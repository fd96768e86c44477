import { formatMinor, minorWithin, roundMoney } from '../../base/money.ts'
import { ratioOf } from '../../base/ratio.ts'
import { sayMoney } from '../../base/say-money.ts'
import { type CapMemory, capMessage } from './cut-to-caps.ts'
import type { CapLine, PenaltyLine } from './penalty.ts'
import type { JudgedPeriod, PenaltyMonth } from './penalty-month.ts'
import { priceSum } from './price-sum.ts'
import { bonusAmount } from './rate-amounts.ts'
import type { Reckoning } from './reckoning.ts'

/** Bonuses of a month: counted, waived by a phase, and what their caps cut (positive lines). */
export type BonusLines = {
  readonly lines: readonly PenaltyLine[]
  readonly notDue: readonly PenaltyLine[]
  readonly capLines: readonly CapLine[]
  readonly faults: readonly Extract<Reckoning, { readonly ok: false }>[]
}

/**
 * Bonuses are negative lines, within the cap of a month and of a year that bound the maluses. No notice makes them due: they
 * sanction nothing.
 */
export function bonusLines(month: PenaltyMonth, { spent }: CapMemory): BonusLines {
  const { currency, rules, period } = month
  const lines: PenaltyLine[] = []
  const notDue: PenaltyLine[] = []
  const faults: Extract<ReturnType<typeof priceSum>, { readonly ok: false }>[] = []
  for (const penalty of month.penalties) {
    const clause = penalty.clause ?? penalty.id
    const commitments = typeof penalty.for === 'string' ? [penalty.for] : penalty.for
    for (const judged of month.judged.filter(({ commitment }) => commitments.includes(commitment))) {
      const line = bonusLine(judged, clause, penalty)
      if (line !== undefined) (judged.waivedBy === undefined ? lines : notDue).push(line)
    }
  }
  const capLines: CapLine[] = []
  let rest = -sumOf(lines)
  for (const cap of ['month', 'year'] as const) {
    const sum = rules?.cap?.[cap]
    if (sum === undefined || rest === 0n) continue
    const limit = priceSum(sum, frameOf(rules?.clause ?? 'penaltyRules'))
    if (!limit.ok) {
      faults.push(limit)
      continue
    }
    const key = `bonus ${cap} ${cap === 'year' ? month.year : period.label}`
    const allowed = minorWithin(limit.value) - (spent.get(key) ?? 0n)
    const kept = rest < allowed ? rest : allowed < 0n ? 0n : allowed
    if (kept < rest) {
      const message = capMessage(cap, sayMoney(limit.value, currency), 'bonus', false)
      const amount = { minor: rest - kept, currency }
      const clause = rules?.clause ?? 'penaltyRules'
      capLines.push({
        cap,
        clause,
        period: period.label,
        limit: { minor: minorWithin(limit.value), currency },
        amount,
        message,
      })
    }
    rest = kept
  }
  const year = `bonus year ${month.year}`
  spent.set(year, (spent.get(year) ?? 0n) + rest)
  return { lines, notDue, capLines, faults }

  function frameOf(clause: string) {
    return { currency, clause, fee: month.fee, openHours: month.openHours }
  }

  function bonusLine(judged: JudgedPeriod, clause: string, penalty: PenaltyMonth['penalties'][number]) {
    if (judged.outcome !== 'met' || judged.measured === undefined) return undefined
    const reckoning = bonusAmount(penalty, judged.measured, frameOf(clause))
    if (reckoning === undefined) return undefined
    if (!reckoning.ok && judged.waivedBy === undefined) faults.push(reckoning)
    const minor = reckoning.ok ? -roundMoney(reckoning.value, currency).minor : null
    const text = minor === null ? undefined : sayMoney(ratioOf(minor, 100n), currency)
    const line: PenaltyLine = {
      penalty: penalty.id,
      clause,
      commitment: judged.commitment,
      period: period.label,
      kind: 'bonus',
      amount: minor === null ? null : { minor, currency },
      due: judged.waivedBy !== undefined ? 'waived' : minor === null ? 'unknown' : 'due',
      chain:
        minor === null || text === undefined
          ? reckoning.steps
          : [
              ...reckoning.steps,
              {
                what: 'rounded' as const,
                value: formatMinor(minor),
                clause,
                message: {
                  fr: `bonus arrondi au centime\u00a0: ${text.fr}`,
                  en: `bonus rounded to the cent: ${text.en}`,
                },
              },
            ],
      grounds: { rule: penalty.id, clause, contractVersion: month.contractVersion, evidence: judged.evidence },
    }
    return line
  }
}

function sumOf(lines: readonly PenaltyLine[]): bigint {
  return lines.reduce((sum, { amount }) => sum + (amount?.minor ?? 0n), 0n)
}
