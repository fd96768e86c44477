import type { Instant } from '../base/instant.ts'
import type { Column, EventType } from './event.ts'
import type { StateMeaning } from './mapping.ts'
import type { TranslatedEvent } from './translated-event.ts'

/** A ticket as a row of the log shows it: the values of our columns, after the update that the row records. */
export type Snapshot = {
  readonly at: Instant
  /** `undefined`: the row says nothing of the state; what held goes on. */
  readonly state: Exclude<StateMeaning, 'ignored'> | undefined
  readonly columns: { readonly [C in Column]?: string }
  /** Instants of the events that happen once, where the row gives them. */
  readonly once: { readonly [T in EventType]?: Instant }
  /** Milestones that a filled column shows. */
  readonly reached: readonly EventType[]
  /** The columns whose change is an assignment, as one text; `''` where none is filled. */
  readonly assigned: string
}

export type SnapshotsTranslated = {
  readonly events: readonly TranslatedEvent[]
  /** The once-instant of the report came after the first row; the report was set to that row. */
  readonly reportedAfterFirst: boolean
}

/**
 * The events that lead from each snapshot of a ticket to the next, the first to the report. Within a row attributes
 * change first, so that a state is reached under what the same save made known; every event bears its rank as `seq`.
 */
export function translateSnapshots(snapshots: readonly Snapshot[]): SnapshotsTranslated {
  const [first] = snapshots
  if (first === undefined) return { events: [], reportedAfterFirst: false }
  const events: TranslatedEvent[] = []
  const emit = (at: Instant, event: EventType, columns: TranslatedEvent['columns']) => {
    events.push({ at, event, columns, ...(events.length === 0 ? {} : { seq: String(events.length) }) })
  }
  const opened = first.once.reported
  const attributes = pick(first.columns, [...PRIORITY, ...CLASSES])
  emit(opened === undefined ? first.at : Math.min(opened, first.at), 'reported', {
    ...attributes,
    ...actOf(first.columns),
  })
  const life: Life = { state: 'reported', reason: '', done: new Set(['reported']) }
  let before: Snapshot | undefined
  for (const snapshot of snapshots) {
    const act = actOf(snapshot.columns)
    const known = before?.columns ?? attributes
    changeAttributes(known, snapshot.columns, (event, columns) => emit(snapshot.at, event, { ...columns, ...act }))
    if (snapshot.assigned !== '' && snapshot.assigned !== before?.assigned) emit(snapshot.at, 'assigned', act)
    reachState(life, snapshot, (event, columns = {}) => emit(snapshot.at, event, { ...columns, ...act }))
    before = carriedOver(before, snapshot)
  }
  return { events: withOnce(events, snapshots), reportedAfterFirst: opened !== undefined && opened > first.at }
}

type Life = {
  state: EventType
  /** Of the pause that runs. */
  reason: string
  /** Milestones reached, which are not said twice; a reopening takes restored, resolved and closed out. */
  readonly done: Set<EventType>
}

type Emit = (event: EventType, columns?: TranslatedEvent['columns']) => void

const ENDED: ReadonlySet<EventType> = new Set(['resolved', 'closed', 'cancelled'])
/** What a reopening undoes. */
const ENDINGS: readonly EventType[] = ['restored', ...ENDED]
const PRIORITY: readonly Column[] = ['impact', 'urgency', 'priority']
const CLASSES: readonly Column[] = [
  'kind',
  'channel',
  'mode',
  'assetClass',
  'site',
  'intervention',
  'service',
  'profile',
  'asset',
  'requestedFor',
]

function reachState(life: Life, { state, reached, columns }: Snapshot, emit: Emit): void {
  for (const milestone of reached) reach(life, milestone, emit)
  if (state === undefined) return
  const reason = state.event === 'paused' ? (state.reason ?? columns.reason ?? '') : ''
  if (state.event === life.state && reason === life.reason) return
  if (ENDED.has(life.state) && (!ENDED.has(state.event) || (life.state === 'closed' && state.event === 'resolved'))) {
    emit('reopened')
    for (const undone of ENDINGS) life.done.delete(undone)
  } else if (life.state === 'paused' && !ENDED.has(state.event) && state.event !== 'paused') {
    emit('resumed')
  }
  life.state = state.event
  life.reason = reason
  if (state.event === 'paused') emit('paused', reason === '' ? {} : { reason })
  else reach(life, state.event, emit)
}

function reach(life: Life, milestone: EventType, emit: Emit): void {
  if (life.done.has(milestone)) return
  life.done.add(milestone)
  emit(milestone)
}

function changeAttributes(
  before: Snapshot['columns'],
  after: Snapshot['columns'],
  emit: (event: EventType, columns: TranslatedEvent['columns']) => void,
): void {
  const changed = (column: Column) => after[column] !== undefined && after[column] !== before[column]
  if (PRIORITY.some(changed)) emit('prioritised', pick(after, PRIORITY))
  const classes = CLASSES.filter(changed)
  if (classes.length > 0) emit('reclassified', pick(after, classes))
  if (changed('parent')) emit('linked', pick(after, ['parent']))
  if (changed('into')) emit('merged', pick(after, ['into']))
  if (changed('score')) emit('rated', pick(after, ['score']))
}

/** Who acted and what was said: of the row itself, on each of its events. */
function actOf(columns: Snapshot['columns']): TranslatedEvent['columns'] {
  return pick(columns, ['actor', 'party', 'text'])
}

function pick(columns: Snapshot['columns'], names: readonly Column[]): TranslatedEvent['columns'] {
  return Object.fromEntries(names.flatMap((name) => (columns[name] === undefined ? [] : [[name, columns[name]]])))
}

/** A value that a row leaves empty is still that of the row before: a log cannot say that a value was taken away. */
function carriedOver(before: Snapshot | undefined, snapshot: Snapshot): Snapshot {
  if (before === undefined) return snapshot
  return {
    ...snapshot,
    columns: { ...before.columns, ...snapshot.columns },
    assigned: snapshot.assigned === '' ? before.assigned : snapshot.assigned,
  }
}

/** Events whose instant a column gives: once a ticket, at that instant, in place of those that the states show. */
function withOnce(events: readonly TranslatedEvent[], snapshots: readonly Snapshot[]): readonly TranslatedEvent[] {
  const given = new Map<EventType, Instant>()
  for (const { once } of snapshots) {
    for (const [event, at] of Object.entries(once) as [EventType, Instant][])
      if (event !== 'reported') given.set(event, at)
  }
  if (given.size === 0) return events
  const others = events.filter(({ event }) => event === undefined || !given.has(event))
  const single = [...given].map(([event, at]): TranslatedEvent => ({ at, event, columns: {} }))
  return [...others, ...single].sort((a, b) => a.at - b.at)
}
