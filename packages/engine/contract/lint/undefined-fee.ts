import type { Path } from '../../base/document/source-node.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'

/** A share of a fee that the price book does not define: the amount has no base. */
export const undefinedFee: LintRule<Contract> = {
  id: 'PE02',
  severity: 'error',
  title: localise('Assiette absente', 'No base amount'),
  why: localise(
    'Une part d’un montant que le contrat ne définit pas ne se calcule pas : la pénalité est inapplicable.',
    'A share of an amount that the contract does not define cannot be computed: the penalty cannot be applied.',
  ),
  mend: localise('Définissez la redevance dans evolution.pricing.fees.', 'Define the fee in evolution.pricing.fees.'),
  find: (contract) => [...undefinedFees(contract), ...timesOfNothing(contract)],
}

function undefinedFees(contract: Contract): readonly Violation[] {
  const fees = new Set(Object.keys(contract.chapters.evolution?.pricing?.fees ?? {}))
  const { penalties = [], penaltyRules } = contract.commitments
  return [
    ...penalties.flatMap((penalty, index) =>
      sharesIn(penalty, ['commitments', 'penalties', index]).map((share) => ({ ...share, clause: penalty.clause })),
    ),
    ...sharesIn(penaltyRules, ['commitments', 'penaltyRules']).map((share) => ({
      ...share,
      clause: penaltyRules?.clause,
    })),
  ]
    .filter(({ fee }) => !fees.has(fee))
    .map(
      ({ fee, path, clause }): Violation => ({
        path,
        ...(clause !== undefined && { clause }),
        message: localise(
          `Assiette absente : la redevance « ${fee} » n’est pas définie.`,
          `No base: the fee "${fee}" is not defined.`,
        ),
        hint: localise(
          `Définissez-la dans evolution.pricing.fees : { ${fee}: { amount: 2580.00 } }.`,
          `Define it in evolution.pricing.fees: { ${fee}: { amount: 2580.00 } }.`,
        ),
      }),
    )
}

/** Tiers that multiply a base that the penalty does not have. */
function timesOfNothing({ commitments: { penalties = [] } }: Contract): readonly Violation[] {
  return penalties.flatMap(({ id, clause, base, tiers = [] }, index) => {
    if (base !== undefined || !tiers.some((tier) => 'times' in tier)) return []
    return [
      {
        path: ['commitments', 'penalties', index, 'tiers'],
        ...numbered(clause),
        message: localise(
          `Assiette absente : les paliers de ${id} multiplient un montant qui n’est pas dit.`,
          `No base: the tiers of ${id} multiply an amount that is not stated.`,
        ),
        hint: localise('Ajoutez base: { amount: 50.00 }.', 'Add base: { amount: 50.00 }.'),
      },
    ]
  })
}

/** Every `{ share, of }` in a clause, at any depth: base, tiers, caps. */
function sharesIn(value: unknown, path: Path): readonly { readonly fee: string; readonly path: Path }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => sharesIn(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  if ('share' in value && 'of' in value && typeof value.of === 'string')
    return [{ fee: value.of, path: [...path, 'of'] }]
  return Object.entries(value).flatMap(([key, inner]) => sharesIn(inner, [...path, key]))
}
