import { type Desk, language, whenOpen } from './desk.ts'
import * as shape from './shape.ts'
import type { Ticket } from './ticket.ts'
import { sentence } from './words.ts'

/** The provider says that a late resolution is not his doing, or the client that a count is wrong. */
export function planDispute(desk: Desk, ticket: Ticket, slow: boolean): void {
  const { random, agenda } = desk
  if (!random.chance(slow ? shape.CONTESTED_SLOW : shape.CONTESTED)) return
  const commitment = resolutionCommitment(desk, ticket)
  if (commitment === undefined) return
  const at = whenOpen(desk, agenda.now + random.between(86_400, 500_000))
  agenda.plan(at, { type: 'contested', ticket, commitment })
}

export function contest(desk: Desk, ticket: Ticket, commitment: string): void {
  const { random, agenda, facts } = desk
  const party = random.chance(700) ? 'provider' : 'client'
  facts.write(ticket, agenda.now, 'contested', {
    commitment,
    actor: `${party}-lead`,
    party,
    text: sentence(random, language(desk), 'contest'),
  })
  const at = whenOpen(desk, agenda.now + random.between(40_000, 700_000))
  agenda.plan(at, { type: 'answered', ticket, commitment, party: party === 'provider' ? 'client' : 'provider' })
}

/** Accepted: both parties then record the exclusion, though one of them sometimes forgets. */
export function answer(desk: Desk, ticket: Ticket, commitment: string, party: 'client' | 'provider'): void {
  const { random, agenda, facts } = desk
  const accepted = random.chance(shape.DISPUTE_ACCEPTED)
  const reason = accepted ? 'accepted' : 'refused'
  facts.write(ticket, agenda.now, 'answered', { reason, commitment, actor: `${party}-lead`, party })
  if (!accepted) return
  const other = party === 'client' ? 'provider' : 'client'
  agenda.plan(agenda.now + random.between(60, 3600), { type: 'excluded', ticket, commitment, party: other })
  if (random.chance(shape.EXCLUDED_BY_BOTH)) {
    agenda.plan(agenda.now + random.between(3600, 90_000), { type: 'excluded', ticket, commitment, party })
  }
}

export function exclude(desk: Desk, ticket: Ticket, commitment: string, party: 'client' | 'provider'): void {
  desk.facts.write(ticket, desk.agenda.now, 'excluded', { commitment, actor: `${party}-lead`, party })
}

/** The first commitment on resolution that names the ticket's kind and priority. */
function resolutionCommitment(desk: Desk, ticket: Ticket): string | undefined {
  const { kind, rated } = ticket
  return desk.setting.commitments.find(
    ({ measure, when }) =>
      measure === 'resolution' &&
      (when.kind === undefined || when.kind.includes(kind)) &&
      (when.priority === undefined || when.priority.includes(rated.priority)),
  )?.id
}
