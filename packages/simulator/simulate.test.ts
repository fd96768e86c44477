import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { readCalls, readContract, readControls, readEvents, readOutages } from '@vigie/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { servicenowLog, smallBusiness } from './sample-contracts.ts'
import { type Simulation, type SimulationInput, simulate } from './simulate.ts'

const FILES = ['events', 'outages', 'controls', 'calls'] as const
const spring = (part: Partial<SimulationInput> = {}): Simulation =>
  simulate({ contract: smallBusiness, from: '2026-03-01', to: '2026-05-01', seed: 1, ...part })
const text = (rows: Iterable<string>) => [...rows].join('')
const hash = (simulation: Simulation) =>
  createHash('sha256')
    .update(FILES.map((file) => text(simulation[file]())).join(''))
    .digest('hex')

describe('the same seed', () => {
  test('gives the same bytes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        expect(hash(spring({ seed }))).toBe(hash(spring({ seed })))
      }),
      { numRuns: 5 },
    )
  })

  test('gives the same bytes however often and in whatever order the files are asked for', () => {
    const simulation = spring()
    const calls = text(simulation.calls())
    const events = text(simulation.events())
    expect(text(simulation.events())).toBe(events)
    expect(text(simulation.calls())).toBe(calls)
  })

  test('keeps the bytes of the demonstration year (whoever changes them on purpose changes this line)', () => {
    const year = simulate({ contract: smallBusiness, from: '2026-01-01', to: '2027-01-01', seed: 1 })
    expect(hash(year)).toBe('17c4d0efbf5f4ee187bbd0f28c2c8fd5a264e4ca74172db6703d7b0cde3fcd14')
  })

  test('another seed gives another year', () => {
    for (const file of FILES) expect(text(spring({ seed: 2 })[file]())).not.toBe(text(spring()[file]()))
  })

  test('reads no clock, no randomness and no mathematics of the machine', () => {
    const folder = new URL('.', import.meta.url).pathname
    const sources = globSync('*.ts', { cwd: folder }).filter((path) => !/\.test\.ts$|^sample-/.test(path))
    expect(sources.length).toBeGreaterThan(15)
    const banned =
      /\bDate\b|\bIntl\b|\bTemporal\b|performance|process\.|node:|toLocale|localeCompare|Math\.(?!imul|floor|ceil|round|min|max)/
    for (const path of sources) {
      const code = readFileSync(`${folder}${path}`, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, '')
      expect(code.match(banned)?.[0], path).toBeUndefined()
    }
  })
})

describe('every file is accepted by the engine without a rejected row', () => {
  test.each([
    ['the small business', smallBusiness, 1],
    ['a contract with hardly anything', servicenowLog, 1],
    ['three desks and a half', smallBusiness, 3.5],
  ] as const)('%s', (_, contract, scale) => {
    const simulation = spring({ contract, scale })
    const read = [
      readEvents(simulation.events()),
      readOutages(text(simulation.outages())),
      readControls(text(simulation.controls())),
      readCalls(text(simulation.calls())),
    ]
    for (const facts of read) {
      expect(facts.ok).toBe(true)
      if (!facts.ok) continue
      expect(facts.counts).toMatchObject({ rejected: 0, duplicates: 0 })
      expect(facts.warnings).toEqual([])
    }
  })
})

describe('a scale', () => {
  const tickets = (scale: number) => text(spring({ scale }).events()).match(/,reported,/g)?.length ?? 0

  test.each([
    [0.5, 0.3, 0.7],
    [2, 1.7, 2.3],
    [5, 4.5, 5.5],
  ])('of %d multiplies the tickets by about as much', (scale, low, high) => {
    const ratio = tickets(scale) / tickets(1)
    expect(ratio).toBeGreaterThan(low)
    expect(ratio).toBeLessThan(high)
  })

  test('keeps the first desk as it is alone', () => {
    const alone = text(spring().events())
    expect(text(spring({ scale: 2 }).events()).startsWith(alone)).toBe(true)
  })

  test('makes rows as they are asked for', () => {
    const rows = spring({ scale: 500 }).events()[Symbol.iterator]()
    expect(rows.next().value).toMatch(/^ticket,at,event,/)
    expect(rows.next().value).toMatch(/^T-00001,/)
  })
})

describe('a contract that says little', () => {
  const reading = readContract('{ vigie: 1, contract: { id: C, timeZone: Asia/Kolkata, effectiveFrom: 2026-01-01 } }')

  test('has tickets all the same, and no outages, controls or alerts', () => {
    if (!reading.ok) throw new Error('unreadable')
    const simulation = spring({ contract: reading.history.versions[0] })
    const read = readEvents(simulation.events())
    expect(read.ok && read.counts.rejected).toBe(0)
    expect(text(simulation.events()).match(/,reported,/g)?.length).toBeGreaterThan(100)
    expect(text(simulation.events())).not.toContain('monitoring')
    expect(text(simulation.outages()).trimEnd().split('\n')).toHaveLength(1)
    expect(text(simulation.controls()).trimEnd().split('\n')).toHaveLength(1)
  })

  test('simulates nothing where its desk never opens', () => {
    const never = { label: 'Never', timeZone: 'Europe/Paris', weekly: {} }
    const calendars = { ...smallBusiness.calendars, business: never }
    expect(() => spring({ contract: { ...smallBusiness, calendars } })).toThrow(RangeError)
  })
})

describe('what is no simulation is refused', () => {
  test.each([
    ['an end before its start', { from: '2026-05-01', to: '2026-03-01' }],
    ['no day', { from: '2026-05-01', to: '2026-05-01' }],
    ['a date that does not exist', { from: '2026-02-30' }],
    ['a date beyond the known zones', { to: '2101-01-01' }],
    ['half a seed', { seed: 0.5 }],
    ['no desk', { scale: 0 }],
    ['a scale that is no number', { scale: Number.NaN }],
  ])('%s', (_, part) => {
    expect(() => spring(part)).toThrow(RangeError)
  })
})
