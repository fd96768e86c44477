import type { Ratio } from '@vigie/engine'
import type { Penalty } from '../clause-types.ts'
import type { Inline } from '../document-model.ts'
import { en, fr, inlineOf } from '../inline.ts'
import { type Sum, saySum } from '../sums.ts'
import type { Writing } from '../writing.ts'

type Tier = NonNullable<Penalty['tiers']>[number]

/** `toute heure commencée étant due`. */
export function roundingText(rounding: 'started' | 'full' | 'linear', unit: string, writing: Writing): Inline {
  const { say } = writing
  const feminine = ['minute', 'hour', 'week'].includes(unit)
  const name = unitText(unit, writing)
  switch (rounding) {
    case 'started':
      return say(
        fr`${feminine ? 'toute' : 'tout'} ${name} ${feminine ? 'commencée' : 'commencé'} étant ${feminine ? 'due' : 'dû'}`,
        en`each ${name} started being due`,
      )
    case 'full':
      return say(
        fr`${feminine ? 'seules les unités entières' : 'seules les unités entières'} étant dues`,
        en`only full units being due`,
      )
    case 'linear':
      return say(fr`au prorata`, en`in proportion`)
  }
}

/** `heure`, `hour`. */
export function unitText(unit: string, { text }: Writing): string {
  const names: Readonly<Record<string, string>> = {
    minute: text('minute', 'minute'),
    hour: text('heure', 'hour'),
    day: text('jour', 'day'),
    'working-day': text('jour ouvré', 'working day'),
    week: text('semaine', 'week'),
    month: text('mois', 'month'),
    point: text('point', 'point'),
  }
  return names[unit] ?? unit
}

/** `5 % de la redevance mensuelle, pour un taux d’au moins 99 % et de moins de 99,5 % ;`. */
export function tierText(tier: Tier, writing: Writing): Inline {
  const { say } = writing
  return say(
    fr`${tierAmount(tier, writing)}, ${tierSpan(tier, writing)} ;`,
    en`${tierAmount(tier, writing)}, ${tierSpan(tier, writing)};`,
  )
}

/** What a tier costs. */
export function tierAmount(tier: Tier, writing: Writing): Inline {
  const { say, decimal } = writing
  if ('times' in tier)
    return say(fr`le montant de base ×${decimal(tier.times)}`, en`the base amount ×${decimal(tier.times)}`)
  return saySum(tier as Sum, writing)
}

/** Where a tier applies. */
export function tierSpan(tier: Tier, writing: Writing): Inline {
  const { say, percent } = writing
  if ('from' in tier || 'below' in tier) {
    const { from, below } = tier as { readonly from?: Ratio; readonly below?: Ratio }
    if (from !== undefined && below !== undefined)
      return say(
        fr`pour un taux d’au moins ${percent(from)} et de moins de ${percent(below)}`,
        en`for a rate of at least ${percent(from)} and under ${percent(below)}`,
      )
    if (below !== undefined)
      return say(fr`pour un taux de moins de ${percent(below)}`, en`for a rate under ${percent(below)}`)
    return from === undefined
      ? []
      : say(fr`pour un taux d’au moins ${percent(from)}`, en`for a rate of at least ${percent(from)}`)
  }
  const { above, upTo } = tier as { readonly above?: Ratio | string; readonly upTo?: Ratio | string }
  const bound = (value: Ratio | string): string =>
    typeof value === 'string' ? writing.duration(value) : percent(value)
  const isTime = typeof (above ?? upTo) === 'string'
  const what = isTime
    ? say(fr`pour un retard`, en`for lateness`)
    : say(fr`pour un écart à l’objectif`, en`for a gap to the target`)
  if (upTo !== undefined && (above === undefined || isNothing(above)))
    return say(fr`${what} d’au plus ${bound(upTo)}`, en`${what} of at most ${bound(upTo)}`)
  if (above !== undefined && upTo !== undefined)
    return say(
      fr`${what} de plus de ${bound(above)} et d’au plus ${bound(upTo)}`,
      en`${what} of more than ${bound(above)} and at most ${bound(upTo)}`,
    )
  return above === undefined
    ? inlineOf('')
    : say(fr`${what} de plus de ${bound(above)}`, en`${what} of more than ${bound(above)}`)
}

/** A bound of zero, which says nothing. */
function isNothing(bound: Ratio | string): boolean {
  return typeof bound === 'string' ? /^P[T0A-Z]*$/.test(bound) : bound.numerator === 0n
}

/** A bonus in favour of the provider. */
export function bonusText(bonus: NonNullable<Penalty['bonus']>, writing: Writing): Inline {
  const { say, percent } = writing
  const { above, per, rounding } = bonus
  const each = per === undefined ? [] : say(fr` par point`, en` for each point`)
  const rounded =
    rounding === undefined
      ? []
      : say(fr`, ${roundingText(rounding, 'point', writing)}`, en`, ${roundingText(rounding, 'point', writing)}`)
  return say(
    fr`au-dessus de ${percent(above)}, un bonus en faveur du Prestataire de ${saySum(bonus as Sum, writing)}${each}${rounded} ;`,
    en`above ${percent(above)}, a bonus in favour of the Provider of ${saySum(bonus as Sum, writing)}${each}${rounded};`,
  )
}
