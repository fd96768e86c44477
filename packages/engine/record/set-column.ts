import type { Column, TicketEvent } from './event.ts'

export type EventInTheMaking = { -readonly [K in keyof TicketEvent]: TicketEvent[K] }

/**
 * `event[column] = text`, spelt out: a property set by its name is three times as fast as one set by a variable, and
 * a large record sets millions.
 */
export function setColumn(event: EventInTheMaking, column: Column, text: string): void {
  switch (column) {
    case 'reason':
      event.reason = text
      break
    case 'kind':
      event.kind = text
      break
    case 'channel':
      event.channel = text
      break
    case 'mode':
      event.mode = text
      break
    case 'impact':
      event.impact = text
      break
    case 'urgency':
      event.urgency = text
      break
    case 'priority':
      event.priority = text
      break
    case 'assetClass':
      event.assetClass = text
      break
    case 'site':
      event.site = text
      break
    case 'intervention':
      event.intervention = text
      break
    case 'service':
      event.service = text
      break
    case 'profile':
      event.profile = text
      break
    case 'asset':
      event.asset = text
      break
    case 'requestedFor':
      event.requestedFor = text
      break
    case 'parent':
      event.parent = text
      break
    case 'into':
      event.into = text
      break
    case 'commitment':
      event.commitment = text
      break
    case 'actor':
      event.actor = text
      break
    case 'party':
      event.party = text
      break
    case 'minutes':
      event.minutes = text
      break
    case 'billable':
      event.billable = text
      break
    case 'score':
      event.score = text
      break
    case 'text':
      event.text = text
      break
  }
}
