import {
  type ContractHistory,
  type FactSpan,
  type Instant,
  type Language,
  type Localised,
  type PenaltyFacts,
  type Period,
  parseInstant,
  readPeriod,
} from '@vigie/engine'
import type { Arguments, CommandContext, Option, Positional } from './command.ts'
import { CommandFailure, type ExitCode, failureOf } from './failure.ts'
import { loadContract } from './load-contract.ts'
import { loadOtherFacts } from './load-other-facts.ts'
import { type LoadedRecord, loadRecord } from './load-record.ts'
import type { SourceHash } from './source-hash.ts'

/** A contract, its facts and the span to judge: what `measure` and `report` start from. */
export type JudgedFacts = {
  readonly contract: ContractHistory
  readonly facts: LoadedRecord
  /** Absent: from the first to the last fact. */
  readonly period: Period | undefined
  readonly at: Instant | undefined
  readonly language: Language
  /** Fees, outages, controls and notices, for penalties. */
  readonly penalties: PenaltyFacts
  /** 1 under `--strict` when a row was rejected, else 0. */
  readonly exitCode: ExitCode
}

export const judgedPositionals: readonly Positional[] = [
  { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
  {
    name: 'EVENTS',
    about: {
      fr: 'les faits des tickets, en CSV ou en JSON Lines, .gz possible, - pour l’entrée standard',
      en: 'the facts of the tickets, CSV or JSON Lines, maybe .gz, - for standard input',
    },
  },
]

/** The span to judge, and from where it is observed. */
export const periodOptions: readonly Option[] = [
  { name: 'month', value: 'AAAA-MM', about: { fr: 'le mois à juger', en: 'the month to judge (YYYY-MM)' } },
  { name: 'from', value: 'DATE', about: { fr: 'premier jour, ou instant', en: 'first day, or instant' } },
  {
    name: 'to',
    value: 'DATE',
    about: { fr: 'jour qui suit le dernier, ou instant', en: 'day after the last, or instant' },
  },
  {
    name: 'at',
    value: 'INSTANT',
    about: {
      fr: 'instant d’observation (par défaut la fin de la période)',
      en: 'observation instant (default: the end of the period)',
    },
  },
]

/** How files are read, whatever they hold. */
export const readingOptions: readonly Option[] = [
  {
    name: 'time-zone',
    value: 'ZONE',
    about: { fr: 'fuseau des instants sans décalage (nom IANA)', en: 'zone of instants without an offset (IANA name)' },
  },
  {
    name: 'no-amendments',
    about: { fr: 'le contrat tel que signé, sans ses avenants', en: 'the contract as signed, without its amendments' },
  },
  {
    name: 'strict',
    about: { fr: 'code de retour 1 si une ligne est rejetée', en: 'exit code 1 when a row is rejected' },
  },
]

export const judgedOptions: readonly Option[] = [
  ...periodOptions,
  { name: 'outages', value: 'FILE', about: { fr: 'états des composants', en: 'states of components' } },
  { name: 'controls', value: 'FILE', about: { fr: 'résultats des contrôles', en: 'results of controls' } },
  { name: 'calls', value: 'FILE', about: { fr: 'appels par jour', en: 'calls by day' } },
  { name: 'fees', value: 'FILE', about: { fr: 'redevances par mois', en: 'fees by month' } },
  {
    name: 'notices',
    value: 'FILE',
    about: {
      fr: 'mises en demeure, réclamations et règlements des pénalités',
      en: 'notices, claims and settlements of penalties',
    },
  },
  ...readingOptions,
]

/**
 * Reads what `judgedPositionals` and `judgedOptions` name, through the hash of each where there is one; throws
 * `CommandFailure` before anything is judged.
 */
export async function loadJudgedFacts(
  { arguments: given, language: asked }: CommandContext,
  hashes?: ReadonlyMap<string, SourceHash>,
): Promise<JudgedFacts> {
  const [contractPath = '', eventsPath = ''] = given.positionals
  refuseTwoInputs([
    contractPath,
    eventsPath,
    ...['outages', 'controls', 'calls', 'fees', 'notices'].map((name) => given.text(name)),
  ])
  const at = readAt(given.text('at'))
  const contract = await loadContract(contractPath, { withAmendments: !given.has('no-amendments'), language: asked })
  const [{ language: own, timeZone }] = contract.versions
  const language = asked ?? own
  const zone = given.text('time-zone')
  const facts = await loadRecord(eventsPath, zone, language, hashes?.get('events'))
  const others = await loadOtherFacts(given, zone, language, hashes)
  const period = readAskedPeriod(given, timeZone, facts.record)
  const rejected = facts.counts.rejected + others.rejected
  return {
    contract,
    facts,
    period,
    at,
    language,
    penalties: others.penalties,
    exitCode: given.has('strict') && rejected > 0 ? 1 : 0,
  }
}

/** Standard input can be read once. */
function refuseTwoInputs(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === '-').length < 2) return
  throw new CommandFailure({
    fr: '« - » (l’entrée standard) ne peut être donné qu’une fois',
    en: '"-" (standard input) can be given only once',
  })
}

/** `--month`, or `--from` and `--to`; absent where none is asked. */
export function readAskedPeriod(given: Arguments, timeZone: string, facts: FactSpan): Period | undefined {
  const [month, from, to] = [given.text('month'), given.text('from'), given.text('to')]
  if (month === undefined && from === undefined && to === undefined) return undefined
  const request = {
    ...(month === undefined ? {} : { month }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  const reading = readPeriod(request, timeZone, facts)
  if (!reading.ok) throw failureOf(reading.issues)
  return reading.period
}

/** `--at`: an instant with its offset. */
export function readAt(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined
  const instant = parseInstant(text)
  if (typeof instant === 'number') return instant
  const message: Localised = {
    fr: `--at : un instant ISO 8601 avec décalage est attendu, comme 2026-11-01T00:00:00+01:00 (reçu : ${text})`,
    en: `--at: an ISO 8601 instant with an offset is expected, such as 2026-11-01T00:00:00+01:00 (got: ${text})`,
  }
  throw new CommandFailure(message)
}
