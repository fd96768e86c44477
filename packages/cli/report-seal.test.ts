import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'
import { laterEvents, smallContract, smallEvents } from './testing/small-bundle.ts'

let folder: string
let verifiers: { provider: string; client: string }
const at = (...names: string[]) => join(folder, ...names)
const vigie = (...words: string[]) => runVigie([...words, '--lang', 'en'])
const keyed = (name: string) => ['--key', at('keys', `${name}.key.pem`), '--name', name]
const facts = (events: string) => [at('contract.yaml'), at(events), '--month', '2026-10']
const formats = ['pdf', 'html', 'xlsx', 'json'] as const
const verified = (...reports: string[]) =>
  vigie(
    'verify',
    at('report.seal'),
    '--verifier',
    verifiers.provider,
    ...reports.flatMap((name) => ['--report', at(name)]),
  )

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-report-'))
  writeFileSync(at('contract.yaml'), smallContract)
  writeFileSync(at('october.csv'), smallEvents)
  writeFileSync(at('later.csv'), `${smallEvents}${laterEvents}`)
  const [provider, client] = ['provider.example', 'client.example'].map((name) =>
    JSON.parse(vigie('key', name, '--out', at('keys'), '--json').stdout),
  )
  verifiers = { provider: provider.verifiers.seal, client: client.verifiers.cosign }
  const outs = formats.flatMap((format) => ['--out', at(`report.${format}`)])
  const { status, stdout, stderr } = vigie('report', ...facts('later.csv'), ...keyed('provider.example'), ...outs)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(at('report.seal'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the folder beside a sealed report is the one that `vigie seal` makes of the same words', () => {
  expect(vigie('seal', ...facts('later.csv'), ...keyed('provider.example'), '--out', at('sealed')).status).toBe(0)
  const [made, sealed] = [at('report.seal'), at('sealed')]
  expect(readdirSync(made)).toEqual(readdirSync(sealed))
  for (const file of readdirSync(sealed))
    expect(readFileSync(join(made, file), 'utf8'), file).toBe(readFileSync(join(sealed, file), 'utf8'))
})

test('the report prints the checkpoint of its folder, and facts known later are not in it', () => {
  const { fingerprint } = JSON.parse(readFileSync(at('report.json'), 'utf8'))
  expect(fingerprint.seal.checkpoint).toBe(readFileSync(at('report.seal', 'checkpoint'), 'utf8'))
  const lines = readFileSync(at('report.seal', 'events.jsonl'), 'utf8').trimEnd().split('\n')
  expect(fingerprint.record.entries).toBe(lines.length)
  expect(lines.length).toBeLessThan(`${smallEvents}${laterEvents}`.trimEnd().split('\n').length - 1)
})

