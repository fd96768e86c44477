import { groupBy } from '../../base/group-by.ts'
import type { Instant } from '../../base/instant.ts'
import { lesser } from '../../base/money.ts'
import { bonusLines } from './bonus-lines.ts'
import { findChronicBreaches, type MissedMonth } from './chronic-breach.ts'
import { claimFindings } from './claim-findings.ts'
import { cutToCaps, emptyCapMemory } from './cut-to-caps.ts'
import { type Draft, type DraftCache, draftLines, emptyMemory } from './draft-lines.ts'
import { type Malus, type MetRuns, takeBack } from './earn-back.ts'
import type { CapLine, PenaltyFinding, PenaltyLine } from './penalty.ts'
import type { PenaltyMonth } from './penalty-month.ts'
import { NO_RUN, nextRun, type Run } from './runs.ts'

/** The amounts of one month. Lines + cap lines = `minor`. */
export type SettledMonth = {
  readonly month: PenaltyMonth
  readonly lines: readonly PenaltyLine[]
  readonly capLines: readonly CapLine[]
  readonly notDue: readonly PenaltyLine[]
  readonly minor: bigint
  /** The part of it that is incurred. */
  readonly incurred: bigint
  /** Some amount, or some limit, has no base. */
  readonly faulty: 'fee-missing' | 'not-computable' | undefined
  readonly findings: readonly PenaltyFinding[]
}

/**
 * The amounts of every month, oldest first (normal form: evaluate → recurrence → cumulation → caps → bonus and earn-back,
 * each line rounded half-up to the cent). A month depends on those before it alone: runs, caps of a year and of the
 * contract, maluses to earn back.
 */
export function settleMonths(months: readonly PenaltyMonth[], drafts?: DraftCache): readonly SettledMonth[] {
  const runs = new Map<string, Run>()
  const memory = emptyMemory(drafts)
  const caps = emptyCapMemory()
  const capsOfIncurred = emptyCapMemory()
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
    // Caps cut first what is not incurred.
    const due = known.filter(({ line }) => line.due === 'due')
    const incurred = lesser(cutToCaps(due, month, capsOfIncurred).minor, minor)
    const bonus = bonusLines(month, caps)
    const bonusMinor = sumOf(bonus.lines) + bonus.capLines.reduce((sum, { amount }) => sum + amount.minor, 0n)
    const back = takeBack(month, maluses, metRuns)
    noteMaluses(known, month, { minor, incurred }, maluses)
    const extra = [...bonus.lines, ...back.lines]
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
      minor: minor + bonusMinor + sumOf(back.lines),
      incurred: incurred + bonusMinor + back.incurred,
      faulty: faultOf(allFaults),
      findings: [
        ...allFaults.map(({ code, message, steps }) => ({ code, clause: steps.at(-1)?.clause ?? '', message })),
        ...findChronicBreaches(month, runs, missedMonths),
        ...unstatedCumulation(known, month),
        ...claimFindings(known, month),
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
function noteMaluses(drafts: readonly Draft[], month: PenaltyMonth, left: Malus['pool'], maluses: Malus[]): void {
  const byCommitment = groupBy(drafts, ({ line }) => line.commitment)
  const pool = { ...left }
  const { label: period, from } = month.period
  for (const [commitment, ofCommitment] of byCommitment) {
    const lines = ofCommitment.map(({ line }) => line)
    const minor = sumOf(lines)
    if (minor <= 0n) continue
    const incurred = sumOf(lines.filter(({ due }) => due === 'due'))
    const penalties = new Set(lines.map(({ penalty }) => penalty))
    const isSettled = (before: Instant) => month.acts.isSettled(commitment, penalties, before)
    maluses.push({ commitment, period, from, minor, incurred, pool, isSettled, cancelled: false })
  }
}

/** One event met several rules and the contract does not say how they cumulate. */
function unstatedCumulation(drafts: readonly Draft[], { rules }: PenaltyMonth): readonly PenaltyFinding[] {
  if (rules?.cumulation !== undefined) return []
  const several = [...groupBy(drafts, ({ event }) => event).values()].filter(
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
