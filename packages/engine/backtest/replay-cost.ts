import type { Assessment } from '../assessment.ts'
import type { Localised } from '../base/message.ts'
import { type Money, roundMoney } from '../base/money.ts'
import type { Period } from '../base/period.ts'
import { compareRatio, type Ratio } from '../base/ratio.ts'
import { type CivilYears, windowAt } from '../commitments/compliance-windows.ts'
import { type DeclaredFee, feeBook } from '../commitments/penalties/fee-book.ts'
import type { ContractHistory } from '../contract/contract.ts'
import { readPeriod } from '../period.ts'
import type { FeeFact } from '../record/read-fees.ts'
import { civilYears, contractSpans, nearestVersion } from '../terms-of-contract.ts'
import { wholeMonths } from '../whole-months.ts'

/** One amount without and with the amendment; null where it is not known. */
export type ReplayAmounts = { readonly before: Money | null; readonly after: Money | null }

/** What the provider is owed (fees), owes (penalties), and what is left: fees less penalties. */
export type CostLine = {
  readonly fees: ReplayAmounts
  readonly penalties: ReplayAmounts
  readonly net: ReplayAmounts
}

/** A fee by month. `counted`: it is in the fees of the months; one that is a multiple of another never is. */
export type FeeReplay = {
  readonly fee: string
  readonly counted: boolean
  readonly months: readonly (ReplayAmounts & { readonly month: string })[]
}

/** What an amendment would have cost, by the whole civil months of a replay. */
export type ReplayCost = {
  readonly currency: string
  readonly months: readonly (CostLine & { readonly month: string })[]
  readonly total: CostLine
  /** `monthly-fee`, and every fee whose amount the amendment changes. */
  readonly fees: readonly FeeReplay[]
}

/** The fee that a contract charges every month, by its name in the format. */
const MONTHLY_FEE = 'monthly-fee'

/**
 * Prices a replay: fees of each month as the version in force at its end declares them, or as a fact states them, and the
 * penalties of both evaluations. `facts` are those of each side (`feesUnderAmendment`).
 */
export function replayCost(
  before: Assessment,
  after: Assessment,
  sides: { readonly before: FeeSide; readonly after: FeeSide },
): ReplayCost {
  const { currency } = before.contract
  const months = monthsOf(before.period, civilYears(contractSpans(sides.before.contract)))
  const money = (value: Ratio | undefined): Money | null => (value === undefined ? null : roundMoney(value, currency))
  const [was, is] = [feesBySide(sides.before, months), feesBySide(sides.after, months)]
  const names = [...new Set([...was.names, ...is.names])].sort()
  const fees = names.flatMap((fee): readonly FeeReplay[] => {
    const own = months.map(({ label }) => ({
      month: label,
      before: money(was.amount(label, fee)),
      after: money(is.amount(label, fee)),
    }))
    if (own.every((month) => month.before === null && month.after === null)) return []
    const changes = own.some((month) => month.before?.minor !== month.after?.minor)
    if (fee !== MONTHLY_FEE && !changes) return []
    return [{ fee, counted: !was.isMultiple(fee) && !is.isMultiple(fee), months: own }]
  })
  const counted = fees.filter((fee) => fee.counted)
  const lines = months.map(({ label }, index) => {
    const feesOf = (side: keyof ReplayAmounts) =>
      counted.length === 0
        ? null
        : sumOf(
            counted.map((fee) => owed(fee, index, side, currency)),
            currency,
          )
    const line = (side: keyof ReplayAmounts, assessment: Assessment) => {
      const [fee, penalty] = [feesOf(side), penaltyOf(assessment, label, currency)]
      return { fee, penalty, net: less(fee, penalty) }
    }
    const [old, amended] = [line('before', before), line('after', after)]
    return {
      month: label,
      fees: { before: old.fee, after: amended.fee },
      penalties: { before: old.penalty, after: amended.penalty },
      net: { before: old.net, after: amended.net },
    }
  })
  const total = (of: keyof CostLine): ReplayAmounts => ({
    before: totalOf(
      lines.map((line) => line[of].before),
      currency,
    ),
    after: totalOf(
      lines.map((line) => line[of].after),
      currency,
    ),
  })
  return {
    currency,
    months: lines,
    total: { fees: total('fees'), penalties: total('penalties'), net: total('net') },
    fees,
  }
}