describe('verify proves that a report is drawn from the sealed record', () => {
  it('in every format at once', () => {
    const { status, stdout } = verified(...formats.map((format) => `report.${format}`))
    expect(status).toBe(0)
    for (const format of formats) expect(stdout).toContain(`${at(`report.${format}`)}: this is, byte for byte,`)
  })

  it('and made again from the folder alone, to the same bytes, or in the other language', () => {
    expect(vigie('report', at('report.seal'), '--out', at('again.pdf')).status).toBe(0)
    expect(Buffer.compare(readFileSync(at('again.pdf')), readFileSync(at('report.pdf')))).toBe(0)
    expect(runVigie(['report', at('report.seal'), '--lang', 'fr', '--out', at('french.html')]).status).toBe(0)
    expect(readFileSync(at('french.html'), 'utf8')).toContain('<html lang="fr">')
    expect(verified('again.pdf', 'french.html').status).toBe(0)
  })

  it.each(formats)('a byte changed is found: %s', (format) => {
    const bytes = readFileSync(at(`report.${format}`))
    const place = bytes.length >> 1
    bytes[place] = (bytes[place] ?? 0) ^ 1
    writeFileSync(at(`changed.${format}`), bytes)
    const { status, stdout } = verified(`report.${format}`, `changed.${format}`)
    expect(status).toBe(1)
    expect(stdout).toContain(`changed.${format}`)
  })

  it('a figure changed is named by its path, with both values', () => {
    const text = readFileSync(at('report.json'), 'utf8')
    expect(text).toContain('"percent": "50.00"')
    writeFileSync(at('lie.json'), text.replace('"percent": "50.00"', '"percent": "95.00"'))
    const words = ['verify', at('report.seal'), '--verifier', verifiers.provider, '--report', at('lie.json'), '--json']
    const { difference, ok } = JSON.parse(vigie(...words).stdout)
    expect(ok).toBe(false)
    expect(difference).toMatchObject({
      code: 'report-differs',
      file: 'lie.json',
      path: '/commitments/0/rate/percent',
      sealed: '"50.00"',
      found: '"95.00"',
    })
  })

  it('a line changed in HTML is told by its number', () => {
    const lines = readFileSync(at('report.html'), 'utf8').split('\n')
    const number = lines.findIndex((line) => line.includes('50.00%'))
    lines[number] = (lines[number] ?? '').replaceAll('50.00%', '95.00%')
    writeFileSync(at('lie.html'), lines.join('\n'))
    expect(verified('lie.html').stdout).toContain(`lie.html:${number + 1}: is not the report`)
  })

  it('an unsealed report names its files by the SHA-256 of their bytes, packed or not', () => {
    writeFileSync(at('october.csv.gz'), gzipSync(smallEvents))
    const hash = createHash('sha256').update(smallEvents).digest('hex')
    for (const events of ['october.csv', 'october.csv.gz']) {
      const { fingerprint } = JSON.parse(vigie('report', ...facts(events), '--json').stdout)
      expect(fingerprint.sources[1]).toMatchObject({ role: 'facts', name: events, fingerprint: hash })
    }
  })

  it('an unsealed report tells how its files were read in the command that makes it again', () => {
    const words = [...facts('october.csv'), '--time-zone', 'Europe/Paris', '--no-amendments', '--json']
    const { fingerprint } = JSON.parse(vigie('report', ...words).stdout)
    expect(fingerprint.command).toContain(' --time-zone Europe/Paris --no-amendments --at ')
  })

  it('a true report of the same facts without the seal is not the sealed one', () => {
    vigie('report', ...facts('october.csv'), '--out', at('unsealed.pdf'))
    expect(verified('unsealed.pdf').status).toBe(1)
  })

  it('a folder that does not hold proves no report', () => {
    const file = at('report.seal', 'events.jsonl')
    const kept = readFileSync(file, 'utf8')
    writeFileSync(file, kept.replace('T1', 'T9'))
    const { status, stdout } = verified('report.pdf')
    writeFileSync(file, kept)
    expect(status).toBe(1)
    expect(stdout).toContain('events.jsonl:1')
    expect(stdout).not.toContain('byte for byte')
  })
})

test('after the cosignature earlier reports still hold, and a new one carries both signatures', () => {
  expect(vigie('cosign', at('report.seal'), ...keyed('client.example')).status).toBe(0)
  expect(vigie('report', at('report.seal'), '--out', at('both.json'), '--out', at('both.pdf')).status).toBe(0)
  const { fingerprint } = JSON.parse(readFileSync(at('both.json'), 'utf8'))
  expect(fingerprint.seal.signers).toEqual(['provider.example', 'client.example'])
  expect(fingerprint.seal.checkpoint).toBe(readFileSync(at('report.seal', 'checkpoint'), 'utf8'))
  expect(verified('report.pdf', 'both.pdf', 'report.json', 'both.json').status).toBe(0)
})

describe('wrong words write nothing', () => {
  const key = (...more: string[]) => [...facts('october.csv'), '--key', at('keys', 'provider.example.key.pem'), ...more]
  it.each<[string, () => string[], RegExp]>([
    ['a key without a name', () => key(), /--key asks for --name/],
    ['a name without a key', () => [...facts('october.csv'), '--name', 'x'], /--name asks for --key/],
    ['a seal without a key', () => [...facts('october.csv'), '--seal', at('x')], /--seal asks for --key/],
    ['an occupied folder', () => key('--name', 'x', '--seal', at('keys')), /not empty/],
    ['a contract without events', () => [at('contract.yaml')], /EVENTS is missing/],
    ['a sealed folder and a month', () => [at('report.seal'), '--month', '2026-10'], /--month: a sealed folder/],
    ['a missing folder', () => [at('nothing')], /EVENTS is missing/],
  ])('%s', (_, words, message) => {
    const { status, stdout, stderr } = vigie('report', ...words(), '--out', at('wrong.html'))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(existsSync(at('wrong.html'))).toBe(false)
  })

  it('a report of no format, or that is not there, is refused by verify', () => {
    writeFileSync(at('report.doc'), 'x')
    for (const name of ['report.doc', 'absent.pdf']) expect(verified(name).status).toBe(2)
  })
})
