import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import { compareFacts, recordedAtOf, saySame } from './canonical-order.ts'
import type { Corrections } from './corrections.ts'
import { EVENT_TYPES } from './event.ts'
import { defaultId, type EventStore } from './event-store.ts'
import type { TicketGroups } from './group-by-ticket.ts'

/** Why a fact that was well-formed by itself is not accepted beside the others. */
export type FactFault =
  | 'same-id'
  | 'corrects-unknown'
  | 'corrects-other-ticket'
  | 'corrects-in-circle'
  | 'never-reported'

export type RefusedFact = { readonly fact: number; readonly code: FactFault }

/** What only the whole of the facts decides. The order of the input has no part in it, but for the lines of duplicates. */
export type SettledFacts = {
  /** Facts that are not accepted. */
  readonly refused: readonly RefusedFact[]
  /** Facts that repeat another one word for word, on a later line. */
  readonly duplicates: readonly number[]
  readonly corrections: Corrections
  /** 1 where a fact is a duplicate or refused. */
  readonly left: Uint8Array
}

export function settleFacts(store: EventStore, groups: TicketGroups): SettledFacts {
  const left = new Uint8Array(store.count)
  const refused: RefusedFact[] = []
  const refuse = (fact: number, code: FactFault) => {
    left[fact] = 1
    refused.push({ fact, code })
  }
  const duplicates = findDuplicates(store, groups)
  for (const fact of duplicates) left[fact] = 1
  for (const fact of sameIds(store, left)) refuse(fact, 'same-id')
  const corrections = linkCorrections(store, groups, left, refuse)
  refuseNeverReported(store, groups, left, refuse)
  return { refused, duplicates, corrections, left }
}

/** Equal facts are neighbours; the one of the first line stays. */
function findDuplicates(store: EventStore, { starts, order }: TicketGroups): number[] {
  const duplicates: number[] = []
  for (let g = 0; g + 1 < starts.length; g++) {
    let kept = order[starts[g] as number] as number
    for (let i = (starts[g] as number) + 1; i < (starts[g + 1] as number); i++) {
      const fact = order[i] as number
      if (!saySame(store, kept, fact)) {
        kept = fact
        continue
      }
      const later = Math.max(fact, kept)
      kept = later === fact ? kept : fact
      duplicates.push(later)
    }
  }
  return duplicates
}

/** Of facts that bear one id, the one recorded first holds, ties by the canonical order of the rows; the others fall. */
function sameIds(store: EventStore, left: Uint8Array): number[] {
  const { id } = store
  const repeated = id === undefined ? new Map<number, number>() : store.ids.repeated()
  if (id === undefined || repeated.size === 0) return []
  const firsts = new Set(repeated.values())
  const holders = new Map<number, number>()
  const fallen: number[] = []
  for (let fact = 0; fact < store.count; fact++) {
    const own = (id[fact] as number) - 1
    const first = repeated.get(own) ?? own
    if (own < 0 || left[fact] === 1 || !firsts.has(first)) continue
    const rival = holders.get(first)
    const holds = rival === undefined || byRecording(store, rival, fact) > 0 ? fact : rival
    holders.set(first, holds)
    if (rival !== undefined) fallen.push(holds === rival ? fact : rival)
  }
  return fallen
}

function byRecording(store: EventStore, a: number, b: number): number {
  const byInstant = recordedAtOf(store, a) - recordedAtOf(store, b)
  if (byInstant !== 0) return byInstant
  const [left, right] = [store.tickets.text(store.ticket[a] as number), store.tickets.text(store.ticket[b] as number)]
  if (left !== right) return left < right ? -1 : 1
  return compareFacts(store, a, b)
}

type Refuse = (fact: number, code: FactFault) => void

/** Each correction with the fact it names; refuses those that name none, and then those that named these. */
function linkCorrections(store: EventStore, groups: TicketGroups, left: Uint8Array, refuse: Refuse): Corrections {
  const links = new Map<number, number>()
  const { corrects } = store
  if (corrects === undefined) return links
  const elsewhere: number[] = []
  for (let g = 0; g + 1 < groups.starts.length; g++) {
    if (!holdsCorrections(store, groups, g)) continue
    const facts = groups.order.subarray(groups.starts[g] as number, groups.starts[g + 1] as number)
    const standing = Array.from(facts).filter((fact) => left[fact] === 0)
    const byId = new Map(standing.map((fact) => [defaultId(store, fact), fact]))
    for (const fact of standing) {
      const own = store.id?.[fact] ?? 0
      if (own !== 0) byId.set(store.ids.text(own - 1), fact)
    }
    for (const fact of standing) {
      const named = corrects[fact] as number
      if (named === 0) continue
      const target = byId.get(store.named.text(named - 1))
      if (target === undefined) elsewhere.push(fact)
      else links.set(fact, target)
    }
    for (const fact of inCircle(standing, links)) {
      links.delete(fact)
      refuse(fact, 'corrects-in-circle')
    }
  }
  const known = elsewhere.length === 0 ? new Set<string>() : idsOf(store, left)
  for (const fact of elsewhere) {
    const named = store.named.text((corrects[fact] as number) - 1)
    refuse(fact, known.has(named) ? 'corrects-other-ticket' : 'corrects-unknown')
  }
  refuseOrphans(links, left, refuse)
  return links
}

