import {
  agreedFilm,
  chapter,
  contractOf,
  countAvailability,
  instantOf,
  type NaiveAvailability,
  versionsOf,
} from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { availabilityJson } from './availability-json.ts'
import type { Period } from './base/period.ts'
import { parsePercent, type Ratio, ratioOf } from './base/ratio.ts'
import type { CalendarDefinition } from './calendar/definition.ts'
import type { AvailabilityCommitment } from './commitments/clause-types.ts'
import { judgeAvailability } from './judge-availability.ts'
import type { Outage, OutageState } from './record/outage.ts'

const zone = 'Europe/Paris'
const always: CalendarDefinition = { timeZone: zone, weekly: 'always' }
const extended: CalendarDefinition = {
  timeZone: zone,
  weekly: { mon: ['07:00-22:00'], tue: ['07:00-22:00'], sat: ['22:00-06:00'], sun: ['00:30-03:30'] },
}
const months: readonly Period[] = [
  { from: instantOf('2026-03-01T00:00:00+01:00'), to: instantOf('2026-04-01T00:00:00+02:00'), label: '2026-03' },
  { from: instantOf('2026-10-01T00:00:00+02:00'), to: instantOf('2026-11-01T00:00:00+01:00'), label: '2026-10' },
]
const films = months.flatMap((month) =>
  [always, extended].map((calendar) => ({ month, calendar, film: agreedFilm(calendar, month.from, month.to) })),
)

describe('availability over a month', () => {
  test('agrees with a film of one cell per second, on both months whose clocks change', () => {
    fc.assert(
      fc.property(cases, ({ place, terms, rows: shapes }) => {
        const { month, calendar, film } = films[place] as (typeof films)[number]
        const rows = shapes.map((shape) => rowOf(shape, month))
        const at = month.to
        const { liveDay, ...naive } = terms
        const model = countAvailability(
          { ...naive, ...(liveDay === undefined ? {} : { liveFrom: liveFrom(month, liveDay) }) },
          rows.filter(({ recordedAt }) => recordedAt <= at),
          film,
          month.from,
        )
        const judged = judge(clauseOf(terms, month), terms.expression, rows, month, calendar)
        const { agreed, up, down, degraded, unknown, maintenance, lost } = judged.contractual
        expect({ agreed, up, down, degraded, unknown, maintenance }).toEqual(
          inMilliseconds({ ...model, lostQuarters: undefined }),
        )
        expect(lost).toEqual(ratioOf(BigInt(model.lostQuarters) * 250n, 1n))
        expect(up + down + degraded + unknown + maintenance).toBe(agreed)
        const base = agreed - unknown - (terms.convention === 'out-of-base' ? maintenance : 0)
        expect(judged.availability).toEqual(
          base === 0 ? null : ratioOf(BigInt(base) * 4n - BigInt(model.lostQuarters) * 1000n, BigInt(base) * 4n),
        )
        expect(judge(clauseOf(terms, month), terms.expression, rows.toReversed(), month, calendar)).toEqual(judged)
      }),
      { numRuns: 15 },
    )
  })

  test.each([
    ['out-of-base', '98.997', 'missed'],
    ['as-up', '99.017', 'met'],
  ] as const)(
    'of 12,000 agreed minutes, 240 of maintenance and 118 down is, %s: %s, %s',
    (convention, percent, state) => {
      const november = {
        from: instantOf('2026-11-01T00:00:00+01:00'),
        to: instantOf('2026-12-01T00:00:00+01:00'),
        label: '2026-11',
      }
      // Twenty days of ten hours: 2 to 27 November, Monday to Friday.
      const office: CalendarDefinition = {
        timeZone: zone,
        weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['08:00-18:00']])),
        exceptions: [{ date: '2026-11-30', hours: [] }],
      }
      const row = (state: OutageState, from: string, minutes: number): Outage => {
        const start = instantOf(from)
        return { component: 'files', state, from: start, to: start + minutes * 60_000, recordedAt: start }
      }
      const rows = [row('maintenance', '2026-11-03T09:00:00+01:00', 240), row('down', '2026-11-10T09:00:00+01:00', 118)]
      const result = judge(
        { ...base, atLeast: percentOf('99%'), maintenance: { convention } },
        'files',
        rows,
        november,
        office,
      )
      expect(availabilityJson(result)).toMatchObject({
        convention,
        clause: '2.8',
        agreedSeconds: 720_000,
        availability: percent,
        experienced: '99.017',
        target: '99',
        state,
      })
    },
  )
})

const base: AvailabilityCommitment = {
  type: 'availability',
  id: 'FILES',
  clause: '2.8',
  service: 'files',
  calendar: 'agreed',
  atLeast: percentOf('99.5%'),
  over: 'month',
}

