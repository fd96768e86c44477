import { readFileSync } from 'node:fs'
import { evaluate, type PeriodResult, readContract, readEvents, readPeriod } from '@vigie/engine'
import { beforeAll, describe, expect, test } from 'vitest'
import { smallBusiness } from './sample-contracts.ts'
import { simulate } from './simulate.ts'

// The demonstration year must stay believable: this says what believable means.

let months: readonly PeriodResult[] = []

beforeAll(() => {
  const reading = readContract(
    readFileSync(new URL('../../contracts/small-business/contract.yaml', import.meta.url), 'utf8'),
  )
  const read = readEvents(simulate({ contract: smallBusiness, from: '2026-01-01', to: '2027-01-01', seed: 1 }).events())
  if (!reading.ok || !read.ok) throw new Error('unreadable')
  const period = readPeriod({ month: '2026-12' }, smallBusiness.timeZone, read.record)
  if (!period.ok) throw new Error('no period')
  const evaluation = evaluate({ contract: reading.history, record: read.record, period: period.period, previous: 11 })
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.issues[0]))
  months = [...evaluation.assessment.previous, evaluation.assessment]
})

const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
const month = (number: number) => months[number - 1] as PeriodResult
const missed = (number: number) => month(number).commitments.filter(({ state }) => state === 'missed')
const kpi = (number: number, id: string) => month(number).kpis.find((one) => one.id === id)

describe('the demonstration year', () => {
  test.each(numbers)('month %i has a desk’s volume for 56 seats', (number) => {
    const { volumes } = month(number)
    expect(volumes.reported).toBeGreaterThanOrEqual(60)
    expect(volumes.reported).toBeLessThanOrEqual(190)
    expect(volumes.kindsKnown).toBe(true)
  })

  test.each(numbers)('month %i misses less than half of what it promised', (number) => {
    const judged = month(number).commitments.filter(({ state }) => state === 'met' || state === 'missed')
    expect(judged.length).toBeGreaterThanOrEqual(9)
    expect(missed(number).length).toBeLessThanOrEqual(judged.length / 2)
  })

  test('August is short of people, October has its major incident, December is back to normal', () => {
    expect(missed(8).length).toBeGreaterThanOrEqual(2)
    expect(missed(10).length).toBeGreaterThanOrEqual(3)
    expect(missed(12)).toEqual([])
    expect(month(8).volumes.reported).toBeLessThan(month(9).volumes.reported * 0.7)
  })

  test('critical incidents are so few that the small-sample rule speaks in most months', () => {
    const counts = numbers.map(
      (number) => month(number).volumes.byPriority.find(({ priority }) => priority === 'P1')?.reported ?? 0,
    )
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(20)
    expect(Math.max(...counts)).toBeLessThanOrEqual(7)
    const small = numbers.filter((number) => month(number).commitments.find(({ id }) => id === 'P1-RESPONSE')?.small)
    expect(small.length).toBeGreaterThanOrEqual(8)
  })

  test('about a third of the clients answer, and give 4.3 of 5', () => {
    const scores = numbers.map((number) => kpi(number, 'satisfaction'))
    const rated = scores.reduce((sum, score) => sum + (score?.numerator ?? 0), 0)
    const resolved = scores.reduce((sum, score) => sum + (score?.denominator ?? 0), 0)
    const mean = scores.reduce((sum, score) => sum + Number(score?.value), 0) / 12
    expect(rated / resolved).toBeGreaterThan(0.28)
    expect(rated / resolved).toBeLessThan(0.4)
    expect(mean).toBeGreaterThan(4.1)
    expect(mean).toBeLessThan(4.5)
  })

  test('some measures are neutralised, most of them in the month of the major incident', () => {
    const excluded = numbers.map((number) =>
      month(number).commitments.reduce((sum, one) => sum + one.counted.excluded, 0),
    )
    expect(Math.max(...excluded)).toBe(excluded[9])
    expect(excluded.filter((count) => count > 0).length).toBeGreaterThanOrEqual(9)
  })

  test.each(numbers)('in month %i few tickets come back', (number) => {
    expect(Number(kpi(number, 'reopen-rate')?.value)).toBeLessThan(8)
  })
})
