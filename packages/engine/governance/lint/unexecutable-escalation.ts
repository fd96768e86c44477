import { parseDuration } from '../../base/duration.ts'
import { MILLISECONDS_PER_DAY } from '../../base/instant.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { compareRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { GovernanceChapter } from '../clause-schema.ts'

/** An escalation whose level does not come after the one before it; a level without delay or contact cannot be read. */
export const unexecutableEscalation: LintRule<GovernanceChapter> = {
  id: 'GO03',
  severity: 'error',
  title: localise('Escalade non exécutable', 'Escalation that cannot be carried out'),
  why: localise(
    'Une alerte qui part avant celle du niveau d’en dessous, ou sans destinataire, ne sert à personne le jour de la panne.',
    'An alert that goes before that of the level below, or to nobody, helps no one on the day.',
  ),
  mend: localise(
    'Donnez à chaque niveau un délai plus long que le précédent (after ou at) et qui est prévenu (notify).',
    'Give each level a longer delay than the one before (after or at), and who is told (notify).',
  ),
  find({ escalation = [] }) {
    return escalation.flatMap(({ id, label, clause, steps }, index) =>
      steps.flatMap((step, level) => {
        const before = steps.slice(0, level).findLast((one) => (one.at === undefined) === (step.at === undefined))
        if (before === undefined || compareRatio(whenOf(before), whenOf(step)) < 0) return []
        return [
          {
            path: ['escalation', index, 'steps', level],
            ...numbered(clause),
            message: localise(
              `Escalade non exécutable : le niveau ${level + 1} de « ${label ?? id} » ne vient pas après le précédent.`,
              `An escalation that cannot be carried out: level ${level + 1} of "${label ?? id}" does not come after the one before.`,
            ),
          },
        ]
      }),
    )
  },
}

type Step = NonNullable<GovernanceChapter['escalation']>[number]['steps'][number]

/** When a step is due: a share of the target, or elapsed time, months counted as thirty days. */
function whenOf({ at, after }: Step): Ratio {
  if (at !== undefined) return at
  const { months, days, milliseconds } = parseDuration(after ?? 'PT0S') ?? { months: 0, days: 0, milliseconds: 0 }
  return ratioOf(BigInt((months * 30 + days) * MILLISECONDS_PER_DAY + milliseconds), 1n)
}
