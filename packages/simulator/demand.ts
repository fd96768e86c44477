import type { Day, Span } from './days.ts'
import { priorityOfCell, type Rated, rankOf } from './priority.ts'
import { type Random, randomOf } from './random.ts'
import type { Choices, Setting } from './setting.ts'
import * as shape from './shape.ts'

/** A ticket as it is reported. */
export type Arrival = Rated & {
  /** Epoch seconds; `detectedAt` where the monitoring saw it before. */
  readonly at: number
  readonly detectedAt?: number
  readonly kind: string
  readonly channel: string
  /** Who reports: `user-12`, or the monitoring. */
  readonly actor: string
  readonly party: 'client' | 'provider' | 'system'
  readonly assetClass: string
  readonly asset: string
  readonly site: string
  readonly profile: string
  readonly intervention: string
  readonly mode: string
  readonly service: string
  readonly requestedFor: string
}

/** Which demand is drawn: the seed, the desk of a scaled simulation, its share of a desk, and its bad weeks. */
export type DemandInput = {
  readonly seed: number
  readonly desk: number
  /** Per thousand of an ordinary desk's demand. */
  readonly volume: number
  /** Epoch seconds, half-open. */
  readonly badWeeks: readonly Span[]
}

/** The tickets reported on one day, in order of time. The same day gives the same tickets, whatever the desk did before. */
export function demandOf(setting: Setting, input: DemandInput, index: number): readonly Arrival[] {
  const day = setting.days[index]
  if (day === undefined) return []
  const random = randomOf(input.seed, DEMAND, input.desk, index)
  const calls = dailyCalls(setting, day, setting.days[index - 1], input)
  const users = instantsOf(random, day, calls, shape.DEMAND_OF_HOUR).map((at) => userArrival(setting, random, at))
  if (setting.monitoring === undefined) return users
  const alerts = (setting.users.length * shape.ALERTS_PER_HUNDRED_SEATS * input.volume) / 100_000
  const channel = setting.monitoring
  return [
    ...users,
    ...instantsOf(random, day, alerts, shape.ALERTS_OF_HOUR).map((at) =>
      alertArrival(setting, random, day, at, channel),
    ),
  ].sort((one, other) => one.at - other.at)
}

const DEMAND = 11
const SLOT = 300

/** Expected number of tickets of a day. */
function dailyCalls(setting: Setting, day: Day, before: Day | undefined, input: DemandInput): number {
  const ordinary = (setting.users.length * shape.TICKETS_PER_HUNDRED_SEATS * input.volume) / 100_000
  const weekday = day.closed ? shape.DEMAND_OF_CLOSED_DAY : (shape.DEMAND_OF_WEEKDAY[day.weekday] ?? 0)
  const after = before?.closed === true && !day.closed ? shape.DEMAND_AFTER_CLOSED_DAY : 1000
  const bad = input.badWeeks.some(({ start, end }) => day.start > start && day.start < end)
  const trouble = bad && day.open.length > 0 ? shape.DEMAND_OF_BAD_WEEK : 1000
  return (ordinary * (shape.DEMAND_OF_MONTH[day.month] ?? 1000) * weekday * after * trouble) / 1e12
}

/** Instants of a day, one slot of five minutes after the other, by the weights of its hours. */
function instantsOf(random: Random, day: Day, expected: number, hours: readonly number[]): number[] {
  const total = hours.reduce((sum, hour) => sum + hour, 0)
  const instants: number[] = []
  for (let start = day.start; start < day.end; start += SLOT) {
    const hour = Math.min(23, Math.floor((start - day.start) / 3600))
    const rate = (expected * (hours[hour] ?? 0) * SLOT) / (3600 * total)
    const sure = Math.floor(rate)
    const count = sure + (random.below(1_000_000) < (rate - sure) * 1_000_000 ? 1 : 0)
    for (let n = 0; n < count; n++) instants.push(start + random.below(SLOT))
  }
  return instants
}

