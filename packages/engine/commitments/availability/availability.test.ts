import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../base/instant.ts'
import { formatRatio, parsePercent, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { ServiceCalendar } from '../../calendar/service-calendar.ts'
import type { Outage } from '../../record/outage.ts'
import type { AvailabilityCommitment } from '../clause-types.ts'
import type { ServiceExpression } from '../control-schema.ts'
import { type AvailabilityTerms, assessAvailability } from './assess-availability.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const start = at('2026-11-01T00:00:00+01:00')

describe('availability', () => {
  it('of the month that two conventions judge differently: 98.997 % out of base, 99.017 % as up', () => {
    const month = { from: start, to: start + 20 * 10 * HOUR }
    const rows = [row('maintenance', 0, 240), row('down', 1000, 118)]
    const judged = (convention: 'out-of-base' | 'as-up') =>
      assessAvailability(terms({ maintenance: { convention } }), rows, month)
    expect(percent(judged('out-of-base').availability)).toBe('98.997')
    expect(judged('out-of-base').state).toBe('missed')
    expect(percent(judged('as-up').availability)).toBe('99.017')
    expect(judged('as-up').state).toBe('met')
  })

  it('has no figure over an empty base', () => {
    const verdict = assessAvailability(terms({}), [row('unknown', 0, 600)], { from: start, to: start + 600 * MINUTE })
    expect(verdict).toMatchObject({ availability: null, state: 'not-applicable', experienced: null })
    expect(percent(verdict.coverage)).toBe('0.000')
  })

  it('drops an outage shorter than the minimum by its whole length, and one cut into touching rows is one', () => {
    const day = { from: start, to: start + DAY }
    const short = terms({}, { minimumOutage: 5 * MINUTE })
    const down = (rows: Outage[], use = short) => assessAvailability(use, rows, day).contractual.down / MINUTE
    expect(down([row('down', 60, 4)])).toBe(0)
    expect(down([row('down', 60, 5)])).toBe(5)
    expect(down([row('down', 60, 3), row('down', 63, 3)])).toBe(6)
    expect(down([row('down', -3, 6)])).toBe(3)
    expect(down([row('down', 60, 4)], terms({}))).toBe(4)
    expect(assessAvailability(short, [row('down', 60, 4)], day).experienced).not.toEqual(ratioOf(1n, 1n))
  })

  it('gives a window effect only when announced in time, and only up to the cap', () => {
    const day = { from: start, to: start + DAY }
    const limits = { noticeFrom: (announced: number) => announced + 2 * HOUR, atMost: 30 * MINUTE }
    const use = terms({ maintenance: { convention: 'out-of-base' } }, { limits })
    const window = (from: number, length: number, announced?: number): Outage => ({
      ...row('maintenance', from, length),
      ...(announced === undefined ? {} : { announcedAt: start + announced * MINUTE }),
    })
    const maintained = (...rows: Outage[]) => assessAvailability(use, rows, day).contractual.maintenance / MINUTE
    expect(maintained(window(200, 10, 80))).toBe(10)
    expect(maintained(window(200, 10, 81))).toBe(0)
    expect(maintained(window(200, 10))).toBe(0)
    expect(maintained(window(200, 20, 0), window(300, 20, 0))).toBe(30)
  })

  it('starts with the life of the service', () => {
    const day = { from: start, to: start + DAY }
    const verdict = assessAvailability(terms({}, { liveFrom: start + 6 * HOUR }), [row('down', 0, 7 * 60)], day)
    expect(verdict.contractual).toMatchObject({ agreed: 18 * HOUR, down: HOUR })
  })

  it('agrees with a model of one cell a minute, and its parts always make the whole', () => {
    fc.assert(
      fc.property(cases, ({ rows, expression, convention, unknown, cap, hours }) => {
        const period = { from: start, to: start + DAY }
        const use: AvailabilityTerms = {
          ...terms(
            { maintenance: { convention }, unknown, degraded: ratioOf(1n, 4n) },
            { limits: { atMost: cap * MINUTE } },
          ),
          expression,
          agreedServiceTime: openOn(hours),
        }
        const { contractual: account, availability } = assessAvailability(use, rows, period)
        const model = byMinute(rows, expression, convention, unknown, cap, hours)
        const { agreed, up, down, degraded, unknown: dark, maintenance } = account
        expect({ agreed, up, down, degraded, unknown: dark, maintenance }).toEqual(model.minutes)
        expect(up + down + degraded + dark + maintenance).toBe(agreed)
        expect(
          availability === null
            ? null
            : [availability.numerator * model.base, availability.denominator * model.working],
        ).toEqual(
          availability === null
            ? null
            : [availability.denominator * model.working, availability.denominator * model.working],
        )
        expect(availability === null).toBe(model.base === 0n)
      }),
      { numRuns: 300 },
    )
  })
})

const component = fc.constantFrom('a', 'b', 'c')
const cases = fc.record({
  rows: fc.array(
    fc
      .record({
        component,
        state: fc.constantFrom(
          'up' as const,
          'down' as const,
          'degraded' as const,
          'unknown' as const,
          'maintenance' as const,
        ),
        from: fc.integer({ min: -60, max: 1500 }),
        length: fc.integer({ min: 1, max: 500 }),
      })
      .map(({ component, state, from, length }) => ({ ...row(state, from, length), component })),
    { maxLength: 10 },
  ),
  expression: fc.constantFrom<ServiceExpression>(
    'a',
    { any: ['a', 'b'] },
    { all: ['a', { any: ['b', 'c'] }] },
    { atLeast: 2, of: ['a', 'b', 'c'] },
  ),
  convention: fc.constantFrom('out-of-base' as const, 'as-up' as const, 'counted' as const),
  unknown: fc.constantFrom('excluded' as const, 'up' as const, 'down' as const),
  cap: fc.integer({ min: 0, max: 300 }),
  hours: fc.constantFrom<readonly (readonly [number, number])[]>(
    [[0, 24]],
    [
      [8, 12],
      [14, 18],
    ],
  ),
})

/** One cell a minute; a service's state is asked of every way its unknown parts may really be. */
function byMinute(
  rows: readonly Outage[],
  expression: ServiceExpression,
  convention: 'out-of-base' | 'as-up' | 'counted',
  unknown: 'excluded' | 'up' | 'down',
  cap: number,
  hours: readonly (readonly [number, number])[],
) {
  const named = JSON.stringify(expression)
  const mine = rows.filter((one) => named.includes(`"${one.component}"`))
  const minutes = { agreed: 0, up: 0, down: 0, degraded: 0, unknown: 0, maintenance: 0 }
  let quarters = 0
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    if (!hours.some(([from, to]) => minute >= from * 60 && minute < to * 60)) continue
    minutes.agreed += MINUTE
    const now = mine.filter((one) => one.from <= start + minute * MINUTE && start + minute * MINUTE < (one.to ?? 0))
    const window = now.some(({ state }) => state === 'maintenance')
    if (convention !== 'counted' && window && minutes.maintenance < cap * MINUTE) {
      minutes.maintenance += MINUTE
      continue
    }
    const ways = realities(['a', 'b', 'c'], now).map((works) => worthOf(expression, works))
    const value = ways.every((way) => way === ways[0]) ? ways[0] : undefined
    const settled =
      value ?? (unknown === 'excluded' ? undefined : unknown === 'up' ? Math.max(...ways) : Math.min(...ways))
    const state = settled === undefined ? 'unknown' : settled === 4 ? 'up' : settled === 0 ? 'down' : 'degraded'
    minutes[state] += MINUTE
    quarters += settled === undefined ? 0 : 4 - settled
  }
  const base = minutes.agreed - minutes.unknown - (convention === 'out-of-base' ? minutes.maintenance : 0)
  return { minutes, base: BigInt(base), working: BigInt(base - (quarters * MINUTE) / 4) }
}

