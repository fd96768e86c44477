import type { Day, Span } from './days.ts'
import { type Quantiles, type Random, randomOf } from './random.ts'
import type { Setting } from './setting.ts'

/** A span of a component's timeline; `service` where the service stops with it. Epoch seconds. */
export type Outage = Span & {
  readonly component: string
  readonly state: 'down' | 'degraded' | 'unknown' | 'maintenance'
  readonly announcedAt?: number
  /** The service that the component alone carries. */
  readonly service: string
  /** A spare takes over: nobody stops working. */
  readonly spare: boolean
  readonly origin: 'failure' | 'planned' | 'major'
}

/** What goes wrong with the machines over the period, and the weeks that a major incident spoils. */
export type Trouble = { readonly outages: readonly Outage[]; readonly badWeeks: readonly Span[] }

/** The same seed and desk give the same trouble. In order of start. */
export function troubleOf(setting: Setting, seed: number, desk: number): Trouble {
  const components = setting.services.flatMap(({ id, single, spare }) => [
    ...single.map((component) => ({ component, service: id, spare: false })),
    ...spare.map((component) => ({ component, service: id, spare: true })),
  ])
  // A component under several services fails once: the first service that names it carries its tickets.
  const distinct = components.filter(
    ({ component }, index) => components.findIndex((other) => other.component === component) === index,
  )
  const outages = distinct.flatMap((part, index) => {
    const random = randomOf(seed, TROUBLE, desk, index)
    return [...failures(setting, random, part), ...maintenance(setting, random, part, index)]
  })
  const single = distinct.filter(({ spare }) => !spare)
  const majors = majorIncidents(setting, randomOf(seed, TROUBLE, desk, MAJOR), single)
  const apart = outages.filter((outage) => majors.every((major) => isApart(outage, major)))
  return {
    outages: [...apart, ...majors].toSorted(
      (one, other) => one.start - other.start || (one.component < other.component ? -1 : 1),
    ),
    badWeeks: majors.map(({ start }) => ({ start, end: start + SPOILT_DAYS * 86_400 })),
  }
}

type Component = Pick<Outage, 'component' | 'service' | 'spare'>

const TROUBLE = 23
const MAJOR = 1000
const MINUTE = 60
/** A major incident weighs on the desk until the end of the next week. */
const SPOILT_DAYS = 10
/** Days between two failures, for a component without a spare and for one with (which is older). */
const DAYS_BETWEEN_FAILURES = { single: 165, spare: 95 } as const
const FAILURE_LASTS: Quantiles = [2, 4, 6, 8, 11, 14, 18, 22, 27, 33, 40, 48, 58, 70, 88, 120, 230].map(
  (minutes) => minutes * MINUTE,
)
/** A failure that lasts longer than this waits for a person. */
const HEALS_ALONE = 15 * MINUTE
const FAILURE_STATES = ['down', 'degraded', 'unknown'] as const
const FAILURE_STATE_WEIGHTS: readonly number[] = [600, 300, 100]

function failures(setting: Setting, random: Random, part: Component): Outage[] {
  const days = DAYS_BETWEEN_FAILURES[part.spare ? 'spare' : 'single']
  return setting.days.flatMap((day) => {
    if (random.below(days) > 0) return []
    const start = day.start + (random.chance(650) ? random.between(7 * 3600, 19 * 3600) : random.below(86_400))
    const lasts = random.draw(FAILURE_LASTS)
    const state = FAILURE_STATES[random.pick(FAILURE_STATE_WEIGHTS)] ?? 'down'
    const end = lasts > HEALS_ALONE ? onCallEnd(setting, start, lasts) : start + lasts
    return [{ ...part, start, end, state, origin: 'failure' as const }]
  })
}

/** Every third month, the third Thursday from 19:00, one component after the other; the service stops for a part of it. */
function maintenance(setting: Setting, random: Random, part: Component, index: number): Outage[] {
  return setting.days.flatMap((day) => {
    const dayOfMonth = Number(day.date.slice(8))
    if (day.weekday !== 3 || dayOfMonth < 15 || dayOfMonth > 21 || (day.month + index) % 3 !== 0) return []
    const start = day.start + 19 * 3600
    const stopsAt = start + random.between(5, 40) * MINUTE
    const announcedAt = day.start + 10 * 3600 - (random.chance(120) ? 86_400 : random.between(4, 9) * 86_400)
    const window = { ...part, start, end: start + 2 * 3600, state: 'maintenance' as const, announcedAt }
    const stop = { ...part, start: stopsAt, end: stopsAt + random.between(8, 55) * MINUTE, state: 'down' as const }
    return [window, stop].map((outage) => ({ ...outage, origin: 'planned' as const }))
  })
}

/** Each year, on a Tuesday between mid-September and mid-November, a component without a spare stops for most of a day. */
function majorIncidents(setting: Setting, random: Random, parts: readonly Component[]): Outage[] {
  const part = parts.filter(({ service }) => service === parts[0]?.service).at(-1)
  if (part === undefined) return []
  const candidates = Map.groupBy(setting.days.filter(isMajorDay), ({ date }) => date.slice(0, 4))
  return [...candidates.values()].flatMap((days) => {
    const day = days[random.below(days.length)]
    if (day === undefined) return []
    const start = day.start + random.between(9 * 3600, 10 * 3600)
    const end = start + random.between(310, 400) * MINUTE
    return [{ ...part, start, end, state: 'down' as const, origin: 'major' as const }]
  })
}

function isMajorDay(day: Day): boolean {
  const monthDay = day.date.slice(5)
  return day.weekday === 1 && day.open.length > 0 && monthDay >= '09-15' && monthDay <= '11-15'
}

/** When a person has repaired it: repairs go on only while someone is on call. */
function onCallEnd(setting: Setting, start: number, lasts: number): number {
  return Math.floor(setting.onCall.add(start * 1000, lasts) / 1000)
}

function isApart(outage: Outage, other: Outage): boolean {
  return outage.component !== other.component || outage.end <= other.start || outage.start >= other.end
}
