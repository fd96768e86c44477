import { groupBy } from '../../base/group-by.ts'
import { lesser } from '../../base/money.ts'
import type { Draft } from './draft-lines.ts'

/** A cut of what an event’s rules give together, in minor units (positive). */
export type EventCut = {
  readonly event: string
  readonly cap: 'cumulation' | 'event'
  readonly minor: bigint
}

/** What each event has met so far: by rule and commitment, and what it cost in the end. */
export type EventMemory = Map<string, { readonly byRule: Map<string, bigint>; net: bigint }>

/**
 * Several rules met by one event cumulate, as a sum or by the highest; then the cap of an event cuts. Lateness may come
 * months after its base: what the event costs is counted from its beginning. Rules give way from the lowest.
 */
export function cutEvents(
  drafts: readonly Draft[],
  cumulation: 'sum' | 'max',
  limit: bigint | undefined,
  memory: EventMemory,
): { readonly cuts: readonly EventCut[]; readonly byPenalty: ReadonlyMap<string, bigint> } {
  const byPenalty = new Map<string, bigint>()
  const cuts: EventCut[] = []
  for (const [event, ofEvent] of groupBy(drafts, (draft) => draft.event)) {
    const known = memory.get(event) ?? { byRule: new Map<string, bigint>(), net: 0n }
    memory.set(event, known)
    const before = combined(known.byRule, cumulation)
    for (const { line } of ofEvent) {
      const minor = line.amount?.minor ?? 0n
      add(known.byRule, `${line.penalty} ${line.commitment}`, minor)
      add(byPenalty, line.penalty, minor)
    }
    const gross = ofEvent.reduce((sum, { line }) => sum + (line.amount?.minor ?? 0n), 0n)
    const gain = combined(known.byRule, cumulation) - before
    const left = limit === undefined ? gain : lesser(gain, limit - known.net)
    const kept = left < 0n ? 0n : left
    known.net += kept
    if (gross > gain) cuts.push({ event, cap: 'cumulation', minor: gross - gain })
    if (gain > kept) cuts.push({ event, cap: 'event', minor: gain - kept })
    giveWay(ofEvent, gross - kept, byPenalty)
  }
  return { cuts, byPenalty }
}

function combined(byRule: ReadonlyMap<string, bigint>, cumulation: 'sum' | 'max'): bigint {
  const amounts = [...byRule.values()]
  return cumulation === 'sum'
    ? amounts.reduce((sum, amount) => sum + amount, 0n)
    : amounts.reduce((highest, amount) => (amount > highest ? amount : highest), 0n)
}

/** Takes a cut from the lines, the lowest first. */
function giveWay(drafts: readonly Draft[], cut: bigint, byPenalty: Map<string, bigint>): void {
  let rest = cut
  const ascending = drafts
    .map(({ line }) => ({ penalty: line.penalty, minor: line.amount?.minor ?? 0n }))
    .toSorted((a, b) => (a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0))
  for (const { penalty, minor } of ascending) {
    const taken = lesser(minor, rest)
    add(byPenalty, penalty, -taken)
    rest -= taken
  }
}

function add(sums: Map<string, bigint>, key: string, minor: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + minor)
}
