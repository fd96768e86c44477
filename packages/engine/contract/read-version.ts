import { collectIdentifiers } from '../base/clause/collect-identifiers.ts'
import { listKnownKeys, translateIssues } from '../base/clause/translate-issues.ts'
import { plainValue } from '../base/document/plain-value.ts'
import { childOf, type Path, placeOf, type SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { findCalendarFaults } from '../calendar/check-calendar.ts'
import { findZone } from '../calendar/local-time.ts'
import { CalendarDefinition } from '../calendar/schema.ts'
import { checkCycles } from './check-cycles.ts'
import { checkDimensions } from './check-dimensions.ts'
import { checkReferences } from './check-references.ts'
import { ContractDocument } from './contract-schema.ts'

/** One version of a contract, judged by the format; every fault at once, in the order of the text. */
export type VersionReading =
  | { readonly ok: true; readonly document: ContractDocument }
  /** `document`: where names alone are at fault, unknown or given twice. */
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly document?: ContractDocument }

/** Validates the tree of one version: form, references, calendars, cycles. */
export function readVersion(root: SourceNode): VersionReading {
  const otherFormat = checkFormat(root)
  if (otherFormat) return { ok: false, issues: [otherFormat] }
  const parsed = ContractDocument.safeParse(plainValue(root), { error: listKnownKeys })
  const names = checkReferences(root, collectIdentifiers(ContractDocument, root))
  const issues = [
    ...(parsed.success ? [] : translateIssues(root, parsed.error.issues)),
    ...names,
    ...checkZone(root),
    ...checkCalendars(root),
    ...checkDimensions(root),
    ...(parsed.success ? checkCycles(root, parsed.data) : []),
  ]
  if (issues.length > 0) {
    const document = parsed.success && issues.length === names.length ? parsed.data : undefined
    return { ok: false, issues: withoutFlood(inOrder(issues)), ...(document && { document }) }
  }
  return parsed.success ? { ok: true, document: parsed.data } : { ok: false, issues: [] }
}

const MAX_ISSUES = 500

/** A file of another nature has a fault on every line: the first ones are enough, and how many follow. */
function withoutFlood(issues: readonly Issue[]): readonly Issue[] {
  const [next] = issues.slice(MAX_ISSUES)
  if (next === undefined) return issues
  const more = issues.length - MAX_ISSUES
  const message = localise(`et ${more} autres défauts à partir d’ici`, `and ${more} more faults from here on`)
  const expected = localise('un contrat de Vigie', 'a contract of Vigie')
  return [...issues.slice(0, MAX_ISSUES), { code: 'more-issues', place: next.place, message, expected }]
}

/** By line, then column, then code. */
export function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort(
    ({ place: a, code }, { place: b, code: other }) =>
      (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (code < other ? -1 : code > other ? 1 : 0),
  )
}

/** A file that is no contract, or one of another version, gets one issue: the others would be noise. */
function checkFormat(root: SourceNode): Issue | undefined {
  const expected = localise('vigie: 1, en tête d’un contrat', 'vigie: 1, at the head of a contract')
  const version = childOf(root, 'vigie')
  if (version === undefined) {
    if (childOf(root, 'contract') !== undefined) return undefined
    const message = localise('ce fichier n’est pas un contrat de Vigie', 'this file is no contract of Vigie')
    return { code: 'not-a-contract', place: placeOf(root, []), message, expected }
  }
  if (version.kind === 'number' && version.digits === '1') return undefined
  const message = localise(
    'cette version du format n’est pas connue de ce programme',
    'this version of the format is not known to this program',
  )
  return { code: 'other-format-version', place: placeOf(root, ['vigie']), message, expected }
}

function checkZone(root: SourceNode): readonly Issue[] {
  const path: Path = ['contract', 'timeZone']
  const header = childOf(root, 'contract')
  const zone = header && childOf(header, 'timeZone')
  if (zone?.kind !== 'text' || findZone(zone.text) !== undefined) return []
  const message = localise(`fuseau horaire inconnu : « ${zone.text} »`, `unknown time zone: "${zone.text}"`)
  const expected = localise('un nom IANA : Europe/Paris', 'an IANA name: Europe/Paris')
  return [{ code: 'unknown-time-zone', place: placeOf(root, path), message, expected }]
}

/** What the form of a calendar cannot say; a calendar of the wrong form is told by its schema. */
function checkCalendars(root: SourceNode): readonly Issue[] {
  const calendars = childOf(root, 'calendars')
  if (calendars?.kind !== 'map') return []
  return [...calendars.entries].flatMap(([id, { value }]) => {
    const parsed = CalendarDefinition.safeParse(plainValue(value))
    if (!parsed.success) return []
    return findCalendarFaults(parsed.data).map(({ code, path, message, expected }): Issue => {
      const full = ['calendars', id, ...path]
      return {
        code,
        place: placeOf(root, full),
        message: localise(`${id} : ${message.fr}`, `${id}: ${message.en}`),
        ...(expected && { expected }),
      }
    })
  })
}