/** Quarters of work of each component, in every combination of its unknown ones. */
function realities(components: readonly string[], now: readonly Outage[]): readonly Record<string, number>[] {
  return components.reduce<Record<string, number>[]>(
    (ways, one) => {
      const states = now.filter(({ component }) => component === one).map(({ state }) => state)
      const values = states.includes('down')
        ? [0]
        : states.includes('degraded')
          ? [3]
          : states.includes('unknown')
            ? [0, 4]
            : [4]
      return ways.flatMap((way) => values.map((value) => ({ ...way, [one]: value })))
    },
    [{}],
  )
}

function worthOf(expression: ServiceExpression, works: Readonly<Record<string, number>>): number {
  if (typeof expression === 'string') return works[expression] ?? 0
  const parts = 'any' in expression ? expression.any : 'all' in expression ? expression.all : expression.of
  const values = parts.map((part) => worthOf(part, works)).sort((a, b) => b - a)
  return 'any' in expression
    ? Math.max(...values)
    : 'all' in expression
      ? Math.min(...values)
      : (values[expression.atLeast - 1] ?? 0)
}

function at(text: string): number {
  const instant = parseInstant(text)
  if (typeof instant !== 'number') throw new Error(text)
  return instant
}

/** A row of component `a`, in minutes from the start. */
function row(state: Outage['state'], from: number, length: number): Outage {
  const instant = start + from * MINUTE
  return { component: 'a', from: instant, to: instant + length * MINUTE, state, recordedAt: instant }
}

function terms(clause: Partial<AvailabilityCommitment>, more: Partial<AvailabilityTerms> = {}): AvailabilityTerms {
  return {
    clause: {
      type: 'availability',
      id: 'AV',
      clause: '2.8',
      service: 'files',
      calendar: 'always',
      atLeast: parsePercent('99%') as Ratio,
      over: 'month',
      ...clause,
    },
    expression: 'a',
    agreedServiceTime: openOn([[0, 24]]),
    limits: {},
    ...more,
  }
}

/** Open at the same hours every day, counted from the start. */
function openOn(hours: readonly (readonly [number, number])[]): ServiceCalendar {
  const segments = (from: number, to: number) =>
    Array.from({ length: 40 }, (_, day) =>
      hours.map(([open, close]) => ({
        kind: 'open' as const,
        from: Math.max(from, start + day * DAY + open * HOUR),
        to: Math.min(to, start + day * DAY + close * HOUR),
      })),
    )
      .flat()
      .filter((segment) => segment.from < segment.to)
  return { segments } as unknown as ServiceCalendar
}

function percent(ratio: Ratio | null): string | null {
  return ratio === null ? null : formatRatio({ ...ratio, numerator: ratio.numerator * 100n }, 3)
}
