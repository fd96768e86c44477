import { called } from '../../base/called.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { addRatio, compareRatio, formatPercent, ratioOf } from '../../base/ratio.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** A rate of availability and a rate of failure that do not make 100 % together. */
export const inconsistentRates: LintRule<CommitmentsChapter> = {
  id: 'SL16',
  severity: 'error',
  title: localise('Taux incohérents', 'Inconsistent rates'),
  why: localise(
    'La même clause promet deux taux différents : 99,9 % de disponibilité laissent 0,1 % de panne, pas plus.',
    'The same clause promises two different rates: 99.9 % of availability leaves 0.1 % of failure, no more.',
  ),
  mend: localise(
    'Gardez un seul des deux taux, ou rendez-les complémentaires.',
    'Keep one of the two, or make them add up to 100 %.',
  ),
  find({ targets }) {
    return targets.flatMap((target, index) => {
      if (target.type !== 'availability' || target.failureAtMost === undefined) return []
      const sum = addRatio(target.atLeast, target.failureAtMost)
      if (compareRatio(sum, ratioOf(1n, 1n)) === 0) return []
      const [up, down] = [formatPercent(target.atLeast, 3), formatPercent(target.failureAtMost, 3)]
      return [
        {
          path: ['targets', index, 'failureAtMost'],
          clause: target.clause,
          message: localise(
            `${called(target)} : ${french(up)} % de disponibilité et ${french(down)} % de panne ne font pas 100 %.`,
            `${called(target)}: ${plain(up)} % of availability and ${plain(down)} % of failure do not make 100 %.`,
          ),
        },
      ]
    })
  },
}

function plain(digits: string): string {
  return digits.replace(/\.?0+$/, '')
}

function french(digits: string): string {
  return plain(digits).replace('.', ',')
}
