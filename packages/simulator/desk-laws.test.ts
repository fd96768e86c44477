import { readEvents, type TicketEvent, type TicketHistory } from '@vigie/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { servicenowLog, smallBusiness } from './sample-contracts.ts'
import { simulate } from './simulate.ts'

const FROM = Date.UTC(2026, 7, 31, 22) // 1 September 2026 in Paris
const TO = Date.UTC(2026, 11, 1, 3) // 1 December in São Paulo, where it begins later than in Paris
const ENDS = ['resolved', 'closed', 'cancelled', 'merged']

/** Every ticket of an autumn, by id, as known at its end; and the rows of the file. */
function autumn(seed: number, contract = smallBusiness) {
  const simulation = simulate({ contract, from: '2026-09-01', to: '2026-12-01', seed })
  const text = [...simulation.events()].join('')
  const read = readEvents(text)
  if (!read.ok) throw new Error(read.fault.message.en)
  return { text, tickets: new Map([...read.record.histories()].map((history) => [history.ticket, history])) }
}

/** Holds for every ticket of a few autumns, whatever the seed. */
function forEveryTicket(law: (history: TicketHistory, tickets: ReadonlyMap<string, TicketHistory>) => void) {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(smallBusiness, servicenowLog), (seed, contract) => {
      const { tickets } = autumn(seed, contract)
      expect(tickets.size).toBeGreaterThan(150)
      for (const history of tickets.values()) law(history, tickets)
    }),
    { numRuns: 4 },
  )
}

const at = (events: readonly TicketEvent[], type: string) => events.find(({ event }) => event === type)?.at

