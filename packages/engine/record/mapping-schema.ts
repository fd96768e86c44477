import * as z from 'zod'
import { identifier, oneOrMany, text } from '../base/clause/identifiers.ts'
import { rule } from '../base/clause/rule.ts'
import { digitsOf } from '../base/document/plain-value.ts'
import { findZone } from '../calendar/local-time.ts'
import { compileDateFormat } from './date-format.ts'
import { COLUMNS, EVENT_TYPES } from './event.ts'

const column = () => text().describe('A column of the log.')

export const FormatVersion = z
  .custom<symbol>(
    (value) => digitsOf(value) === '1',
    rule(
      'other-format-version',
      'cette version du format n’est pas connue de ce programme : vigie-mapping: 1',
      'this version of the format is not known to this program: vigie-mapping: 1',
    ),
  )
  .meta({ const: 1, description: 'Version of the mapping format.' })

export const timeZone = text()
  .refine(
    (name) => findZone(name) !== undefined,
    rule(
      'unknown-time-zone',
      'ce fuseau horaire est inconnu ; un nom IANA est attendu : Europe/Paris',
      'this time zone is unknown; an IANA name is expected: Europe/Paris',
    ),
  )
  .describe('IANA zone of the dates that have no offset.')

export const dateFormat = oneOrMany(
  text().refine(
    (pattern) => compileDateFormat(pattern) !== undefined,
    rule(
      'bad-date-format',
      'ce n’est pas un format de date ; ISO, ou YYYY, M, D, HH, mm, ss et leurs séparateurs : D/M/YYYY HH:mm',
      'this is no date format; ISO, or YYYY, M, D, HH, mm, ss and what separates them: D/M/YYYY HH:mm',
    ),
  ),
).describe('ISO (default), or a pattern such as D/M/YYYY HH:mm; several are tried in turn.')

export const delimiter = z
  .union([z.enum([',', ';', '|', 'tab']), z.literal('\t')])
  .transform((mark) => (mark === 'tab' ? '\t' : mark))

/** Our columns, each with something of theirs. */
function byColumn<Value extends z.ZodType>(value: () => Value, columns: readonly string[]) {
  return z.strictObject(Object.fromEntries(columns.map((name) => [name, value().exactOptional()])))
}

const effect = z
  .union([
    z.enum([...EVENT_TYPES, 'ignored']),
    z.strictObject({ paused: identifier().describe('The reason, as the contract names it.') }),
  ])
  .describe('The event of this state, { paused: reason }, or ignored.')

/** Events that a snapshot can show once a column is filled. */
const milestone = ['acknowledged', 'started', 'workaround', 'restored'] as const

/** A mapping file: how the rows of a foreign log become ticket events. */
export const MappingDocument = z
  .strictObject({
    $schema: text().exactOptional().describe('Where this schema is published, for editors of JSON.'),
    'vigie-mapping': FormatVersion,
    shape: z
      .enum(['events', 'snapshots'])
      .describe('events: a row is something that happened. snapshots: a row is the whole ticket after an update.'),
    format: z.enum(['auto', 'csv', 'json-lines']).exactOptional().describe('Default auto.'),
    delimiter: delimiter.exactOptional().describe('Of a CSV log; default ","; "tab" for a tabulation.'),
    encoding: z.enum(['utf-8', 'windows-1252']).exactOptional().describe('Default utf-8.'),
    timeZone: timeZone.exactOptional(),
    dateFormat: dateFormat.exactOptional(),
    missing: z.array(text()).exactOptional().describe('Texts that mean "no value".'),
    ticket: column(),
    at: column().describe('The column of the instant of the row.'),
    order: z.array(column()).exactOptional().describe('Columns that order the rows of one ticket at one instant.'),
    state: column().exactOptional().describe('The column of the state; the same as columns.event.'),
    columns: byColumn(column, ['event', 'id', 'seq', 'recordedAt', 'corrects', ...COLUMNS])
      .exactOptional()
      .describe('Our column: theirs.'),
    constants: byColumn(text, COLUMNS).exactOptional().describe('Our column: the same value for every ticket.'),
    states: z.record(text(), effect).exactOptional().describe('Their state (or event): what it means.'),
    values: byColumn(() => z.record(text(), text()), COLUMNS)
      .exactOptional()
      .describe('Our column: their value: ours.'),
    once: z
      .partialRecord(z.enum(EVENT_TYPES), column())
      .exactOptional()
      .describe('Events that happen once, each with the column of its instant: { reported: opened_at }.'),
    whenFilled: z
      .partialRecord(z.enum(milestone), column())
      .exactOptional()
      .describe('Of snapshots: milestones reached at the first row in which a column is filled.'),
    assigned: oneOrMany(column()).exactOptional().describe('Of snapshots: columns whose change is an assignment.'),
  })
  .refine(
    ({ state, columns }) => state !== undefined || columns?.event !== undefined,
    rule(
      'no-state',
      'il manque la colonne de l’état ou de l’évènement : state, ou columns.event',
      'the column of the state or event is missing: state, or columns.event',
    ),
  )
  .refine(
    ({ state, columns }) => state === undefined || columns?.event === undefined,
    rule(
      'two-states',
      'state et columns.event disent la même chose : gardez l’un des deux',
      'state and columns.event say the same: keep one of them',
      ['state'],
    ),
  )
  .refine(
    ({ shape, states }) => shape === 'events' || (states !== undefined && Object.keys(states).length > 0),
    rule(
      'no-states',
      'des instantanés demandent states : ce que signifie chaque état',
      'snapshots need states: what each state means',
    ),
  )
  .refine(
    ({ shape, whenFilled, assigned }) => shape === 'snapshots' || (whenFilled === undefined && assigned === undefined),
    rule(
      'only-of-snapshots',
      'whenFilled et assigned ne valent que pour des instantanés',
      'whenFilled and assigned are for snapshots only',
    ),
  )
  .refine(
    ({ shape, columns }) => shape === 'events' || !ONLY_OF_EVENTS.some((name) => columns?.[name] !== undefined),
    rule(
      'only-of-events',
      'les colonnes id, seq, recordedAt, corrects, commitment, minutes et billable ne se lisent pas dans des instantanés',
      'the columns id, seq, recordedAt, corrects, commitment, minutes and billable cannot be read from snapshots',
      ['columns'],
    ),
  )
  .refine(
    ({ shape, states }) =>
      shape === 'events' ||
      !Object.values(states ?? {}).some((meant) => typeof meant === 'string' && !STATES.includes(meant)),
    rule(
      'no-state-of-a-ticket',
      'un état signifie reported, acknowledged, started, workaround, restored, resolved, closed, cancelled, paused ou ignored',
      'a state means reported, acknowledged, started, workaround, restored, resolved, closed, cancelled, paused or ignored',
      ['states'],
    ),
  )
  .refine(
    ({ states, columns }) => columns?.reason !== undefined || !Object.values(states ?? {}).includes('paused'),
    rule(
      'no-reason',
      'un état paused demande son motif : { paused: motif }, ou columns.reason',
      'a state paused needs its reason: { paused: reason }, or columns.reason',
      ['states'],
    ),
  )
  .meta({ description: 'How the rows of a foreign log become ticket events.' })

const ONLY_OF_EVENTS = ['id', 'seq', 'recordedAt', 'corrects', 'commitment', 'minutes', 'billable'] as const
const STATES: readonly string[] = [
  'reported',
  'acknowledged',
  'started',
  'workaround',
  'restored',
  'resolved',
  'closed',
  'cancelled',
  'paused',
  'ignored',
]

export type MappingDocument = z.infer<typeof MappingDocument>
