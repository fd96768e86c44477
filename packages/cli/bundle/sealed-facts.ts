import {
  type CallDay,
  type ControlFact,
  type EventRecord,
  type FeeFact,
  formatInstant,
  type NoticeFact,
  type Outage,
  parseInstant,
  type Ratio,
  readCalls,
  readControls,
  readEvents,
  readFees,
  readNotices,
  readOutages,
  readPeriod,
} from '@vigie/engine'
import { canonicalJson } from '@vigie/engine/seal'
import { type FactKind, factKinds } from './manifest.ts'

/** Facts of every kind, as read. */
export type FactSet = {
  readonly record: EventRecord
  readonly outages: readonly Outage[]
  readonly controls: readonly ControlFact[]
  readonly calls: readonly CallDay[]
  readonly fees: readonly FeeFact[]
  readonly notices: readonly NoticeFact[]
}

/** Facts of every kind as lines of canonical JSON (RFC 8785), each an entry of the sealed record and a line of a fact file. */
export type FactLines = Readonly<Record<FactKind, readonly string[]>>

/** Reads lines of facts; undefined where one is not accepted. */
export function readFactLines(lines: FactLines): FactSet | undefined {
  const source = (kind: FactKind) => lines[kind].map((line) => `${line}\n`)
  const events = readEvents(source('events'), jsonLines)
  if (!events.ok || events.counts.accepted !== lines.events.length) return undefined
  const outages = accepted(lines.outages, () => readOutages(source('outages'), jsonLines))
  const controls = accepted(lines.controls, () => readControls(source('controls'), jsonLines))
  const calls = accepted(lines.calls, () => readCalls(source('calls'), jsonLines))
  const fees = accepted(lines.fees, () => readFees(source('fees'), jsonLines))
  const notices = accepted(lines.notices, () => readNotices(source('notices'), jsonLines))
  return outages && controls && calls && fees && notices
    ? { record: events.record, outages, controls, calls, fees, notices }
    : undefined
}

/**
 * What was known at an instant, each kind in the order in which it was known, ties by bytes: the same facts, whatever
 * came after them and in whatever order they are read, give the same lines. A row of calls is known when its day is over,
 * in the contract's zone, and a fee when its month begins.
 */
export function linesKnownAt(facts: FactSet, at: number, timeZone: string): FactLines {
  const firstOf = (month: string) => civil({ month }, timeZone)?.from
  const endOf = (day: string) => civil({ from: day, to: dayAfter(day) }, timeZone)?.to
  return {
    events: eventsKnownAt(facts.record, at),
    outages: ordered(facts.outages, at, (fact) => fact.recordedAt, outageLine),
    controls: ordered(facts.controls, at, (fact) => fact.at, controlLine),
    calls: ordered(facts.calls, at, (fact) => endOf(fact.day), callLine),
    fees: ordered(facts.fees, at, (fact) => firstOf(fact.month), canonicalJson),
    notices: ordered(facts.notices, at, (fact) => fact.recordedAt, noticeLine),
  }
}

/** The lines of `known`, those that an earlier seal holds first and in its order; undefined where one of those is missing. */
export function afterEarlier(known: FactLines, earlier: FactLines): FactLines | undefined {
  const joined = factKinds.map((kind) => {
    const sealed = new Set(earlier[kind])
    const later = known[kind].filter((line) => !sealed.has(line))
    return [kind, later.length + sealed.size === known[kind].length ? [...earlier[kind], ...later] : undefined] as const
  })
  if (joined.some(([, lines]) => lines === undefined)) return undefined
  return byKind((kind) => joined.find(([one]) => one === kind)?.[1] ?? [])
}

/** Lines for every kind. */
export function byKind(linesOf: (kind: FactKind) => readonly string[]): FactLines {
  return {
    events: linesOf('events'),
    outages: linesOf('outages'),
    controls: linesOf('controls'),
    calls: linesOf('calls'),
    fees: linesOf('fees'),
    notices: linesOf('notices'),
  }
}

const jsonLines = { format: 'json-lines' } as const

function accepted<Fact>(
  lines: readonly string[],
  read: () => { readonly ok: boolean; readonly facts?: readonly Fact[] },
): readonly Fact[] | undefined {
  if (lines.length === 0) return []
  const { ok, facts } = read()
  return ok && facts?.length === lines.length ? facts : undefined
}

function eventsKnownAt(record: EventRecord, at: number): readonly string[] {
  const lines = eventLines(record, at)
  // A fact that needs one known later (a correction, a ticket not yet reported) is not a fact yet.
  const again =
    lines.length === record.count
      ? undefined
      : readEvents(
          lines.map((line) => `${line}\n`),
          jsonLines,
        )
  return again?.ok ? eventLines(again.record, at) : lines
}

function eventLines(record: EventRecord, at: number): readonly string[] {
  return ordered(Array.from(record.rows()), at, (row) => instantOf(row.recordedAt ?? ''), canonicalJson)
}

function ordered<Fact>(
  facts: readonly Fact[],
  at: number,
  knownAt: (fact: Fact) => number | undefined,
  lineOf: (fact: Fact) => string,
): readonly string[] {
  const known = facts.flatMap((fact) => {
    const instant = knownAt(fact)
    return instant === undefined || instant > at ? [] : [{ instant, line: lineOf(fact) }]
  })
  known.sort((a, b) => a.instant - b.instant || (a.line < b.line ? -1 : 1))
  return known.map(({ line }) => line).filter((line, index, all) => line !== all[index - 1])
}

function outageLine({ from, to, announcedAt, recordedAt, weight, ...fact }: Outage): string {
  return canonicalJson({
    ...fact,
    from: formatInstant(from),
    ...(to === undefined ? {} : { to: formatInstant(to) }),
    ...(announcedAt === undefined ? {} : { announcedAt: formatInstant(announcedAt) }),
    ...(weight === undefined ? {} : { weight: decimal(weight) }),
    recordedAt: formatInstant(recordedAt),
  })
}

function controlLine({ at, ...fact }: ControlFact): string {
  return canonicalJson({ ...fact, at: formatInstant(at) })
}

function noticeLine({ at, recordedAt, ...fact }: NoticeFact): string {
  return canonicalJson({ ...fact, at: formatInstant(at), recordedAt: formatInstant(recordedAt) })
}

function callLine({ day, ...counts }: CallDay): string {
  const texts = Object.entries(counts).map(([name, count]) => [name, String(count)] as const)
  return canonicalJson({ day, ...Object.fromEntries(texts) })
}

/** A fraction that was read from a decimal, as the shortest decimal: its denominator holds only twos and fives. */
function decimal(value: Ratio): string {
  let digits = 0
  while (10n ** BigInt(digits) % value.denominator !== 0n) digits += 1
  const scaled = String((value.numerator * 10n ** BigInt(digits)) / value.denominator).padStart(digits + 1, '0')
  return digits === 0 ? scaled : `${scaled.slice(0, -digits)}.${scaled.slice(-digits)}`
}

function instantOf(text: string): number | undefined {
  const instant = parseInstant(text)
  return typeof instant === 'number' ? instant : undefined
}

function civil(request: { month?: string; from?: string; to?: string }, timeZone: string) {
  const reading = readPeriod(request, timeZone, { firstAt: undefined, lastAt: undefined })
  return reading.ok ? reading.period : undefined
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
