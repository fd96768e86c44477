import { parseDuration } from './base/duration.ts'
import { formatInstant, type Instant } from './base/instant.ts'
import type { Localised } from './base/message.ts'
import type { Period } from './base/period.ts'
import { addDuration } from './calendar/add-duration.ts'
import { type JudgedMonth, type Miss, sanctioned } from './collect-breaches.ts'
import type { Target } from './commitments/clause-types.ts'
import { endOf } from './commitments/due-at.ts'
import type { PenaltyAssessment, PenaltyFinding, PenaltyTerms } from './commitments/penalties/penalty.ts'
import { type SettledMonth, settleMonths } from './commitments/penalties/settle-months.ts'
import type { Terms } from './commitments/terms.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import { abandonRate } from './follow-up/kpis/abandon-rate.ts'
import { answerRate } from './follow-up/kpis/answer-rate.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import { type PenaltyFrame, penaltyMonth } from './penalty-months.ts'
import { civilYears, contractSpans, nearestVersion, termsOfContract, zoneOf } from './terms-of-contract.ts'

export type PenaltyInput = {
  readonly contract: ContractHistory
  /** Whole civil months. */
  readonly period: Period
  readonly at: Instant
  /** Every month from the first that matters to the last of the period, oldest first (`penaltyMonths`). */
  readonly months: readonly JudgedMonth[]
  readonly misses: readonly Miss[]
  readonly facts: PenaltyFacts
}

/**
 * The penalties and credits of a period (semantics, *Penalties and credits*): the amounts of its months, each with its
 * chain, and what cuts them. Pure; the order of the misses never matters.
 */
export function judgePenalties(input: PenaltyInput): PenaltyAssessment {
  const { contract, period, months } = input
  const spans = contractSpans(contract)
  const version = nearestVersion(spans, period.to - 1)
  if (months.length === 0) return empty(version, 'not-computed', [notMonths(period)])
  const frame: PenaltyFrame = { ...input, spans, years: civilYears(spans), terms: termsOfContract(contract) }
  const isAsked = (month: Period) => month.from >= period.from
  const asked = months.filter((month) => isAsked(month.period))
  if (asked.every(({ contract: { commitments } }) => (commitments.penalties ?? []).length === 0)) {
    return empty(version, 'no-penalty', [])
  }
  const settled = settleMonths(months.map((month) => penaltyMonth(month, frame)))
  const own = settled.filter(({ month }) => isAsked(month.period))
  const unjudged = notJudged(asked, input.facts)
  const earlier = settled.filter((month) => !own.includes(month) && month.faulty !== undefined && limitsMonths(version))
  const faulty = [...own, ...(own.some(({ lines }) => lines.length > 0) ? earlier : [])].filter((month) => month.faulty)
  const total = (of: readonly SettledMonth[]) =>
    faulty.length > 0 ? null : { minor: of.reduce((sum, { minor }) => sum + minor, 0n), currency: version.currency }
  return {
    status: statusOf(faulty, unjudged),
    currency: version.currency,
    lines: own.flatMap(({ lines }) => lines),
    capLines: own.flatMap(({ capLines }) => capLines),
    notDue: own.flatMap(({ notDue }) => notDue),
    total: total(own),
    incurred: total(own.filter(({ month }) => month.noticed)),
    terms: termsStated(version, period, frame.terms.nearest(period.to - 1)),
    findings: once([...new Set([...own, ...faulty])].flatMap(({ findings }) => findings).concat(unjudged)),
  }
}

function empty(
  { currency }: Contract,
  status: 'not-computed' | 'no-penalty',
  findings: readonly PenaltyFinding[],
): PenaltyAssessment {
  const total = status === 'no-penalty' ? { minor: 0n, currency } : null
  return { status, currency, lines: [], capLines: [], notDue: [], total, incurred: total, terms: {}, findings }
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
function limitsMonths({ commitments: { penalties = [], penaltyRules } }: Contract): boolean {
  const lasting = [penaltyRules?.cap, ...penalties.map(({ cap }) => cap)]
  return (
    penaltyRules?.waivedUpTo !== undefined ||
    lasting.some((cap) => cap?.year !== undefined || cap?.contract !== undefined)
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
  const claimUntil = delayed(claimWithin, period.to, contract, terms)
  const observationsUntil = delayed(observations, period.to, contract, terms)
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

function delayed(
  delay: string | Target | undefined,
  from: Instant,
  contract: Contract,
  terms: Terms,
): Instant | undefined {
  if (delay === undefined) return undefined
  if (typeof delay !== 'string') return endOf(delay, terms, undefined, from)
  const duration = parseDuration(delay)
  return duration === undefined ? undefined : addDuration(from, duration, zoneOf(contract))
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
