import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCalls } from './read-calls.ts'
import { readControls } from './read-controls.ts'
import { readFees } from './read-fees.ts'
import { readNotices } from './read-notices.ts'
import { readOutages } from './read-outages.ts'

type Reading =
  | { ok: true; rejected: readonly { line: number; code: string }[] }
  | { ok: false; fault: { code: string } }

const rejections = (read: Reading) => (read.ok ? read.rejected.map(({ line, code }) => [line, code]) : read.fault.code)
const factsOf = <Fact>(read: { ok: true; facts: readonly Fact[] } | { ok: false }) => (read.ok ? read.facts : undefined)

const OUTAGES = 'component,from,to,state,announcedAt,weight,recordedAt'
const FROM = '2026-01-05T09:00:00Z'

describe('outages', () => {
  test('are read with what they leave open', () => {
    const read = readOutages(
      `${OUTAGES}\nhost-1,${FROM},,down,,,\nhost-2,${FROM},2026-01-05T10:00:00Z,maintenance,2026-01-01T00:00:00Z,0.5,2026-01-02T00:00:00Z\n`,
    )
    const from = Date.parse(FROM)
    expect(factsOf(read)).toEqual([
      { component: 'host-1', from, state: 'down', recordedAt: from },
      {
        component: 'host-2',
        from,
        to: from + 3_600_000,
        state: 'maintenance',
        announcedAt: Date.UTC(2026, 0, 1),
        weight: { numerator: 1n, denominator: 2n },
        recordedAt: Date.UTC(2026, 0, 2),
      },
    ])
  })

  test.each([
    ['no component', `,${FROM},,down,,,`, 'missing-value'],
    ['no start', 'h,,,down,,,', 'missing-value'],
    ['an end before the start', `h,${FROM},2026-01-05T08:00:00Z,down,,,`, 'ends-before-start'],
    ['an unknown state', `h,${FROM},,broken,,,`, 'unknown-state'],
    ['no state', `h,${FROM},,,,,`, 'missing-value'],
    ['a weight over 1', `h,${FROM},,degraded,,1.5,`, 'bad-weight'],
    ['a negative weight', `h,${FROM},,degraded,,-0.1,`, 'bad-weight'],
    ['an impossible date', 'h,2026-02-30T00:00:00Z,,down,,,', 'impossible-date'],
    ['no offset', 'h,2026-02-20T00:00:00,,down,,,', 'missing-offset'],
  ])('with %s are rejected', (_, row, code) => {
    expect(rejections(readOutages(`${OUTAGES}\n${row}\n`))).toEqual([[2, code]])
  })

  test('without an offset are of the zone given', () => {
    const read = readOutages('component,from,state\nh,2026-07-01T09:00,down\n', { timeZone: 'Europe/Paris' })
    expect(factsOf(read)?.[0]?.from).toBe(Date.UTC(2026, 6, 1, 7))
  })
})

describe('controls', () => {
  test('are read from CSV and from JSON Lines alike', () => {
    const csv = readControls(
      `control,subject,at,result,evidence\nbackup,srv-1,${FROM},ok,log-1\nrestore-test,,${FROM},ok,\n`,
    )
    const lines = readControls(
      `{"control":"restore-test","at":"${FROM}","result":"ok"}\n{"control":"backup","subject":"srv-1","at":"${FROM}","result":"ok","evidence":"log-1"}\n`,
    )
    expect(factsOf(csv)).toEqual([
      { control: 'backup', subject: 'srv-1', at: Date.parse(FROM), result: 'success', evidence: 'log-1' },
      { control: 'restore-test', at: Date.parse(FROM), result: 'success' },
    ])
    expect(factsOf(lines)).toEqual(factsOf(csv))
  })

  test.each([
    [',s,2026-01-05T09:00:00Z,ok,', 'missing-value'],
    ['c,s,,ok,', 'missing-value'],
    ['c,s,2026-01-05T09:00:00Z,,', 'missing-value'],
    ['c,s,2026-01-05T09:00:00Z,perhaps,', 'unknown-result'],
  ])('lacking a part are rejected: %s', (row, code) => {
    expect(rejections(readControls(`control,subject,at,result,evidence\n${row}\n`))).toEqual([[2, code]])
  })
})

describe('results of controls', () => {
  test.each([
    ['success', 'success'],
    ['OK', 'success'],
    ['Réussie', 'success'],
    ['KO', 'failure'],
    ['échec', 'failure'],
    ['partiel', 'partial'],
    ['required', 'needed'],
    ['inconnu', 'unknown'],
    ['decommissioned', 'retired'],
  ])('written %s are read as %s', (word, result) => {
    expect(factsOf(readControls(`control,at,result\nc,${FROM},${word}\n`))?.[0]?.result).toBe(result)
  })
})

