import { parseDuration } from '../../base/duration.ts'
import { MILLISECONDS_PER_DAY, type Milliseconds } from '../../base/instant.ts'
import type { Localised } from '../../base/message.ts'
import { addRatio, multiplyRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayFigure, sayMoney } from '../../base/say-money.ts'
import type { PenaltyClause } from '../penalty-schema.ts'
import { countUnits, type UnitRounding } from './count-units.ts'
import type { Lateness, LateUnit } from './lateness.ts'
import type { PenaltyStep } from './penalty.ts'
import { priceSum } from './price-sum.ts'
import { after, failed, type PriceFrame, type Reckoning } from './reckoning.ts'
import { exactText } from './say-figure.ts'

export type LateClause = NonNullable<PenaltyClause['late']>

/**
 * The amount of one lateness, per unit (started, full or linear); beyond a switch, another rate is added for what lies
 * past it, or replaces the first for all of it. Exactly at the switch, the first rate alone counts.
 */
export function lateAmount(late: LateClause, lateness: Lateness, frame: PriceFrame): Reckoning {
  const { beyond } = late
  const switchAt = beyond === undefined ? undefined : elapsed(beyond.after)
  if (beyond === undefined || switchAt === undefined || lateness.milliseconds <= switchAt) {
    return perUnit(late, late.per, lateness.in(late.per), frame)
  }
  const past = beyond.mode === 'add' ? lateness.milliseconds - switchAt : lateness.milliseconds
  const switched = perUnit(beyond, beyond.per, ratioOf(BigInt(past), BigInt(SIZE[beyond.per])), frame)
  if (beyond.mode === 'replace') return switched
  const size = SIZE[late.per as keyof typeof SIZE]
  if (size === undefined) return noSuchUnit(late.per, frame)
  const first = perUnit(late, late.per, ratioOf(BigInt(switchAt), BigInt(size)), frame)
  if (!first.ok) return first
  if (!switched.ok) return after(first.steps, switched)
  const value = addRatio(first.value, switched.value)
  const text = sayMoney(value, frame.currency)
  const step = stepOf('sum', value, `ensemble\u00a0: ${text.fr}`, `together: ${text.en}`, frame.clause)
  return { ok: true, value, steps: [...first.steps, ...switched.steps, step] }
}

/** A length of the clause’s clock in ms: a day of it is 24 hours. Undefined for months, which have no length. */
export function elapsed(text: string): Milliseconds | undefined {
  const duration = parseDuration(text)
  if (duration === undefined || duration.months > 0) return undefined
  return duration.days * MILLISECONDS_PER_DAY + duration.milliseconds
}

const SIZE = { minute: 60_000, hour: 3_600_000, day: MILLISECONDS_PER_DAY, week: 7 * MILLISECONDS_PER_DAY }

function perUnit(
  rate: Parameters<typeof priceSum>[0] & { readonly rounding: UnitRounding },
  unit: LateUnit,
  exact: Ratio | undefined,
  frame: PriceFrame,
): Reckoning {
  if (exact === undefined) return noSuchUnit(unit, frame)
  const units = countUnits(exact, rate.rounding)
  const each = priceSum(rate, frame)
  const counted = unitsStep(exact, units, unit, rate.rounding, frame.clause)
  if (!each.ok) return after([counted], each)
  const value = multiplyRatio(each.value, units)
  const [times, price, text] = [sayFigure(units), sayMoney(each.value, frame.currency), sayMoney(value, frame.currency)]
  const step = stepOf(
    'product',
    value,
    `${times.fr} × ${price.fr} = ${text.fr}`,
    `${times.en} × ${price.en} = ${text.en}`,
    frame.clause,
  )
  return { ok: true, value, steps: [counted, ...each.steps, step] }
}

function unitsStep(exact: Ratio, units: Ratio, unit: LateUnit, rounding: UnitRounding, clause: string): PenaltyStep {
  const [late, count, name, kept] = [sayFigure(exact), sayFigure(units), UNIT_NAMES[unit], ROUNDINGS[rounding]]
  return stepOf(
    'units',
    units,
    `retard\u00a0: ${late.fr} ${name.fr}, compté ${count.fr} (${kept.fr})`,
    `late by ${late.en} ${name.en}, counted as ${count.en} (${kept.en})`,
    clause,
  )
}

function noSuchUnit(unit: LateUnit, { clause }: PriceFrame): Reckoning {
  const name = UNIT_NAMES[unit]
  return failed(
    'not-computable',
    {
      fr: `Le retard ne se compte pas en ${name.fr} sur l’horloge de cet engagement.`,
      en: `The clock of this commitment does not count lateness in ${name.en}.`,
    },
    clause,
  )
}

function stepOf(what: PenaltyStep['what'], value: Ratio, fr: string, en: string, clause: string): PenaltyStep {
  return { what, value: exactText(value, what === 'units' ? 0 : 2), clause, message: { fr, en } }
}

const UNIT_NAMES: Readonly<Record<LateUnit, Localised>> = {
  minute: { fr: 'minute(s)', en: 'minute(s)' },
  hour: { fr: 'heure(s)', en: 'hour(s)' },
  day: { fr: 'jour(s)', en: 'day(s)' },
  'working-day': { fr: 'jour(s) ouvré(s)', en: 'working day(s)' },
  week: { fr: 'semaine(s)', en: 'week(s)' },
  month: { fr: 'mois', en: 'month(s)' },
}

export const ROUNDINGS: Readonly<Record<UnitRounding, Localised>> = {
  started: { fr: 'toute unité entamée compte', en: 'a started unit counts whole' },
  full: { fr: 'seules les unités entières comptent', en: 'only full units count' },
  linear: { fr: 'au prorata', en: 'in proportion' },
}
