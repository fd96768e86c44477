import { demandOf } from './demand.ts'
import { formatSeconds, quoted } from './facts.ts'
import { callsAbout } from './outage-calls.ts'
import { type Random, randomOf } from './random.ts'
import type { DeskPlan } from './run-desk.ts'
import type { Setting } from './setting.ts'
import type { Trouble } from './trouble.ts'

/** Rows of the outage file: the timelines of the components, as they were noted; a repair not done yet has no end. */
export function* outageRows(setting: Setting, trouble: Trouble, seed: number): Generator<string, void> {
  yield 'component,from,to,state,announcedAt,weight,recordedAt\n'
  const random = randomOf(seed, OUTAGES)
  for (const { component, start, end, state, announcedAt } of trouble.outages) {
    const announced = announcedAt === undefined ? '' : formatSeconds(announcedAt)
    const over = end < setting.end
    const known = Math.max(end, start) + random.between(600, 172_800)
    const recorded = over && random.chance(150) && known < setting.end ? formatSeconds(known) : ''
    const times = `${formatSeconds(start)},${over ? formatSeconds(end) : ''}`
    yield `${quoted(component)},${times},${state},${announced},,${recorded}\n`
  }
}

/** Rows of the control file: backups by night and by machine, restore tests by quarter, patches by month. */
export function* controlRows(setting: Setting, trouble: Trouble, seed: number): Generator<string, void> {
  yield 'control,subject,at,result,evidence\n'
  for (const [position, control] of setting.controls.entries()) {
    const random = randomOf(seed, CONTROLS, position)
    const subjects = subjectsOf(setting, control.assetClass)
    for (const day of setting.days) {
      const dayOfMonth = Number(day.date.slice(8))
      const spoilt = trouble.badWeeks.some(({ start, end }) => day.start > start && day.start < end)
      const rows =
        control.control === 'patch'
          ? patches(random, control.control, subjects, day.start, day.date, dayOfMonth)
          : control.every === 'P1D'
            ? subjects.flatMap((subject) => nightly(random, control.control, subject, day.start, day.date, spoilt))
            : day.month % 3 === 1 && dayOfMonth === 12
              ? quarterly(random, control.control, subjects, day.start, day.date)
              : []
      yield* rows
    }
  }
}

/** Rows of the call file: a day of open hours. Every ticket by phone is an answered call; others ask where theirs stands. */
export function* callRows(setting: Setting, desks: readonly DeskPlan[], seed: number): Generator<string, void> {
  yield 'day,offered,answered,answeredInTarget,abandoned\n'
  const about = desks.flatMap(({ trouble, demand }) =>
    trouble.outages.flatMap((outage) => callsAbout(setting, demand, outage)),
  )
  for (const [index, day] of setting.days.entries()) {
    const random = randomOf(seed, CALLS, index)
    if (day.open.length === 0) continue
    const tickets = [...desks.flatMap(({ demand }) => demandOf(setting, demand, index)), ...about].filter(
      ({ channel, at }) => channel === 'phone' && day.open.some(({ start, end }) => at >= start && at < end),
    ).length
    const badDay = desks.some(({ trouble: { badWeeks } }) =>
      badWeeks.some(({ start, end }) => day.end > start && day.start < end),
    )
    const answered =
      tickets + random.between(Math.floor(tickets / 2), tickets + 2) + (badDay ? random.between(6, 14) : 0)
    const abandoned = count(random, answered, badDay ? 160 : day.month === 7 ? 90 : 35)
    const slow = count(random, answered, badDay ? 380 : day.month === 7 ? 220 : 90)
    yield `${day.date},${answered + abandoned},${answered},${answered - slow},${abandoned}\n`
  }
}

const OUTAGES = 41
const CONTROLS = 42
const CALLS = 43

/** One machine's night: done, failed, or without a trace. A failure may last for some nights of a bad week. */
function nightly(
  random: Random,
  control: string,
  subject: string,
  day: number,
  date: string,
  spoilt: boolean,
): string[] {
  if (random.chance(6)) return []
  const result = random.chance(spoilt ? 150 : 9) ? 'failure' : 'success'
  const at = day + random.between(3600, 4 * 3600)
  return [`${control},${subject},${formatSeconds(at)},${result},${control}-${date}.log\n`]
}

function quarterly(random: Random, control: string, subjects: readonly string[], day: number, date: string): string[] {
  const at = day + random.between(10 * 3600, 16 * 3600)
  const subject = subjects[random.below(subjects.length)] ?? ''
  const result = random.chance(60) ? 'failure' : 'success'
  return [`${control},${subject},${formatSeconds(at)},${result},${control}-${date}.pdf\n`]
}

/** The month's critical patch comes out on the 14th at 08:00 or so, and reaches each machine within two weeks or so. */
function patches(
  random: Random,
  control: string,
  subjects: readonly string[],
  day: number,
  date: string,
  dayOfMonth: number,
): string[] {
  if (dayOfMonth !== 14) return []
  return subjects.flatMap((subject) => {
    const need = `${control},${subject},${formatSeconds(day + 8 * 3600)},needed,\n`
    if (random.chance(15)) return [need]
    const at = day + random.between(1, random.chance(60) ? 20 : 12) * 86_400 + random.between(0, 7200)
    return [need, `${control},${subject},${formatSeconds(at)},success,${control}-${date.slice(0, 7)}\n`]
  })
}

function subjectsOf(setting: Setting, assetClass: string | undefined): readonly string[] {
  const { values } = setting.assetClasses
  const chosen = values.find(({ id }) => id === (assetClass ?? 'server')) ?? values[0]
  const { id, quantity } = chosen ?? { id: 'server', quantity: 1 }
  return Array.from({ length: quantity }, (_, item) => quoted(`${id}-${String(item + 1).padStart(2, '0')}`))
}

function count(random: Random, of: number, perThousand: number): number {
  return Array.from({ length: of }, () => random.chance(perThousand)).filter(Boolean).length
}
