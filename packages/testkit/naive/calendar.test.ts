import { compileCalendar } from '@vigie/engine/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naiveCalendar } from './calendar.ts'
import { type RandomQuestion, randomQuestion } from './random-calendars.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** Cases of each comparison; `VIGIE_CASES=20000 npx vitest run packages/testkit/naive` for a long run. */
const CASES = Number(process.env.VIGIE_CASES ?? 400)

/** Minutes from the start, forward or back, up to eight days. */
const minutes = fc.integer({ min: -11_520, max: 11_520 })

function agree(title: string, cases: number, check: (question: RandomQuestion, size: number) => void): void {
  test(title, { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(randomQuestion, minutes, (question, size) => {
        check(question, size)
      }),
      { numRuns: cases },
    )
  })
}

describe('the engine agrees with a calendar read minute by minute, in every zone', () => {
  agree('on the open time between two instants, less pauses', CASES, ({ definition, start, pauses }, size) => {
    const end = start + size * MINUTE
    const expected = naiveCalendar(definition).between(start, end, pauses, MINUTE)
    expect(compileCalendar(definition).between(start, end, pauses)).toBe(expected / 1000)
  })

  agree('on the instant at which an amount of open time is reached', CASES, ({ definition, start, pauses }, size) => {
    const milliseconds = Math.trunc(size / 8) * MINUTE
    const expected = naiveCalendar(definition).add(start, milliseconds, pauses, MINUTE, 15 * 1440)
    if (expected === undefined) return
    expect(compileCalendar(definition).add(start, milliseconds / 1000, pauses)).toBe(expected)
  })

  agree('on the kind of every minute', CASES, ({ definition, start }, size) => {
    const end = start + Math.abs(size) * MINUTE
    const naive = naiveCalendar(definition)
    const segments = compileCalendar(definition).segments(start, end)
    let at = start
    let kind: string | undefined
    for (const segment of segments) {
      expect(segment.from).toBe(at)
      expect(segment.kind).not.toBe(kind)
      expect(segment.to).toBeGreaterThan(segment.from)
      for (let t = segment.from; t < segment.to; t += MINUTE) {
        if (naive.kindAt(t) !== segment.kind) expect.fail(`${new Date(t).toISOString()} is not ${segment.kind}`)
      }
      at = segment.to
      kind = segment.kind
    }
    expect(at).toBe(end)
  })

  agree('on the n-th working day', CASES, ({ definition, start }, size) => {
    const days = Math.abs(size) % 7
    const cutoff = size % 3 === 0 ? '16:00' : undefined
    const until = size % 5 === 0 ? '17:30' : undefined
    const expected = naiveCalendar(definition).workingDaysAfter(start, days, cutoff, until)
    if (expected === undefined) return
    expect(compileCalendar(definition).workingDaysAfter(start, days, cutoff, until)).toBe(expected)
  })

  agree('on opening days, open instants and the next opening', CASES, ({ definition, start }, size) => {
    const naive = naiveCalendar(definition)
    const calendar = compileCalendar(definition)
    const from = start + size * MINUTE
    expect(calendar.isOpen(from)).toBe(naive.kindAt(from) === 'open')
    const date = calendar.civilDate(from)
    expect(calendar.opensOn(date)).toBe(naive.opensOn(date))
    let t = from
    while (naive.kindAt(t) !== 'open' && t < from + 10 * DAY) t += MINUTE
    if (naive.kindAt(t) === 'open') expect(calendar.nextOpening(from)).toBe(t)
  })

  agree('second by second, over an hour', Math.ceil(CASES / 20), ({ definition, start }, size) => {
    const a = start + size * MINUTE + 17_000
    const b = a + 3_607_000
    const pauses = [[a + 5000, a + 65_000] as const]
    const expected = naiveCalendar(definition).between(a, b, pauses, 1000)
    expect(compileCalendar(definition).between(a, b, pauses)).toBe(expected / 1000)
  })
})
