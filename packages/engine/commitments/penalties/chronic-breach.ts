import type { Localised } from '../../base/message.ts'
import type { PenaltyRulesClause } from '../penalty-schema.ts'
import type { PenaltyFinding } from './penalty.ts'
import type { PenaltyMonth } from './penalty-month.ts'
import type { Run } from './runs.ts'

/** A commitment missed in a period, in a contract year. */
export type MissedMonth = { readonly commitment: string; readonly period: string; readonly year: string }

/**
 * The rights that a chronic breach gives: so many missed periods in a row, or within the contract year (clause kind:
 * manquement répété). A finding, never an act.
 */
export function findChronicBreaches(
  month: PenaltyMonth,
  runs: ReadonlyMap<string, Run>,
  missedMonths: readonly MissedMonth[],
): readonly PenaltyFinding[] {
  const chronic = month.rules?.chronicBreach
  if (chronic === undefined) return []
  const { months, consecutive = false, of, gives } = chronic
  const named = of === undefined ? undefined : typeof of === 'string' ? [of] : of
  const missedNow = month.judged.filter(({ standing }) => standing === 'missed').map(({ commitment }) => commitment)
  return missedNow
    .filter((commitment) => named === undefined || named.includes(commitment))
    .flatMap((commitment) => {
      const count = consecutive
        ? (runs.get(commitment)?.missed ?? 0)
        : missedMonths.filter((one) => one.commitment === commitment && one.year === month.year).length
      return count < months ? [] : [findingOf(commitment, count, consecutive, gives, month)]
    })
}

type Right = NonNullable<PenaltyRulesClause['chronicBreach']>['gives']

const RIGHTS: Readonly<Record<Right, Localised>> = {
  'right-to-terminate': { fr: 'droit de résilier', en: 'a right to terminate' },
  'step-in': { fr: 'droit de faire exécuter aux frais et risques', en: 'a right to step in' },
  escalation: { fr: 'droit d’escalade', en: 'a right to escalate' },
}

function findingOf(
  commitment: string,
  count: number,
  consecutive: boolean,
  gives: Right,
  { rules }: PenaltyMonth,
): PenaltyFinding {
  const right = RIGHTS[gives]
  return {
    code: 'chronic-breach',
    clause: rules?.clause ?? 'penaltyRules',
    message: {
      fr: `${commitment}\u00a0: ${count} période(s) manquées ${consecutive ? 'de suite' : 'dans l’année contractuelle'}\u00a0: le contrat ouvre un ${right.fr}.`,
      en: `${commitment}: ${count} period(s) missed ${consecutive ? 'in a row' : 'in the contract year'}: the contract gives ${right.en}.`,
    },
  }
}
