import { expect, test } from 'vitest'
import { sampleReport } from '../fixtures/sample-report.ts'
import { renderJson } from './render-json.ts'

const model = sampleReport('fr')
const json = JSON.parse(renderJson(model))

test('the keys are those that the reference page names', () => {
  expect(Object.keys(json)).toEqual([
    'vigieReport',
    'language',
    'timeZone',
    'period',
    'contract',
    'notices',
    'verdict',
    'commitments',
    'notMeasured',
    'indicators',
    'services',
    'controls',
    'volumes',
    'handlingTimes',
    'missed',
    'neutralised',
    'penalties',
    'warnings',
    'versions',
    'clauses',
    'calendars',
    'definitions',
    'fingerprint',
  ])
})

test('instants are ISO 8601 in UTC with milliseconds', () => {
  expect(json.period).toMatchObject({
    from: '2026-09-30T22:00:00.000Z',
    to: '2026-10-31T23:00:00.000Z',
    at: '2026-10-31T23:00:00.000Z',
  })
  for (const line of json.missed) expect(line.reportedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
})

test('durations are seconds, percentages decimal strings, counts numbers', () => {
  const [line] = model.missed
  expect(json.missed[0]).toMatchObject({ counted: (line?.counted ?? 0) / 1000, overrun: (line?.overrun ?? 0) / 1000 })
  expect(json.handlingTimes[0].counted.p90).toBe((model.handlingTimes[0]?.counted.p90 ?? 0) / 1000)
  expect(json.commitments[0]).toMatchObject({
    rate: { percent: expect.any(String) },
    target: '95',
    counted: { met: expect.any(Number) },
  })
})

test('the same model gives the same bytes', () => {
  expect(renderJson(sampleReport('fr'))).toBe(renderJson(model))
})
