import type { JsonValue } from '../assessment-json.ts'
import { formatInstant } from '../base/instant.ts'
import type { Language } from '../base/message.ts'
import { formatPercent, formatRatio, type Ratio, ratioOf } from '../base/ratio.ts'
import { sayTarget } from '../commitments/say-target.ts'
import type { TargetSearch } from './search-target.ts'
import type { TargetPoint } from './sweep-targets.ts'
import { thinCurve } from './thin-curve.ts'

/** A search as the document of `backtest --search --json`; targets in the unit that `unit` names. */
export function targetSearchJson(search: TargetSearch, language: Language): JsonValue {
  const { commitment, clause, label, unit, period, at, share, own, found, answers, curve, fixed } = search
  return {
    commitment,
    clause,
    ...(label === undefined ? {} : { label }),
    period: { from: formatInstant(period.from), to: formatInstant(period.to), label: period.label },
    at: formatInstant(at),
    unit,
    share: percentOf(share),
    own: {
      text: sayTarget(own.target)[language],
      met: own.met,
      missed: own.missed,
      percent: rateOf(own),
    },
    found: found === null ? null : pointJson(found),
    answers: answers.map((answer) => ({
      share: percentOf(answer.share),
      found: answer.found === null ? null : pointJson(answer.found),
    })),
    fixed,
    curve: thinCurve(curve, MOST_POINTS, found).map(pointJson),
  }
}

const MOST_POINTS = 500

function pointJson(point: TargetPoint): JsonValue {
  return { ...point, percent: rateOf(point) }
}

function rateOf({ met, missed }: Pick<TargetPoint, 'met' | 'missed'>): string | null {
  return met + missed === 0 ? null : formatPercent(ratioOf(BigInt(met), BigInt(met + missed)), 2)
}

function percentOf({ numerator, denominator }: Ratio): string {
  return formatRatio(ratioOf(numerator * 100n, denominator), 6).replace(/\.?0+$/, '')
}
