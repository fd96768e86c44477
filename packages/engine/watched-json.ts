import type { JsonValue } from './assessment-json.ts'
import { formatInstant, type Instant } from './base/instant.ts'
import type { Language } from './base/message.ts'
import { formatMinor, type Money } from './base/money.ts'
import { formatPercent, ratioOf } from './base/ratio.ts'
import type { Share, Signal } from './commitments/findings/signal.ts'
import type { DisputePenalties } from './dispute-penalties.ts'
import { capLineJson, lineJson } from './penalties-json.ts'
import type { RateFigure } from './rate-tally.ts'
import type { DisputeLine } from './watch-disputes.ts'
import type { Watched } from './watch-tickets.ts'

/** `disputes` and `findings` of `measure --json`: instants ISO 8601 UTC with ms, shares as decimal percentages. */
export function watchedJson({ disputes, findings }: Watched, language: Language) {
  return {
    disputes: disputes.map((line) => disputeJson(line, language)),
    findings: findings.map((signal) => signalJson(signal, language)),
  }
}

function disputeJson(line: DisputeLine, language: Language): JsonValue {
  const { window, now, ifAccepted, ifRefused } = line
  return {
    ticket: line.ticket,
    commitment: line.commitment,
    clause: line.clause,
    claim: line.claim,
    claimedBy: line.claimedBy ?? null,
    claimedAt: formatInstant(line.claimedAt),
    claimDue: instantOrNull(line.claimDue),
    answerDue: instantOrNull(line.answerDue),
    answeredAt: instantOrNull(line.answeredAt),
    answer: line.answer ?? null,
    excludedAt: instantOrNull(line.excludedAt),
    state: line.state,
    measureState: line.measureState ?? null,
    window: window === undefined ? null : window.label,
    rateNow: rateJson(now),
    rateIfAccepted: rateJson(ifAccepted),
    rateIfRefused: rateJson(ifRefused),
    stateNow: now?.state ?? null,
    stateIfAccepted: ifAccepted?.state ?? null,
    stateIfRefused: ifRefused?.state ?? null,
    penaltyNow: moneyJson(line.penalties?.now),
    penaltyIfAccepted: moneyJson(line.penalties?.ifAccepted),
    penaltyIfRefused: moneyJson(line.penalties?.ifRefused),
    penalties: penaltiesJson(line.penalties, language),
    because: line.because.map(({ code, message, events }) => ({ code, message: message[language], events })),
  }
}

/** `null` where penalties were not asked, or none could depend on the measure. */
function penaltiesJson(penalties: DisputeLine['penalties'], language: Language): JsonValue {
  if (penalties === undefined) return null
  const chained = ({ lines, capLines }: DisputePenalties['onlyIfAccepted']) => ({
    lines: lines.map((line) => lineJson(line, language)),
    capLines: capLines.map((line) => capLineJson(line, language)),
  })
  return {
    months: penalties.months.map(({ period, now, ifAccepted, ifRefused }) => ({
      period,
      now: moneyJson(now),
      ifAccepted: moneyJson(ifAccepted),
      ifRefused: moneyJson(ifRefused),
    })),
    onlyIfAccepted: chained(penalties.onlyIfAccepted),
    onlyIfRefused: chained(penalties.onlyIfRefused),
  }
}

function moneyJson(money: Money | null | undefined): string | null {
  return money === undefined || money === null ? null : formatMinor(money.minor)
}

function signalJson(signal: Signal, language: Language): JsonValue {
  const { code, message, count, of, observed, expected, cases } = signal
  return {
    code,
    message: message[language],
    count,
    of,
    observed: shareOf(observed),
    expected: shareOf(expected),
    cases: cases.map(({ tickets, at, commitment, events, detail }) => ({
      tickets,
      at: formatInstant(at),
      commitment: commitment ?? null,
      events,
      detail: detail[language],
    })),
  }
}

function rateJson(figure: RateFigure | undefined): JsonValue {
  return figure?.rate === undefined || figure.rate === null ? null : { ...figure.rate }
}

function shareOf(share: Share | undefined): string | null {
  if (share === undefined || share.denominator === 0) return null
  return formatPercent(ratioOf(BigInt(share.numerator), BigInt(share.denominator)), 2)
}

function instantOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : formatInstant(instant)
}
