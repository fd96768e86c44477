import { describe, expect, test } from 'vitest'
import { type PeriodRequest, previousPeriods, readPeriod } from './period.ts'

const facts = { firstAt: Date.UTC(2026, 0, 5, 8), lastAt: Date.UTC(2026, 10, 2, 9, 30) }
const none = { firstAt: undefined, lastAt: undefined }

function read(request: PeriodRequest, timeZone = 'Europe/Paris', span: Parameters<typeof readPeriod>[2] = facts) {
  const reading = readPeriod(request, timeZone, span)
  return reading.ok
    ? [reading.period.label, new Date(reading.period.from).toISOString(), new Date(reading.period.to).toISOString()]
    : reading.issues.map(({ code, place }) => `${code} ${place.path}`)
}

describe('a period', () => {
  test.each<[PeriodRequest, string, string[]]>([
    [{ month: '2026-10' }, 'Europe/Paris', ['2026-10', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z']],
    [{ month: '2026-03' }, 'Asia/Kolkata', ['2026-03', '2026-02-28T18:30:00.000Z', '2026-03-31T18:30:00.000Z']],
    [
      { from: '2026-10-01', to: '2026-11-01' },
      'Europe/Paris',
      ['2026-10', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ],
    [
      { from: '2026-10-01', to: '2026-11-15' },
      'UTC',
      ['2026-10-01/2026-11-15', '2026-10-01T00:00:00.000Z', '2026-11-15T00:00:00.000Z'],
    ],
    [
      { from: '2026-10-01T08:00:00+02:00', to: '2026-10-01T09:00:00Z' },
      'UTC',
      ['2026-10-01T06:00:00.000Z/2026-10-01T09:00:00.000Z', '2026-10-01T06:00:00.000Z', '2026-10-01T09:00:00.000Z'],
    ],
  ])('%j in %s', (request, timeZone, expected) => {
    expect(read(request, timeZone)).toEqual(expected)
  })

  test('asked for nothing runs from the first fact to just after the last, and holds both', () => {
    expect(read({})).toEqual([
      '2026-01-05T08:00:00.000Z/2026-11-02T09:30:00.001Z',
      '2026-01-05T08:00:00.000Z',
      '2026-11-02T09:30:00.001Z',
    ])
  })

  test('with one end takes the other from the facts', () => {
    expect(read({ from: '2026-06-01' })[2]).toBe('2026-11-02T09:30:00.001Z')
    expect(read({ to: '2026-06-01' })[1]).toBe('2026-01-05T08:00:00.000Z')
  })

  test.each<[PeriodRequest, string]>([
    [{ month: '2026-13' }, 'not-a-month month'],
    [{ month: '2026-1' }, 'not-a-month month'],
    [{ month: 'octobre' }, 'not-a-month month'],
    [{ month: '2026-10', from: '2026-10-01' }, 'month-and-span month'],
    [{ from: '2026-02-30', to: '2026-03-01' }, 'not-a-date from'],
    [{ from: '2026-02-01', to: '2026-03-01T08:00' }, 'not-a-date to'],
    [{ from: '2026-03-01', to: '2026-03-01' }, 'empty-period period'],
    [{ from: '2026-03-02', to: '2026-03-01' }, 'empty-period period'],
    [{ month: '1969-12' }, 'out-of-range period'],
    [{ month: '2101-01' }, 'out-of-range period'],
    [{ from: '0001-01-01', to: '2026-01-01' }, 'out-of-range period'],
  ])('%j is refused', (request, expected) => {
    expect(read(request)).toEqual([expected])
  })

  test('of a log without facts must be named', () => {
    expect(read({}, 'UTC', none)).toEqual(['no-facts period'])
    expect(read({ month: '2026-10' }, 'UTC', none)[0]).toBe('2026-10')
  })
})

describe('the periods before', () => {
  const before = (request: PeriodRequest, count: number) => {
    const reading = readPeriod(request, 'Europe/Paris', facts)
    return reading.ok ? previousPeriods(reading.period, count, 'Europe/Paris').map(({ label }) => label) : []
  }

  test.each<[PeriodRequest, string[]]>([
    [{ month: '2026-02' }, ['2025-11', '2025-12', '2026-01']],
    [
      { from: '2026-04-01', to: '2026-07-01' },
      ['2025-07-01/2025-10-01', '2025-10-01/2026-01-01', '2026-01-01/2026-04-01'],
    ],
    [
      { from: '2026-03-30', to: '2026-04-06' },
      ['2026-03-09/2026-03-16', '2026-03-16/2026-03-23', '2026-03-23/2026-03-30'],
    ],
    [{ from: '2026-03-30T08:00:00Z', to: '2026-04-06' }, []],
    [{}, []],
  ])('%j', (request, labels) => {
    expect(before(request, 3)).toEqual(labels)
  })

  test('touch each other and the period asked', () => {
    const reading = readPeriod({ month: '2026-05' }, 'America/Sao_Paulo', facts)
    if (!reading.ok) throw new Error('the month is well formed')
    const chain = [...previousPeriods(reading.period, 12, 'America/Sao_Paulo'), reading.period]
    for (const [index, { to }] of chain.slice(0, -1).entries()) expect(chain[index + 1]?.from).toBe(to)
  })
})
