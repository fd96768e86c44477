import type { JsonValue } from './assessment-json.ts'
import { formatInstant, type Instant } from './base/instant.ts'
import type { Language } from './base/message.ts'
import { formatPercent, ratioOf } from './base/ratio.ts'
import type { Share, Signal } from './commitments/findings/signal.ts'
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
    because: line.because.map(({ code, message, events }) => ({ code, message: message[language], events })),
  }
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
