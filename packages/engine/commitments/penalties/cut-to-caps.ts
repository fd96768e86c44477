import type { Localised } from '../../base/message.ts'
import { minorWithin } from '../../base/money.ts'
import { parseDecimal, ratioOf } from '../../base/ratio.ts'
import { sayMoney } from '../../base/say-money.ts'
import type { PenaltyClause, PenaltyRulesClause } from '../penalty-schema.ts'
import { cutEvents, type EventMemory } from './cut-events.ts'
import type { Draft } from './draft-lines.ts'
import type { CapLine } from './penalty.ts'
import type { PenaltyMonth } from './penalty-month.ts'
import { priceSum, type Sum } from './price-sum.ts'
import type { Reckoning } from './reckoning.ts'

/** What the months before have used of the caps, in minor units. */
export type CapMemory = {
  readonly events: EventMemory
  /** By penalty (empty: all), scope and contract year. */
  readonly spent: Map<string, bigint>
  /** Before the waiver, by its scope. */
  readonly gross: Map<string, bigint>
}

export function emptyCapMemory(): CapMemory {
  return { events: new Map(), spent: new Map(), gross: new Map() }
}

export type CutMonth = {
  readonly capLines: readonly CapLine[]
  /** What is left of the month’s maluses. */
  readonly minor: bigint
  /** Caps whose fee has no amount, while there is something to cut. */
  readonly faults: readonly Extract<Reckoning, { readonly ok: false }>[]
}

type Scope = 'month' | 'year' | 'contract'

/**
 * Cuts a month’s amounts, each cut a negative line that names its cap: cumulation and event, the caps of each rule, then
 * those of all of them (month, contract year, contract), then what is waived while it is small.
 */
export function cutToCaps(drafts: readonly Draft[], month: PenaltyMonth, memory: CapMemory): CutMonth {
  const { rules, currency } = month
  const faults: Extract<Reckoning, { readonly ok: false }>[] = []
  const capLines: CapLine[] = []
  const rulesClause = rules?.clause ?? 'penaltyRules'
  const eventCap = drafts.length === 0 ? undefined : limitOf(rules?.cap?.event, rulesClause)
  const { cuts, byPenalty } = cutEvents(drafts, rules?.cumulation ?? 'sum', eventCap, memory.events)
  for (const { event, cap, minor } of cuts) {
    push(cap, undefined, rulesClause, minor, cap === 'event' ? eventCap : undefined, event)
  }

  let total = 0n
  for (const penalty of month.penalties) {
    total += applied(penalty.cap, byPenalty.get(penalty.id) ?? 0n, penalty)
  }
  total = applied(rules?.cap, total, undefined)
  return { capLines, minor: waived(total), faults }

  /** The rest of an amount under the caps of a month, a year and the contract; spends them. */
  function applied(caps: Caps | undefined, minor: bigint, penalty: PenaltyClause | undefined): bigint {
    const clause = penalty === undefined ? rulesClause : (penalty.clause ?? penalty.id)
    const limits = SCOPES.map((scope) => ({ scope, limit: minor > 0n ? limitOf(caps?.[scope], clause) : undefined }))
    let rest = minor
    for (const { scope, limit } of limits) {
      if (limit === undefined) continue
      const left = scope === 'month' ? limit : limit - (memory.spent.get(keyOf(scope, penalty)) ?? 0n)
      const kept = rest < left ? rest : left < 0n ? 0n : left
      if (kept < rest) push(scope, penalty?.id, clause, rest - kept, limit)
      rest = kept
    }
    for (const scope of SCOPES) {
      const key = keyOf(scope, penalty)
      memory.spent.set(key, (memory.spent.get(key) ?? 0n) + rest)
    }
    return rest
  }

  /** Nothing is owed while the sum over the scope is small; past it all of it is, what was waived before too. */
  function waived(minor: bigint): bigint {
    const { waivedUpTo } = rules ?? {}
    if (waivedUpTo === undefined) return minor
    const scope = waivedUpTo.over ?? 'contract'
    const limit = minorWithin(parseDecimal(waivedUpTo.amount) ?? ratioOf(0n, 1n))
    const key = scope === 'month' ? `month ${month.period.label}` : keyOf(scope, undefined)
    const before = memory.gross.get(key) ?? 0n
    const after = before + minor
    memory.gross.set(key, after)
    const owed = (after > limit ? after : 0n) - (before > limit ? before : 0n)
    if (owed !== minor) push('waiver', undefined, rulesClause, minor - owed, limit)
    return owed
  }

  function limitOf(sum: Sum | undefined, clause: string): bigint | undefined {
    if (sum === undefined) return undefined
    const limit = priceSum(sum, { currency, clause, fee: month.fee, openHours: month.openHours })
    if (limit.ok) return minorWithin(limit.value)
    faults.push(limit)
    return undefined
  }

  function keyOf(scope: Scope, penalty: PenaltyClause | undefined): string {
    return `${penalty?.id ?? ''} ${scope} ${scope === 'contract' ? '' : scope === 'year' ? month.year : month.period.label}`
  }

  function push(
    cap: CapLine['cap'],
    penalty: string | undefined,
    clause: string,
    cut: bigint,
    limit: bigint | undefined,
    event?: string,
  ): void {
    const limitText = limit === undefined ? undefined : sayMoney(ratioOf(limit, 100n), currency)
    capLines.push({
      cap,
      ...(penalty === undefined ? {} : { penalty }),
      clause,
      period: month.period.label,
      ...(event === undefined ? {} : { event }),
      limit: limit === undefined ? null : { minor: limit, currency },
      amount: { minor: -cut, currency },
      message: capMessage(cap, limitText, penalty, cut < 0n),
    })
  }
}

type Caps = NonNullable<PenaltyRulesClause['cap']>

const SCOPES = ['month', 'year', 'contract'] as const

/** The sentence of a cut; `recalled`: what had been waived falls due after all. */
export function capMessage(
  cap: CapLine['cap'],
  limit: Localised | undefined,
  penalty: string | undefined,
  recalled: boolean,
): Localised {
  const [fr, en] = [limit?.fr ?? '', limit?.en ?? '']
  const whose = penalty === undefined ? { fr: '', en: '' } : { fr: ` de ${penalty}`, en: ` of ${penalty}` }
  switch (cap) {
    case 'cumulation':
      return {
        fr: 'un même événement relève de plusieurs règles\u00a0: seule la plus élevée compte',
        en: 'one event meets several rules: only the highest counts',
      }
    case 'event':
      return { fr: `plafond par événement\u00a0: ${fr}`, en: `cap of an event: ${en}` }
    case 'month':
      return { fr: `plafond mensuel${whose.fr}\u00a0: ${fr}`, en: `monthly cap${whose.en}: ${en}` }
    case 'year':
      return {
        fr: `plafond de l’année contractuelle${whose.fr}\u00a0: ${fr}`,
        en: `cap of the contract year${whose.en}: ${en}`,
      }
    case 'contract':
      return { fr: `plafond du contrat${whose.fr}\u00a0: ${fr}`, en: `cap of the contract${whose.en}: ${en}` }
    case 'waiver':
      return recalled
        ? {
            fr: `seuil d’exonération de ${fr} dépassé\u00a0: les montants exonérés deviennent dus`,
            en: `the waiver of ${en} is exceeded: what was waived falls due`,
          }
        : { fr: `exonération jusqu’à ${fr}`, en: `waived up to ${en}` }
  }
}
