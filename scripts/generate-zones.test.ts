import { describe, expect, test } from 'vitest'
import { TIME_ZONE_VERSION, ZONES } from '../packages/engine/calendar/zones.generated.ts'
import { encodeZone, readZone, zoneNames } from './generate-zones.ts'

const written = new Map(ZONES.flatMap(([names, history]) => names.split(' ').map((name) => [name, history])))

describe('the zone table is what the pinned runtime gives', () => {
  test('of the same version of the IANA data', () => {
    expect(TIME_ZONE_VERSION).toBe(process.versions.tz)
  })

  test('with every name that the runtime knows', () => {
    expect([...written.keys()].sort()).toEqual(zoneNames())
  })

  test.each([
    'Europe/Paris',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Monrovia',
    'Asia/Hebron',
  ])('%s comes out again letter by letter', (name) => {
    expect(encodeZone(readZone(name))).toBe(written.get(name))
  })
})
