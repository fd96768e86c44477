import { type Arrival, interventionOf } from './demand.ts'
import { type Desk, whenOpen } from './desk.ts'
import { assetOf, callsAbout, NOTICED_WITHIN, stopsWork } from './outage-calls.ts'
import { priorityOfCell } from './priority.ts'
import type { Ticket } from './ticket.ts'
import type { Outage } from './trouble.ts'

/** A component fails: a critical incident where people stop working, else an alert of the monitoring. */
export function breakDown(desk: Desk, outage: Outage): void {
  if (outage.origin === 'planned') return
  const stops = stopsWork(outage)
  if (!stops && desk.setting.monitoring === undefined) return
  const at = desk.agenda.now + desk.random.between(40, NOTICED_WITHIN)
  const arrival = arrivalOf(desk, outage, stops ? 'incident' : 'alert', at)
  desk.agenda.plan(at, { type: 'ticket-arrives', arrival, ...(stops && { outage }) })
}

/** The calls of those whom the failure stops, and after a major one the search for its cause. */
export function followUp(desk: Desk, outage: Outage, parent: Ticket): void {
  const { agenda, random, setting } = desk
  for (const arrival of callsAbout(setting, desk.demand, outage)) {
    agenda.plan(arrival.at, { type: 'ticket-arrives', arrival, parent })
  }
  if (outage.origin !== 'major') return
  const at = whenOpen(desk, outage.end + random.between(86_400, 160_000))
  agenda.plan(at, { type: 'ticket-arrives', arrival: arrivalOf(desk, outage, 'problem', at) })
}

function arrivalOf(desk: Desk, outage: Outage, kind: 'incident' | 'alert' | 'problem', at: number): Arrival {
  const { setting, random } = desk
  const { monitoring } = setting
  const byPerson = kind === 'problem'
  const assetClass = assetOf(setting, outage)
  const channel = byPerson ? setting.channels.values.at(-1) : (monitoring ?? setting.channels.values[0])
  return {
    at,
    ...(monitoring !== undefined && !byPerson && { detectedAt: outage.start + random.between(5, 40) }),
    kind,
    channel: channel ?? '',
    actor: byPerson ? 'desk-1' : 'monitoring',
    party: byPerson ? 'provider' : 'system',
    assetClass,
    asset: outage.component,
    site: setting.users[0]?.site ?? '',
    profile: '',
    intervention: interventionOf(setting, kind, assetClass),
    mode: setting.modes[0] ?? '',
    service: outage.service,
    requestedFor: '',
    ...priorityOfCell(setting, kind === 'incident' ? 0 : 4),
  }
}
