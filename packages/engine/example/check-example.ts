import type { Assessment, Explanation } from '../assessment.ts'
import { assessmentJson, type JsonValue } from '../assessment-json.ts'
import { parseDuration } from '../base/duration.ts'
import { formatInstant, type Instant, parseInstant } from '../base/instant.ts'
import type { Issue } from '../base/issue.ts'
import type { Measure } from '../commitments/measure.ts'
import type { Contract, ContractHistory } from '../contract/contract.ts'
import { evaluate } from '../evaluate.ts'
import { explain } from '../explain.ts'
import { type PeriodReading, readPeriod } from '../period.ts'
import { readEvents } from '../record/read-events.ts'
import type { EventRecord } from '../record/record.ts'
import { compiledScope } from '../scope-of-tickets.ts'
import type { Example } from './example-schema.ts'
import { jsonLines, readOtherFacts } from './read-other-facts.ts'

/** A figure that the contract does not give; `actual` absent where there is no such figure at all. */
export type Mismatch = { readonly figure: string; readonly expected: string; readonly actual?: string }

export type ExampleCheck =
  | { readonly ok: true; readonly assessment: Assessment; readonly mismatches: readonly Mismatch[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Judges the facts of an example by a contract, and compares every figure that the example names. */
export function checkExample(example: Example, contract: ContractHistory): ExampleCheck {
  const { timeZone } = contract.versions[0]
  // A story of outages or calls alone has no ticket: a file with a header and no row.
  const read =
    example.facts.length === 0
      ? readEvents('ticket,at,event\n')
      : readEvents(jsonLines(example.facts), { timeZone, format: 'json-lines' })
  if (!read.ok) return { ok: false, issues: [read.fault] }
  const refused = read.rejected.map(({ line, code, message }): Issue => {
    return { code, place: { path: `facts/${line - 1}` }, message }
  })
  if (refused.length > 0) return { ok: false, issues: refused }
  const { record } = read
  const others = readOtherFacts(example, timeZone)
  if (!others.ok) return others
  const reading = periodOf(example, timeZone, record)
  if (reading?.ok === false) return reading
  const asked = example.at === undefined ? reading?.period.to : parseInstant(example.at)
  if (typeof asked === 'string') return { ok: false, issues: [notAnInstant(example.at ?? '')] }
  const evaluation = evaluate({
    contract,
    record,
    ...(reading === undefined ? {} : { period: reading.period }),
    ...(asked === undefined ? {} : { at: asked }),
    penalties: others.facts,
  })
  if (!evaluation.ok) return evaluation
  const { assessment } = evaluation
  const measures = measureMismatches(example, contract, record, assessment.at)
  const verdicts = questionMismatches(example, assessment.contract)
  return { ok: true, assessment, mismatches: [...measures, ...figureMismatches(example, assessment), ...verdicts] }
}

function periodOf({ month, from, to }: Example, timeZone: string, record: EventRecord): PeriodReading | undefined {
  if (month === undefined && from === undefined && to === undefined) return undefined
  const request = {
    ...(month === undefined ? {} : { month }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  return readPeriod(request, timeZone, record)
}

/** Questions are put to the version in force at the last instant of the period. */
function questionMismatches({ questions = [] }: Example, contract: Contract): readonly Mismatch[] {
  return questions.flatMap(({ question, ask, expect }) => {
    const verdict = compiledScope(contract)?.decide(ask)
    return verdict === undefined
      ? [{ figure: question, expected: 'a scope' }]
      : compareTree(question, expect as Tree, JSON.parse(JSON.stringify(verdict)))
  })
}

type ExpectedMeasure = NonNullable<Example['expect']['measures']>[number]

function measureMismatches(
  { expect }: Example,
  contract: ContractHistory,
  record: EventRecord,
  at: Instant,
): readonly Mismatch[] {
  const explained = new Map<string, Explanation['measures']>()
  return (expect.measures ?? []).flatMap((expected) => {
    const { ticket, commitment, cycle = '1' } = expected
    const name = `${ticket} ${commitment}${cycle === '1' ? '' : ` (${cycle})`}`
    const known = explained.get(ticket) ?? measuresOf(contract, record, ticket, at)
    explained.set(ticket, known)
    const measure = known.find((one) => one.commitment === commitment && String(one.cycle) === cycle)
    return measure === undefined ? [{ figure: name, expected: 'a measure' }] : compareMeasure(name, expected, measure)
  })
}

function measuresOf(contract: ContractHistory, record: EventRecord, ticket: string, at: Instant) {
  const reading = explain({ contract, record, ticket, at })
  return reading.ok ? reading.explanation.measures : []
}

function compareMeasure(name: string, expected: ExpectedMeasure, measure: Measure): readonly Mismatch[] {
  return [
    ...compare(`${name} state`, expected.state, measure.state),
    ...compare(`${name} counted`, secondsIn(expected.counted), measure.counted / 1000),
    ...compare(`${name} remaining`, secondsIn(expected.remaining), seconds(measure.remaining)),
    ...(['startedAt', 'stoppedAt', 'dueAt'] as const).flatMap((field) => {
      const text = expected[field]
      const same = text !== undefined && parseInstant(text) === measure[field]
      return same ? [] : compare(`${name} ${field}`, text, instantText(measure[field]))
    }),
  ]
}

function figureMismatches({ expect }: Example, assessment: Assessment): readonly Mismatch[] {
  const json = assessmentJson(assessment, 'en')
  const commitments = Object.entries(expect.commitments ?? {}).flatMap(([id, expected]) => {
    const actual = listOf(member(json, 'commitments')).find((one) => member(one, 'id') === id)
    return compareTree(id, expected, actual)
  })
  const kpis = Object.entries(expect.kpis ?? {}).flatMap(([id, expected]) =>
    compareTree(id, expected, member(member(json, 'kpis'), id)),
  )
  return [...commitments, ...kpis, ...penaltyMismatches(expect.penalties, json)]
}

function penaltyMismatches(expected: Example['expect']['penalties'], json: JsonValue): readonly Mismatch[] {
  if (expected === undefined) return []
  const actual = member(json, 'penalties')
  const { lines, capLines, ...sums } = expected
  return [
    ...compareTree('penalties', sums, actual),
    ...compareLines('penalties lines', lines, member(actual, 'lines')),
    ...compareLines('penalties capLines', capLines, member(actual, 'capLines')),
  ]
}

/** Every line expected is there, and no other. */
function compareLines(
  figure: string,
  expected: readonly Readonly<Record<string, string>>[] | undefined,
  value: JsonValue | undefined,
): readonly Mismatch[] {
  if (expected === undefined) return []
  const actual = listOf(value)
  const missing = expected.filter((line) => !actual.some((one) => compareTree('', line, one).length === 0))
  return [
    ...missing.map((line) => ({ figure, expected: JSON.stringify(line) })),
    ...compare(`${figure} count`, String(expected.length), actual.length),
  ]
}

type Tree = string | boolean | null | { readonly [key: string]: Tree | undefined }

function compareTree(figure: string, expected: Tree | undefined, actual: JsonValue | undefined): readonly Mismatch[] {
  if (expected === undefined) return []
  if (expected === null || typeof expected !== 'object') return compare(figure, String(expected), actual)
  return Object.entries(expected).flatMap(([key, inner]) => compareTree(`${figure} ${key}`, inner, member(actual, key)))
}

function compare(figure: string, expected: string | undefined, actual: JsonValue | undefined): readonly Mismatch[] {
  if (expected === undefined) return []
  if (actual === undefined) return [{ figure, expected }]
  const text = typeof actual === 'object' && actual !== null ? JSON.stringify(actual) : String(actual)
  return text === expected ? [] : [{ figure, expected, actual: text }]
}

function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}

/** A duration in seconds as its digits; a text of digits is seconds already. */
function secondsIn(text: string | undefined): string | undefined {
  const duration = text === undefined ? undefined : parseDuration(text)
  return duration === undefined ? text : String((duration.days * 86_400_000 + duration.milliseconds) / 1000)
}

function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000
}

function instantText(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : formatInstant(instant)
}

function notAnInstant(text: string): Issue {
  return {
    code: 'not-an-instant',
    place: { path: 'at' },
    message: {
      fr: `«\u00a0${text}\u00a0» n’est pas un instant ISO 8601 avec décalage.`,
      en: `"${text}" is no ISO 8601 instant with an offset.`,
    },
  }
}