/** A contract with the facts of fees that hold under it. */
export type FeeSide = { readonly contract: ContractHistory; readonly facts: readonly FeeFact[] }

/**
 * The facts of fees that hold under the amended contract: what was invoiced says nothing of a fee whose amount the
 * amendment changes. `dropped` names those fees.
 */
export function feesUnderAmendment(
  { contract, facts }: FeeSide,
  amended: ContractHistory,
): { readonly facts: readonly FeeFact[]; readonly dropped: readonly string[] } {
  const { timeZone } = contract.versions[0]
  const isChanged = ({ month, fee }: FeeFact): boolean => {
    const reading = readPeriod({ month }, timeZone, { firstAt: undefined, lastAt: undefined })
    if (!reading.ok) return false
    const [was, is] = [contract, amended].map((one) => feeBook(month, [], declaredAt(one, reading.period))(fee))
    return was !== undefined && is !== undefined ? compareRatio(was, is) !== 0 : was !== is
  }
  const gone = facts.filter(isChanged)
  return {
    facts: facts.filter((fact) => !gone.includes(fact)),
    dropped: [...new Set(gone.map(({ fee }) => fee))].sort(),
  }
}

/** What a reader must know where facts of fees were left aside. */
export function droppedFeesNote(dropped: readonly string[]): readonly Localised[] {
  if (dropped.length === 0) return []
  const names = dropped.join(', ')
  return [
    {
      fr: `L’avenant change ${names}\u00a0: les montants constatés ne valent que sans lui, ceux de l’avenant avec lui.`,
      en: `The amendment changes ${names}: the amounts stated by facts hold without it, those of the amendment with it.`,
    },
  ]
}

function monthsOf(period: Period, years: CivilYears): readonly Period[] {
  const { whole } = wholeMonths(period, years, () => '')
  const months: Period[] = []
  if (whole === undefined) return months
  for (let at = whole.from; at < whole.to; at = months.at(-1)?.to ?? whole.to) months.push(windowAt(at, 'month', years))
  return months
}

function feesBySide({ contract, facts }: FeeSide, months: readonly Period[]) {
  const declared = new Map(months.map((month) => [month.label, declaredAt(contract, month)]))
  const books = new Map([...declared].map(([month, fees]) => [month, feeBook(month, facts, fees)]))
  const labels = new Set(months.map(({ label }) => label))
  return {
    names: [
      ...[...declared.values()].flatMap((fees) => Object.keys(fees)),
      ...facts.flatMap(({ month, fee }) => (labels.has(month) ? [fee] : [])),
    ],
    amount: (month: string, fee: string) => books.get(month)?.(fee),
    isMultiple: (fee: string) =>
      [...declared.values()].some((fees) => {
        const one = Object.hasOwn(fees, fee) ? fees[fee] : undefined
        return one !== undefined && 'of' in one
      }),
  }
}

function declaredAt(contract: ContractHistory, month: Period): Readonly<Record<string, DeclaredFee>> {
  return nearestVersion(contractSpans(contract), month.to - 1).chapters.evolution?.pricing?.fees ?? {}
}

/** The monthly fee without amount is unknown; another fee that a side does not have is not owed there. */
function owed({ fee, months }: FeeReplay, index: number, side: keyof ReplayAmounts, currency: string): Money | null {
  const amount = months[index]?.[side] ?? null
  return amount === null && fee !== MONTHLY_FEE ? { minor: 0n, currency } : amount
}

/** A contract without penalties owes none. */
function penaltyOf({ penalties }: Assessment, month: string, currency: string): Money | null {
  if (penalties?.status === 'no-penalty') return { minor: 0n, currency }
  return penalties?.months.find(({ period }) => period === month)?.total ?? null
}

function less(a: Money | null, b: Money | null): Money | null {
  return a === null || b === null ? null : { minor: a.minor - b.minor, currency: a.currency }
}

function sumOf(amounts: readonly (Money | null)[], currency: string): Money | null {
  let minor = 0n
  for (const amount of amounts) {
    if (amount === null) return null
    minor += amount.minor
  }
  return { minor, currency }
}

function totalOf(amounts: readonly (Money | null)[], currency: string): Money | null {
  return amounts.length === 0 ? null : sumOf(amounts, currency)
}
