import { called } from '../../base/called.ts'
import { civilDateOf } from '../../base/civil-date.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { sayTime } from '../../base/say-time.ts'
import type { Contract } from '../contract.ts'
import { agreedPeriods, longestOf } from './agreed-time.ts'

/** The shortest outage that counts is as long as all the downtime that the rate allows in a period. */
export const outageThresholdTooHigh: LintRule<Contract> = {
  id: 'SL13',
  severity: 'warning',
  title: localise('Seuil de comptage trop haut', 'Counting threshold too high'),
  why: localise(
    'Les interruptions plus courtes que le seuil ne comptent pas, et chacune suffirait déjà à manquer le taux promis.',
    'Outages under the threshold do not count, and each of them would be enough to miss the promised rate.',
  ),
  mend: localise(
    'Baissez minimumOutage, ou promettez un taux plus bas.',
    'Lower minimumOutage, or promise a lower rate.',
  ),
  find(contract) {
    return contract.commitments.targets.flatMap((target, index) => {
      const least = target.type === 'availability' ? longestOf(target.minimumOutage) : undefined
      if (target.type !== 'availability' || least === undefined) return []
      const { numerator, denominator } = target.atLeast
      const found = agreedPeriods(contract, target, target.calendar).find(
        ({ agreed }) => BigInt(least) * denominator >= BigInt(agreed) * (denominator - numerator),
      )
      if (found === undefined) return []
      const allowed = Number((BigInt(found.agreed) * (denominator - numerator)) / denominator)
      const { year, month } = civilDateOf(found.from)
      const since = `${String(month).padStart(2, '0')}/${year}`
      return [
        {
          path: ['commitments', 'targets', index, 'minimumOutage'],
          clause: target.clause,
          message: localise(
            `${called(target)} ne compte pas les interruptions de moins de ${sayTime(least).fr}, et n’en permet que ${sayTime(allowed).fr} en tout (période de ${since}).`,
            `${called(target)} does not count outages under ${sayTime(least).en}, and allows only ${sayTime(allowed).en} in all (period of ${since}).`,
          ),
        },
      ]
    })
  },
}
