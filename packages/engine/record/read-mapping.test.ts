import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { mappingJsonSchema, readMapping } from './read-mapping.ts'

const root = join(import.meta.dirname, '..', '..', '..')

const MAPPING = `vigie-mapping: 1
shape: snapshots
timeZone: Europe/Paris
dateFormat: D/M/YYYY HH:mm
missing: ["?"]
ticket: number
at: updated
order: [count]
columns: { event: state, priority: prio }
states: { New: reported, Active: acknowledged, "Awaiting User Info": { paused: waiting-client }, Resolved: resolved }
once: { reported: opened_at }
`

/** Code, line and path of each issue. */
function faults(source: string) {
  const read = readMapping(source, 'm.yaml')
  return read.ok ? [] : read.issues.map(({ code, place }) => [code, place.line, place.path])
}

describe('a mapping', () => {
  test('of the form of the interface is read', () => {
    const read = readMapping(MAPPING)
    expect(read).toMatchObject({
      ok: true,
      mapping: {
        shape: 'snapshots',
        ticket: 'number',
        at: 'updated',
        state: 'state',
        order: ['count'],
        delimiter: ',',
        encoding: 'utf-8',
      },
    })
    if (!read.ok) return
    expect([...(read.mapping.states ?? [])].at(2)).toEqual([
      'Awaiting User Info',
      { event: 'paused', reason: 'waiting-client' },
    ])
    expect([...read.mapping.columns]).toEqual([['priority', 'prio']])
    expect([...read.mapping.once]).toEqual([['reported', 'opened_at']])
  })

  test('may be JSON', () => {
    expect(readMapping(JSON.stringify(parse(MAPPING))).ok).toBe(true)
  })

  test.each([
    ['an unknown key', 'missing:', 'mising:', ['unknown-key', 5, 'mising']],
    ['an unknown column of ours', 'priority: prio', 'prioity: prio', ['unknown-key', 9, 'columns.prioity']],
    ['an unknown shape', 'shape: snapshots', 'shape: snapshot', ['unknown-value', 2, 'shape']],
    ['an unknown time zone', 'Europe/Paris', 'Europe/Pari', ['unknown-time-zone', 3, 'timeZone']],
    ['a false date format', 'D/M/YYYY HH:mm', 'dates', ['bad-date-format', 4, 'dateFormat']],
    ['an unknown event', 'Active: acknowledged', 'Active: acknoledged', ['unknown-value', 10, 'states.Active']],
    ['an event that is no state', 'Active: acknowledged', 'Active: assigned', ['no-state-of-a-ticket', 10, 'states']],
    ['a pause without a reason', '{ paused: waiting-client }', 'paused', ['no-reason', 10, 'states']],
    ['another version', 'vigie-mapping: 1', 'vigie-mapping: 2', ['other-format-version', 1, 'vigie-mapping']],
    ['a missing key', 'ticket: number\n', '', ['missing-key', 1, 'ticket']],
    ['no state', 'event: state, ', '', ['no-state', 1, '']],
    ['a column of events', 'columns: { event', 'columns: { id: x, event', ['only-of-events', 9, 'columns']],
    ['a number for a column', 'ticket: number', 'ticket: 12', ['not-a-text', 6, 'ticket']],
  ])('with %s is refused with its place', (_, from, to, fault) => {
    expect(MAPPING).toContain(from)
    expect(faults(MAPPING.replace(from, to))).toEqual([fault])
  })

  test.each([
    ['nothing', ''],
    ['a contract', 'vigie: 1\ncontract: { id: X }\n'],
    ['a list', '- 1\n'],
    ['YAML that is none', 'shape: [\n'],
    ['nesting without end', '['.repeat(10_000)],
    [
      'a bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}]\n`).join('')}`,
    ],
  ])('that is %s is refused', (_, source) => {
    expect(faults(source).length).toBeGreaterThan(0)
  })

  test('tells every fault at once', () => {
    const wrong = MAPPING.replace('shape: snapshots', 'shape: x')
      .replace('Europe/Paris', 'Paris')
      .replace('missing', 'mising')
    expect(faults(wrong).map(([code]) => code)).toEqual(
      expect.arrayContaining(['unknown-value', 'unknown-time-zone', 'unknown-key']),
    )
  })
})

describe('the published JSON Schema of mappings', () => {
  const accepts = new Ajv2020({ strict: false }).compile(mappingJsonSchema())

  test('is the reader’s own (written again by `vitest run read-mapping -u`)', async () => {
    const schema = `${JSON.stringify(mappingJsonSchema(), undefined, 2)}\n`
    await expect(schema).toMatchFileSnapshot(join(root, 'schema', 'mapping.v1.json'))
  })

  test('accepts the mapping of the model contract, as the reader does', () => {
    const source = readFileSync(join(root, 'contracts', 'servicenow-log', 'mapping.yaml'), 'utf8')
    expect(faults(source)).toEqual([])
    expect(accepts(parse(source)) ? [] : accepts.errors).toEqual([])
  })

  test.each([
    ['an unknown key', 'missing', 'mising'],
    ['an unknown event', 'Active: acknowledged', 'Active: acknoledged'],
    ['a missing key', 'ticket: number\n', ''],
    ['another version', 'vigie-mapping: 1', 'vigie-mapping: 2'],
  ])('refuses %s', (_, from, to) => {
    expect(accepts(parse(MAPPING))).toBe(true)
    expect(accepts(parse(MAPPING.replace(from, to)))).toBe(false)
  })
})
