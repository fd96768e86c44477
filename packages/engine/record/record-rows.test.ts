import { expect, test } from 'vitest'
import { canonicalJson } from '../seal/canonical-json.ts'
import { readEvents } from './read-events.ts'

const source = `ticket,at,event,id,seq,recordedAt,priority,text,corrects
T-2,2026-10-01T08:00:00+02:00,reported,,,,P1,"one, ""two""
three é😀",
T-2,2026-10-01T09:00:00+02:00,acknowledged,,2,,,,
T-1,2026-10-01T08:00:00Z,reported,own,,2026-10-02T08:00:00Z,,,
T-1,2026-10-01T10:00:00Z,resolved,wrong,,,,,
T-1,2026-10-01T11:00:00Z,resolved,right,,2026-10-03T00:00:00Z,,,wrong
T-2,,,gone,,2026-10-04T00:00:00Z,,,twice
T-2,2026-10-01T09:30:00+02:00,updated,twice,,,,,
`

test('the rows of a record, read again in any order, are the same record', () => {
  const record = recordOf(source)
  const rows = [...record.rows()]
  expect(rows).toHaveLength(7)
  expect(rows.map(({ ticket, event, corrects }) => [ticket, event, corrects])).toContainEqual([
    'T-2',
    undefined,
    'twice',
  ])
  const again = recordOf(
    rows
      .toReversed()
      .map((row) => canonicalJson(row))
      .join('\n'),
  )
  expect(again.fingerprint).toBe(record.fingerprint)
  expect([...again.rows()]).toEqual(rows)
  expect([...again.histories()]).toEqual([...record.histories()])
})

function recordOf(text: string) {
  const read = readEvents(text)
  if (!read.ok) throw new Error(read.fault.code)
  expect(read.counts.rejected).toBe(0)
  return read.record
}
