import { EVENT_FILE_COLUMNS } from '@vigie/engine'

/**
 * An event file of `count` facts in pieces of about a megabyte: the columns of the interface, tickets of five to eight
 * facts spread over a year in the order of time. The same bytes every time.
 */
export function* eventFile(count: number): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(`${EVENT_FILE_COLUMNS.join(',')}\n`)
  const facts = factsInOrder(count)
  for (let from = 0; from < facts.length; from += PIECE) {
    const rows = facts.slice(from, from + PIECE)
    yield encoder.encode(rows.map((fact) => rowOf(fact)).join(''))
  }
}

type Fact = { readonly at: number; readonly ticket: number; readonly step: number }

const PIECE = 10_000
const MINUTE = 60_000
const YEAR = 365 * 24 * 60 * MINUTE
const START = Date.UTC(2026, 0, 1)
const LIVES = [
  ['reported', 'assigned', 'acknowledged', 'worked', 'resolved', 'closed'],
  ['reported', 'assigned', 'acknowledged', 'paused', 'resumed', 'worked', 'resolved', 'closed'],
  ['reported', 'acknowledged', 'commented', 'resolved', 'closed'],
] as const

function factsInOrder(count: number): readonly Fact[] {
  const draw = numbers()
  const facts: Fact[] = []
  for (let ticket = 0; facts.length < count; ticket++) {
    let at = START + Math.floor((draw() * YEAR) / MINUTE) * MINUTE
    for (let step = 0; step < lifeOf(ticket).length && facts.length < count; step++) {
      facts.push({ at, ticket, step })
      at += Math.floor(draw() * 300) * MINUTE
    }
  }
  return facts.sort((a, b) => a.at - b.at || a.ticket - b.ticket || a.step - b.step)
}

function lifeOf(ticket: number): (typeof LIVES)[number] {
  return LIVES[ticket % LIVES.length] as (typeof LIVES)[number]
}

/** A row by the columns that its event fills. */
function rowOf({ at, ticket, step }: Fact): string {
  const event = lifeOf(ticket)[step] as string
  const filled: Record<string, string> = {
    ticket: `T-${String(ticket).padStart(6, '0')}`,
    at: new Date(at).toISOString(),
    event,
    actor: event === 'reported' ? `user-${ticket % 90}` : `tech-${ticket % 12}`,
    party: event === 'reported' ? 'client' : 'provider',
    ...columnsOf(event, ticket),
  }
  return `${EVENT_FILE_COLUMNS.map((column) => filled[column] ?? '').join(',')}\n`
}

function columnsOf(event: string, ticket: number): Readonly<Record<string, string>> {
  switch (event) {
    case 'reported':
      return {
        kind: 'incident',
        channel: 'phone',
        impact: 'medium',
        urgency: 'low',
        priority: `P${1 + (ticket % 4)}`,
        assetClass: 'workstation',
        site: 'hq',
        intervention: 'support',
        profile: 'staff',
        asset: `WS-${ticket % 400}`,
        text: 'Écran noir au démarrage',
      }
    case 'paused':
      return { reason: 'waiting-client', text: '"Demandé : quel poste, quelle heure ?"' }
    case 'worked':
      return { minutes: String(5 + (ticket % 55)), billable: 'false' }
    default:
      return {}
  }
}

/** Numbers in [0, 1), the same in every run. */
function numbers(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
