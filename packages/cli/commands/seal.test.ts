import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatVerifierKey, noteKey, parseVerifierKey } from '@vigie/engine/seal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runVigie } from '../testing/run-vigie.ts'
import { laterEvents, smallContract, smallEvents } from '../testing/small-bundle.ts'

let folder: string
let verifiers: { provider: string; client: string; providerCosigning: string }
const at = (...names: string[]) => join(folder, ...names)
const vigie = (...words: string[]) => runVigie([...words, '--lang', 'en'])
const keyed = (name: string) => ['--key', at('keys', `${name}.key.pem`), '--name', name]
const sealed = (events: string, month: string, out: string, ...more: string[]) =>
  vigie(
    'seal',
    at('contract.yaml'),
    at(events),
    '--month',
    month,
    ...keyed('provider.example'),
    '--out',
    at(out),
    ...more,
  )

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-seal-'))
  writeFileSync(at('contract.yaml'), smallContract)
  writeFileSync(at('october.csv'), smallEvents)
  writeFileSync(at('november.csv'), `${smallEvents}${laterEvents}`)
  writeFileSync(at('rapport.pdf'), 'not really a PDF')
  const [provider, client] = ['provider.example', 'client.example'].map((name) =>
    JSON.parse(vigie('key', name, '--out', at('keys'), '--json').stdout),
  )
  verifiers = {
    provider: provider.verifiers.seal,
    client: client.verifiers.cosign,
    providerCosigning: provider.verifiers.cosign,
  }
  expect(sealed('october.csv', '2026-10', 'october', '--attach', at('rapport.pdf'))).toMatchObject({
    status: 0,
    stderr: '',
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('vigie key', () => {
  it('keeps the private key for its owner, and never replaces one', () => {
    expect(statSync(at('keys', 'provider.example.key.pem')).mode & 0o777).toBe(0o600)
    const before = readFileSync(at('keys', 'provider.example.key.pem'), 'utf8')
    expect(vigie('key', 'provider.example', '--out', at('keys'))).toMatchObject({ status: 2, stdout: '' })
    expect(readFileSync(at('keys', 'provider.example.key.pem'), 'utf8')).toBe(before)
    expect(vigie('key', 'two words', '--out', at('keys')).status).toBe(2)
  })
})

describe('vigie seal', () => {
  it('writes a folder that other commands read, with nothing of the private key in it', () => {
    const names = readdirSync(at('october'), { recursive: true }).map(String).sort()
    expect(names).toEqual([
      'README.txt',
      'SHA256SUMS',
      'attachments',
      'attachments/rapport.pdf',
      'checkpoint',
      'contract.yaml',
      'events.jsonl',
      'figures.json',
      'leaf-hashes.txt',
      'manifest-proof.txt',
      'seals.jsonl',
    ])
    const bodyOfKey = readFileSync(at('keys', 'provider.example.key.pem'), 'utf8').split('\n')[1] ?? ''
    for (const name of names) {
      if (name !== 'attachments') expect(readFileSync(at('october', name), 'utf8')).not.toContain(bodyOfKey)
    }
    const measured = vigie(
      'measure',
      at('october', 'contract.yaml'),
      at('october', 'events.jsonl'),
      '--month',
      '2026-10',
      '--json',
    )
    const figures = JSON.parse(readFileSync(at('october', 'figures.json'), 'utf8'))
    expect(figures.measure.commitments).toEqual(
      JSON.parse(
        runVigie(['measure', at('contract.yaml'), at('october.csv'), '--month', '2026-10', '--json', '--lang', 'en'])
          .stdout,
      ).commitments,
    )
    expect(JSON.parse(measured.stdout)).toEqual(figures.measure)
  })

  it('gives the same bytes of a longer record as known at the same instant', () => {
    expect(sealed('november.csv', '2026-10', 'again', '--attach', at('rapport.pdf')).status).toBe(0)
    for (const name of readdirSync(at('october')).filter((one) => one !== 'attachments')) {
      expect(readFileSync(at('again', name)), name).toEqual(readFileSync(at('october', name)))
    }
  })

  it.each<[string, () => ReturnType<typeof vigie>, RegExp]>([
    ['over a folder with something in it', () => sealed('october.csv', '2026-10', 'october'), /not empty/],
    ['over a file', () => sealed('october.csv', '2026-10', 'contract.yaml'), /not empty/],
    [
      'with a key that others may read',
      () => {
        cpSync(at('keys', 'client.example.key.pem'), at('open.key.pem'))
        chmodSync(at('open.key.pem'), 0o644)
        return vigie(
          'seal',
          at('contract.yaml'),
          at('october.csv'),
          '--key',
          at('open.key.pem'),
          '--name',
          'x',
          '--out',
          at('never'),
        )
      },
      /chmod 600/,
    ],
    [
      'with a public key',
      () =>
        vigie(
          'seal',
          at('contract.yaml'),
          at('october.csv'),
          '--key',
          at('october', 'README.txt'),
          '--name',
          'x',
          '--out',
          at('never'),
        ),
      /README\.txt/,
    ],
    [
      'a document whose name is not plain',
      () => {
        writeFileSync(at('a:b'), '')
        return sealed('october.csv', '2026-10', 'never', '--attach', at('a:b'))
      },
      /simplify/,
    ],
    ['without facts known by then', () => sealed('october.csv', '2026-09', 'never'), /No fact/],
  ])('refuses %s, with 2 and nothing written', (_, act, message) => {
    const run = act()
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(message)
    expect(run.stderr).not.toContain('PRIVATE KEY')
    expect(existsSync(at('never'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

it('no outage known is sealed as such, not as no log of outages', () => {
  writeFileSync(at('none.csv'), 'component,from,to,state\nweb,2026-11-20T09:00:00Z,,down\n')
  expect(sealed('october.csv', '2026-10', 'calm', '--outages', at('none.csv')).status).toBe(0)
  expect(readFileSync(at('calm', 'outages.jsonl'), 'utf8')).toBe('')
  expect(JSON.parse(readFileSync(at('calm', 'figures.json'), 'utf8')).availability).toEqual([])
  expect(vigie('verify', at('calm'), '--verifier', verifiers.provider).status).toBe(0)
  rmSync(at('calm', 'outages.jsonl'))
  expect(vigie('verify', at('calm'), '--verifier', verifiers.provider)).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/outages\.jsonl.*missing/),
  })
})

describe('vigie cosign', () => {
  it('signs after checking, for the other party, once, at a time that is not before the seal', () => {
    cpSync(at('october'), at('cosigned'), { recursive: true })
    const cosign = (...more: string[]) => vigie('cosign', at('cosigned'), '--verifier', verifiers.provider, ...more)
    expect(cosign(...keyed('provider.example')).stderr).toMatch(/other party/)
    expect(cosign(...keyed('client.example'), '--time', '2026-10-01T00:00:00Z').stderr).toMatch(/before the seal/)
    expect(readFileSync(at('cosigned', 'checkpoint'))).toEqual(readFileSync(at('october', 'checkpoint')))
    expect(cosign(...keyed('client.example'), '--time', '2026-11-05T10:00:00+01:00')).toMatchObject({
      status: 0,
      stderr: '',
    })
    expect(cosign(...keyed('client.example'))).toMatchObject({ status: 2 })
    expect(
      vigie('verify', at('cosigned'), '--verifier', verifiers.provider, '--verifier', verifiers.client),
    ).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/signed by provider\.example\nsigned by client\.example/),
    })
  })

  it('signs nothing that does not hold', () => {
    cpSync(at('october'), at('changed'), { recursive: true })
    writeFileSync(at('changed', 'attachments', 'rapport.pdf'), 'another')
    const before = readFileSync(at('changed', 'checkpoint'))
    const run = vigie('cosign', at('changed'), ...keyed('client.example'), '--verifier', verifiers.provider)
    expect(run).toMatchObject({ status: 1, stdout: '' })
    expect(run.stderr).toMatch(/attachments\/rapport\.pdf/)
    expect(readFileSync(at('changed', 'checkpoint'))).toEqual(before)
  })
})

describe('vigie verify', () => {
  it('without a key holds for integrity only, and says so', () => {
    expect(vigie('verify', at('october'))).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/No signature was checked/),
    })
    expect(vigie('verify', at('october'), '--integrity-only').status).toBe(0)
    const json = JSON.parse(vigie('verify', at('october'), '--json').stdout)
    expect(json).toMatchObject({
      ok: false,
      integrity: true,
      unchecked: ['provider.example'],
      origin: 'vigie/CTR-SMALL',
    })
  })

  it('names the first thing that differs, with its place', () => {
    cpSync(at('october'), at('edited'), { recursive: true })
    const facts = readFileSync(at('edited', 'events.jsonl'), 'utf8')
    writeFileSync(at('edited', 'events.jsonl'), facts.replace('10:00:00.000Z', '08:30:00.000Z'))
    const run = vigie('verify', at('edited'), '--verifier', verifiers.provider)
    expect(run).toMatchObject({ status: 1, stdout: expect.stringMatching(/events\.jsonl:4 \(entry 3\)/) })
  })

  it.each<[string, (bundle: string) => void, RegExp]>([
    [
      'a link',
      (bundle) => symlinkSync('/etc/hostname', join(bundle, 'attachments', 'x.txt')),
      /attachments\/x\.txt.*link/,
    ],
    ['a folder', (bundle) => mkdirSync(join(bundle, 'more')), /more.*not sealed/],
    ['an unknown file', (bundle) => appendFileSync(join(bundle, 'notes.txt'), 'x'), /notes\.txt.*not sealed/],
  ])('refuses %s in the folder', (name, change, message) => {
    const bundle = at(`with ${name}`)
    cpSync(at('october'), bundle, { recursive: true })
    change(bundle)
    expect(vigie('verify', bundle, '--verifier', verifiers.provider)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(message),
    })
  })

  it('ends with 2 where there is no folder, or no key of the form', () => {
    expect(vigie('verify', at('nowhere'))).toMatchObject({ status: 2, stdout: '' })
    expect(vigie('verify', at('october'), '--verifier', 'key')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('a record grows from seal to seal', () => {
  it('each bundle extends the one before, and says so', () => {
    expect(sealed('november.csv', '2026-11', 'november', '--previous', at('october'))).toMatchObject({
      status: 0,
      stderr: '',
    })
    const check = (bundle: string, previous: string) =>
      vigie('verify', at(bundle), '--verifier', verifiers.provider, '--previous', at(previous))
    expect(check('november', 'october')).toMatchObject({ status: 0 })
    expect(check('october', 'november').status).toBe(1)
    expect(check('november', 'october/checkpoint')).toMatchObject({ status: 0 })
    expect(check('october', 'november/checkpoint')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/first 8 entries are no longer/),
    })
    const facts = readFileSync(at('november', 'events.jsonl'), 'utf8')
    expect(facts.startsWith(readFileSync(at('october', 'events.jsonl'), 'utf8'))).toBe(true)
    expect(sealed('november.csv', '2026-11', 'apart').status).toBe(0)
    expect(check('apart', 'october')).toMatchObject({ status: 1, stdout: expect.stringMatching(/earlier folder/) })
  })

  it.each<[string, string, RegExp]>([
    ['loses a sealed fact', smallEvents.split('\n').toSpliced(2, 1).join('\n'), /events\.jsonl:2.*no longer/],
    [
      'claims to have known earlier what it had not',
      `${smallEvents}T5,2026-10-07T09:00:00+02:00,reported,,,,\n`,
      /recordedAt.*T5/,
    ],
  ])('a record that %s is not sealed', (_, events, message) => {
    writeFileSync(at('other.csv'), events)
    const run = sealed('other.csv', '2026-11', 'refused', '--previous', at('october'))
    expect(run).toMatchObject({ status: 1, stdout: '' })
    expect(run.stderr).toMatch(message)
    expect(existsSync(at('refused'))).toBe(false)
  })
})

describe('vigie prove', () => {
  const prove = (...words: string[]) => vigie('prove', at('october'), ...words)
  const check = (file: string, ...words: string[]) =>
    vigie('verify', at(file), '--verifier', verifiers.provider, ...words)
  const proved = () => readFileSync(at('fact.tlog-proof'), 'utf8')

  it('shows one fact, by its id or its place, without the others', () => {
    const [fact = ''] = readFileSync(at('october', 'events.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('ack2'))
    expect(prove('--entry', 'ack2', '--out', at('fact.tlog-proof'))).toMatchObject({ status: 0, stderr: '' })
    expect(proved()).not.toContain(Buffer.from('"T1"').toString('base64').slice(0, 4))
    expect(check('fact.tlog-proof')).toMatchObject({ status: 0, stdout: expect.stringContaining(fact) })
    const json = JSON.parse(check('fact.tlog-proof', '--json').stdout)
    expect(json).toMatchObject({
      ok: true,
      index: 3,
      size: 5,
      origin: 'vigie/CTR-SMALL',
      entry: fact,
      signedBy: ['provider.example'],
    })
    expect(prove('--entry', 'events.jsonl:4', '--out', at('place.tlog-proof')).status).toBe(0)
    expect(readFileSync(at('place.tlog-proof'), 'utf8')).toBe(proved())
  })

  it('shows every fact of a ticket, a file each, in a new folder', () => {
    expect(prove('--ticket', 'T1', '--out', at('proofs'))).toMatchObject({ status: 0, stderr: '' })
    const files = readdirSync(at('proofs')).sort()
    expect(files).toEqual(['events-1.tlog-proof', 'events-2.tlog-proof'])
    for (const file of files) expect(check(join('proofs', file)).stdout).toMatch(/"ticket":"T1"/)
    expect(prove('--ticket', 'T1', '--out', at('proofs'))).toMatchObject({ status: 2, stdout: '' })
  })

  it('a proof without a key is consistent only, and with the key of another is none', () => {
    expect(vigie('verify', at('fact.tlog-proof'))).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/No signature was checked/),
    })
    expect(vigie('verify', at('fact.tlog-proof'), '--integrity-only').status).toBe(0)
    expect(vigie('verify', at('fact.tlog-proof'), '--verifier', verifiers.client).status).toBe(1)
  })

  it.each<[string, (text: string) => string]>([
    [
      'another fact',
      (text) => text.replace(/^extra .*$/m, `extra ${Buffer.from('{"ticket":"T2"}').toString('base64')}`),
    ],
    ['another place', (text) => text.replace('index 3', 'index 2')],
    ['a hash less', (text) => text.replace(/(index 3\n).*\n/, '$1')],
    ['another root', (text) => text.replace('\n5\n', '\n6\n')],
    ['no fact', (text) => text.replace(/^extra .*\n/m, '')],
    ['a cut end', (text) => text.slice(0, -1)],
  ])('does not hold with %s, with 1', (_, change) => {
    expect(change(proved())).not.toBe(proved())
    writeFileSync(at('other.tlog-proof'), change(proved()))
    expect(check('other.tlog-proof')).toMatchObject({ status: 1, stdout: expect.stringMatching(/^Does not hold: /) })
  })

  it('nothing is proved of what there is not, or of a folder that does not hold', () => {
    expect(prove('--entry', 'nothing', '--out', at('never'))).toMatchObject({ status: 2, stdout: '' })
    expect(prove('--out', at('never')).status).toBe(2)
    expect(prove('--entry', 'ack2', '--ticket', 'T1', '--out', at('never')).status).toBe(2)
    cpSync(at('october'), at('bent'), { recursive: true })
    appendFileSync(at('bent', 'events.jsonl'), '{"ticket":"T1"}\n')
    expect(vigie('prove', at('bent'), '--ticket', 'T1', '--out', at('never'))).toMatchObject({ status: 1, stdout: '' })
    expect(existsSync(at('never'))).toBe(false)
  })
})

describe('keys that are not those of two parties', () => {
  it('one key under two names is refused, to verify and to cosign', () => {
    const twice = ['provider.example', 'client.example'].map((name) => testKey(name, verifiers.provider))
    expect(vigie('verify', at('october'), ...twice.flatMap((key) => ['--verifier', key]))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/same key/),
    })
    const run = vigie(
      'cosign',
      at('october'),
      '--key',
      at('keys', 'provider.example.key.pem'),
      '--name',
      'client.example',
    )
    expect(run).toMatchObject({ status: 2, stderr: expect.stringMatching(/provider\.example has already signed/) })
  })

  /** The public key of a verifier key, as that of another name. */
  function testKey(name: string, verifier: string): string {
    const key = parseVerifierKey(verifier)
    return key ? formatVerifierKey(noteKey(name, key.role, key.publicKey)) : ''
  }
})

