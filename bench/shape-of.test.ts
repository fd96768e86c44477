import { readEvents } from '@vigie/engine'
import { findZone, type Zone } from '@vigie/engine/calendar'
import { describe, expect, test } from 'vitest'
import { shapeOf } from './shape-of.ts'

const rows = `ticket,at,event,priority,party,reason
A,2026-10-05T09:00:00+02:00,reported,P3,,
A,2026-10-05T09:00:02+02:00,acknowledged,,system,
A,2026-10-05T10:00:00+02:00,acknowledged,,provider,
A,2026-10-05T11:00:00+02:00,paused,,,waiting-client
A,2026-10-05T13:00:00+02:00,paused,,,waiting-third-party
A,2026-10-05T15:00:00+02:00,resumed,,,
A,2026-10-05T16:00:00+02:00,prioritised,P2,provider,
A,2026-10-06T09:00:00+02:00,resolved,,,
A,2026-10-06T10:00:00+02:00,reopened,,,
B,2026-10-10T23:30:00+02:00,reported,P4,,
`

describe('the shape of a log', () => {
  const read = readEvents(rows)
  const shape = new Map(
    read.ok ? shapeOf(read.record, findZone('Europe/Paris') as Zone).map(({ label, value }) => [label, value]) : [],
  )

  test.each([
    ['Tickets', '2'],
    ['Facts per ticket: P10 / P50 / P90', '1 / 1 / 9'],
    ['Arrivals Mon / Tue / Wed / Thu / Fri / Sat / Sun', '50 / 0 / 0 / 0 / 0 / 50 / 0 %'],
    ['Arrivals 0–6 h / 6–8 / 8–10 / 10–12 / 12–14 / 14–16 / 16–18 / 18–24', '0 / 0 / 50 / 0 / 0 / 0 / 0 / 50 %'],
    ['Priorities P2 / P4', '50 / 50 %'],
    ['Waited at least once', '50.0 %'],
    ['Length of a wait, h: P25 / P50 / P75 / P90', '4 / 4 / 4 / 4'],
    ['Reopened', '50.0 %'],
    ['Priority changed', '50.0 %'],
    ['Time to take up, h: P25 / P50 / P75 / P90', '1 / 1 / 1 / 1'],
    ['Time to resolve, h: P25 / P50 / P75 / P90', '24 / 24 / 24 / 24'],
    ['Not resolved at the end', '50.0 %'],
  ])('%s', (label, value) => {
    expect(shape.get(label)).toBe(value)
  })
})