const components = ['a', 'b', 'c']
const shapes = fc.array(
  fc.record(
    {
      component: fc.constantFrom(...components),
      state: fc.constantFrom<OutageState>('up', 'down', 'down', 'degraded', 'unknown', 'maintenance'),
      // Around the changes of clocks as often as anywhere else.
      start: fc.oneof(fc.integer({ min: -90_000, max: 2_700_000 }), fc.integer({ min: 2_070_000, max: 2_430_000 })),
      length: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 200_000 })),
      announced: fc.integer({ min: 0, max: 500_000 }),
      late: fc.integer({ min: 0, max: 3_000_000 }),
    },
    { requiredKeys: ['component', 'state', 'start'] },
  ),
  { maxLength: 12 },
)
type Shape = Parameters<typeof rowOf>[0]

const cases = fc.record({
  place: fc.integer({ min: 0, max: 3 }),
  rows: shapes as fc.Arbitrary<readonly Shape[]>,
  terms: fc.record(
    {
      zone: fc.constant(zone),
      components: fc.constant(components),
      expression: fc.constantFrom<NaiveAvailability['expression']>(
        { all: ['a', { any: ['b', 'c'] }] },
        { atLeast: 2, of: ['a', 'b', 'c'] },
        { any: ['a', { all: ['b', 'c'] }] },
      ),
      convention: fc.constantFrom('out-of-base' as const, 'as-up' as const, 'counted' as const),
      unknown: fc.constantFrom('excluded' as const, 'up' as const, 'down' as const),
      degradedQuarters: fc.integer({ min: 0, max: 4 }),
      notice: fc.constantFrom('P3D', 'P1D', 'PT2H'),
      cap: fc.integer({ min: 1, max: 30_000 }),
      minimumOutage: fc.integer({ min: 1, max: 900 }),
      liveDay: fc.integer({ min: 1, max: 28 }),
    },
    { requiredKeys: ['zone', 'components', 'expression', 'convention', 'unknown', 'degradedQuarters'] },
  ) as fc.Arbitrary<NaiveAvailability & { readonly liveDay?: number }>,
})

function clauseOf(terms: NaiveAvailability & { readonly liveDay?: number }, month: Period): AvailabilityCommitment {
  const { convention, notice, cap, unknown, degradedQuarters, minimumOutage, liveDay } = terms
  return {
    ...base,
    unknown,
    degraded: ratioOf(BigInt(degradedQuarters), 4n),
    maintenance: {
      convention,
      ...(notice === undefined ? {} : { notice }),
      ...(cap === undefined ? {} : { atMost: `PT${cap}S` }),
    },
    ...(minimumOutage === undefined ? {} : { minimumOutage: `PT${minimumOutage}S` }),
    ...(liveDay === undefined ? {} : { liveFrom: dateOf(month, liveDay) }),
  }
}

/** A row in seconds from the start of the month; it may be recorded after its start, or stay open. */
function rowOf(
  shape: {
    readonly component: string
    readonly state: OutageState
    readonly start: number
    readonly length?: number
    readonly announced?: number
    readonly late?: number
  },
  month: Period,
): Outage {
  const from = month.from + shape.start * 1000
  return {
    component: shape.component,
    state: shape.state,
    from,
    ...(shape.length === undefined ? {} : { to: from + shape.length * 1000 }),
    ...(shape.announced === undefined ? {} : { announcedAt: from - shape.announced * 1000 }),
    recordedAt: from + (shape.late ?? 0) * 1000,
  }
}

function judge(
  clause: AvailabilityCommitment,
  expression: NaiveAvailability['expression'],
  outages: readonly Outage[],
  period: Period,
  agreed: CalendarDefinition,
) {
  const commitments = { ...chapter([]), targets: [clause], services: [{ id: 'files', expression }] }
  const contract = versionsOf(contractOf(commitments, { calendars: { agreed } }))
  const [result] = judgeAvailability({ contract, outages, period })
  if (result === undefined) throw new Error('no result')
  return result
}

function dateOf(month: Period, day: number): string {
  return `${month.label}-${String(day).padStart(2, '0')}`
}

function liveFrom(month: Period, day: number): number {
  return instantOf(`${dateOf(month, day)}T00:00:00${month.label === '2026-03' || day > 25 ? '+01:00' : '+02:00'}`)
}

function inMilliseconds(account: Readonly<Record<string, number | undefined>>) {
  return Object.fromEntries(
    Object.entries(account).flatMap(([key, value]) => (value === undefined ? [] : [[key, value * 1000]])),
  )
}

function percentOf(text: string): Ratio {
  return parsePercent(text) as Ratio
}