describe('verify-with-openssl.md', () => {
  const commands = [...readFileSync('docs/how-to/verify-with-openssl.md', 'utf8').matchAll(/```sh\n(.*?)```/gs)]
    .map(([, text]) => text)
    .join('\n')
  const follow = () => spawnSync('sh', ['-c', commands], { cwd: at('reader'), encoding: 'utf8' })

  beforeAll(() => {
    mkdirSync(at('reader'))
    cpSync(at('october'), at('reader', 'bundle'), { recursive: true })
    for (const name of ['provider.example', 'client.example'])
      cpSync(at('keys', `${name}.pub.pem`), at('reader', `${name}.pub.pem`))
    const run = vigie('cosign', at('reader', 'bundle'), ...keyed('client.example'), '--time', '2026-11-05T10:00:00Z')
    expect(run.status).toBe(0)
    const proof = at('reader', 'fact.tlog-proof')
    expect(vigie('prove', at('reader', 'bundle'), '--entry', 'events.jsonl:1', '--out', proof).status).toBe(0)
    for (const tool of ['openssl', 'sha256sum', 'od', 'base64'])
      expect(spawnSync(tool, ['--version']).error, `${tool} is needed to try the document`).toBeUndefined()
  })

  it('its commands, as printed, accept a sealed folder', () => {
    const run = follow()
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout.match(/Signature Verified Successfully/g)).toHaveLength(3)
    expect(run.stdout).toContain('the signed record holds: {')
    expect(run.stdout).toContain('cosigned at 2026-11-05T10:00:00Z')
    expect(run.stdout).toContain('every file is the one that was sealed')
  })

  it.each([
    ['../fact.tlog-proof', 'index 0', 'index 1'],
    ['events.jsonl', 'T1', 'T7'],
    ['figures.json', '50.00', '95.00'],
    ['contract.yaml', '90%', '40%'],
    ['seals.jsonl', '"en"', '"fr"'],
    ['checkpoint', '\n5\n', '\n6\n'],
  ])('and refuse it once %s is changed and its list of sums made again', (file, from, to) => {
    const path = at('reader', 'bundle', file)
    const sums = at('reader', 'bundle', 'SHA256SUMS')
    const [before, listed] = [readFileSync(path, 'utf8'), readFileSync(sums, 'utf8')]
    expect(before).toContain(from)
    writeFileSync(path, before.replace(from, to))
    spawnSync('sh', ['-c', 'cut -d " " -f 3- SHA256SUMS | xargs sha256sum > new; mv new SHA256SUMS'], {
      cwd: at('reader', 'bundle'),
    })
    expect(follow().status).not.toBe(0)
    writeFileSync(path, before)
    writeFileSync(sums, listed)
    expect(follow().status).toBe(0)
  })
})
