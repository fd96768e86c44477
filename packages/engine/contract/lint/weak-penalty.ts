import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { compareRatio, formatPercent, multiplyRatio, parseDecimal, type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayMoney } from '../../base/say-money.ts'
import type { PenaltyClause } from '../../commitments/penalty-schema.ts'
import type { Contract } from '../contract.ts'
import { rateTargetOf } from './rate-target.ts'
import { capsOf, smallest, sumsOf, totalOf, type WrittenSum } from './sums.ts'
import { amountOfTier } from './unreachable-cap.ts'

type AmountOf = (sum: WrittenSum) => Ratio | undefined

const ONE = ratioOf(1n, 1n)
const HUNDRED = ratioOf(100n, 1n)

/** The most that a month can cost, every target missed, is under one percent of the monthly fee. */
export const weakPenalty: LintRule<Contract> = {
  id: 'PE12',
  severity: 'info',
  title: localise('Pénalité peu dissuasive', 'Weak penalty'),
  why: localise(
    'Au pire mois, le prestataire perd moins d’un centième de sa redevance : ne pas tenir lui coûte moins que tenir.',
    'In the worst month the provider loses less than a hundredth of its fee: to miss costs it less than to meet.',
  ),
  mend: localise(
    'Relevez les montants ou le plafond mensuel ; dix à quinze pour cent de la redevance sont usuels.',
    'Raise the amounts or the monthly cap; ten to fifteen percent of the fee are usual.',
  ),
  find(contract) {
    const { penalties = [], penaltyRules } = contract.commitments
    const amountOf = sumsOf(contract)
    const fee = amountOf({ share: ONE, of: 'monthly-fee' })
    const malus = penalties.filter(({ base, late, shortfall, tiers }) => base ?? late ?? shortfall ?? tiers)
    if (malus.length === 0 || fee === undefined || fee.numerator === 0n) return []
    const worst = worstMonth(contract, malus, amountOf)
    if (worst === undefined || compareRatio(multiplyRatio(worst, HUNDRED), fee) >= 0) return []
    const share = formatPercent(ratioOf(worst.numerator * fee.denominator, worst.denominator * fee.numerator), 2)
    const amount = sayMoney(worst, contract.currency)
    return [
      {
        path: penaltyRules === undefined ? ['commitments', 'penalties'] : ['commitments', 'penaltyRules'],
        message: localise(
          `Au pire mois, les pénalités font ${amount.fr}, soit ${share.replace('.', ',')} % de la redevance mensuelle.`,
          `In the worst month penalties are ${amount.en}, ${share} % of the monthly fee.`,
        ),
      },
    ]
  },
}

/** Sum of the largest amounts, cut by the caps; `undefined` where nothing bounds it. */
function worstMonth(contract: Contract, penalties: readonly PenaltyClause[], amountOf: AmountOf): Ratio | undefined {
  const bounds = penalties.map((penalty) =>
    smallest([largest(contract, penalty, amountOf), ...monthly(penalty, amountOf)]),
  )
  const known = bounds.flatMap((bound) => bound ?? [])
  const sum = known.length === bounds.length ? totalOf(known) : undefined
  return smallest([sum, ...monthly(contract.commitments.penaltyRules ?? {}, amountOf)])
}

function monthly(clause: Pick<PenaltyClause, 'cap'>, amountOf: AmountOf): readonly Ratio[] {
  return capsOf(clause, amountOf).flatMap(({ level, value }) => (level === 'event' ? [] : [value]))
}

/** Most that one rule yields in a month; `undefined`: as much as there are breaches or hours late, or of an unknown fee. */
function largest(contract: Contract, penalty: PenaltyClause, amountOf: AmountOf): Ratio | undefined {
  const { base, late, shortfall, tiers = [], recurrence = [], for: sanctioned } = penalty
  const lateness = tiers.some(
    (tier) => ('above' in tier || 'upTo' in tier) && typeof (tier.above ?? tier.upTo) === 'string',
  )
  if (late !== undefined || lateness || (base !== undefined && base.per !== 'period' && tiers.length === 0))
    return undefined
  const sums = [base, shortfall].flatMap((sum) => sum ?? []).map(amountOf)
  if ([...sums, ...tiers.map((tier) => amountOfTier(tier, base, amountOf))].includes(undefined)) return undefined
  const factor = recurrence
    .map((times) => parseDecimal(times) ?? ONE)
    .reduce((a, b) => (compareRatio(a, b) < 0 ? b : a), ONE)
  const each = sanctioned.map((target) => {
    const points = multiplyRatio(rateTargetOf(contract, target) ?? ONE, HUNDRED)
    const short = shortfall && amountOf(shortfall)
    const steps = tiers.flatMap((tier) => amountOfTier(tier, base, amountOf) ?? [])
    const top = steps.reduce((a, b) => (compareRatio(a, b) < 0 ? b : a), ratioOf(0n, 1n))
    const flat = tiers.length === 0 && base !== undefined ? amountOf(base) : undefined
    return totalOf([...(short ? [multiplyRatio(short, points)] : []), top, ...(flat ? [flat] : [])])
  })
  return multiplyRatio(totalOf(each), factor)
}
