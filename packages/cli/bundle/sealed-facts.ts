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
import { joinLines } from './bundle-file.ts'
import type { HashedLines } from './hashed-lines.ts'
import { type FactKind, factKinds } from './manifest.ts'
import { type DatedLine, type OrderedLines, orderLines } from './ordered-lines.ts'

/** Facts of every kind, as read. */
export type FactSet = {
  readonly record: EventRecord
  readonly outages: readonly Outage[]
  readonly controls: readonly ControlFact[]
  readonly calls: readonly CallDay[]
  readonly fees: readonly FeeFact[]
  readonly notices: readonly NoticeFact[]
}

/** Reads facts from files of lines of canonical JSON (RFC 8785), each an entry of the sealed record; undefined where one is not accepted. */
export function readFactFiles(files: Readonly<Record<FactKind, HashedLines>>): FactSet | undefined {
  const source = (kind: FactKind) => files[kind].file.chunks()
  const events = readEvents(source('events'), jsonLines)
  if (!events.ok || events.counts.accepted !== files.events.count) return undefined
  const outages = accepted(files.outages, () => readOutages(source('outages'), jsonLines))
  const controls = accepted(files.controls, () => readControls(source('controls'), jsonLines))
  const calls = accepted(files.calls, () => readCalls(source('calls'), jsonLines))
  const fees = accepted(files.fees, () => readFees(source('fees'), jsonLines))
  const notices = accepted(files.notices, () => readNotices(source('notices'), jsonLines))
  return outages && controls && calls && fees && notices
    ? { record: events.record, outages, controls, calls, fees, notices }
    : undefined
}

/** The first file that `readFactFiles` does not accept, with the line where the reader names one. */
export function firstUnread(files: Readonly<Record<FactKind, HashedLines>>): {
  readonly file: string
  readonly line?: number
} {
  for (const kind of factKinds) {
    const { file, count } = files[kind]
    if (count === 0 && kind !== 'events') continue
    const read = readers[kind](file.chunks(), jsonLines)
    if (read.ok && read.counts.accepted === count) continue
    const line = read.ok ? read.rejected[0]?.line : read.fault.place.line
    return { file: `${kind}.jsonl`, ...(line === undefined ? {} : { line }) }
  }
  return { file: 'events.jsonl' }
}

const readers = {
  events: readEvents,
  outages: readOutages,
  controls: readControls,
  calls: readCalls,
  fees: readFees,
  notices: readNotices,
} as const

/**
 * What was known at an instant, each kind in the order in which it was known, ties by bytes: the same facts, whatever
 * came after them and in whatever order they are read, give the same lines.
 */
export function linesKnownAt(facts: FactSet, at: number, timeZone: string): Readonly<Record<FactKind, OrderedLines>> {
  return byKind((kind) => {
    const known = orderLines(datedLines(facts, kind, timeZone), at)
    if (kind !== 'events' || known.count === facts.record.count) return known
    // A fact that needs one known later (a correction, a ticket not yet reported) is not a fact yet.
    const again = readEvents(joinLines(known.lines()), jsonLines)
    return again.ok ? orderLines(eventLines(again.record), at) : known
  })
}

/**
 * The facts of a kind as lines, each with the instant at which it was known. A row of calls is known when its day is over,
 * in the contract's zone, and a fee when its month begins.
 */
export function datedLines(facts: FactSet, kind: FactKind, timeZone: string): Iterable<DatedLine> {
  switch (kind) {
    case 'events':
      return eventLines(facts.record)
    case 'outages':
      return facts.outages.map((fact) => ({ instant: fact.recordedAt, line: outageLine(fact) }))
    case 'controls':
      return facts.controls.map((fact) => ({ instant: fact.at, line: controlLine(fact) }))
    case 'calls':
      return facts.calls.map((fact) => {
        const { day } = fact
        return { instant: civil({ from: day, to: dayAfter(day) }, timeZone)?.to, line: callLine(fact) }
      })
    case 'fees':
      return facts.fees.map((fact) => ({
        instant: civil({ month: fact.month }, timeZone)?.from,
        line: canonicalJson(fact),
      }))
    case 'notices':
      return facts.notices.map((fact) => ({ instant: fact.recordedAt, line: noticeLine(fact) }))
  }
}

/** Something for every kind. */
export function byKind<Value>(make: (kind: FactKind) => Value): Readonly<Record<FactKind, Value>> {
  return Object.fromEntries(factKinds.map((kind) => [kind, make(kind)])) as Record<FactKind, Value>
}

const jsonLines = { format: 'json-lines' } as const

function accepted<Fact>(
  { count }: HashedLines,
  read: () => { readonly ok: boolean; readonly facts?: readonly Fact[] },
): readonly Fact[] | undefined {
  if (count === 0) return []
  const { ok, facts } = read()
  return ok && facts?.length === count ? facts : undefined
}

function* eventLines(record: EventRecord): Generator<DatedLine> {
  for (const row of record.rows()) yield { instant: instantOf(row.recordedAt ?? ''), line: canonicalJson(row) }
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
