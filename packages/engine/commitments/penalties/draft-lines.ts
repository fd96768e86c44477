import type { Instant } from '../../base/instant.ts'
import { minorWithin, roundMoney } from '../../base/money.ts'
import { compareRatio, multiplyRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayFigure, sayMoney } from '../../base/say-money.ts'
import type { PenaltyClause } from '../penalty-schema.ts'
import { baseAmounts, latenessAmounts, type Priced } from './breach-amounts.ts'
import { capStep, claimSteps, latenessStep, roundedStep, stateSteps, stepOf } from './line-steps.ts'
import type { ClaimStanding } from './month-acts.ts'
import type { DueState, PenaltyLine, PenaltyStep } from './penalty.ts'
import type { Breach, JudgedPeriod, PenaltyMonth } from './penalty-month.ts'
import { priceSum, type Sum } from './price-sum.ts'
import { missedRateAmounts } from './rate-amounts.ts'
import { after, type PriceFrame, type Reckoning } from './reckoning.ts'
import { multiplierOf, NO_RUN, type Run } from './runs.ts'
import { exactText } from './say-figure.ts'

/** A line and the event that meets its rule: a life of a ticket, or a period of a commitment. */
export type Draft = {
  readonly line: PenaltyLine
  readonly event: string
  /** Why the amount is not known. */
  readonly fault?: Extract<Reckoning, { readonly ok: false }>
  readonly claim?: ClaimStanding
}

/** What earlier months leave to later ones: breaches taken free or multiplied, and what each event has cost. */
export type BreachMemory = {
  readonly free: Set<string>
  readonly multipliers: Map<string, Ratio>
  /** Minor units by rule and event, for the rule’s own cap. */
  readonly spent: Map<string, bigint>
  readonly known: DraftCache | undefined
}

/**
 * Drafts of each breach by all that they depend on beside it, kept from one settlement of the same months to the next: a
 * settlement with one breach less then prices nothing again, and unchanged lines are the same objects.
 */
export type DraftCache = WeakMap<Breach, Map<string, { readonly drafts: readonly Draft[]; readonly spent: bigint }>>

export function emptyMemory(known?: DraftCache): BreachMemory {
  return { free: new Set(), multipliers: new Map(), spent: new Map(), known }
}

