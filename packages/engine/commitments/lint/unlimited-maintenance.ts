import { called } from '../../base/called.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** Planned maintenance that leaves the figures, without a notice or without a limit. */
export const unlimitedMaintenance: LintRule<CommitmentsChapter> = {
  id: 'SL12',
  severity: 'warning',
  title: localise('Maintenance planifiée illimitée', 'Unlimited planned maintenance'),
  why: localise(
    'Toute coupure peut être rebaptisée maintenance : annoncée à la dernière minute ou sans limite, elle ne compte jamais.',
    'Any outage may be renamed maintenance: announced at the last minute or without a limit, it never counts.',
  ),
  mend: localise(
    'Fixez un préavis et une durée maximale par période : maintenance: { notice: P3D, atMost: PT8H }.',
    'Set a notice and a longest duration for each period: maintenance: { notice: P3D, atMost: PT8H }.',
  ),
  find({ targets }) {
    return targets.flatMap((target, index) => {
      if (target.type !== 'availability' || target.maintenance === undefined) return []
      const { convention, notice, atMost } = target.maintenance
      if (convention === 'counted' || (notice !== undefined && atMost !== undefined)) return []
      const missing = [
        ...(notice === undefined ? [localise('sans préavis (notice)', 'without a notice (notice)')] : []),
        ...(atMost === undefined ? [localise('sans durée maximale (atMost)', 'without a limit (atMost)')] : []),
      ]
      return [
        {
          path: ['targets', index, 'maintenance'],
          clause: target.clause,
          message: localise(
            `${called(target)} : maintenance planifiée ${missing.map(({ fr }) => fr).join(' et ')}.`,
            `${called(target)}: planned maintenance ${missing.map(({ en }) => en).join(' and ')}.`,
          ),
        },
      ]
    })
  },
}
