import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'

/** Penalties from which phase on: nothing says whether the first months are an observation. */
export const noPenaltyStart: LintRule<Contract> = {
  id: 'PE09',
  severity: 'warning',
  title: localise('Début des pénalités non fixé', 'Start of penalties unset'),
  why: localise(
    'Pendant la prise en charge, les délais sont presque toujours manqués : sans période d’observation, le premier mois finit en litige.',
    'During the take-over times are nearly always missed: without a period of observation the first month ends in a dispute.',
  ),
  mend: localise(
    'Déclarez les phases du contrat : { id: observation, from: …, to: …, penalties: waived }, puis { id: run, from: …, penalties: due }.',
    'Declare the phases of the contract: { id: observation, from: …, to: …, penalties: waived }, then { id: run, from: …, penalties: due }.',
  ),
  find({ commitments: { penalties = [] }, phases }) {
    if (penalties.length === 0 || phases.length > 0) return []
    return [
      {
        path: ['commitments', 'penalties'],
        message: localise(
          'Rien ne dit à partir de quelle phase les pénalités sont dues.',
          'Nothing says from which phase on penalties are owed.',
        ),
      },
    ]
  },
}
