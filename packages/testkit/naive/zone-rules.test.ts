import { findZone, zoneNames } from '@vigie/engine/calendar'
import { describe, expect, test } from 'vitest'
import { naiveOffset, readZoneRules } from './zone-rules.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Where the second source says something else, and why it is not followed: it is checked that nothing else differs. */
const KNOWN: Readonly<Record<string, string>> = {
  // The package is 2026d, the pinned runtime 2026c: the Northwest Territories follow Alberta.
  'America/Inuvik': 'newer data',
  // The package writes an end `1994 Dec 31` like a bare `1994`.
  'Pacific/Enderbury': 'bare year',
  'Pacific/Kanton': 'bare year',
  'Pacific/Kiritimati': 'bare year',
  // One old change, where compiled zoneinfo files say what the table says.
  'America/Bogota': 'one old change',
  'America/Chihuahua': 'one old change',
  'America/Ciudad_Juarez': 'one old change',
  'America/Ojinaga': 'one old change',
  'America/Swift_Current': 'one old change',
  'Asia/Sakhalin': 'one old change',
  'Asia/Tbilisi': 'one old change',
  'Asia/Tehran': 'one old change',
  'Europe/Simferopol': 'one old change',
  Iran: 'one old change',
}

describe('the zone table agrees with the source rules of the IANA data, read by an interpreter of their own', () => {
  test('for every zone and alias, at every change of offset and every nine days of 1970–2100', () => {
    const differing = zoneNames().filter((name) => firstDifference(name) !== undefined)
    expect(differing.toSorted()).toEqual(Object.keys(KNOWN).sort())
  })
})

function firstDifference(name: string): number | undefined {
  const zone = findZone(name)
  if (zone === undefined) throw new Error(`no zone ${name}`)
  const reading = readZoneRules(name)
  return probes(reading.spells.map(({ from }) => from))
    .filter((instant) => instant >= zone.from && instant <= zone.to)
    .filter((instant) => !reading.unsure.some((end) => Math.abs(end - instant) < DAY))
    .find((instant) => zone.offsetAt(instant) !== naiveOffset(reading, instant))
}

function probes(changes: readonly number[]): readonly number[] {
  const instants = changes.flatMap((change) => [change - HOUR, change - 1, change, change + HOUR])
  for (let instant = 0; instant < Date.UTC(2100, 11, 31); instant += 9 * DAY + HOUR) instants.push(instant)
  return instants
}
