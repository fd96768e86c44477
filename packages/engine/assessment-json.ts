import type { Assessment, CommitmentResult, KpiResult, Neutralised, Period, PeriodResult } from './assessment.ts'
import { availabilityJson } from './availability-json.ts'
import { formatInstant } from './base/instant.ts'
import type { JsonValue } from './base/json-value.ts'
import type { Language } from './base/message.ts'
import { clauseSource } from './contract/clause-source.ts'
import type { Contract } from './contract/contract.ts'
import { prevailingDocument, prevailingNotice } from './contract/prevailing-document.ts'
import { controlJson } from './controls-json.ts'
import type { HandlingTime } from './follow-up/kpi.ts'
import { penaltiesJson } from './penalties-json.ts'

export type { JsonValue } from './base/json-value.ts'

/**
 * An assessment as the document of `measure --json`: instants ISO 8601 UTC with ms, durations in seconds, percentages
 * decimal strings, sentences in one language. Penalties that were not asked say so: never a made-up zero.
 */
export function assessmentJson(assessment: Assessment, language: Language): JsonValue {
  const { contract, at, provisional, engine, tzdata, fingerprint, previous } = assessment
  return {
    period: periodJson(assessment.period),
    at: formatInstant(at),
    provisional,
    engine,
    tzdata,
    fingerprint,
    contract: { id: contract.id, version: contract.version, ...prevailingJson(contract, language) },
    ...figuresJson(assessment, contract, language),
    penalties: penaltiesJson(assessment.penalties, language, contract),
    excluded: assessment.neutralised.map((finding) => findingJson(finding, language)),
    warnings: assessment.warnings.map((finding) => findingJson(finding, language)),
    previous: previous.map((result) => ({
      period: periodJson(result.period),
      ...figuresJson(result, contract, language),
    })),
  }
}

/** The signed document that prevails over a transcription, and the sentence that says so. */
function prevailingJson(contract: Contract, language: Language) {
  const document = prevailingDocument(contract)
  const notice = prevailingNotice(contract)
  return document === undefined || notice === undefined
    ? {}
    : { signedDocument: { ...document }, notice: notice[language] }
}

function figuresJson(result: PeriodResult, contract: Contract, language: Language) {
  const { commitments, kpis, volumes } = result
  const { byKind, byPriority, ...totals } = volumes
  return {
    commitments: commitments.map((commitment) => ({
      ...commitmentJson(commitment, language),
      ...sourceJson(contract, commitment.clause),
      ...otherFactsJson(commitment.id, result),
    })),
    kpis: Object.fromEntries(
      kpis.map((kpi) => [
        kpi.id,
        { ...kpiJson(kpi, language), ...sourceJson(contract, clauseOfKpi(contract, kpi.id)) },
      ]),
    ),
    volumes: {
      ...totals,
      byKind: byKind.map((row) => ({ ...row })),
      byPriority: byPriority.map((row) => ({ ...row })),
    },
  }
}

/** Where the agreed time went, or what was proved: the whole account of a commitment that tickets do not measure. */
function otherFactsJson(id: string, { availability, controls }: PeriodResult) {
  const service = availability?.find(({ clause }) => clause.id === id)
  const control = controls?.find(({ clause }) => clause.id === id)
  return {
    ...(service === undefined ? {} : { availability: availabilityJson(service) }),
    ...(control === undefined ? {} : { control: controlJson(control) }),
  }
}

function clauseOfKpi({ followUp }: Contract, id: string): string {
  return followUp.kpis.find((kpi) => kpi.id === id)?.clause ?? id
}

/** The page and the words of the clause in the signed document, where the contract states them. */
export function sourceJson(contract: Contract, clause: string): { readonly source?: JsonValue } {
  const source = clauseSource(contract, clause)
  return source === undefined ? {} : { source: { ...source } }
}

function commitmentJson(result: CommitmentResult, language: Language) {
  const { id, clause, contractVersion, label, measure, counted, rate, target, state, small, window, wilson } = result
  return {
    id,
    clause,
    contractVersion,
    ...(label === undefined ? {} : { label }),
    measure,
    counted: { ...counted },
    rate: rate === null ? null : { ...rate },
    target,
    state,
    wilson: wilson === null ? null : { ...wilson },
    ...(small === undefined
      ? {}
      : { small: { ...small, joined: [...small.joined], message: small.message[language] } }),
    ...(window === undefined ? {} : { window: periodJson(window) }),
    ...(result.provisional === true ? { provisional: true } : {}),
  }
}

function kpiJson(kpi: KpiResult, language: Language) {
  const { label, value, elapsed, unit, count, numerator, denominator, groups, note, target, direction, state } = kpi
  return {
    label: label[language],
    value: value !== null && (unit === 'count' || unit === 'seconds') ? Number(value) : value,
    unit,
    ...(elapsed === undefined ? {} : { elapsed: elapsed === null ? null : Number(elapsed) }),
    count,
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
    ...(groups === undefined ? {} : { groups: groups.map(handlingJson) }),
    ...(note === undefined ? {} : { note: note[language] }),
    ...(target === undefined ? {} : { target }),
    ...(direction === undefined ? {} : { direction }),
    ...(state === undefined ? {} : { state }),
  }
}

function handlingJson({ measure, calendar, count, ...times }: HandlingTime): JsonValue {
  const seconds = Object.entries(times).map(([name, milliseconds]) => [name, milliseconds / 1000] as const)
  return { measure, calendar, count, ...Object.fromEntries(seconds) }
}

function periodJson({ from, to, label }: Period): JsonValue {
  return { from: formatInstant(from), to: formatInstant(to), label }
}

function findingJson({ code, message, count, tickets }: Neutralised, language: Language): JsonValue {
  return { code, message: message[language], count, tickets: [...tickets] }
}