/** Every amount of one month under one penalty clause, before what cuts the total; in an order that facts decide. */
export function draftLines(
  penalty: PenaltyClause,
  month: PenaltyMonth,
  runs: ReadonlyMap<string, Run>,
  memory: BreachMemory,
): readonly Draft[] {
  const clause = penalty.clause ?? penalty.id
  const frame: PriceFrame = { currency: month.currency, clause, fee: month.fee, openHours: month.openHours }
  const commitments = typeof penalty.for === 'string' ? [penalty.for] : penalty.for
  const of = (commitment: string) => commitments.includes(commitment)
  const missed = inOrder(month.missed.filter((breach) => of(breach.commitment)))
  takeDeductible(penalty, missed, memory)
  for (const breach of missed) {
    memory.multipliers.set(keyOf(penalty, breach), multiplier(breach.commitment))
  }
  return [
    ...month.judged.filter(({ commitment }) => of(commitment)).flatMap(ofRate),
    ...missed.flatMap((breach) => ofBreach(breach, () => baseAmounts(penalty, frame), 'base', 'due')),
    ...ofLateness(month.stopped, 'due'),
    ...ofLateness(month.open, 'accrued'),
  ]

  function multiplier(commitment: string): Ratio {
    return multiplierOf(penalty.recurrence ?? [], (runs.get(commitment) ?? NO_RUN).missed)
  }

  function ofRate(judged: JudgedPeriod): readonly Draft[] {
    const { measured, commitment, waivedBy, evidence } = judged
    if (judged.outcome !== 'missed' || measured === undefined) return []
    const event = `${commitment}@${month.period.label}`
    return missedRateAmounts(penalty, measured, judged.hasBreaches, frame).map((priced) =>
      draft(priced, { commitment, event, waivedBy, evidence, since: judged.to }, 'due', multiplier(commitment)),
    )
  }

  function ofLateness(breaches: readonly Breach[], due: 'due' | 'accrued'): readonly Draft[] {
    return inOrder(breaches.filter((breach) => of(breach.commitment))).flatMap((breach) =>
      ofBreach(
        breach,
        () =>
          latenessAmounts(penalty, breach.lateness, frame).map(({ kind, reckoning }) => ({
            kind,
            reckoning: after([latenessStep(breach, clause)], reckoning),
          })),
        'late',
        due,
      ),
    )
  }

  function ofBreach(
    breach: Breach,
    price: () => readonly Priced[],
    part: 'base' | 'late',
    due: 'due' | 'accrued',
  ): readonly Draft[] {
    const event = `${breach.ticket}#${breach.cycle}`
    const times = memory.multipliers.get(keyOf(penalty, breach)) ?? multiplier(breach.commitment)
    const isFree = memory.free.has(keyOf(penalty, breach))
    const rule = `${penalty.id} ${event}`
    const spent = memory.spent.get(rule) ?? 0n
    const known = memory.known?.get(breach) ?? new Map()
    memory.known?.set(breach, known)
    const key = `${month.period.label} ${rule} ${part} ${due} ${isFree} ${exactText(times)} ${spent}`
    const kept = known.get(key)
    if (kept !== undefined) {
      memory.spent.set(rule, kept.spent)
      return kept.drafts
    }
    const drafts = price().map((one) => draft(one, { ...breach, event, isFree, since: breach.missedAt }, due, times))
    known.set(key, { drafts, spent: memory.spent.get(rule) ?? 0n })
    return drafts
  }

  function draft(priced: Priced, subject: Subject, due: 'due' | 'accrued', times: Ratio): Draft {
    const { kind } = priced
    const about = {
      penalty: penalty.id,
      commitment: subject.commitment,
      since: subject.since,
      isBreach: subject.ticket !== undefined,
    }
    const notice = month.acts.notice(about)
    const limited =
      kind === 'lateness' ? within(penalty.late?.cap, repeated(priced.reckoning)) : repeated(priced.reckoning)
    const state = stateOf(limited.ok, subject, due)
    const { minor, steps } = limited.ok
      ? settled(limited.value, limited.steps, `${penalty.id} ${subject.event}`, state)
      : { minor: null, steps: limited.steps }
    const isOwed = state === 'due' || state === 'calculable'
    const claim = isOwed && minor !== 0n ? month.acts.claim(about) : undefined
    const line: PenaltyLine = {
      penalty: penalty.id,
      clause,
      commitment: subject.commitment,
      period: month.period.label,
      ...(subject.ticket === undefined ? {} : { ticket: subject.ticket, cycle: subject.cycle ?? 1 }),
      kind,
      amount: minor === null ? null : { minor, currency: month.currency },
      due: state,
      chain: [
        ...steps,
        ...stateSteps(state, subject.waivedBy, clause, typeof notice === 'number' ? month.acts.say(notice) : undefined),
        ...claimSteps(claim, month.rules?.clause ?? 'penaltyRules', month.acts.say),
      ],
      grounds: { rule: penalty.id, clause, contractVersion: month.contractVersion, evidence: subject.evidence },
    }
    return {
      line,
      event: subject.event,
      ...(limited.ok ? {} : { fault: limited }),
      ...(claim === undefined ? {} : { claim }),
    }

    function stateOf(isKnown: boolean, { waivedBy, isFree }: Subject, when: 'due' | 'accrued'): DueState {
      if (waivedBy !== undefined || isFree === true) return 'waived'
      if (when === 'accrued') return 'accrued'
      if (!isKnown) return 'unknown'
      return notice === undefined ? 'calculable' : 'due'
    }

    function repeated(reckoning: Reckoning): Reckoning {
      if (!reckoning.ok || compareRatio(times, ONE) === 0) return reckoning
      const value = multiplyRatio(reckoning.value, times)
      const [factor, text] = [sayFigure(times), sayMoney(value, month.currency)]
      const step = stepOf('recurrence', exactText(value, 2), clause, {
        fr: `récidive\u00a0: × ${factor.fr} = ${text.fr}`,
        en: `recurrence: × ${factor.en} = ${text.en}`,
      })
      return { ok: true, value, steps: [...reckoning.steps, step] }
    }
  }

  function within(cap: Sum | undefined, reckoning: Reckoning): Reckoning {
    if (cap === undefined || !reckoning.ok) return reckoning
    const limit = priceSum(cap, frame)
    if (!limit.ok) return after(reckoning.steps, limit)
    // Whole cents: rounding half-up must not lift the amount over its cap.
    const most = minorWithin(limit.value)
    const bounded = ratioOf(most, 100n)
    if (compareRatio(reckoning.value, bounded) <= 0) return reckoning
    return {
      ok: true,
      value: bounded,
      steps: [...reckoning.steps, ...limit.steps, capStep(limit.value, month, clause, most)],
    }
  }

  /** Rounds an amount, then keeps it within what the rule’s own cap leaves for the event. */
  function settled(value: Ratio, before: readonly PenaltyStep[], event: string, state: DueState) {
    const { minor } = roundMoney(value, month.currency)
    const steps = [...before, roundedStep(minor, month, clause)]
    const limit = penalty.cap?.event === undefined ? undefined : priceSum(penalty.cap.event, frame)
    if (limit === undefined) return { minor, steps }
    if (!limit.ok) return { minor: null, steps: [...steps, ...limit.steps] }
    const spent = memory.spent.get(event) ?? 0n
    const left = minorWithin(limit.value) - spent
    const kept = minor < left ? minor : left < 0n ? 0n : left
    if (state === 'due' || state === 'calculable') memory.spent.set(event, spent + kept)
    return kept === minor
      ? { minor, steps }
      : { minor: kept, steps: [...steps, capStep(limit.value, month, clause, kept)] }
  }
}

type Subject = {
  readonly commitment: string
  readonly event: string
  readonly evidence: readonly string[]
  readonly since: Instant
  readonly ticket?: string
  readonly cycle?: number
  readonly waivedBy?: string | undefined
  readonly isFree?: boolean
}

const ONE = ratioOf(1n, 1n)

/** The first breaches of a month are free, in the order in which they came; those that a phase waives are not among them. */
function takeDeductible({ id, deductible = 0 }: PenaltyClause, missed: readonly Breach[], memory: BreachMemory): void {
  for (const breach of missed.filter(({ waivedBy }) => waivedBy === undefined).slice(0, deductible)) {
    memory.free.add(keyOf({ id }, breach))
  }
}

function keyOf({ id }: { readonly id: string }, { commitment, ticket, cycle }: Breach): string {
  return `${id} ${commitment} ${ticket}#${cycle}`
}

/** By instant, ticket, commitment and cycle: the order of the input never matters. */
function inOrder(breaches: readonly Breach[]): readonly Breach[] {
  return breaches.toSorted(
    (a, b) =>
      a.missedAt - b.missedAt ||
      compare(a.ticket, b.ticket) ||
      compare(a.commitment, b.commitment) ||
      a.cycle - b.cycle,
  )
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
