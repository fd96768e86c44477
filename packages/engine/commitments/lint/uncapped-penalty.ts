import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** Penalties that nothing bounds: no cap by event, month, year or contract, of their own or common to all. */
export const uncappedPenalty: LintRule<CommitmentsChapter> = {
  id: 'PE03',
  severity: 'error',
  title: localise('Pénalité sans plafond', 'Penalty without a cap'),
  why: localise(
    'Une pénalité sans limite peut dépasser le prix du contrat : le prestataire la fera payer d’avance, ou le juge la réduira.',
    'A penalty without a limit may exceed the price of the contract: the provider will charge for it beforehand, or a judge will cut it.',
  ),
  mend: localise(
    'Fixez un plafond commun : penaltyRules: { cap: { month: { share: 15%, of: monthly-fee } } }.',
    'Set a cap for all: penaltyRules: { cap: { month: { share: 15%, of: monthly-fee } } }.',
  ),
  find({ penalties = [], penaltyRules }) {
    if (hasAny(penaltyRules?.cap)) return []
    const uncapped = penalties.filter(({ cap, late }) => !hasAny(cap) && late?.cap === undefined)
    const [first] = uncapped
    if (first === undefined) return []
    const ids = uncapped.map(({ id }) => id).join(', ')
    return [
      {
        path: penaltyRules === undefined ? ['penalties', penalties.indexOf(first)] : ['penaltyRules'],
        message: localise(`Aucun plafond, à aucun niveau, pour : ${ids}.`, `No cap at any level for: ${ids}.`),
      },
    ]
  },
}

function hasAny(cap: object | undefined): boolean {
  return cap !== undefined && Object.keys(cap).length > 0
}
