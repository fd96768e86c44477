import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeZone, readZone, zoneNames } from './generate-zones.ts'

const TABLE = readFileSync(new URL('../packages/engine/calendar/zones.generated.ts', import.meta.url), 'utf8')

/** Names, then their history, as the table's lines write them. */
const ROWS = [...TABLE.matchAll(/^(\S+(?: \S+)*): (\S+)$/gm)].map(([, names = '', history = '']) => ({
  names: names.split(' '),
  history,
}))

describe('the zone table is what the pinned runtime gives', () => {
  test('of the same version of the IANA data', () => {
    expect(TABLE).toContain(`TIME_ZONE_VERSION = '${process.versions.tz}'`)
  })

  test('with every name that the runtime knows', () => {
    expect(ROWS.flatMap(({ names }) => names).sort()).toEqual(zoneNames())
  })

  const hard = [
    'Europe/Paris',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Monrovia',
    'Asia/Hebron',
  ]
  test.each(hard)('%s comes out again letter by letter', (name) => {
    expect(ROWS.find(({ names }) => names.includes(name))?.history).toBe(encodeZone(readZone(name)))
  })
})
