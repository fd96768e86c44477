import { listKnownKeys, translateIssues } from '../base/clause/translate-issues.ts'
import type { SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { checkCalendar } from './check-calendar.ts'
import type { CalendarDefinition } from './definition.ts'
import { isDeeperThan } from './is-deeper-than.ts'
import { CalendarDefinition as Form } from './schema.ts'

export type CalendarReading =
  | { readonly ok: true; readonly definition: CalendarDefinition }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Reads a calendar from a plain JSON value, strictly: unknown keys are refused. All faults at once, each with its path
 * (`holidays.region`, `weekly.mon[0]`); those of `checkCalendar` once the form is right.
 */
export function parseCalendar(value: unknown): CalendarReading {
  if (isDeeperThan(value, DEEPEST)) return { ok: false, issues: [tooDeep()] }
  const parsed = Form.safeParse(value, { error: listKnownKeys })
  if (!parsed.success) {
    const issues = translateIssues(sourceOf(value), parsed.error.issues)
    return { ok: false, issues: issues.map((issue) => ({ ...issue, place: { path: issue.place.path ?? '' } })) }
  }
  const issues = checkCalendar(parsed.data)
  return issues.length === 0 ? { ok: true, definition: parsed.data } : { ok: false, issues }
}

/** Levels of maps and lists that a calendar needs, and then some. */
const DEEPEST = 8

function tooDeep(): Issue {
  const message = localise('ce calendrier est imbriqué trop profondément', 'this calendar is nested too deeply')
  return { code: 'too-deep', place: { path: '' }, message }
}

/** A plain value has no place in a text: every node stands at its beginning. */
const NOWHERE = { line: 1, column: 1 }

function sourceOf(value: unknown): SourceNode {
  if (typeof value === 'string') return { kind: 'text', text: value, position: NOWHERE }
  if (typeof value === 'number') return { kind: 'number', digits: String(value), position: NOWHERE }
  if (typeof value === 'boolean') return { kind: 'boolean', value, position: NOWHERE }
  if (Array.isArray(value)) return { kind: 'list', items: value.map(sourceOf), position: NOWHERE }
  if (typeof value !== 'object' || value === null) return { kind: 'nothing', position: NOWHERE }
  const entries = Object.entries(value).map(([key, child]) => [key, { key: NOWHERE, value: sourceOf(child) }] as const)
  return { kind: 'map', entries: new Map(entries), position: NOWHERE }
}