describe('a simulated ticket', () => {
  test('opens once, and nothing happens before', () => {
    forEveryTicket(({ events }) => {
      expect(events.filter(({ event }) => event === 'reported')).toHaveLength(1)
      expect(['detected', 'reported']).toContain(events[0]?.event)
      expect(at(events, 'detected') ?? 0).toBeLessThanOrEqual(at(events, 'reported') ?? 0)
    })
  })

  test('lives within the period, in order, and is recorded when it happens or later', () => {
    forEveryTicket(({ events }) => {
      for (const [index, event] of events.entries()) {
        expect(event.at).toBeGreaterThanOrEqual(Math.max(FROM, events[index - 1]?.at ?? 0))
        expect(event.at).toBeLessThan(TO)
        expect(event.recordedAt).toBeGreaterThanOrEqual(event.at)
        expect(event.recordedAt).toBeLessThan(TO)
      }
    })
  })

  test('is taken up before it is worked on, and worked on before it is restored and resolved', () => {
    forEveryTicket(({ events }) => {
      if (events.some(({ event, parent }) => event === 'linked' && parent)) return
      const reopened = at(events, 'reopened') ?? Number.POSITIVE_INFINITY
      const taken = events.find(({ event, party }) => event === 'acknowledged' && party !== 'system')?.at
      const times = [taken, at(events, 'started'), at(events, 'restored'), at(events, 'resolved')]
      const known = times.filter((time) => time !== undefined).filter((time) => time < reopened)
      expect(known).toEqual(known.toSorted((one, other) => one - other))
      if (at(events, 'resolved') !== undefined) expect(at(events, 'started')).toBeDefined()
    })
  })

  test('waits only for reasons of its contract, and each wait ends, is followed by another, or lasts at the end', () => {
    forEveryTicket(({ events }) => {
      for (const [index, event] of events.entries()) {
        if (event.event !== 'paused') continue
        const next = events.slice(index + 1).find((one) => ['paused', 'resumed', ...ENDS].includes(one.event))
        expect(
          next === undefined || next.event === 'resumed' || next.event === 'paused' || next.event === 'closed',
        ).toBe(true)
        expect(
          [...smallBusiness.commitments.clock.pauses, ...servicenowLog.commitments.clock.pauses].map(
            ({ reason }) => reason,
          ),
        ).toContain(event.reason)
      }
      const waits = events.filter(({ event }) => event === 'paused' || event === 'resumed').map(({ event }) => event)
      expect(waits.some((event, index) => event === 'resumed' && waits[index - 1] !== 'paused')).toBe(false)
    })
  })

  test('names parents and duplicates that exist, and never itself', () => {
    forEveryTicket(({ ticket, events }, tickets) => {
      for (const { parent, into } of events) {
        for (const other of [parent, into].filter((name) => name !== undefined)) {
          expect(tickets.has(other)).toBe(true)
          expect(other).not.toBe(ticket)
        }
      }
    })
  })

  test('is left alone once it is cancelled or merged', () => {
    forEveryTicket(({ events }) => {
      const last = events.findIndex(({ event }) => event === 'cancelled' || event === 'merged')
      if (last < 0) return
      expect(events.slice(last + 1).map(({ event }) => event)).toEqual([])
    })
  })

  test('is reopened only after it was resolved, and rated by its client on the scale of the contract', () => {
    forEveryTicket(({ events }) => {
      for (const [index, { event, score, party }] of events.entries()) {
        const before = events.slice(0, index).map((one) => one.event)
        if (event === 'reopened')
          expect(before.findLast((type) => ENDS.includes(type) || type === 'reopened')).not.toBe('reopened')
        if (event !== 'rated') continue
        expect(before).toContain('resolved')
        expect(party).toBe('client')
        expect(['1', '2', '3', '4', '5']).toContain(score)
      }
    })
  })

  test('is answered on what was contested, and excluded by one who answered or asked', () => {
    forEveryTicket(({ events }) => {
      const contested = events.find(({ event }) => event === 'contested')
      const answered = events.find(({ event }) => event === 'answered')
      if (answered) {
        expect(answered.commitment).toBe(contested?.commitment)
        expect(answered.party).not.toBe(contested?.party)
        expect(['accepted', 'refused']).toContain(answered.reason)
      }
      for (const { event, commitment } of events) {
        if (event !== 'excluded') continue
        expect(answered?.reason).toBe('accepted')
        expect(commitment).toBe(answered?.commitment)
      }
    })
  })

  test('carries only what its contract knows', () => {
    const { scope } = smallBusiness.chapters
    const known = {
      priority: smallBusiness.commitments.priorities?.levels,
      channel: smallBusiness.commitments.clock.channels?.opensClock,
      site: scope?.sites?.map(({ id }) => id),
      assetClass: scope?.assetClasses?.map(({ id }) => id),
      intervention: scope?.interventions?.map(({ id }) => id),
      profile: scope?.profiles?.map(({ id }) => id),
      mode: scope?.modes?.map(({ id }) => id),
      service: smallBusiness.commitments.services?.map(({ id }) => id),
      commitment: smallBusiness.commitments.targets.map(({ id }) => id),
    } as const
    const { tickets } = autumn(3)
    for (const { events } of tickets.values()) {
      for (const event of events) {
        for (const [column, values] of Object.entries(known)) {
          const value = event[column as keyof typeof known]
          if (value !== undefined) expect(values).toContain(value)
        }
      }
    }
  })
})

describe('the rows', () => {
  test('have an id each, numbered by ticket without a gap, and correct facts that exist', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const rows = autumn(seed)
          .text.trimEnd()
          .split('\n')
          .slice(1)
          .filter((row) => /^T-\d+,/.test(row))
        const cells = rows.map((row) => row.split(','))
        const ids = new Set(cells.map((row) => row[3]))
        expect(ids.size).toBe(rows.length)
        const last = new Map<string, number>()
        for (const [ticket = '', , , id, seq] of cells) {
          expect(Number(seq)).toBe((last.get(ticket) ?? 0) + 1)
          expect(id).toBe(`${ticket}.${seq}`)
          last.set(ticket, Number(seq))
        }
        for (const row of cells) {
          const corrected = /,(T-\d+\.\d+)$/.exec(row.join(','))?.[1]
          if (corrected !== undefined) expect(ids.has(corrected)).toBe(true)
        }
      }),
      { numRuns: 5 },
    )
  })
})
