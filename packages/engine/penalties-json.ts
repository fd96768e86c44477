import { formatInstant } from './base/instant.ts'
import type { JsonValue } from './base/json-value.ts'
import type { Language } from './base/message.ts'
import { formatMinor, type Money } from './base/money.ts'
import type {
  CapLine,
  PenaltyAssessment,
  PenaltyFinding,
  PenaltyLine,
  PenaltyMonthTotal,
} from './commitments/penalties/penalty.ts'
import { clauseSource } from './contract/clause-source.ts'
import type { Contract } from './contract/contract.ts'

/**
 * Penalties as the document of `measure --json`: money as decimal strings with two decimals, null where it is not known;
 * Σ `lines` + Σ `capLines` = `total`. Not computed, it says so: never a made-up zero.
 */
export function penaltiesJson(
  penalties: PenaltyAssessment | undefined,
  language: Language,
  contract?: Contract,
): JsonValue {
  if (penalties === undefined) return { status: 'not-computed', lines: [], capLines: [], total: null }
  const { status, currency, lines, capLines, notDue, total, incurred, months, partialMonths, terms, findings } =
    penalties
  const { claimUntil, observationsUntil, ...stated } = terms
  return {
    status,
    currency,
    lines: lines.map((line) => ({ ...lineJson(line, language), ...sourceOf(line.clause) })),
    capLines: capLines.map((line) => ({ ...capLineJson(line, language), ...sourceOf(line.clause) })),
    total: amountOf(total),
    incurred: amountOf(incurred),
    months: months.map(monthJson),
    partialMonths: partialMonths.map(({ month, from, to, message }) => ({
      month,
      from: formatInstant(from),
      to: formatInstant(to),
      message: message[language],
    })),
    notDue: notDue.map((line) => lineJson(line, language)),
    terms: {
      ...stated,
      ...(claimUntil === undefined ? {} : { claimUntil: formatInstant(claimUntil) }),
      ...(observationsUntil === undefined ? {} : { observationsUntil: formatInstant(observationsUntil) }),
    },
    findings: findings.map(({ code, clause, message }: PenaltyFinding) => ({
      code,
      clause,
      message: message[language],
    })),
  }

  function sourceOf(clause: string) {
    const source = contract && clauseSource(contract, clause)
    return source === undefined ? {} : { source: { ...source } }
  }
}

function monthJson({ period, total, incurred, ...month }: PenaltyMonthTotal): JsonValue {
  const instants = (['from', 'to', 'claimUntil', 'claimedAt', 'observationsUntil', 'observedAt', 'settledAt'] as const)
    .map((name) => [name, month[name]] as const)
    .flatMap(([name, instant]) => (instant === undefined ? [] : [[name, formatInstant(instant)] as const]))
  return { period, total: amountOf(total), incurred: amountOf(incurred), ...Object.fromEntries(instants) }
}

export function lineJson({ amount, chain, grounds, ...line }: PenaltyLine, language: Language) {
  return {
    ...line,
    amount: amountOf(amount),
    chain: chain.map(({ what, value, clause, message }) => ({ what, value, clause, message: message[language] })),
    grounds: { ...grounds, evidence: [...grounds.evidence] },
  }
}

export function capLineJson({ limit, amount, message, ...line }: CapLine, language: Language) {
  return { ...line, limit: amountOf(limit), amount: amountOf(amount), message: message[language] }
}

function amountOf(money: Money | null): string | null {
  return money === null ? null : formatMinor(money.minor)
}