function holdsCorrections({ corrects }: EventStore, { starts, order }: TicketGroups, group: number): boolean {
  for (let i = starts[group] as number; i < (starts[group + 1] as number); i++) {
    if (corrects !== undefined && corrects[order[i] as number] !== 0) return true
  }
  return false
}

/** Corrections from which one comes back to themselves. */
function inCircle(facts: readonly number[], links: ReadonlyMap<number, number>): number[] {
  const state = new Map<number, 'open' | 'free' | 'circle'>()
  for (const start of facts) {
    const path: number[] = []
    let at: number | undefined = start
    while (at !== undefined && !state.has(at)) {
      state.set(at, 'open')
      path.push(at)
      at = links.get(at)
    }
    const from = at === undefined || state.get(at) !== 'open' ? path.length : path.indexOf(at)
    path.forEach((fact, i) => {
      state.set(fact, i < from ? 'free' : 'circle')
    })
  }
  return facts.filter((fact) => state.get(fact) === 'circle')
}

/** A correction of a refused correction has nothing to correct either. */
function refuseOrphans(links: Map<number, number>, left: Uint8Array, refuse: Refuse): void {
  for (let again = true; again; ) {
    again = false
    for (const [fact, target] of links) {
      if (left[target] === 0) continue
      links.delete(fact)
      refuse(fact, 'corrects-unknown')
      again = true
    }
  }
}

/** Every id, explicit or not, of the facts that stand. Asked for only to say why a correction finds nothing. */
function idsOf(store: EventStore, left: Uint8Array): ReadonlySet<string> {
  const wanted = new Set<string>()
  for (let fact = 0; fact < store.count; fact++) {
    const corrected = store.corrects?.[fact] ?? 0
    if (corrected !== 0) wanted.add(store.named.text(corrected - 1))
  }
  const found = new Set<string>()
  for (let fact = 0; fact < store.count; fact++) {
    if (left[fact] === 1) continue
    const own = store.id?.[fact] ?? 0
    for (const id of own === 0 ? [defaultId(store, fact)] : [store.ids.text(own - 1), defaultId(store, fact)]) {
      if (wanted.has(id)) found.add(id)
    }
  }
  return found
}

function refuseNeverReported(
  store: EventStore,
  { starts, order }: TicketGroups,
  left: Uint8Array,
  refuse: Refuse,
): void {
  for (let g = 0; g + 1 < starts.length; g++) {
    let opened = false
    for (let i = starts[g] as number; i < (starts[g + 1] as number) && !opened; i++) {
      const fact = order[i] as number
      const type = store.type[fact]
      opened = left[fact] === 0 && (type === REPORTED || type === DETECTED)
    }
    if (opened) continue
    for (let i = starts[g] as number; i < (starts[g + 1] as number); i++) {
      if (left[order[i] as number] === 0) refuse(order[i] as number, 'never-reported')
    }
  }
}

const REPORTED = EVENT_TYPES.indexOf('reported')
const DETECTED = EVENT_TYPES.indexOf('detected')

/** Why a fact was refused, for a person. */
export function refusalSentence(store: EventStore, { fact, code }: RefusedFact): Localised {
  const corrected = store.corrects?.[fact] ?? 0
  const named = corrected === 0 ? '' : store.named.text(corrected - 1)
  const ticket = store.tickets.text(store.ticket[fact] as number)
  switch (code) {
    case 'same-id': {
      const own = store.ids.text((store.id?.[fact] ?? 1) - 1)
      return localise(
        `l’identifiant « ${own} » est déjà celui d’un fait différent, enregistré plus tôt`,
        `the id "${own}" is that of a different fact already, recorded earlier`,
      )
    }
    case 'corrects-unknown':
      return localise(
        `aucun fait n’a l’identifiant « ${named} » à corriger`,
        `no fact has the id "${named}" to be corrected`,
      )
    case 'corrects-other-ticket':
      return localise(
        `le fait « ${named} » à corriger est celui d’un autre ticket que « ${ticket} »`,
        `the fact "${named}" to be corrected is of another ticket than "${ticket}"`,
      )
    case 'corrects-in-circle':
      return localise(
        `la correction de « ${named} » se corrige elle-même`,
        `the correction of "${named}" corrects itself`,
      )
    case 'never-reported':
      return localise(
        `le ticket « ${ticket} » n’a jamais été signalé : ni « reported » ni « detected »`,
        `the ticket "${ticket}" was never reported: neither "reported" nor "detected"`,
      )
  }
}
