import { describe, expect, test } from 'vitest'
import { createFacts, EVENT_HEADER, formatSeconds, quoted } from './facts.ts'
import { randomOf } from './random.ts'

const noon = Date.UTC(2026, 1, 28, 12, 0, 5) / 1000
/** Nothing is recorded late: the end has come. */
const prompt = () => createFacts(randomOf(1), noon)

describe('facts', () => {
  test('are written in the columns of the file', () => {
    const facts = prompt()
    const id = facts.write({ id: 'T-1', seq: 4 }, noon, 'worked', { actor: 'tech-1', minutes: '12', billable: 'false' })
    const cells = facts.take().trimEnd().split(',')
    const header = EVENT_HEADER.trimEnd().split(',')
    const row = Object.fromEntries(
      header.map((column, index) => [column, cells[index]]).filter(([, cell]) => cell !== ''),
    )
    expect(cells).toHaveLength(header.length)
    expect(id).toBe('T-1.5')
    expect(row).toEqual({
      ticket: 'T-1',
      at: '2026-02-28T12:00:05Z',
      event: 'worked',
      id: 'T-1.5',
      seq: '5',
      actor: 'tech-1',
      minutes: '12',
      billable: 'false',
    })
  })

  test('are taken once', () => {
    const facts = prompt()
    facts.write({ id: 'T-1', seq: 0 }, noon, 'reported')
    expect(facts.take()).not.toBe('')
    expect(facts.take()).toBe('')
  })

  test('name the fact that they correct in the last column', () => {
    const facts = prompt()
    facts.correct({ id: 'T-1', seq: 1 }, 'T-1.1', noon, noon + 60, '')
    expect(facts.take()).toMatch(/^T-1,2026-02-28T12:00:05Z,,T-1\.2,2,2026-02-28T12:01:05Z,+T-1\.1\n$/)
  })

  test('refuse columns out of order, which would shift the row', () => {
    expect(() => prompt().write({ id: 'T-1', seq: 0 }, noon, 'reported', { text: 'a', kind: 'b' })).toThrow(RangeError)
  })

  test.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('quote %j as RFC 4180 asks', (value, expected) => {
    expect(quoted(value)).toBe(expected)
  })

  test.each([
    [0, '1970-01-01T00:00:00Z'],
    [86_399, '1970-01-01T23:59:59Z'],
    [Date.UTC(2028, 1, 29, 23, 0, 1) / 1000, '2028-02-29T23:00:01Z'],
  ])('write %i as %s', (at, text) => {
    expect(formatSeconds(at)).toBe(text)
  })

  test('are sometimes recorded late, before the end of the period', () => {
    const end = noon + 90_000
    const facts = createFacts(randomOf(5), end)
    const subject = { id: 'T-1', seq: 0 }
    for (let n = 0; n < 5000; n++) facts.write(subject, noon, 'assigned')
    const late = facts
      .take()
      .split('\n')
      .map((row) => row.split(',')[5] ?? '')
      .filter((recorded) => recorded !== '')
    expect(late.length).toBeGreaterThan(20)
    expect(late.length).toBeLessThan(90)
    for (const recorded of late) {
      expect(recorded > formatSeconds(noon)).toBe(true)
      expect(recorded < formatSeconds(end)).toBe(true)
    }
  })
})
