import { actsWithoutEffect } from './acts-without-effect.ts'
import { formatInstant, type Instant } from './base/instant.ts'
import type { Localised } from './base/message.ts'
import type { Period } from './base/period.ts'
import { type JudgedMonth, type Miss, sanctioned } from './collect-breaches.ts'
import type {
  PenaltyAssessment,
  PenaltyFinding,
  PenaltyMonthTotal,
  PenaltyTerms,
} from './commitments/penalties/penalty.ts'
import { type SettledMonth, settleMonths } from './commitments/penalties/settle-months.ts'
import type { Terms } from './commitments/terms.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import { abandonRate } from './follow-up/kpis/abandon-rate.ts'
import { answerRate } from './follow-up/kpis/answer-rate.ts'
import { endOfDelay } from './penalty-delays.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import { type PenaltyFrame, penaltyMonth, type SettlementCache } from './penalty-months.ts'
import { sayLocal } from './say-local.ts'
import { civilYears, contractSpans, nearestVersion, termsOfContract, zoneOf } from './terms-of-contract.ts'
import { type MonthCut, wholeMonths } from './whole-months.ts'

export type PenaltyInput = {
  readonly contract: ContractHistory
  /** Its whole civil months are judged. */
  readonly period: Period
  readonly at: Instant
  /** Every month from the first that matters to the last whole one of the period, oldest first (`penaltyMonths`). */
  readonly months: readonly JudgedMonth[]
  readonly misses: readonly Miss[]
  readonly facts: PenaltyFacts
  readonly cache?: SettlementCache
}

/**
 * The penalties and credits of a period (semantics, *Penalties and credits*): the amounts of its months, each with its
 * chain, and what cuts them. Pure; the order of the misses never matters.
 */
export function judgePenalties(input: PenaltyInput): PenaltyAssessment {
  const { contract, period, facts, at } = input
  const spans = contractSpans(contract)
  const version = nearestVersion(spans, period.to - 1)
  const say = sayLocal(zoneOf(version))
  const cut = wholeMonths(period, civilYears(spans), say)
  const asked = input.months.filter((month) => month.period.from >= period.from)
  const [last] = asked.slice(-1)
  const judged = last === undefined ? spans.map((span) => span.contract) : asked.map((month) => month.contract)
  if (judged.every(({ commitments }) => (commitments.penalties ?? []).length === 0)) {
    return empty(version, 'no-penalty', [], cut)
  }
  if (last === undefined) return empty(version, 'not-computed', [notMonths(period), ...partialFindings(cut)], cut)
  const settled = settlePenalties(input)
  const own = settled.slice(-asked.length)
  const months = own.map((month) => monthTotal(month, settled))
  const unjudged = notJudged(asked, facts)
  const unknown = own.some((_, index) => months[index]?.total === null)
  const shared = own.some(({ month, lines }) => lines.length > 0 && limitsMonths(month))
  const faulty = unknown ? (shared ? settled : own).filter((month) => month.faulty !== undefined) : []
  const total = (part: 'total' | 'incurred') =>
    unknown
      ? null
      : { minor: months.reduce((sum, month) => sum + (month[part]?.minor ?? 0n), 0n), currency: version.currency }
  return {
    status: statusOf(faulty, unjudged),
    currency: version.currency,
    lines: own.flatMap(({ lines }) => lines),
    capLines: own.flatMap(({ capLines }) => capLines),
    notDue: own.flatMap(({ notDue }) => notDue),
    total: total('total'),
    incurred: total('incurred'),
    months,
    partialMonths: cut.partial,
    terms: termsStated(last.contract, last.period, termsOfContract(contract).nearest(last.period.to - 1)),
    findings: once([
      ...[...new Set([...own, ...faulty])].flatMap(({ findings }) => findings),
      ...unjudged,
      ...actsWithoutEffect(facts.notices, contract, at, say),
      ...partialFindings(cut),
    ]),
  }
}

/** Every month that matters settled, oldest first: those asked are the last ones. */
export function settlePenalties(input: PenaltyInput): readonly SettledMonth[] {
  const spans = contractSpans(input.contract)
  const end = input.months.at(-1)?.period.to ?? input.period.to
  const frame: PenaltyFrame = {
    ...input,
    end,
    spans,
    years: civilYears(spans),
    terms: termsOfContract(input.contract),
  }
  return settleMonths(
    input.months.map((month) => penaltyMonth(month, frame)),
    input.cache?.drafts,
  )
}

/** What one month costs among those settled: not known where an amount of it, or of a month whose caps it shares, is not. */
export function monthTotal(one: SettledMonth, settled: readonly SettledMonth[]): PenaltyMonthTotal {
  const { month, minor, incurred, faulty, lines } = one
  const { period, currency, acts } = month
  const shares = lines.length > 0 && limitsMonths(month)
  const unknown =
    faulty !== undefined ||
    (shares && settled.some((other) => other.faulty !== undefined && other.month.period.from < period.from))
  const money = (amount: bigint) => (unknown ? null : { minor: amount, currency })
  return {
    period: period.label,
    from: period.from,
    to: period.to,
    total: money(minor),
    incurred: money(incurred),
    ...acts.dates,
  }
}

function empty(
  { currency }: Contract,
  status: 'not-computed' | 'no-penalty',
  findings: readonly PenaltyFinding[],
  { partial }: MonthCut,
): PenaltyAssessment {
  const total = status === 'no-penalty' ? { minor: 0n, currency } : null
  return {
    status,
    currency,
    lines: [],
    capLines: [],
    notDue: [],
    total,
    incurred: total,
    months: [],
    partialMonths: status === 'no-penalty' ? [] : partial,
    terms: {},
    findings,
  }
}

