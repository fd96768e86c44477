import { addMonths, type EpochDay, formatCivilDate, parseCivilDate } from '../../base/civil-date.ts'
import { parseDuration } from '../../base/duration.ts'
import type { Holder, Registers } from '../registers-schema.ts'

export type RegisterKind = keyof Registers

/**
 * Where an entry stands on a day. `ended`: past its last day. `renewed`: past it under tacit renewal, so that its date
 * is to be brought up to date. `notice-passed`: tacit renewal can no longer be refused. `soon`: its notice or its end
 * falls within the horizon. `open`: later. `undated`: it states no end.
 */
export type RegisterState = 'ended' | 'renewed' | 'notice-passed' | 'soon' | 'open' | 'undated'

/** An entry of a register seen from a day; dates are civil, days left count to the date itself (0 on the day). */
export type RegisterDeadline = {
  readonly register: RegisterKind
  readonly id: string
  readonly label: string
  /** Of the clause: `scope.registers.domains[0]`. */
  readonly path: string
  /** In whose name it is; of an application, who hosts it where that is a party. */
  readonly holder?: Holder
  /** Supplier, registrar, editor… */
  readonly with?: string
  /** The last day on which it holds. */
  readonly until?: string
  readonly daysLeft?: number
  readonly renewal?: 'tacit' | 'express'
  /** The last day on which notice can be given: `until` less the notice. */
  readonly notice?: { readonly duration: string; readonly by: string; readonly daysLeft?: number }
  readonly monthlyCost?: string
  readonly state: RegisterState
  /** The provider holds or hosts it: it is to be transferred at the exit. */
  readonly exitRisk: boolean
}

export type RegisterHorizon = {
  /** The day from which things are seen, `YYYY-MM-DD`; without it there are dates and no days left, and no state but `open` and `undated`. */
  readonly at?: string
  /** Days ahead that are `soon`. */
  readonly within?: number
}

/** Days ahead that are `soon` where nothing else is asked: a quarter. */
export const USUAL_HORIZON = 90

/**
 * What ends when, by the next date that asks for an act (the notice, else the end), then by register and id; entries
 * without a date come last. Civil calendar time, month-end clamped.
 */
export function registerDeadlines(
  registers: Registers | undefined,
  horizon: RegisterHorizon,
): readonly RegisterDeadline[] {
  const at = horizon.at === undefined ? undefined : parseCivilDate(horizon.at)
  const within = horizon.within ?? USUAL_HORIZON
  return entriesOf(registers ?? {})
    .map((entry) => deadlineOf(entry, at, within))
    .toSorted(byNextDate)
}

type Entry = Omit<RegisterDeadline, 'daysLeft' | 'notice' | 'state'> & { readonly noticeOf?: string }

function entriesOf(registers: Registers): readonly Entry[] {
  return [
    ...listed('thirdPartyContracts', registers.thirdPartyContracts, (one) => ({
      label: one.label,
      with: one.supplier,
      ...held(one.holder),
      ...given('until', one.until),
      ...given('renewal', one.renewal),
      ...given('noticeOf', one.notice),
      ...given('monthlyCost', one.monthlyCost),
    })),
    ...listed('licences', registers.licences, (one) => ({
      label: one.label,
      ...given('with', one.editor),
      ...held(one.holder),
      ...given('until', one.until),
    })),
    ...listed('warranties', registers.warranties, (one) => ({
      label: one.label ?? one.asset ?? one.assetClass ?? one.id,
      ...given('with', one.supplier),
      ...held(one.holder),
      until: one.until,
    })),
    ...listed('domains', registers.domains, (one) => ({
      label: one.name,
      ...given('with', one.registrar),
      ...held(one.holder),
      until: one.until,
    })),
    ...listed('certificates', registers.certificates, (one) => ({
      label: one.name,
      ...given('with', one.issuer),
      ...held(one.holder),
      until: one.until,
    })),
    ...listed('applications', registers.applications, (one) => ({
      label: one.label,
      with: one.editor,
      ...(one.hosting === 'provider' ? held('provider') : { exitRisk: false }),
      ...given('until', one.supportUntil),
    })),
  ]
}

function listed<One extends { readonly id: string }>(
  register: RegisterKind,
  list: readonly One[] | undefined,
  rest: (one: One) => Omit<Entry, 'register' | 'id' | 'path'>,
): readonly Entry[] {
  return (list ?? []).map((one, index) => ({
    register,
    id: one.id,
    path: `scope.registers.${register}[${index}]`,
    ...rest(one),
  }))
}

function held(holder: Holder) {
  return { holder, exitRisk: holder === 'provider' }
}

function given<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }
}

function deadlineOf({ noticeOf, ...entry }: Entry, at: EpochDay | undefined, within: number): RegisterDeadline {
  const end = entry.until === undefined ? undefined : parseCivilDate(entry.until)
  if (end === undefined) return { ...entry, state: 'undated' }
  const by = noticeOf === undefined ? undefined : lastDayOfNotice(end, noticeOf)
  const left = (day: EpochDay) => (at === undefined ? {} : { daysLeft: day - at })
  return {
    ...entry,
    ...left(end),
    ...(noticeOf !== undefined && by !== undefined
      ? { notice: { duration: noticeOf, by: formatCivilDate(by), ...left(by) } }
      : {}),
    state: at === undefined ? 'open' : stateOn(at, end, by, entry.renewal, within),
  }
}

function stateOn(
  at: EpochDay,
  end: EpochDay,
  by: EpochDay | undefined,
  renewal: 'tacit' | 'express' | undefined,
  within: number,
): RegisterState {
  if (at > end) return renewal === 'tacit' ? 'renewed' : 'ended'
  if (renewal === 'tacit' && by !== undefined && at > by) return 'notice-passed'
  const next = by !== undefined && by >= at ? by : end
  return next - at <= within ? 'soon' : 'open'
}

function lastDayOfNotice(end: EpochDay, notice: string): EpochDay | undefined {
  const length = parseDuration(notice)
  return length && addMonths(end, -length.months) - length.days
}

function byNextDate(a: RegisterDeadline, b: RegisterDeadline): number {
  const [left, right] = [nextDate(a), nextDate(b)]
  if (left !== right) return left < right ? -1 : 1
  return compareTexts(a.register, b.register) || compareTexts(a.id, b.id)
}

/** The notice while it can still be given, else the end; undated entries last. */
function nextDate({ until, notice }: RegisterDeadline): string {
  if (until === undefined) return '~'
  return notice !== undefined && (notice.daysLeft ?? 0) >= 0 ? notice.by : until
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
