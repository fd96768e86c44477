import { describe, expect, test } from 'vitest'
import { parseCivilDate } from '../base/civil-date.ts'
import type { Period } from '../base/period.ts'
import type { Ratio } from '../base/ratio.ts'
import { findZone, type Zone } from '../calendar/local-time.ts'
import type { Compliance } from './clause-types.ts'
import { type CivilYears, judgedSpan, type Over, windowAt } from './compliance-windows.ts'

const zone = findZone('Europe/Paris') as Zone
const day = (text: string) => parseCivilDate(text) as number
const at = (text: string) => zone.startOfDay(day(text))
const years = (effectiveFrom: string, effectiveTo?: string): CivilYears => ({
  zone,
  effectiveFrom: day(effectiveFrom),
  ...(effectiveTo === undefined ? {} : { effectiveTo: day(effectiveTo) }),
})
const period = (from: string, to: string): Period => ({ from: at(from), to: at(to), label: 'asked' })
const clause = (over: Over, small: Compliance['small'] = 'informative'): Compliance => ({
  atLeast: { numerator: 9n, denominator: 10n } satisfies Ratio,
  over,
  by: 'stop',
  minimumCount: 10,
  small,
})
const labels = (windows: readonly Period[]) => windows.map(({ label }) => label)

describe('the window of a clause', () => {
  test.each<[Over, string, string, string, string]>([
    ['month', '2026-03-29', '2026-03', '2026-03-01', '2026-04-01'],
    ['quarter', '2026-05-31', '2026-Q2', '2026-04-01', '2026-07-01'],
    ['year', '2026-03-14', '2025-03-15/2026-03-15', '2025-03-15', '2026-03-15'],
    ['year', '2026-03-15', '2026-03-15/2027-03-15', '2026-03-15', '2027-03-15'],
  ])('%s that holds %s', (over, date, label, from, to) => {
    expect(windowAt(at(date), over, years('2025-03-15'))).toEqual({ label, from: at(from), to: at(to) })
  })

  test('a month begins at civil midnight, not at UTC midnight', () => {
    expect(windowAt(Date.UTC(2026, 9, 31, 23, 30), 'month', years('2026-01-01')).label).toBe('2026-11')
  })
})

describe('the span that is judged', () => {
  test('a month under a monthly clause is that month', () => {
    const span = judgedSpan(period('2026-10-01', '2026-11-01'), clause('month'), years('2026-01-01'))
    expect(span).toMatchObject({ unfinished: false, endsYear: false })
    expect([labels(span.earlier), span.judged.label]).toEqual([[], 'asked'])
  })

  test('a month under a quarterly clause is the quarter so far, unfinished until its last month', () => {
    const november = judgedSpan(period('2026-11-01', '2026-12-01'), clause('quarter'), years('2026-01-01'))
    expect(november).toMatchObject({
      unfinished: true,
      judged: { from: at('2026-10-01'), to: at('2026-12-01'), label: '2026-10-01/2026-12-01' },
    })
    expect(judgedSpan(period('2026-12-01', '2027-01-01'), clause('quarter'), years('2026-01-01')).unfinished).toBe(
      false,
    )
  })

  test('a longer or a free period is judged as one, whatever the clause', () => {
    for (const [from, to] of [
      ['2026-01-01', '2027-01-01'],
      ['2026-10-05', '2026-10-12'],
    ] as const) {
      const span = judgedSpan(period(from, to), clause('month', 'carry-over'), years('2026-01-01'))
      expect([labels(span.earlier), span.judged.label]).toEqual([[], 'asked'])
    }
  })

  test('carry-over looks back over the contract year, not further', () => {
    const span = judgedSpan(period('2026-05-01', '2026-06-01'), clause('month', 'carry-over'), years('2025-03-01'))
    expect(labels(span.earlier)).toEqual(['2026-03', '2026-04'])
    expect(span.endsYear).toBe(false)
  })

  test('the last window of a contract year, or of the term, ends the carry-over', () => {
    const february = period('2026-02-01', '2026-03-01')
    expect(judgedSpan(february, clause('month', 'carry-over'), years('2025-03-01')).endsYear).toBe(true)
    expect(judgedSpan(february, clause('month', 'carry-over'), years('2026-01-01')).endsYear).toBe(false)
    expect(judgedSpan(february, clause('month', 'carry-over'), years('2026-01-01', '2026-03-01')).endsYear).toBe(true)
  })
})
