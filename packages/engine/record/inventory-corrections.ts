import { groupBy } from '../base/group-by.ts'
import type { Instant } from '../base/instant.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import type { FactsRead } from './fact-table.ts'
import { type InventoryFact, inventoryFactId } from './inventory-fact.ts'
import type { RejectedRow } from './reading-notes.ts'
import { MOST_REJECTED } from './reading-notes.ts'

type Read = FactsRead<InventoryFact> & { readonly ok: true }

/**
 * Rejects what corrects nothing: a fact of another asset, itself (directly or in a circle), or a fact that is not there;
 * and of different facts under one id all but the one recorded first.
 */
export function refuseBadCorrections(read: Read): Read {
  const { facts } = read
  if (!facts.some(({ id, corrects }) => id !== undefined || corrects !== undefined)) return read
  const refused: { readonly fact: InventoryFact; readonly code: string; readonly message: Localised }[] = []
  const byId = firstById(facts, (fact) => refused.push({ fact, code: 'same-id', message: sameId(fact) }))
  const gone = new Set(refused.map(({ fact }) => fact))
  for (let again = true; again; ) {
    again = false
    for (const fact of facts) {
      if (fact.corrects === undefined || gone.has(fact)) continue
      const fault = faultOf(fact, byId, gone)
      if (fault === undefined) continue
      gone.add(fact)
      refused.push({ fact, ...fault })
      again = true
    }
  }
  if (refused.length === 0) return read
  const rejected = refused.map(({ fact, code, message }): RejectedRow => ({ line: fact.line, code, message }))
  return {
    ...read,
    facts: facts.filter((fact) => !gone.has(fact)),
    counts: {
      ...read.counts,
      accepted: read.counts.accepted - gone.size,
      rejected: read.counts.rejected + gone.size,
    },
    rejected: [...read.rejected, ...rejected].toSorted((a, b) => a.line - b.line).slice(0, MOST_REJECTED),
    rejectedByReason: countedWith(read.rejectedByReason, rejected),
  }
}

/**
 * What is left of the facts known at an instant once corrections are applied: of the known corrections of a fact the
 * one recorded last holds; a withdrawn correction never was; one that was itself corrected says what its own says.
 */
export function standingFacts(facts: readonly InventoryFact[], knownAt: Instant): readonly InventoryFact[] {
  const known = facts.filter(({ recordedAt }) => recordedAt <= knownAt)
  if (!known.some(({ corrects }) => corrects !== undefined)) return known
  const ids = new Map(known.map((fact) => [inventoryFactId(fact), fact]))
  const words = groupBy(
    known.filter(({ corrects }) => corrects !== undefined && ids.has(corrects)),
    ({ corrects }) => ids.get(corrects ?? ''),
  )
  for (const said of words.values()) said.sort((a, b) => b.recordedAt - a.recordedAt || compareIds(a, b))
  const outcomes = new Map<InventoryFact, InventoryFact | 'gone'>()
  const open = [...known]
  for (let fact = open.pop(); fact !== undefined; fact = open.pop()) {
    if (outcomes.has(fact)) continue
    const said = words.get(fact) ?? []
    const waiting = said.filter((word) => !outcomes.has(word))
    if (waiting.length > 0) open.push(fact, ...waiting)
    else outcomes.set(fact, lastWord(fact, said, outcomes))
  }
  return known.flatMap((fact) => {
    if (fact.corrects !== undefined && ids.has(fact.corrects)) return []
    const outcome = outcomes.get(fact)
    return outcome === undefined || outcome === 'gone' || outcome.event === undefined ? [] : [outcome]
  })
}

function lastWord(
  fact: InventoryFact,
  said: readonly InventoryFact[],
  outcomes: ReadonlyMap<InventoryFact, InventoryFact | 'gone'>,
): InventoryFact | 'gone' {
  for (const word of said) {
    const outcome = outcomes.get(word)
    if (outcome === undefined || outcome === 'gone') continue
    return outcome.event === undefined ? 'gone' : outcome
  }
  return fact
}

function firstById(facts: readonly InventoryFact[], refuse: (fact: InventoryFact) => void) {
  const byId = new Map<string, InventoryFact>()
  const inOrder = facts.toSorted((a, b) => a.recordedAt - b.recordedAt || a.at - b.at)
  for (const fact of inOrder) {
    const id = inventoryFactId(fact)
    if (byId.has(id)) refuse(fact)
    else byId.set(id, fact)
  }
  return byId
}

function faultOf(
  fact: InventoryFact,
  byId: ReadonlyMap<string, InventoryFact>,
  gone: ReadonlySet<InventoryFact>,
): { readonly code: string; readonly message: Localised } | undefined {
  const named = fact.corrects ?? ''
  const target = byId.get(named)
  if (target === undefined || gone.has(target)) {
    return {
      code: 'corrects-unknown',
      message: localise(
        `aucun fait n’a l’identifiant « ${named} » à corriger`,
        `no fact has the id "${named}" to be corrected`,
      ),
    }
  }
  if (target.asset !== fact.asset) {
    return {
      code: 'corrects-other-asset',
      message: localise(
        `le fait « ${named} » est d’un autre équipement, « ${target.asset} »`,
        `the fact "${named}" is of another asset, "${target.asset}"`,
      ),
    }
  }
  return isInCircle(fact, byId)
    ? {
        code: 'corrects-in-circle',
        message: localise('ce fait se corrige lui-même', 'this fact corrects itself'),
      }
    : undefined
}

function isInCircle(fact: InventoryFact, byId: ReadonlyMap<string, InventoryFact>): boolean {
  const met = new Set<InventoryFact>()
  let next: InventoryFact | undefined = fact
  while (next?.corrects !== undefined) {
    if (met.has(next)) return met.has(fact)
    met.add(next)
    next = byId.get(next.corrects)
    if (next === fact) return true
  }
  return false
}

function sameId(fact: InventoryFact): Localised {
  const id = fact.id ?? ''
  return localise(
    `l’identifiant « ${id} » est déjà celui d’un fait différent, enregistré plus tôt`,
    `the id "${id}" is that of a different fact already, recorded earlier`,
  )
}

function compareIds(a: InventoryFact, b: InventoryFact): number {
  return inventoryFactId(a) < inventoryFactId(b) ? -1 : 1
}

function countedWith(
  byReason: Readonly<Record<string, number>>,
  rejected: readonly RejectedRow[],
): Readonly<Record<string, number>> {
  const counts = new Map(Object.entries(byReason))
  for (const { code } of rejected) counts.set(code, (counts.get(code) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
