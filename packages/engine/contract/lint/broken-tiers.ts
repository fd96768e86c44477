import { called } from '../../base/called.ts'
import { parseDuration } from '../../base/duration.ts'
import { MILLISECONDS_PER_DAY } from '../../base/instant.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Localised } from '../../base/message.ts'
import { numbered } from '../../base/numbered.ts'
import { compareRatio, formatRatio, multiplyRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayTime } from '../../base/say-time.ts'
import { type Tier, tierAxis } from '../../commitments/penalties/pick-tier.ts'
import type { Contract } from '../contract.ts'
import { rateTargetOf } from './rate-target.ts'

/**
 * Tiers that do not partition what lies between the target and the worst: a rate in no tier, or in two. On a rate
 * `[from, below)` from 0 to the target; on a gap or a lateness `(above, upTo]` from 0 without end (semantics, *Penalties*).
 */
export const brokenTiers: LintRule<Contract> = {
  id: 'PE01',
  severity: 'error',
  title: localise('Paliers avec trou ou chevauchement', 'Tiers with a gap or an overlap'),
  why: localise(
    'Un résultat qui tombe dans le trou ne coûte rien ; dans un chevauchement, on ne sait pas quel montant s’applique.',
    'A result that falls into the gap costs nothing; in an overlap nobody knows which amount applies.',
  ),
  mend: localise(
    'Faites se toucher les paliers, du pire résultat jusqu’à la cible : le « below » de l’un est le « from » du suivant.',
    'Make the tiers touch, from the worst result to the target: the "below" of one is the "from" of the next.',
  ),
  find(contract) {
    return (contract.commitments.penalties ?? []).flatMap((penalty, index) => {
      const { clause, for: sanctioned, tiers = [] } = penalty
      const bands = tiers.map(bandOf)
      const targets = sanctioned.flatMap((target) => rateTargetOf(contract, target) ?? [])
      const faults = AXES.flatMap((axis) =>
        faultsOf(
          axis,
          bands.filter((band) => band.axis === axis),
          targets,
        ),
      )
      if (faults.length === 0) return []
      return [
        {
          path: ['commitments', 'penalties', index, 'tiers'],
          ...numbered(clause),
          message: localise(
            `${called(penalty)} : ${faults.map(({ fr }) => fr).join(' ; ')}.`,
            `${called(penalty)}: ${faults.map(({ en }) => en).join('; ')}.`,
          ),
        },
      ]
    })
  },
}

const AXES = ['rate', 'gap', 'lateness'] as const
type Axis = (typeof AXES)[number]

/** A tier between two values of its axis: shares, or milliseconds; `to` absent: without end. */
type Band = { readonly axis: Axis; readonly from: Ratio; readonly to?: Ratio }

const ZERO = ratioOf(0n, 1n)

function bandOf(tier: Tier): Band {
  const axis = tierAxis(tier)
  const [from, to] =
    'above' in tier || 'upTo' in tier
      ? [tier.above, tier.upTo]
      : 'from' in tier || 'below' in tier
        ? [tier.from, tier.below]
        : []
  const [low, high] = [boundOf(from), boundOf(to)]
  return { axis, from: low ?? ZERO, ...(high !== undefined && { to: high }) }
}

function boundOf(bound: Ratio | string | undefined): Ratio | undefined {
  if (typeof bound !== 'string') return bound
  const { days, milliseconds } = parseDuration(bound) ?? { days: 0, milliseconds: 0 }
  return ratioOf(BigInt(days * MILLISECONDS_PER_DAY + milliseconds), 1n)
}

function faultsOf(axis: Axis, bands: readonly Band[], targets: readonly Ratio[]): readonly Localised[] {
  const sorted = bands.toSorted((a, b) => compareRatio(a.from, b.from))
  const [first] = sorted
  if (first === undefined) return []
  const say = (value: Ratio) => sayBound(axis, value)
  return [
    ...(compareRatio(first.from, ZERO) > 0 ? [gap(say(ZERO), say(first.from))] : []),
    ...sorted.slice(1).flatMap((band, index): readonly Localised[] => {
      const before = sorted[index]
      if (before?.to === undefined) return [overlap(say(band.from), band.to && say(band.to))]
      const order = compareRatio(before.to, band.from)
      if (order === 0) return []
      return [order < 0 ? gap(say(before.to), say(band.from)) : overlap(say(band.from), say(before.to))]
    }),
    ...endFault(axis, sorted, targets),
  ]
}

/** The side of the target on a rate; the far end on a gap or a lateness. */
function endFault(axis: Axis, sorted: readonly Band[], targets: readonly Ratio[]): readonly Localised[] {
  if (sorted.some(({ to }) => to === undefined)) return []
  const ends = sorted.flatMap(({ to }) => (to === undefined ? [] : [to]))
  const end = ends.reduce((a, b) => (compareRatio(a, b) < 0 ? b : a), ZERO)
  const say = (value: Ratio) => sayBound(axis, value)
  switch (axis) {
    case 'lateness':
      return [localise(`rien au-delà de ${say(end).fr}`, `nothing beyond ${say(end).en}`)]
    case 'gap': {
      const short = targets.find((target) => compareRatio(end, target) < 0)
      return short === undefined ? [] : [localise(`rien au-delà de ${say(end).fr}`, `nothing beyond ${say(end).en}`)]
    }
    case 'rate': {
      const short = targets.find((target) => compareRatio(end, target) < 0)
      if (short !== undefined) return [gap(say(end), say(short))]
      const past = targets.find((target) => compareRatio(end, target) > 0)
      return past === undefined
        ? []
        : [
            localise(
              `un palier va jusqu’à ${say(end).fr}, au-delà de la cible de ${say(past).fr}`,
              `a tier reaches ${say(end).en}, beyond the target of ${say(past).en}`,
            ),
          ]
    }
  }
}

function gap(from: Localised, to: Localised): Localised {
  return localise(`aucun palier entre ${from.fr} et ${to.fr}`, `no tier between ${from.en} and ${to.en}`)
}

function overlap(from: Localised, to: Localised | undefined): Localised {
  if (to === undefined) return localise(`deux paliers à partir de ${from.fr}`, `two tiers from ${from.en} on`)
  return localise(`deux paliers entre ${from.fr} et ${to.fr}`, `two tiers between ${from.en} and ${to.en}`)
}

function sayBound(axis: Axis, value: Ratio): Localised {
  if (axis === 'lateness') return sayTime(Number(value.numerator))
  const digits = formatRatio(multiplyRatio(value, ratioOf(100n, 1n)), 4).replace(/\.?0+$/, '')
  const unit = axis === 'gap' ? { fr: 'points', en: 'points' } : { fr: '%', en: '%' }
  return localise(`${digits.replace('.', ',')} ${unit.fr}`, `${digits} ${unit.en}`)
}
