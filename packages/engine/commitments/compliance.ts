import type { Localised } from '../base/message.ts'
import { compareRatio, formatPercent, ratioOf } from '../base/ratio.ts'
import type { Compliance } from './clause-types.ts'
import type { CommitmentResult, Rate, SmallSample } from './compliance-result.ts'
import { type WilsonInterval, wilsonInterval } from './wilson.ts'

/** Measures met and missed in one window of a clause. */
export type Window = { readonly label: string; readonly met: number; readonly missed: number }

export type Judgement = {
  readonly met: number
  readonly missed: number
  readonly rate: Rate | null
  readonly wilson: WilsonInterval | null
  readonly state: CommitmentResult['state']
  readonly small?: SmallSample
}

/**
 * Judges one commitment: met ÷ (met + missed) against the clause, with its small-sample rule.
 * `earlier`, under `carry-over`: the windows of the contract year before the judged one, oldest first; `endsYear`: no later window of the contract year can take this one over.
 */
export function judgeCompliance(
  judged: Window,
  earlier: readonly Window[],
  compliance: Compliance | undefined,
  endsYear: boolean,
): Judgement {
  const waiting = compliance?.small === 'carry-over' ? waitingOf(earlier, compliance.minimumCount) : []
  const set = [...waiting, judged]
  const met = set.reduce((sum, window) => sum + window.met, 0)
  const missed = set.reduce((sum, window) => sum + window.missed, 0)
  const count = met + missed
  const figures = { met, missed, rate: rateOf(met, count), wilson: wilsonInterval(met, count) }
  if (count === 0) return { ...figures, state: 'not-applicable' }
  if (compliance === undefined) return { ...figures, state: 'informative' }

  const reached = compareRatio(ratioOf(BigInt(met), BigInt(count)), compliance.atLeast) >= 0
  const plain = reached ? 'met' : 'missed'
  const { small: rule, minimumCount } = compliance
  const joined = waiting.map((window) => window.label)
  const small = (message: Localised): SmallSample => ({ rule, minimumCount, count, joined, message })
  if (count >= minimumCount) {
    return joined.length === 0
      ? { ...figures, state: plain }
      : { ...figures, state: plain, small: small(judgedTogether(joined, count)) }
  }
  switch (rule) {
    case 'one-miss-allowed':
      return { ...figures, state: missed <= 1 ? 'met' : plain, small: small(oneMissAllowed(count, minimumCount)) }
    case 'informative':
      return { ...figures, state: 'informative', small: small(informative(count, minimumCount)) }
    case 'carry-over':
      return endsYear
        ? { ...figures, state: plain, small: small(yearEnded(count, minimumCount)) }
        : { ...figures, state: 'informative', small: small(carriedOn(count, minimumCount)) }
  }
}

/** `percent` never shows 100.00 for less; null where nothing was counted. */
export function rateOf(numerator: number, denominator: number): Rate | null {
  if (denominator === 0) return null
  return {
    numerator,
    denominator,
    percent: formatPercent(ratioOf(BigInt(numerator), BigInt(denominator)), 2),
  }
}

/** The windows that still wait to be judged: those since a window reached the count, and so was judged itself. */
function waitingOf(earlier: readonly Window[], minimumCount: number): readonly Window[] {
  let start = 0
  let count = 0
  earlier.forEach((window, index) => {
    count += window.met + window.missed
    if (count >= minimumCount) {
      start = index + 1
      count = 0
    }
  })
  return earlier.slice(start).filter((window) => window.met + window.missed > 0)
}

function oneMissAllowed(count: number, minimum: number): Localised {
  return {
    fr: `${measuresFr(count)}, moins que les ${minimum} du contrat\u00a0: un seul manquement est admis.`,
    en: `${measuresEn(count)}, fewer than the contract's ${minimum}: one miss is allowed.`,
  }
}

function informative(count: number, minimum: number): Localised {
  return {
    fr: `${measuresFr(count)}, moins que les ${minimum} du contrat\u00a0: le taux est donné pour information.`,
    en: `${measuresEn(count)}, fewer than the contract's ${minimum}: the rate is given for information.`,
  }
}

function carriedOn(count: number, minimum: number): Localised {
  return {
    fr: `${measuresFr(count)}, moins que les ${minimum} du contrat\u00a0: elles seront jugées avec la période suivante.`,
    en: `${measuresEn(count)}, fewer than the contract's ${minimum}: to be judged with the next period.`,
  }
}

function yearEnded(count: number, minimum: number): Localised {
  return {
    fr: `${measuresFr(count)}, moins que les ${minimum} du contrat, jugées en fin d’année contractuelle.`,
    en: `${measuresEn(count)}, fewer than the contract's ${minimum}, judged at the end of the contract year.`,
  }
}

function judgedTogether(joined: readonly string[], count: number): Localised {
  return {
    fr: `${measuresFr(count)}, jugées avec celles de ${joined.join(', ')}.`,
    en: `${measuresEn(count)}, judged together with those of ${joined.join(', ')}.`,
  }
}

function measuresFr(count: number): string {
  return count === 1 ? '1\u00a0mesure' : `${count}\u00a0mesures`
}

function measuresEn(count: number): string {
  return count === 1 ? '1 measure' : `${count} measures`
}
