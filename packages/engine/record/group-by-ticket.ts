import { compareFacts } from './canonical-order.ts'
import type { EventStore } from './event-store.ts'

/** Facts by ticket: those of group g are `order[starts[g] … starts[g + 1])`, in canonical order. */
export type TicketGroups = {
  /** Ticket ids in code-unit order; group g is the ticket `names[g]`. */
  readonly names: readonly string[]
  readonly starts: Uint32Array
  readonly order: Uint32Array<ArrayBuffer>
}

/** A counting sort by ticket, then each ticket's facts in order. Linear where tickets are small. */
export function groupByTicket(store: EventStore): TicketGroups {
  const ticketCount = store.tickets.size()
  const texts = Array.from({ length: ticketCount }, (_, ticket) => store.tickets.text(ticket))
  const sorted = inOrder(texts)
  const rankOf = new Uint32Array(ticketCount)
  sorted.forEach((ticket, rank) => {
    rankOf[ticket] = rank
  })
  const starts = new Uint32Array(ticketCount + 1)
  for (let fact = 0; fact < store.count; fact++) {
    const after = (rankOf[store.ticket[fact] as number] as number) + 1
    starts[after] = (starts[after] as number) + 1
  }
  for (let g = 0; g < ticketCount; g++) starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number)
  const next = starts.slice()
  const order = new Uint32Array(store.count)
  for (let fact = 0; fact < store.count; fact++) {
    const rank = rankOf[store.ticket[fact] as number] as number
    const place = next[rank] as number
    next[rank] = place + 1
    order[place] = fact
  }
  for (let g = 0; g < ticketCount; g++) sortRange(store, order, starts[g] as number, starts[g + 1] as number)
  return { names: Array.from(sorted, (ticket) => texts[ticket] as string), starts, order }
}

/** Indexes of the texts in their code-unit order. */
function inOrder(texts: readonly string[]): Uint32Array<ArrayBuffer> {
  const indexes = Uint32Array.from(texts, (_, i) => i)
  return isSorted(texts) ? indexes : indexes.sort((a, b) => ((texts[a] as string) < (texts[b] as string) ? -1 : 1))
}

function isSorted(texts: readonly string[]): boolean {
  for (let i = 1; i < texts.length; i++) if ((texts[i - 1] as string) > (texts[i] as string)) return false
  return true
}

/** Insertion for the handful of facts that a ticket has, near their order already; the runtime's sort for more. */
function sortRange(store: EventStore, order: Uint32Array, from: number, to: number): void {
  if (to - from > FEW) {
    const sorted = Array.from(order.subarray(from, to)).sort((a, b) => compareFacts(store, a, b))
    order.set(sorted, from)
    return
  }
  for (let i = from + 1; i < to; i++) {
    const fact = order[i] as number
    let at = i
    while (at > from && compareFacts(store, order[at - 1] as number, fact) > 0) {
      order[at] = order[at - 1] as number
      at--
    }
    order[at] = fact
  }
}

const FEW = 24
