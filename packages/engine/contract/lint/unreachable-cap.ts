import type { Path } from '../../base/document/source-node.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Localised } from '../../base/message.ts'
import { numbered } from '../../base/numbered.ts'
import { compareRatio, multiplyRatio, parseDecimal, type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayMoney } from '../../base/say-money.ts'
import type { PenaltyClause } from '../../commitments/penalty-schema.ts'
import type { Contract } from '../contract.ts'
import { CAP_LEVELS, type CapLevel, capsOf, sumsOf, type WrittenSum } from './sums.ts'

type AmountOf = (sum: WrittenSum) => Ratio | undefined
type Cap = { readonly level: CapLevel; readonly value: Ratio; readonly path: Path }

/** A tier or a cap above another cap that bounds it: its amount is never owed. */
export const unreachableCap: LintRule<Contract> = {
  id: 'PE14',
  severity: 'warning',
  title: localise('Palier ou plafond jamais atteignable', 'Tier or cap never reached'),
  why: localise(
    'Le montant annoncé ne sera jamais dû : un autre plafond l’arrête avant, et le contrat paraît plus sévère qu’il n’est.',
    'The announced amount will never be owed: another cap stops it before, and the contract looks stricter than it is.',
  ),
  mend: localise(
    'Relevez le plafond qui l’arrête, ou baissez ce montant.',
    'Raise the cap that stops it, or lower this amount.',
  ),
  find(contract) {
    const amountOf = sumsOf(contract)
    const { penalties = [], penaltyRules } = contract.commitments
    const common = capsAt(penaltyRules ?? {}, ['commitments', 'penaltyRules', 'cap'], amountOf)
    const money = (value: Ratio) => sayMoney(value, contract.currency)
    return [
      ...common.flatMap((cap) => stopped(cap, common, money, penaltyRules?.clause)),
      ...penalties.flatMap((penalty, index): readonly Violation[] => {
        const path = ['commitments', 'penalties', index]
        const own = capsAt(penalty, [...path, 'cap'], amountOf)
        return [
          ...own.flatMap((cap) => stopped(cap, [...own, ...common], money, penalty.clause)),
          ...tiersAbove(penalty, [...own, ...common], path, amountOf, money),
        ]
      }),
    ]
  },
}

const LEVELS: Readonly<Record<CapLevel, Localised>> = {
  event: localise('par événement', 'by event'),
  month: localise('par mois', 'by month'),
  year: localise('par an', 'by year'),
  contract: localise('du contrat', 'of the contract'),
}

function capsAt(clause: Pick<PenaltyClause, 'cap'>, path: Path, amountOf: AmountOf): readonly Cap[] {
  return capsOf(clause, amountOf).map(({ level, value }) => ({ level, value, path: [...path, level] }))
}

/** A cap is stopped by a smaller one of a wider level (or the same); a yearly cap also by twelve monthly ones. */
function stopped(
  cap: Cap,
  others: readonly Cap[],
  money: (value: Ratio) => Localised,
  clause: string | undefined,
): readonly Violation[] {
  const wide = CAP_LEVELS.indexOf(cap.level)
  const wider = others.find(
    (one) => one !== cap && CAP_LEVELS.indexOf(one.level) >= wide && compareRatio(one.value, cap.value) < 0,
  )
  const monthly = cap.level === 'year' ? others.find(({ level }) => level === 'month') : undefined
  const twelve = monthly && multiplyRatio(monthly.value, ratioOf(12n, 1n))
  const small = twelve !== undefined && compareRatio(twelve, cap.value) < 0 ? monthly : undefined
  const by = wider ?? small
  if (by === undefined) return []
  const isYearly = wider === undefined && twelve !== undefined
  const [own, other] = [money(cap.value), money(isYearly ? twelve : by.value)]
  const reason = isYearly
    ? localise(`douze plafonds mensuels ne font que ${other.fr}`, `twelve monthly caps make only ${other.en}`)
    : localise(`le plafond ${LEVELS[by.level].fr} est de ${other.fr}`, `the cap ${LEVELS[by.level].en} is ${other.en}`)
  return [
    {
      path: cap.path,
      ...numbered(clause),
      message: localise(
        `Plafond ${LEVELS[cap.level].fr} de ${own.fr} jamais atteint : ${reason.fr}.`,
        `The cap ${LEVELS[cap.level].en} of ${own.en} is never reached: ${reason.en}.`,
      ),
    },
  ]
}

function tiersAbove(
  { id, clause, base, tiers = [] }: PenaltyClause,
  caps: readonly Cap[],
  path: Path,
  amountOf: AmountOf,
  money: (value: Ratio) => Localised,
): readonly Violation[] {
  return tiers.flatMap((tier, index) => {
    const amount = amountOfTier(tier, base, amountOf)
    const cap = amount && caps.find(({ value }) => compareRatio(value, amount) < 0)
    if (amount === undefined || cap === undefined) return []
    const [own, other] = [money(amount), money(cap.value)]
    return [
      {
        path: [...path, 'tiers', index],
        ...numbered(clause),
        message: localise(
          `${id} : ce palier de ${own.fr} n’est jamais dû en entier, le plafond ${LEVELS[cap.level].fr} est de ${other.fr}.`,
          `${id}: this tier of ${own.en} is never owed in full, the cap ${LEVELS[cap.level].en} is ${other.en}.`,
        ),
      },
    ]
  })
}

/** The amount of a tier: its own sum, or the base so many times. */
export function amountOfTier(
  tier: NonNullable<PenaltyClause['tiers']>[number],
  base: PenaltyClause['base'],
  amountOf: AmountOf,
): Ratio | undefined {
  if (!('times' in tier)) return amountOf(tier)
  const unit = base === undefined ? undefined : amountOf(base)
  return unit && multiplyRatio(unit, parseDecimal(tier.times) ?? ratioOf(1n, 1n))
}