describe('calls', () => {
  const HEAD = 'day,offered,answered,answeredInTarget,abandoned'

  test('are read by day', () => {
    expect(factsOf(readCalls(`${HEAD}\n2026-01-05,10,8,7,2\n`))).toEqual([
      { day: '2026-01-05', offered: 10, answered: 8, answeredInTarget: 7, abandoned: 2 },
    ])
  })

  test.each([
    ['2026-02-30,10,8,7,2', 'impossible-date'],
    ['05/01/2026,10,8,7,2', 'impossible-date'],
    ['2026-01-05,10,8.5,7,2', 'bad-count'],
    ['2026-01-05,-1,0,0,0', 'bad-count'],
    ['2026-01-05,10,8,,2', 'bad-count'],
    ['2026-01-05,10,8,9,2', 'impossible-count'],
    ['2026-01-05,10,8,7,3', 'impossible-count'],
  ])('that cannot be are rejected: %s', (row, code) => {
    expect(rejections(readCalls(`${HEAD}\n${row}\n`))).toEqual([[2, code]])
  })

  test('of one day that contradict each other are all rejected, and a repeated row counts once', () => {
    const read = readCalls(
      `${HEAD}\n2026-01-05,10,8,7,2\n2026-01-06,1,1,1,0\n2026-01-05,11,8,7,2\n2026-01-06,1,1,1,0\n`,
    )
    expect(rejections(read)).toEqual([
      [2, 'contradiction'],
      [4, 'contradiction'],
    ])
    expect(read).toMatchObject({ counts: { in: 4, accepted: 1, duplicates: 1, rejected: 2 } })
  })
})

describe('fees', () => {
  test('keep the digits of their amounts', () => {
    expect(factsOf(readFees('month,fee,amount\n2026-01,monthly-fee,2580.00\n'))).toEqual([
      { month: '2026-01', fee: 'monthly-fee', amount: '2580.00' },
    ])
    expect(factsOf(readFees('{"month":"2026-01","fee":"f","amount":2580.00}\n'))?.[0]?.amount).toBe('2580.00')
  })

  test.each([
    ['2026-13,f,1', 'impossible-date'],
    ['2026-1,f,1', 'impossible-date'],
    ['2026-01,,1', 'missing-value'],
    ['2026-01,f,"1,5"', 'bad-amount'],
    ['2026-01,f,', 'bad-amount'],
  ])('that cannot be are rejected: %s', (row, code) => {
    expect(rejections(readFees(`month,fee,amount\n${row}\n`))).toEqual([[2, code]])
  })

  test('refuse a file without its columns', () => {
    expect(rejections(readFees('month;fee;amount\n'))).toBe('wrong-delimiter')
    expect(rejections(readFees('month,fee\n'))).toBe('missing-column')
    expect(rejections(readFees(''))).toBe('empty-file')
  })
})

describe('notices', () => {
  const HEAD = 'at,act,penalty,commitment,month,party,text,recordedAt'

  test('are notices unless they say another act; what is empty narrows nothing', () => {
    const at = Date.parse(FROM)
    expect(factsOf(readNotices(`at\n${FROM}\n`))).toEqual([{ at, act: 'notice', recordedAt: at }])
    expect(
      factsOf(readNotices(`${HEAD}\n${FROM},claim,PEN-1,GTR,2025-12,client,by letter,2026-01-06T09:00:00Z\n`)),
    ).toEqual([
      {
        at,
        act: 'claim',
        penalty: 'PEN-1',
        commitment: 'GTR',
        month: '2025-12',
        party: 'client',
        text: 'by letter',
        recordedAt: at + 86_400_000,
      },
    ])
  })

  test('are read from CSV and from JSON Lines alike', () => {
    const csv = readNotices(`${HEAD}\n${FROM},settlement,,,2025-12,,,\n`)
    const lines = readNotices(`{"at":"${FROM}","act":"settlement","month":"2025-12"}\n`)
    expect(factsOf(lines)).toEqual(factsOf(csv))
  })

  test.each([
    [',notice,,,,,,', 'missing-value'],
    ['2026-02-30T09:00:00Z,notice,,,,,,', 'impossible-date'],
    ['2026-01-05T09:00:00,notice,,,,,,', 'missing-offset'],
    [`${FROM},threat,,,,,,`, 'unknown-act'],
    [`${FROM},notice,,,2026-13,,,`, 'impossible-date'],
    [`${FROM},notice,,,2026-1,,,`, 'impossible-date'],
    [`${FROM},notice,,,,system,,`, 'unknown-party'],
    [`${FROM},notice,,,,,,yesterday`, 'not-an-instant'],
  ])('that cannot be are rejected: %s', (row, code) => {
    expect(rejections(readNotices(`${HEAD}\n${row}\n`))).toEqual([[2, code]])
  })

  test('refuse a file without an instant', () => {
    expect(rejections(readNotices('act,month\n'))).toBe('missing-column')
  })
})

test('the order of the rows leaves no trace in any fact file', () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(3)), { maxLength: 12 })
  fc.assert(
    fc.property(
      days.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      (orders) => {
        const [read, shuffled] = orders.map((rows) =>
          readCalls(
            `day,offered,answered,answeredInTarget,abandoned\n${rows.map(([d, n]) => `2026-01-0${d},${n},0,0,0\n`).join('')}`,
          ),
        )
        expect(factsOf(shuffled as never)).toEqual(factsOf(read as never))
      },
    ),
  )
})
