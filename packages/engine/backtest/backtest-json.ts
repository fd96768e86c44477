import type { CommitmentResult } from '../assessment.ts'
import { assessmentJson, type JsonValue } from '../assessment-json.ts'
import { formatInstant } from '../base/instant.ts'
import type { Language } from '../base/message.ts'
import { formatMinor, type Money } from '../base/money.ts'
import { changeJson } from '../contract/diff/change-json.ts'
import { diffContracts } from '../contract/diff/diff-contracts.ts'
import type { Backtest } from './backtest.ts'
import type { Flip, FlipSide } from './flip.ts'
import type { CostLine, ReplayAmounts, ReplayCost } from './replay-cost.ts'

/**
 * A backtest as the document of `backtest --json`: instants ISO 8601 UTC with ms, durations in seconds, percentages
 * decimal strings, sentences in one language. Figures of each side have the form of `measure --json`.
 */
export function backtestJson(backtest: Backtest, language: Language): JsonValue {
  const { replay, before, after, commitments, flips, cost } = backtest
  const { amendment, from, replaced } = replay
  const notes = [...replay.notes, ...backtest.notes]
  const [was, is] = [assessmentJson(before, language), assessmentJson(after, language)]
  return {
    period: part(was, 'period'),
    at: formatInstant(before.at),
    provisional: before.provisional,
    engine: before.engine,
    tzdata: before.tzdata,
    contract: { id: before.contract.id, version: before.contract.version, amendedVersion: after.contract.version },
    amendment: { ...amendment, replayedFrom: from },
    notes: notes.map((note) => note[language]),
    changes: replaced.flatMap(({ before: old, after: amended }) =>
      diffContracts(old, amended)
        .filter(({ path }) => !IDENTITY.has(path))
        .map((change) => ({ version: old.version, ...changeJson(change, language) })),
    ),
    commitments: commitments.map(({ id, before: old, after: amended }) => ({
      id,
      clause: (amended ?? old)?.clause ?? id,
      before: old === undefined ? null : named(part(was, 'commitments'), id),
      after: amended === undefined ? null : named(part(is, 'commitments'), id),
      misses: { before: missesOf(old), after: missesOf(amended) },
    })),
    misses: { before: total(before.commitments), after: total(after.commitments) },
    kpis: { before: part(was, 'kpis'), after: part(is, 'kpis') },
    penalties: { before: part(was, 'penalties'), after: part(is, 'penalties') },
    cost: cost === undefined ? null : costJson(cost),
    flips: flips.map((flip) => flipJson(flip, language)),
  }
}

/** What a replayed version says of itself is no change that an amendment makes. */
const IDENTITY: ReadonlySet<string> = new Set(['version', 'effectiveFrom', 'signedOn'])

function costJson({ currency, months, total, fees }: ReplayCost): JsonValue {
  const line = (one: CostLine) => ({
    fees: amountsJson(one.fees),
    penalties: amountsJson(one.penalties),
    net: amountsJson(one.net),
  })
  return {
    currency,
    months: months.map(({ month, ...one }) => ({ month, ...line(one) })),
    total: line(total),
    fees: fees.map(({ fee, counted, months: own }) => ({
      fee,
      counted,
      months: own.map(({ month, ...one }) => ({ month, ...amountsJson(one) })),
    })),
  }
}

function amountsJson({ before, after }: ReplayAmounts) {
  const text = (money: Money | null) => (money === null ? null : formatMinor(money.minor))
  return { before: text(before), after: text(after) }
}

function flipJson({ ticket, measure, cycle, before, after, message }: Flip, language: Language): JsonValue {
  return {
    ticket,
    measure,
    cycle,
    commitment: (after ?? before)?.commitment ?? null,
    clause: (after ?? before)?.clause ?? null,
    before: before === undefined ? null : sideJson(before),
    after: after === undefined ? null : sideJson(after),
    message: message[language],
  }
}

function sideJson(side: FlipSide): JsonValue {
  const { commitment, clause, contractVersion, standing, state, counted, target, targetMilliseconds } = side
  const { calendar, dueAt, stoppedAt, priority } = side
  return {
    commitment,
    clause,
    contractVersion,
    standing,
    state,
    counted: counted / 1000,
    target: targetMilliseconds !== undefined ? targetMilliseconds / 1000 : null,
    ...(target.kind === 'open-time' ? {} : { days: target.days, kind: target.kind }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(dueAt === undefined ? {} : { dueAt: formatInstant(dueAt) }),
    ...(stoppedAt === undefined ? {} : { stoppedAt: formatInstant(stoppedAt) }),
    ...(priority === undefined ? {} : { priority }),
  }
}

function missesOf(result: CommitmentResult | undefined): number | null {
  return result === undefined ? null : result.counted.missed
}

function total(results: readonly CommitmentResult[]): number {
  return results.reduce((sum, { counted }) => sum + counted.missed, 0)
}

function part(document: JsonValue, key: string): JsonValue {
  return isObject(document) ? (document[key] ?? null) : null
}

function named(list: JsonValue, id: string): JsonValue {
  return Array.isArray(list) ? (list.find((one) => part(one, 'id') === id) ?? null) : null
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