/** What a user reports: about anything. */
export function userArrival(setting: Setting, random: Random, at: number): Arrival {
  const user = random.below(setting.users.length)
  const kind = shape.USER_KINDS[random.pick(shape.USER_KIND_WEIGHTS)] ?? 'incident'
  const assetClass = choose(random, setting.assetClasses)
  const id = assetClass?.id ?? ''
  const incidentCells = shape.PERSONAL.has(id) ? shape.PERSONAL_CELLS : shape.SHARED_CELLS
  const cells = kind === 'incident' ? incidentCells : shape.OTHER_CELLS
  const rated = drawPriority(setting, random, cells, shape.PRIORITY_WEIGHTS)
  const channel = choose(random, setting.channels) ?? ''
  const calls = rated.rank === 0 && setting.channels.values.includes('phone') && random.chance(shape.CRITICAL_BY_PHONE)
  return {
    at,
    kind,
    channel: calls ? 'phone' : channel,
    actor: userName(user),
    party: 'client',
    assetClass: id,
    asset: assetName(assetClass, id === 'workstation' ? user : random.below(assetClass?.quantity ?? 1)),
    site: setting.users[user]?.site ?? '',
    profile: setting.users[user]?.profile ?? '',
    intervention: interventionOf(setting, kind, id),
    mode: setting.modes[random.chance(shape.ONSITE_SHARE) ? 1 : 0] ?? setting.modes[0] ?? '',
    service: '',
    requestedFor: kind === 'request' && random.chance(240) ? userName(random.below(setting.users.length)) : '',
    ...rated,
  }
}

function alertArrival(setting: Setting, random: Random, day: Day, at: number, channel: string): Arrival {
  const watched = setting.assetClasses.values.filter(({ id }) => shape.INFRASTRUCTURE.has(id))
  const assetClass = watched.length > 0 ? watched[random.below(watched.length)] : setting.assetClasses.values[0]
  return {
    at,
    detectedAt: Math.max(day.start, at - random.between(5, 240)),
    kind: 'alert',
    channel,
    actor: 'monitoring',
    party: 'system',
    assetClass: assetClass?.id ?? '',
    asset: assetName(assetClass, random.below(assetClass?.quantity ?? 1)),
    site: setting.users[0]?.site ?? '',
    profile: '',
    intervention: interventionOf(setting, 'alert', assetClass?.id),
    mode: setting.modes[0] ?? '',
    service: '',
    requestedFor: '',
    ...drawPriority(setting, random, shape.ALERT_CELLS, [0, 100, 500, 400]),
  }
}

/** By the matrix where there is one, else by the levels alone. */
function drawPriority(setting: Setting, random: Random, cells: readonly number[], levels: readonly number[]): Rated {
  if (setting.impacts.length > 0) return priorityOfCell(setting, random.pick(cells))
  const rank = Math.min(random.pick(levels), Math.max(0, setting.levels.length - 1))
  return {
    impact: '',
    urgency: '',
    priority: setting.levels[rank] ?? '',
    rank: rankOf(setting, setting.levels[rank] ?? ''),
  }
}

/** The intervention that names the kind, else the one usual for it, else the first. */
export function interventionOf(setting: Setting, kind: string, assetClass: string | undefined): string {
  const usual = kind === 'alert' ? 'monitoring' : kind === 'change' || kind === 'problem' ? 'maintenance' : 'support'
  const { interventions } = setting
  const named = interventions.find(({ kinds }) => kinds.includes(kind))
  const byId = interventions.find(({ id }) => id === usual)
  const own =
    kind === 'change' && assetClass === 'cloud' ? interventions.find(({ id }) => id === 'evolution') : undefined
  return (own ?? named ?? byId ?? interventions[0])?.id ?? ''
}

function userName(user: number): string {
  return `user-${String(user + 1).padStart(2, '0')}`
}

function assetName(assetClass: { readonly id: string; readonly quantity: number } | undefined, item: number): string {
  if (assetClass === undefined) return ''
  const digits = Math.max(2, String(assetClass.quantity).length)
  return `${assetClass.id}-${String((item % assetClass.quantity) + 1).padStart(digits, '0')}`
}

function choose<Value>(random: Random, choices: Choices<Value>): Value | undefined {
  return choices.values[random.pick(choices.weights)]
}
