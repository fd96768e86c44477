import { readCalls, readControls, readEvents, readOutages } from '@vigie/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallBusiness } from './sample-contracts.ts'
import { settingOf } from './setting.ts'
import { simulate } from './simulate.ts'
import { troubleOf } from './trouble.ts'

const PERIOD = { from: '2026-01-01', to: '2027-01-01' } as const
const setting = settingOf(smallBusiness, PERIOD.from, PERIOD.to)
const year = (seed: number) => simulate({ contract: smallBusiness, ...PERIOD, seed })
const text = (rows: Iterable<string>) => [...rows].join('')
const seeds = { numRuns: 8 }

function factsOf<Fact>(read: { readonly ok: boolean; readonly facts?: readonly Fact[] }): readonly Fact[] {
  expect(read.ok).toBe(true)
  return read.facts ?? []
}

describe('what goes wrong with the machines', () => {
  test('ends after it starts, within the agreed components, and is announced before it is planned', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const components = new Set(setting.services.flatMap(({ single, spare }) => [...single, ...spare]))
        for (const outage of troubleOf(setting, seed, 0).outages) {
          expect(components.has(outage.component)).toBe(true)
          expect(outage.end).toBeGreaterThan(outage.start)
          expect(outage.start).toBeGreaterThanOrEqual(setting.start)
          expect(outage.start).toBeLessThan(setting.end)
          if (outage.announcedAt !== undefined) expect(outage.announcedAt).toBeLessThan(outage.start)
        }
      }),
      seeds,
    )
  })

  test('has one major incident a year: a Tuesday of autumn, most of a working day, of a component without a spare', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const majors = troubleOf(setting, seed, 0).outages.filter(({ origin }) => origin === 'major')
        expect(majors).toHaveLength(1)
        const [major] = majors
        if (major === undefined) return
        const day = setting.days.find(({ start, end }) => major.start >= start && major.start < end)
        expect(day?.weekday).toBe(1)
        expect(day && day.date >= '2026-09-15' && day.date <= '2026-11-15').toBe(true)
        expect(major.end - major.start).toBeGreaterThanOrEqual(310 * 60)
        expect(setting.services.flatMap(({ single }) => single)).toContain(major.component)
      }),
      seeds,
    )
  })

  test('has none where the contract names no service', () => {
    const bare = settingOf(
      { ...smallBusiness, commitments: { ...smallBusiness.commitments, services: [] } },
      PERIOD.from,
      PERIOD.to,
    )
    expect(troubleOf(bare, 1, 0)).toEqual({ outages: [], badWeeks: [] })
  })

  test('is down for a small part of the agreed time, whatever the seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const component of ['firewall-hq', 'storage-1']) {
          const down = troubleOf(setting, seed, 0)
            .outages.filter((outage) => outage.component === component && outage.state === 'down')
            .reduce((sum, { start, end }) => sum + end - start, 0)
          expect(down / (setting.end - setting.start)).toBeLessThan(0.02)
        }
      }),
      seeds,
    )
  })
})

describe('outages, controls and calls', () => {
  test('leave an outage open that is not over at the end', () => {
    const rows = text(simulate({ contract: smallBusiness, from: '2026-01-01', to: '2026-01-16', seed: 1 }).outages())
    const open = factsOf(readOutages(rows)).filter(({ to }) => to === undefined)
    for (const { from } of open) expect(from).toBeLessThan(Date.UTC(2026, 0, 15, 23))
    for (const row of rows.trimEnd().split('\n').slice(1)) expect(row.split(',')).toHaveLength(7)
  })

  test('back up each server once a night at most, and nearly every night', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const backups = factsOf(readControls(text(year(seed).controls()))).filter(({ control }) => control === 'backup')
        const nights = new Set(
          backups.map(({ subject, at }) => `${subject} ${Math.floor((at + 3_600_000) / 86_400_000)}`),
        )
        expect(nights.size).toBe(backups.length)
        expect(new Set(backups.map(({ subject }) => subject)).size).toBe(6)
        expect(backups.length).toBeGreaterThan(0.98 * 6 * 365)
        const failed = backups.filter(({ result }) => result !== 'success').length
        expect(failed / backups.length).toBeLessThan(0.04)
      }),
      seeds,
    )
  })

  test('count a call for every ticket that came by phone in opening hours, and no more answered than offered', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const read = readEvents(year(seed).events())
        if (!read.ok) throw new Error('unreadable')
        const days = setting.days.filter(({ open }) => open.length > 0)
        const byDay = new Map(days.map(({ date }) => [date, 0]))
        for (const { events } of read.record.histories()) {
          const reported = events.find(({ event }) => event === 'reported')
          const at = (reported?.at ?? 0) / 1000
          const day = days.find(({ open }) => open.some(({ start, end }) => at >= start && at < end))
          if (day && reported?.channel === 'phone') byDay.set(day.date, (byDay.get(day.date) ?? 0) + 1)
        }
        const calls = factsOf(readCalls(text(year(seed).calls())))
        expect(calls).toHaveLength(days.length)
        for (const { day, offered, answered, answeredInTarget, abandoned } of calls) {
          expect(answered + abandoned).toBe(offered)
          expect(answeredInTarget).toBeLessThanOrEqual(answered)
          expect(answered).toBeGreaterThanOrEqual(byDay.get(day) ?? 0)
        }
      }),
      { numRuns: 2 },
    )
  })
})
