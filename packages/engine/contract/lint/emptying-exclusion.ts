import { called } from '../../base/called.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { AvailabilityCommitment } from '../../commitments/clause-types.ts'
import type { Contract } from '../contract.ts'
import { agreedPeriods, longestOf } from './agreed-time.ts'

/** Above a tenth of the agreed time, what is left out decides the rate. */
const LARGEST_SHARE = 10

/**
 * More than a tenth of the agreed time is left out of an availability: by maintenance, or because the rate is judged in
 * fewer hours than the service is promised for.
 */
export const emptyingExclusion: LintRule<Contract> = {
  id: 'SL14',
  severity: 'warning',
  title: localise('Exclusion vidant l’engagement', 'Exclusion that empties the target'),
  why: localise(
    'Plus d’un dixième du temps promis ne compte pas : le taux affiché ne dit plus ce que vivent les utilisateurs.',
    'More than a tenth of the promised time does not count: the rate shown no longer tells what users live.',
  ),
  mend: localise(
    'Réduisez la maintenance exclue, ou jugez le taux sur toutes les heures promises.',
    'Reduce the maintenance left out, or judge the rate over all the promised hours.',
  ),
  find(contract) {
    return contract.commitments.targets.flatMap((target, index): readonly Violation[] =>
      target.type === 'availability'
        ? [...byMaintenance(contract, target, index), ...byHours(contract, target, index)]
        : [],
    )
  },
}

function byMaintenance(contract: Contract, target: AvailabilityCommitment, index: number): readonly Violation[] {
  const { maintenance, clause, calendar } = target
  const most = maintenance?.convention === 'counted' ? undefined : longestOf(maintenance?.atMost)
  if (most === undefined) return []
  const share = Math.max(0, ...agreedPeriods(contract, target, calendar).map(({ agreed }) => percent(most, agreed)))
  if (share <= LARGEST_SHARE) return []
  return [
    {
      path: ['commitments', 'targets', index, 'maintenance', 'atMost'],
      clause,
      message: localise(
        `${called(target)} : la maintenance peut retirer ${Math.min(share, 100)} % de la plage de service.`,
        `${called(target)}: maintenance may take away ${Math.min(share, 100)} % of the agreed service time.`,
      ),
    },
  ]
}

function byHours(contract: Contract, target: AvailabilityCommitment, index: number): readonly Violation[] {
  const service = contract.commitments.services?.find(({ id }) => id === target.service)
  if (service?.hours === undefined || service.hours === target.calendar) return []
  const judged = new Map(agreedPeriods(contract, target, target.calendar).map(({ from, agreed }) => [from, agreed]))
  const shares = agreedPeriods(contract, target, service.hours).map(({ from, agreed }) =>
    percent(agreed - (judged.get(from) ?? 0), agreed),
  )
  const share = Math.max(0, ...shares)
  if (share <= LARGEST_SHARE) return []
  return [
    {
      path: ['commitments', 'targets', index, 'calendar'],
      clause: target.clause,
      message: localise(
        `${called(target)} : le service est promis sur « ${service.hours} » et jugé sur « ${target.calendar} » ; ${share} % des heures promises ne comptent pas.`,
        `${called(target)}: the service is promised over "${service.hours}" and judged over "${target.calendar}"; ${share} % of the promised hours do not count.`,
      ),
    },
  ]
}

/** Rounded up to a whole percent. */
function percent(part: number, whole: number): number {
  return Math.ceil((part * 100) / whole)
}
