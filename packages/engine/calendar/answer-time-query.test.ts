import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerTimeQuery } from './answer-time-query.ts'

const DESK = { timeZone: 'Europe/Paris', weekly: { mon: ['09:00-12:00', '14:00-18:00'], fri: ['22:00-06:00'] } }
const MONDAY = '2026-11-16T09:00:00+01:00'

describe('a business-time question', () => {
  const answered: readonly (readonly [string, object, object])[] = [
    ['counts open seconds', { op: 'between', start: MONDAY, end: '2026-11-16T18:00:00+01:00' }, { seconds: 25_200 }],
    [
      'backwards they are negative',
      { op: 'between', start: '2026-11-16T10:00:00+01:00', end: MONDAY },
      { seconds: -3600 },
    ],
    ['to the millisecond', { op: 'between', start: MONDAY, end: '2026-11-16T08:00:01.234Z' }, { seconds: 1.234 }],
    [
      'within a night shift',
      { op: 'between', start: '2026-11-21T00:00Z', end: '2026-11-22T00:00Z' },
      { seconds: 18_000 },
    ],
    ['adds seconds', { op: 'add', start: MONDAY, seconds: 3600 }, { instant: '2026-11-16T09:00:00.000Z' }],
    ['to a closing instant', { op: 'add', start: MONDAY, seconds: 10_800 }, { instant: '2026-11-16T11:00:00.000Z' }],
    ['and thousandths of them', { op: 'add', start: MONDAY, seconds: 0.001 }, { instant: '2026-11-16T08:00:00.001Z' }],
    ['or takes them away', { op: 'add', start: MONDAY, seconds: -1 }, { instant: '2026-11-14T04:59:59.000Z' }],
    [
      'none changes nothing',
      { op: 'add', start: '2026-11-15T00:00Z', seconds: 0 },
      { instant: '2026-11-15T00:00:00.000Z' },
    ],
    [
      'less pauses',
      {
        op: 'between',
        start: MONDAY,
        end: '2026-11-16T12:00:00+01:00',
        pauses: [['2026-11-16T08:30Z', '2026-11-16T09:00Z']],
      },
      { seconds: 9000 },
    ],
    [
      'after pauses',
      { op: 'add', start: MONDAY, seconds: 3600, pauses: [['2026-11-16T08:30Z', '2026-11-16T09:00Z']] },
      { instant: '2026-11-16T09:30:00.000Z' },
    ],
    [
      'a null is an absent value',
      { op: 'add', start: MONDAY, seconds: 1, end: null, pauses: null },
      { instant: '2026-11-16T08:00:01.000Z' },
    ],
  ]
  test.each(answered)('%s', (_, question, answer) => {
    expect(ask({ id: 'q1', calendar: DESK, ...question })).toEqual({ id: 'q1', ...answer })
  })

  const refused: readonly (readonly [string, object, string])[] = [
    ['no operation', { start: MONDAY }, 'missing-key'],
    ['an unknown operation', { op: 'subtract', start: MONDAY }, 'unknown-operation'],
    ['no start', { op: 'between', end: MONDAY }, 'missing-key'],
    ['no end', { op: 'between', start: MONDAY }, 'missing-key'],
    ['no seconds', { op: 'add', start: MONDAY }, 'missing-key'],
    ['no calendar', { calendar: null, op: 'add', start: MONDAY, seconds: 1 }, 'missing-key'],
    ['a misspelt key', { op: 'add', start: MONDAY, seconds: 1, pause: [] }, 'unknown-key'],
    ['a local time', { op: 'add', start: '2026-11-16T09:00:00', seconds: 1 }, 'missing-offset'],
    ['a date that does not exist', { op: 'add', start: '2026-02-30T09:00:00Z', seconds: 1 }, 'impossible-date'],
    ['a date alone', { op: 'add', start: '2026-11-16', seconds: 1 }, 'invalid-instant'],
    ['a number for an instant', { op: 'add', start: 1_800_000_000, seconds: 1 }, 'invalid-instant'],
    ['a fraction of a millisecond', { op: 'add', start: MONDAY, seconds: 0.0001 }, 'invalid-seconds'],
    ['a text for seconds', { op: 'add', start: MONDAY, seconds: '3600' }, 'invalid-seconds'],
    ['more seconds than can be told apart', { op: 'add', start: MONDAY, seconds: 1e300 }, 'invalid-seconds'],
    ['pauses that are no list', { op: 'add', start: MONDAY, seconds: 1, pauses: {} }, 'invalid-pauses'],
    ['a pause of one instant', { op: 'add', start: MONDAY, seconds: 1, pauses: [[MONDAY]] }, 'invalid-pauses'],
    [
      'a pause that ends before it starts',
      { op: 'add', start: MONDAY, seconds: 1, pauses: [[MONDAY, '2026-01-01T00:00Z']] },
      'invalid-pauses',
    ],
    [
      'a pause without offset',
      { op: 'add', start: MONDAY, seconds: 1, pauses: [[MONDAY, '2027-01-01T00:00']] },
      'missing-offset',
    ],
    ['a calendar that is none', { calendar: 'desk', op: 'add', start: MONDAY, seconds: 1 }, 'invalid-calendar'],
    [
      'a calendar with a fault',
      { calendar: { ...DESK, timeZone: 'Paris' }, op: 'add', start: MONDAY, seconds: 1 },
      'invalid-calendar',
    ],
    [
      'a calendar that leaves open what a holiday closes',
      { calendar: { ...DESK, holidays: { country: 'FR' } }, op: 'add', start: MONDAY, seconds: 1 },
      'invalid-calendar',
    ],
    [
      'a calendar that never opens',
      { calendar: { ...DESK, weekly: {} }, op: 'add', start: MONDAY, seconds: 1 },
      'never-opens',
    ],
    ['an instant too early', { op: 'between', start: '1960-01-01T00:00Z', end: MONDAY }, 'out-of-range'],
    ['an answer too late', { op: 'add', start: MONDAY, seconds: 9e12 }, 'out-of-range'],
  ]
  test.each(refused)('%s is an error', (_, question, code) => {
    const answer = ask({ id: 12, calendar: DESK, ...question })
    expect(answer).toEqual({ id: 12, error: { code, message: expect.any(String) } })
  })

  test.each(['not json', '{"id":1', '[1,2]]', 'undefined', 'NaN', '{"id":01}'])('%j answers with id null', (line) => {
    expect(answerTimeQuery(line, 'en')).toBe(
      '{"id":null,"error":{"code":"not-json","message":"this line is not JSON"}}',
    )
  })

  test.each(['null', '3', '"text"', '[]', `${'['.repeat(50_000)}${']'.repeat(50_000)}`])(
    '%.20s is no question',
    (line) => {
      expect(JSON.parse(answerTimeQuery(line, 'en') ?? '')).toMatchObject({
        id: null,
        error: { code: 'invalid-query' },
      })
    },
  )

  test.each(['', ' ', '\t\r'])('a blank line asks nothing', (line) => {
    expect(answerTimeQuery(line, 'en')).toBeUndefined()
  })

  test.each([7, 0, -1.5, 'a', '', true, null])('the id %j is echoed', (id) => {
    expect(ask({ id, calendar: DESK, op: 'add', start: MONDAY, seconds: 1 })).toMatchObject({ id })
  })

  test('no id, or one that is no scalar, is null', () => {
    expect(ask({ calendar: DESK, op: 'add', start: MONDAY, seconds: 1 })).toMatchObject({ id: null })
    expect(ask({ id: [1], calendar: DESK, op: 'add', start: MONDAY, seconds: 1 })).toMatchObject({ id: null })
  })

  test('the message speaks the language asked for', () => {
    const line = JSON.stringify({ id: 1, calendar: DESK, op: 'add', start: MONDAY })
    expect(answerTimeQuery(line, 'fr')).toContain('il manque «\u00a0seconds\u00a0»')
    expect(answerTimeQuery(line, 'en')).toContain('\\"seconds\\" is missing')
  })

  test('any line has an answer of one line, never an exception', () => {
    const value = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((calendar) => `{"id":1,"op":"add","start":"${MONDAY}","seconds":1,"calendar":${calendar}}`),
    )
    fc.assert(
      fc.property(value, (line) => {
        const answer = answerTimeQuery(line, 'fr')
        if (answer === undefined) return
        expect(answer).not.toContain('\n')
        expect(Object.keys(JSON.parse(answer))[0]).toBe('id')
      }),
    )
  })
})

function ask(question: object): unknown {
  return JSON.parse(answerTimeQuery(JSON.stringify(question), 'en') ?? 'null')
}
