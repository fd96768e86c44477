import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Run, runVigie } from './testing/run-vigie.ts'

const contract = 'contracts/small-business/contract.yaml'
const header = 'ticket,at,event,kind,priority,reason\n'
const good = `${header}T1,2026-10-05T09:00:00+02:00,reported,incident,P3,\nT1,2026-10-05T09:30:00+02:00,acknowledged,,,\nT1,2026-10-05T11:00:00+02:00,resolved,,,\n`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-bad-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

function measured(bytes: string | Uint8Array, ...more: string[]): Run {
  return runVigie(['measure', contract, file('events.csv', bytes), '--lang', 'en', '--json', ...more])
}

function expectOneClearMessage(run: Run): void {
  expect(run.stderr).not.toMatch(/\n\s+at |internal error|erreur interne/)
  expect(run.stderr.trim().split('\n').length).toBeLessThanOrEqual(3)
}

describe('a file that cannot be read ends with 2, one message and nothing written', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['truncated gzip', gzipSync(good.repeat(99)).subarray(0, 90), /events\.csv: truncated gzip/],
    ['wrong delimiter', good.replaceAll(',', ';'), /events\.csv:1.*semicolons.*commas/],
    ['empty', '', /events\.csv.*empty|events\.csv.*header/],
    ['binary', new Uint8Array(4096).map((_, i) => (i * 7) % 256), /events\.csv/],
    [
      'a 10 MB field',
      `${header}T1,2026-10-05T09:00:00+02:00,reported,incident,P3,${'x'.repeat(10_000_000)}\n`,
      /events\.csv:2/,
    ],
    ['an unterminated quote', `${header}T1,2026-10-05T09:00:00+02:00,reported,incident,P3,"open\n`, /events\.csv:2/],
    ['no column that is needed', 'ticket,event\nT1,reported\n', /events\.csv:1.*at/],
  ])('%s', (_, bytes, message) => {
    const out = join(folder, 'never.csv')
    const run = measured(bytes, '--tickets', out)
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(message)
    expectOneClearMessage(run)
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('a fault of a row rejects that row with its line, and 0 (1 with --strict)', () => {
  it.each<[string, string, RegExp]>([
    ['an impossible date', 'T2,2026-02-30T09:00:00+01:00,reported,incident,P3,\n', /events\.csv:5/],
    [
      'an instant without offset',
      'T2,2026-10-05T09:00:00,reported,incident,P3,\n',
      /events\.csv:5.*offset|events\.csv:5.*zone/,
    ],
    ['an unknown event', 'T1,2026-10-05T12:00:00+02:00,exploded,,,\n', /events\.csv:5.*exploded/],
    ['a ticket never reported', 'T9,2026-10-05T12:00:00+02:00,acknowledged,,,\n', /events\.csv:5.*T9/],
    ['a missing cell', 'T1,2026-10-05T12:00:00+02:00\n', /events\.csv:5/],
  ])('%s', (_, row, message) => {
    const run = measured(good + row, '--strict')
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(message)
    expect(JSON.parse(run.stdout).volumes.reported).toBe(1)
    expect(measured(good + row).status).toBe(0)
  })
})

describe('forms of a good file give the same figures', () => {
  const expected = () => measured(good).stdout
  it.each<[string, string | Uint8Array]>([
    ['a byte-order mark', `\ufeff${good}`],
    ['CRLF', good.replaceAll('\n', '\r\n')],
    ['mixed line ends', good.replace('\n', '\r\n')],
    ['no newline at the end', good.trimEnd()],
    ['gzip', gzipSync(good)],
    ['rows in another order', [header.trimEnd(), ...good.trimEnd().split('\n').slice(1).reverse()].join('\n')],
    ['each row twice', good + good.slice(header.length)],
    [
      'JSON Lines',
      good
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => {
          const [ticket, at, event, kind, priority] = row.split(',')
          return JSON.stringify({ ticket, at, event, ...(kind ? { kind } : {}), ...(priority ? { priority } : {}) })
        })
        .join('\n'),
    ],
  ])('%s', (_, bytes) => {
    expect(measured(bytes)).toMatchObject({ status: 0, stdout: expected() })
  })
})

describe('a contract that cannot be read ends with 2 and its place', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
    .join('\n')}\n`
  it.each<[string, string | Uint8Array, RegExp]>([
    ['a YAML bomb', `vigie: 1\n${bomb}`, /contract\.yaml/],
    ['10,000 levels of flow', `vigie: ${'['.repeat(10_000)}`, /contract\.yaml/],
    [
      '10,000 levels of blocks',
      Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      /contract\.yaml/,
    ],
    ['10,000 levels of JSON', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, /contract\.yaml/],
    [
      'an unknown key',
      'vigie: 1\ncontract: { id: X, timeZone: Europe/Paris, effectiveFrom: 2026-01-01, colour: red }\n',
      /contract\.yaml:2:\d+.*colour/,
    ],
    ['no YAML at all', new Uint8Array([0, 1, 2, 255]), /contract\.yaml/],
    ['nothing', '', /contract\.yaml/],
  ])('%s', (_, source, message) => {
    const run = runVigie(['measure', file('contract.yaml', source), file('events.csv', good), '--lang', 'en'])
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(message)
    expect(run.stderr).not.toMatch(/\n\s+at |internal error/)
  })
})

describe('a command line that is wrong ends with 2 and says the word', () => {
  it.each<[readonly string[], RegExp]>([
    [[], /^$/],
    [['mesure'], /mesure/],
    [['measure'], /CONTRACT/],
    [['measure', contract], /EVENTS/],
    [['measure', contract, 'x.csv', 'y.csv'], /y\.csv/],
    [['measure', contract, 'x.csv', '--monht', '2026-10'], /--monht/],
    [['measure', contract, 'x.csv', '--month'], /--month/],
    [['measure', contract, 'nowhere.csv'], /nowhere\.csv/],
    [['measure', contract, '-', '--outages', '-'], /«\s-\s»/],
    [['measure', contract, 'x.csv', '--ledger'], /--ticket/],
    [['measure', 'nowhere.yaml', 'x.csv'], /nowhere\.yaml/],
    [['lint', contract, '--lang', 'de'], /fr.*en/],
    [['report', contract, 'x.csv', '--out', 'report.doc'], /report\.doc/],
    [['simulate', contract, '--from', '2026-02-30', '--to', '2026-03-01'], /--from/],
  ])('%j', (words, message) => {
    const run = runVigie(words)
    expect(run.status).toBe(2)
    expect(run.stderr).toMatch(message)
    expectOneClearMessage(run)
  })
})
