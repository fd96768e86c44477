import { formatMinor, roundMoney } from '../../base/money.ts'
import { ratioOf } from '../../base/ratio.ts'
import { findChronicBreaches, type MissedMonth } from './chronic-breach.ts'
import { type CapMemory, capMessage, cutToCaps, emptyCapMemory } from './cut-to-caps.ts'
import { type Draft, draftLines, emptyMemory } from './draft-lines.ts'
import { type Malus, type MetRuns, takeBack } from './earn-back.ts'
import type { CapLine, PenaltyFinding, PenaltyLine } from './penalty.ts'
import type { JudgedPeriod, PenaltyMonth } from './penalty-month.ts'
import { priceSum } from './price-sum.ts'
import { bonusAmount } from './rate-amounts.ts'
import { NO_RUN, nextRun, type Run } from './runs.ts'
import { sumText } from './say-figure.ts'

/** The amounts of one month. Lines + cap lines = `minor`. */
export type SettledMonth = {
  readonly month: PenaltyMonth
  readonly lines: readonly PenaltyLine[]
  readonly capLines: readonly CapLine[]
  readonly notDue: readonly PenaltyLine[]
  readonly minor: bigint
  /** Some amount, or some limit, has no base. */
  readonly faulty: 'fee-missing' | 'not-computable' | undefined
  readonly findings: readonly PenaltyFinding[]
}

/**
 * The amounts of every month, oldest first (normal form: evaluate → recurrence → cumulation → caps → bonus and earn-back,
 * each line rounded half-up to the cent). A month depends on those before it alone: runs, caps of a year and of the
 * contract, maluses to earn back.
 */
export function settleMonths(months: readonly PenaltyMonth[]): readonly SettledMonth[] {
  const runs = new Map<string, Run>()
  const memory = emptyMemory()
  const caps = emptyCapMemory()
  const maluses: Malus[] = []
  const metRuns: MetRuns = new Map()
  const missedMonths: MissedMonth[] = []
  return months.map((month) => {
    for (const { commitment, standing } of month.judged) {
      runs.set(commitment, nextRun(runs.get(commitment) ?? NO_RUN, standing))
      if (standing === 'missed') missedMonths.push({ commitment, period: month.period.label, year: month.year })
    }
    const drafts = month.penalties.flatMap((penalty) => draftLines(penalty, month, runs, memory))
    const counted = drafts.filter(({ line, fault }) => counts(line) && fault?.code !== 'tier-gap')
    const known = counted.filter(({ line }) => line.amount !== null)
    const { capLines, minor, faults } = cutToCaps(known, month, caps)
    const bonus = bonusLines(month, caps)
    const back = takeBack(month, maluses, metRuns)
    noteMaluses(known, month, minor, maluses)
    const extra = [...bonus.lines, ...back]
    const allFaults = [
      ...drafts.flatMap(({ fault, line }) => (fault && counts(line) ? [fault] : [])),
      ...faults,
      ...bonus.faults,
    ]
    return {
      month,
      lines: [...counted.map(({ line }) => line), ...extra],
      capLines: [...capLines, ...bonus.capLines],
      notDue: [...drafts.filter(({ line }) => !counts(line)).map(({ line }) => line), ...bonus.notDue],
      minor: minor + sumOf(extra) + bonus.capLines.reduce((sum, { amount }) => sum + amount.minor, 0n),
      faulty: faultOf(allFaults),
      findings: [
        ...allFaults.map(({ code, message, steps }) => ({ code, clause: steps.at(-1)?.clause ?? '', message })),
        ...findChronicBreaches(month, runs, missedMonths),
        ...unstatedCumulation(known, month),
      ],
    }
  })
}

function counts({ due }: PenaltyLine): boolean {
  return due === 'due' || due === 'calculable' || due === 'unknown'
}

function faultOf(faults: readonly { readonly code: string }[]): SettledMonth['faulty'] {
  const codes = faults.map(({ code }) => code)
  if (codes.includes('fee-missing')) return 'fee-missing'
  return codes.includes('not-computable') ? 'not-computable' : undefined
}

function sumOf(lines: readonly PenaltyLine[]): bigint {
  return lines.reduce((sum, { amount }) => sum + (amount?.minor ?? 0n), 0n)
}

/** What a malus of a month is worth for an earn-back: never more than what the caps left of the month. */
function noteMaluses(drafts: readonly Draft[], month: PenaltyMonth, left: bigint, maluses: Malus[]): void {
  const byCommitment = Map.groupBy(drafts, ({ line }) => line.commitment)
  const pool = { minor: left }
  for (const [commitment, ofCommitment] of byCommitment) {
    const minor = sumOf(ofCommitment.map(({ line }) => line))
    if (minor > 0n)
      maluses.push({ commitment, period: month.period.label, from: month.period.from, minor, pool, settled: false })
  }
}

/** Bonuses are negative lines, within the cap of a month and of a year that bound the maluses. */
function bonusLines(month: PenaltyMonth, { spent }: CapMemory) {
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
    const allowed = roundMoney(limit.value, currency).minor - (spent.get(key) ?? 0n)
    const kept = rest < allowed ? rest : allowed < 0n ? 0n : allowed
    if (kept < rest) {
      const message = capMessage(cap, sumText(limit.value, currency), 'bonus', false)
      const amount = { minor: rest - kept, currency }
      const clause = rules?.clause ?? 'penaltyRules'
      capLines.push({ cap, clause, period: period.label, limit: roundMoney(limit.value, currency), amount, message })
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
    const text = minor === null ? undefined : sumText(ratioOf(minor, 100n), currency)
    const line: PenaltyLine = {
      penalty: penalty.id,
      clause,
      commitment: judged.commitment,
      period: period.label,
      kind: 'bonus',
      amount: minor === null ? null : { minor, currency },
      due: judged.waivedBy !== undefined ? 'waived' : minor === null ? 'unknown' : month.noticed ? 'due' : 'calculable',
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

/** One event met several rules and the contract does not say how they cumulate. */
function unstatedCumulation(drafts: readonly Draft[], { rules }: PenaltyMonth): readonly PenaltyFinding[] {
  if (rules?.cumulation !== undefined) return []
  const several = [...Map.groupBy(drafts, ({ event }) => event).values()].filter(
    (ofEvent) => new Set(ofEvent.map(({ line }) => `${line.penalty} ${line.commitment}`)).size > 1,
  )
  if (several.length === 0) return []
  return [
    {
      code: 'cumulation-unstated',
      clause: rules?.clause ?? 'penaltyRules',
      message: {
        fr: `${several.length} événement(s) relèvent de plusieurs règles et le contrat ne dit pas comment elles se cumulent\u00a0: elles s’additionnent.`,
        en: `${several.length} event(s) meet several rules and the contract does not say how they cumulate: they add up.`,
      },
    },
  ]
}