function partialFindings({ partial }: MonthCut): readonly PenaltyFinding[] {
  return partial.map(({ message }) => ({ code: 'partial-month', clause: 'penaltyRules', message }))
}

/** Sanctioned commitments that no figure was given for. */
function notJudged(
  months: readonly JudgedMonth[],
  { outages, controls, calls }: PenaltyFacts,
): readonly PenaltyFinding[] {
  return months.flatMap(({ contract: { commitments }, kpis }) =>
    (commitments.penalties ?? []).flatMap((penalty) =>
      sanctioned(penalty).flatMap((name): readonly PenaltyFinding[] => {
        const clause = penalty.clause ?? penalty.id
        const kpi = kpis.find(({ id }) => id === name)
        if (kpi !== undefined) {
          if (kpi.unit !== 'percent' || kpi.target === undefined) return [unjudged(clause, noShare(penalty.id, name))]
          const isTold = calls !== undefined || !isOfCalls(name)
          return isTold ? [] : [unjudged(clause, noCalls(penalty.id, name))]
        }
        const target = commitments.targets.find(({ id }) => id === name)
        const given = target === undefined ? controls : target.type === 'availability' ? outages : NOTHING_MORE
        if (given !== undefined) return []
        return [unjudged(clause, target === undefined ? noControl(penalty.id, name) : noOutages(penalty.id, name))]
      }),
    ),
  )
}

function unjudged(clause: string, message: Localised): PenaltyFinding {
  return { code: 'not-judged', clause, message }
}

function isOfCalls(kpi: string): boolean {
  return [answerRate, abandonRate].some(({ id }) => id === kpi)
}

/** Tickets are always given. */
const NOTHING_MORE: readonly unknown[] = []

/** Whether what a month owes depends on the amounts of the months before it. */
function limitsMonths({ penalties, rules }: SettledMonth['month']): boolean {
  const lasting = [rules?.cap, ...penalties.map(({ cap }) => cap)]
  return (
    rules?.waivedUpTo !== undefined || lasting.some((cap) => cap?.year !== undefined || cap?.contract !== undefined)
  )
}

function statusOf(faulty: readonly SettledMonth[], unjudged: readonly PenaltyFinding[]): PenaltyAssessment['status'] {
  if (faulty.some((month) => month.faulty === 'fee-missing')) return 'fee-missing'
  return faulty.length > 0 || unjudged.length > 0 ? 'incomplete' : 'computed'
}

function termsStated(contract: Contract, period: Period, terms: Terms): PenaltyTerms {
  const { penaltyRules: rules } = contract.commitments
  if (rules === undefined) return {}
  const { cumulation, liberating, putOnNotice, settlement, vat, claimWithin, observations } = rules
  const claimUntil = endOfDelay(claimWithin, period.to, contract, terms)
  const observationsUntil = endOfDelay(observations, period.to, contract, terms)
  return {
    ...(cumulation === undefined ? {} : { cumulation }),
    ...(liberating === undefined ? {} : { liberating }),
    ...(putOnNotice === undefined ? {} : { putOnNotice }),
    ...(settlement === undefined ? {} : { settlement }),
    ...(vat === undefined ? {} : { vat }),
    ...(claimUntil === undefined ? {} : { claimUntil }),
    ...(observationsUntil === undefined ? {} : { observationsUntil }),
  }
}

function once(findings: readonly PenaltyFinding[]): readonly PenaltyFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.message.en}`, finding])).values()]
}

function notMonths({ from, to }: Period): PenaltyFinding {
  return finding(
    `Les pénalités se calculent par mois civils entiers : la période ${formatInstant(from)} – ${formatInstant(to)} n’en est pas faite.`,
    `Penalties are computed by whole civil months: the period ${formatInstant(from)} – ${formatInstant(to)} is not made of them.`,
  )
}

function finding(fr: string, en: string): PenaltyFinding {
  return { code: 'not-judged', clause: 'penaltyRules', message: { fr, en } }
}

function noOutages(penalty: string, commitment: string): Localised {
  return {
    fr: `${penalty} : la disponibilité ${commitment} n’est pas jugée, faute d’états de composants ; son montant n’est pas compté.`,
    en: `${penalty}: the availability ${commitment} is not judged, for want of states of components; its amount is not counted.`,
  }
}

function noCalls(penalty: string, kpi: string): Localised {
  return {
    fr: `${penalty} : l’indicateur ${kpi} n’est pas jugé, faute des appels (--calls) ; son montant n’est pas compté.`,
    en: `${penalty}: the KPI ${kpi} is not judged, for want of the calls (--calls); its amount is not counted.`,
  }
}

function noShare(penalty: string, kpi: string): Localised {
  return {
    fr: `${penalty} : seul un indicateur en pourcentage qui a un objectif se sanctionne ; le montant de ${kpi} n’est pas compté.`,
    en: `${penalty}: only a KPI in percent that has a target can be sanctioned; the amount of ${kpi} is not counted.`,
  }
}

function noControl(penalty: string, commitment: string): Localised {
  return {
    fr: `${penalty} : le contrôle ${commitment} n’est pas jugé ici ; son montant n’est pas compté.`,
    en: `${penalty}: the control ${commitment} is not judged, for want of results; its amount is not counted.`,
  }
}
