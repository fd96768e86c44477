import { type Arrival, type DemandInput, interventionOf, userArrival } from './demand.ts'
import { priorityOfCell } from './priority.ts'
import { type Random, randomOf } from './random.ts'
import type { Setting } from './setting.ts'
import type { Outage } from './trouble.ts'

/** Seconds from the start of a failure to its own ticket, at most: the calls come after it. */
export const NOTICED_WITHIN = 400
/** A failure of this many seconds that nothing replaces is a critical incident. */
const WORTH_A_CALL = 480

/** Whether people stop working: nothing replaces the component, and it is down for a while. */
export function stopsWork({ spare, state, start, end, origin }: Outage): boolean {
  return origin !== 'planned' && !spare && state === 'down' && end - start >= WORTH_A_CALL
}

/** The tickets of the users whom a failure stops, while the desk is open. The same failure gives the same tickets. */
export function callsAbout(setting: Setting, input: DemandInput, outage: Outage): readonly Arrival[] {
  if (!stopsWork(outage) || !setting.desk.isOpen(outage.start * 1000)) return []
  const random = randomOf(input.seed, CALLS, input.desk, outage.start)
  const count = outage.origin === 'major' ? random.between(9, 14) : random.between(0, 4)
  const within = Math.min(outage.end - outage.start, 5400)
  return Array.from({ length: count }, () => outage.start + NOTICED_WITHIN + 60 + random.below(within))
    .filter((at) => at < setting.end)
    .map((at) => callAbout(setting, random, outage, at))
}

const CALLS = 51

function callAbout(setting: Setting, random: Random, outage: Outage, at: number): Arrival {
  const asset = assetOf(setting, outage)
  return {
    ...userArrival(setting, random, at),
    kind: 'incident',
    assetClass: asset,
    asset: outage.component,
    intervention: interventionOf(setting, 'incident', asset),
    service: outage.service,
    requestedFor: '',
    ...priorityOfCell(setting, random.chance(300) ? 1 : 4),
  }
}

/** The class of machines that a component belongs to, by its name. */
export function assetOf(setting: Setting, { component }: Outage): string {
  const usual = /^(fire|fibre|link|mobile|switch|router)/.test(component) ? 'network' : 'server'
  const { values } = setting.assetClasses
  return (values.find(({ id }) => id === usual) ?? values[0])?.id ?? ''
}
