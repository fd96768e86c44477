import { type Arrival, interventionOf } from './demand.ts'
import { type Desk, isOpen, whenOpen } from './desk.ts'
import { priorityOfCell } from './priority.ts'
import type { Ticket } from './ticket.ts'
import type { Outage } from './trouble.ts'

/** A component fails: an alert where a spare takes over, else a critical incident. */
export function breakDown(desk: Desk, outage: Outage): void {
  if (outage.origin === 'planned') return
  const stops = !outage.spare && outage.state === 'down' && outage.end - outage.start >= WORTH_A_CALL
  if (!stops && desk.setting.monitoring === undefined) return
  const arrival = stops ? arrivalOf(desk, outage, 'incident', 0) : arrivalOf(desk, outage, 'alert', 4)
  desk.agenda.plan(arrival.at, { type: 'ticket-arrives', arrival, ...(stops && { outage }) })
}

/** The calls of those whom the failure stops, and later the search for its cause. */
export function followUp(desk: Desk, outage: Outage, parent: Ticket): void {
  const { random, agenda } = desk
  const major = outage.origin === 'major'
  const calls = !isOpen(desk) ? 0 : major ? random.between(9, 14) : random.between(0, 4)
  const within = Math.min(outage.end - outage.start, 5400)
  for (let call = 0; call < calls; call++) {
    const at = agenda.now + 120 + random.below(within)
    const arrival = asCall(desk, { ...arrivalOf(desk, outage, 'incident', random.chance(300) ? 1 : 4), at })
    agenda.plan(at, { type: 'ticket-arrives', arrival, parent })
  }
  if (!major) return
  const at = whenOpen(desk, outage.end + random.between(86_400, 160_000))
  agenda.plan(at, { type: 'ticket-arrives', arrival: { ...arrivalOf(desk, outage, 'problem', 4), at } })
}

/** A failure of this many seconds that nothing replaces is a critical incident. */
const WORTH_A_CALL = 480

/** A user who calls about the failure. */
function asCall(desk: Desk, arrival: Arrival): Arrival {
  const { random, setting } = desk
  const user = random.below(setting.users.length)
  const { detectedAt: _, ...reported } = arrival
  return {
    ...reported,
    channel: setting.channels.values[random.pick(setting.channels.weights)] ?? '',
    actor: `user-${String(user + 1).padStart(2, '0')}`,
    party: 'client',
    site: setting.users[user]?.site ?? '',
    profile: setting.users[user]?.profile ?? '',
  }
}

function arrivalOf(desk: Desk, outage: Outage, kind: string, cell: number): Arrival {
  const { setting, agenda, random } = desk
  const watched = setting.monitoring !== undefined
  const assetClass = setting.assetClasses.values.find(({ id }) =>
    outage.component.startsWith('fire') ? id === 'network' : id === 'server',
  )
  const at = agenda.now + random.between(40, 400)
  return {
    at,
    ...(watched && kind !== 'problem' && { detectedAt: agenda.now + random.between(5, 40) }),
    kind,
    channel:
      kind === 'problem'
        ? (setting.channels.values.at(-1) ?? '')
        : (setting.monitoring ?? setting.channels.values[0] ?? ''),
    actor: kind === 'problem' ? 'desk-1' : 'monitoring',
    party: kind === 'problem' ? 'provider' : 'system',
    assetClass: assetClass?.id ?? '',
    asset: outage.component,
    site: setting.users[0]?.site ?? '',
    profile: '',
    intervention: interventionOf(setting, kind, assetClass?.id),
    mode: setting.modes[0] ?? '',
    service: outage.service,
    requestedFor: '',
    ...priorityOfCell(setting, cell),
  }
}
