import type { Contract, PauseClause, PriorityRules, Target, TicketCommitment } from '@vigie/engine'
import { CalendarError, compileCalendar, type ServiceCalendar } from '@vigie/engine/calendar'
import { type Control, readAnnexes, type Service } from './annexes.ts'
import { type Day, daysOf } from './days.ts'
import {
  ASSET_WEIGHTS,
  CHANNEL_WEIGHTS,
  DEFAULT_SEATS,
  OTHER_ASSET_WEIGHT,
  PROFILE_WEIGHTS,
  SITE_WEIGHTS,
} from './shape.ts'

/** What a contract says of the company and the desk, ready to draw from. */
export type Setting = {
  readonly contract: Contract
  readonly days: readonly Day[]
  /** Epoch seconds, half-open. */
  readonly start: number
  readonly end: number
  /** Ordinary hours of the desk, and the hours in which someone answers for what is critical. */
  readonly desk: ServiceCalendar
  readonly onCall: ServiceCalendar
  readonly users: readonly User[]
  readonly levels: readonly string[]
  readonly impacts: readonly string[]
  readonly urgencies: readonly string[]
  readonly assetClasses: Choices<AssetClass>
  readonly channels: Choices<string>
  /** Channel of the monitoring, where the contract has one. */
  readonly monitoring: string | undefined
  readonly interventions: readonly { readonly id: string; readonly kinds: readonly string[] }[]
  readonly modes: readonly string[]
  readonly pauses: Readonly<Record<'client' | 'third-party' | 'other', readonly PauseClause[]>>
  readonly tacitAfter: Target | undefined
  readonly commitments: readonly TicketCommitment[]
  readonly services: readonly Service[]
  readonly controls: readonly Control[]
}

export type User = { readonly site: string; readonly profile: string }
export type AssetClass = { readonly id: string; readonly quantity: number }
/** Values and the whole-number weight of each. */
export type Choices<Value> = { readonly values: readonly Value[]; readonly weights: readonly number[] }

/**
 * Reads the setting of a contract for the days of `[from, to)`. Throws `RangeError` for a period that is none, and for
 * a desk that does not open in it or beyond it (what waits at the end waits for an opening).
 */
export function settingOf(contract: Contract, from: string, to: string): Setting {
  try {
    const setting = readSetting(contract, from, to)
    for (const calendar of [setting.desk, setting.onCall]) calendar.nextOpening((setting.end + BEYOND) * 1000)
    return setting
  } catch (error) {
    if (error instanceof CalendarError) throw new RangeError(error.code)
    throw error
  }
}

const BEYOND = 90 * 86_400

function readSetting(contract: Contract, from: string, to: string): Setting {
  const annexes = readAnnexes(contract)
  const desk = compileCalendar(contract.calendars[deskCalendar(contract)] ?? ALWAYS)
  const onCall = compileCalendar(contract.calendars[onCallCalendar(contract)] ?? ALWAYS)
  const days = daysOf(from, to, contract.timeZone, desk)
  const { priorities, clock, targets } = contract.commitments
  const seats = annexes.assetClasses.find(({ id }) => id === 'workstation')?.quantity ?? DEFAULT_SEATS
  const accepted = clock.channels?.opensClock ?? Object.keys(CHANNEL_WEIGHTS)
  const byUsers = accepted.filter((channel) => channel !== 'monitoring')
  const { impacts, urgencies } = scalesOf(priorities)
  return {
    contract,
    days,
    start: days[0]?.start ?? 0,
    end: days.at(-1)?.end ?? 0,
    desk,
    onCall,
    users: Array.from({ length: seats }, (_, user) => ({
      site: spread(annexes.sites, SITE_WEIGHTS, user, seats),
      // Profiles are dealt out by a stride, so that they are not all on one site.
      profile: spread(annexes.profiles, PROFILE_WEIGHTS, (user * 37) % seats, seats),
    })),
    levels: priorities?.levels ?? [],
    impacts,
    urgencies,
    assetClasses: {
      values: annexes.assetClasses,
      weights: annexes.assetClasses.map(({ id }) => ASSET_WEIGHTS[id] ?? OTHER_ASSET_WEIGHT),
    },
    channels: { values: byUsers, weights: byUsers.map((channel) => CHANNEL_WEIGHTS[channel] ?? 100) },
    monitoring: accepted.includes('monitoring') ? 'monitoring' : undefined,
    interventions: annexes.interventions,
    modes: annexes.modes,
    pauses: {
      client: clock.pauses.filter(({ imputable }) => imputable === 'client').slice(0, 1),
      'third-party': clock.pauses.filter(({ imputable }) => imputable === 'third-party'),
      other: clock.pauses.filter(({ imputable }) => imputable === 'client').slice(1),
    },
    tacitAfter: clock.closes?.tacitAfter,
    commitments: targets.filter((target) => target.type === 'ticket'),
    services: annexes.services,
    controls: annexes.controls,
  }
}

/** The scales of the matrix, from what gives the highest priorities to what gives the lowest, however they are written. */
function scalesOf(priorities: PriorityRules | undefined): Pick<Setting, 'impacts' | 'urgencies'> {
  const matrix = priorities?.matrix ?? {}
  const position = (impact: string, urgency: string) => priorities?.levels.indexOf(matrix[impact]?.[urgency] ?? '') ?? 0
  const sum = (positions: readonly number[]) => positions.reduce((total, one) => total + one, 0)
  const impacts = Object.keys(matrix)
  const urgencies = Object.keys(matrix[impacts[0] ?? ''] ?? {})
  const row = (impact: string) => sum(urgencies.map((urgency) => position(impact, urgency)))
  const column = (urgency: string) => sum(impacts.map((impact) => position(impact, urgency)))
  return {
    impacts: impacts.toSorted((one, other) => row(one) - row(other)),
    urgencies: urgencies.toSorted((one, other) => column(one) - column(other)),
  }
}

const ALWAYS = { timeZone: 'UTC', weekly: 'always' } as const

/** The calendar that most targets count in, on-call ones aside. */
function deskCalendar(contract: Contract): string {
  const uses = new Map<string, number>()
  for (const target of contract.commitments.targets) {
    if (target.type !== 'ticket' || target.target.kind === 'civil-days') continue
    const id = target.target.calendar.default
    if (contract.calendars[id]?.onCall !== true) uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  const [most] = [...uses].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? Object.keys(contract.calendars)[0] ?? ''
}

/** The calendar marked `onCall`, else the one of the first target of the highest priority, else the desk's. */
function onCallCalendar(contract: Contract): string {
  const marked = Object.keys(contract.calendars).find((id) => contract.calendars[id]?.onCall === true)
  if (marked !== undefined) return marked
  const highest = contract.commitments.priorities?.levels[0]
  const critical = contract.commitments.targets
    .filter((target) => target.type === 'ticket')
    .find(({ when }) => highest !== undefined && when.priority?.includes(highest))
  return critical === undefined || critical.target.kind === 'civil-days'
    ? deskCalendar(contract)
    : critical.target.calendar.default
}

/** The value of the list that holds the `position`-th of `count`, shared out by weights. */
function spread(values: readonly string[], weights: readonly number[], position: number, count: number): string {
  const shares = values.map((_, index) => weights[Math.min(index, weights.length - 1)] ?? 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  let reached = 0
  for (const [index, value] of values.entries()) {
    reached += shares[index] ?? 0
    if (position * total < reached * count) return value
  }
  return values.at(-1) ?? ''
}
