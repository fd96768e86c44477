import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  composed,
  factsFrom,
  laterEvents,
  signed,
  smallContract,
  smallEvents,
  testSigner,
} from '../testing/small-bundle.ts'
import { linesOf as linesInFile, textOf as textInFile } from './bundle-content.ts'
import { memoryFile, sha256Of } from './bundle-file.ts'
import { composeBundle } from './compose-bundle.ts'
import type { Difference } from './difference.ts'
import { verifyBundle as verifyFiles } from './verify-bundle.ts'

type Bytes = ReadonlyMap<string, Uint8Array>
const inMemory = (bytes: Bytes) => new Map([...bytes].map(([file, content]) => [file, memoryFile(content)]))
const verifyBundle = (bytes: Bytes, verifiers: readonly string[]) =>
  verifyFiles(inMemory(bytes), verifiers, undefined, composeOnce)

/** Computes again, once for the same input: contract, facts, period, instant, language and earlier seals, to the byte. */
const composedAlready = new Map<string, ReturnType<typeof composeBundle>>()
const composeOnce: typeof composeBundle = (input) => {
  const { facts, attachments, given, ...rest } = input
  const files = [...Object.values(facts).map(({ file }) => file), ...attachments.map(({ content }) => content)]
  const key = JSON.stringify([rest, attachments.map(({ file }) => file), [...given], files.map(sha256Of)])
  const composed = composedAlready.get(key) ?? composeBundle(input)
  composedAlready.set(key, composed)
  return composed
}
const textOf = (bytes: Bytes, file: string) => textInFile(inMemory(bytes), file)
const linesOf = (bytes: Bytes, file: string) => linesInFile(inMemory(bytes), file)

const provider = testSigner('provider.example', 'seal')
const client = testSigner('client.example', 'cosign')
const keys = [provider.verifier, client.verifier]
const others = {
  outages: 'component,from,to,state,weight\nweb,2026-10-05T09:00:00Z,2026-10-05T09:10:00Z,degraded,0.25\n',
  controls: 'control,subject,at,result\nBACKUP,srv,2026-10-05T01:00:00Z,success\n',
  calls: 'day,offered,answered,answeredInTarget,abandoned\n2026-10-05,10,9,8,1\n',
  fees: 'month,fee,amount\n2026-10,monthly-fee,1500.00\n',
}
const bundle = signed(composed(factsFrom(smallEvents, others)), provider, client)

test('a sealed bundle holds, and says who signed', () => {
  expect(verifyBundle(bundle, keys)).toMatchObject({ signedBy: ['provider.example', 'client.example'], unchecked: [] })
  expect(verifyBundle(bundle, keys).difference).toBeUndefined()
  expect(verifyBundle(bundle, []).unchecked).toEqual(['provider.example', 'client.example'])
  expect([...bundle.keys()].filter((file) => file.endsWith('.jsonl'))).toHaveLength(6)
})

describe('any single-byte change is found, in its file', () => {
  // Each byte is changed by one bit of its own; the cosignatures are tried where alone they can tell.
  it.each([...bundle.keys()])('%s', (file) => {
    const bytes = bundle.get(file) ?? new Uint8Array()
    expect(bytes.length).toBeGreaterThan(0)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      const { difference } = verifyBundle(new Map([...bundle, [file, changed]]), file === 'checkpoint' ? keys : [])
      expect(difference?.file, `byte ${at}`).toBe(file)
    }
  })

  it('in the line of the fact that it concerns', () => {
    const text = textOf(bundle, 'events.jsonl')
    let [line, at] = [1, 0]
    for (const character of text) {
      const changed = new Map([...bundle, ['events.jsonl', flipped(bundle.get('events.jsonl'), at)]])
      const { difference } = verifyBundle(changed, [])
      expect(difference).toMatchObject({ line: expect.any(Number) })
      if (character !== '\n') expect(difference?.line, `byte ${at}`).toBe(line)
      at += Buffer.byteLength(character)
      if (character === '\n') line += 1
    }
  })

  it('or a file cut, lengthened or emptied', () => {
    for (const [file, bytes] of bundle) {
      for (const other of [bytes.subarray(0, -1), new Uint8Array([...bytes, 10]), new Uint8Array()]) {
        const { difference } = verifyBundle(new Map([...bundle, [file, other]]), keys)
        expect(difference, `${file} ${other.length}`).toBeDefined()
      }
    }
  })
})

test('a sample of the bytes of a large bundle: each change is found, in its file', () => {
  const rows = Array.from({ length: 1500 }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0')
    return `T${index},2026-10-${day}T09:00:00+02:00,reported,,text ${index},,\nT${index},2026-10-${day}T09:30:00+02:00,acknowledged,,,,\n`
  })
  const large = signed(composed(factsFrom(`ticket,at,event,recordedAt,text,corrects,id\n${rows.join('')}`)), provider)
  expect(verifyBundle(large, [provider.verifier]).difference).toBeUndefined()
  const places = [...large].flatMap(([file, { length }]) =>
    [0, length >> 1, length - 1].map((byte) => ({ file, byte })),
  )
  const anywhere = fc.sample(
    fc
      .constantFrom(...large.keys())
      .chain((file) =>
        fc.record({ file: fc.constant(file), byte: fc.nat({ max: (large.get(file)?.length ?? 1) - 1 }) }),
      ),
    { numRuns: 20, seed: 9 },
  )
  for (const { file, byte } of [...places, ...anywhere]) {
    const changed = new Map([...large, [file, flipped(large.get(file), byte)]])
    expect(verifyBundle(changed, [provider.verifier]).difference?.file, `byte ${byte}`).toBe(file)
  }
})

describe('what happened to the sealed lines is said', () => {
  const lines = linesOf(bundle, 'events.jsonl')
  const [first = '', second = '', third = '', fourth = ''] = lines
  it.each<[string, readonly string[], Partial<Difference>]>([
    ['two lines exchanged', [first, third, second, fourth], { code: 'entry-moved', line: 2, entry: 1 }],
    ['a line repeated', [first, second, second, third, fourth], { code: 'entry-repeated', line: 3 }],
    ['a line removed', [first, third, fourth], { code: 'entry-removed', line: 2, entry: 1 }],
    ['the last line removed', [first, second, third], { code: 'entry-removed', line: 4, entry: 3 }],
    ['a line added', [first, '{"ticket":"T9"}', second, third, fourth], { code: 'entry-added', line: 2 }],
    ['a line added at the end', [...lines, '{"ticket":"T9"}'], { code: 'entry-added', line: 5 }],
    ['a line changed', [first, second.replace('07:30', '07:31'), third, fourth], { code: 'entry-changed', line: 2 }],
  ])('%s', (_, changed, expected) => {
    const files = withText('events.jsonl', changed.map((line) => `${line}\n`).join(''))
    expect(verifyBundle(files, keys).difference).toMatchObject({ file: 'events.jsonl', ...expected })
  })

  it('a figure changed, by its path and both values', () => {
    const figures = textOf(bundle, 'figures.json')
    expect(figures).toContain('"percent":"50.00"')
    expect(
      verifyBundle(withText('figures.json', figures.replace('"percent":"50.00"', '"percent":"95.00"')), keys)
        .difference,
    ).toMatchObject({
      code: 'figure-differs',
      path: '/measure/commitments/0/rate/percent',
      sealed: '"95.00"',
      found: '"50.00"',
    })
  })

  it.each<[string, string, Partial<Difference>]>([
    ['seals.jsonl', '"language":"fr"', { code: 'entry-changed', line: 1 }],
    ['seals.jsonl', '{"at"', { code: 'manifest-form', line: 1 }],
    ['contract.yaml', '90%', { code: 'file-changed' }],
    ['README.txt', 'CTR-SMALL', { code: 'content-differs', line: 1 }],
    ['SHA256SUMS', 'README.txt', { code: 'content-differs' }],
    ['attachments/rapport.txt', 'rapport', { code: 'file-changed' }],
  ])('%s, at %s', (file, text, expected) => {
    const other = text.startsWith('{') ? '{ "at"' : text.replace(/[a-z0-9]/i, (one) => (one === '8' ? '9' : '8'))
    const files = withText(file, textOf(bundle, file).replace(text, text.includes('fr') ? '"language":"en"' : other))
    expect(verifyBundle(files, keys).difference).toMatchObject({ file, ...expected })
  })

  it.each<[string, (files: Map<string, Uint8Array>) => void, Partial<Difference>]>([
    ['a file missing', (files) => files.delete('fees.jsonl'), { code: 'entry-removed', file: 'fees.jsonl', line: 1 }],
    ['a document missing', (files) => files.delete('attachments/rapport.txt'), { code: 'missing-file' }],
    ['no seals', (files) => files.delete('seals.jsonl'), { code: 'missing-file', file: 'seals.jsonl' }],
    [
      'a file too many',
      (files) => files.set('amendments/01-late.yaml', new Uint8Array()),
      { code: 'unexpected-file', file: 'amendments/01-late.yaml' },
    ],
    ['a second contract', (files) => files.set('contract.json', new Uint8Array()), { code: 'unexpected-file' }],
  ])('%s', (_, change, expected) => {
    const files = new Map(bundle)
    change(files)
    expect(verifyBundle(files, keys).difference).toMatchObject(expected)
  })
})

describe('signatures', () => {
  const body = composed(factsFrom(smallEvents, others))

  it.each<[string, Map<string, Uint8Array>, readonly string[], Partial<Difference>]>([
    ['one of two missing', signed(body, provider), keys, { code: 'signature-missing' }],
    [
      'a key of the same name',
      bundle,
      [testSigner('provider.example', 'seal').verifier],
      { code: 'signature-missing' },
    ],
    [
      'a signature of something else',
      withText('checkpoint', `${body.body}\n${provider.line(`${body.body}x`)}`),
      [provider.verifier],
      { code: 'signature-wrong' },
    ],
    ['none at all', withText('checkpoint', `${body.body}\n`), [], { code: 'checkpoint-form' }],
    ['a checkpoint cut short', withText('checkpoint', body.body.slice(0, 20)), [], { code: 'checkpoint-form' }],
    [
      'a root of something else, signed',
      signed({ ...body, body: composed(factsFrom(smallEvents)).body }, provider),
      [provider.verifier],
      { code: 'root-differs' },
    ],
  ])('%s', (_, files, verifiers, expected) => {
    expect(verifyBundle(files, verifiers).difference).toMatchObject({ file: 'checkpoint', ...expected })
  })

  it('a bundle made again after a change holds without keys, never with them', () => {
    const forged = composed(factsFrom(smallEvents.replace('12:00:00', '10:40:00'), others))
    const files = new Map([
      ...forged.files,
      ['checkpoint', new TextEncoder().encode(`${forged.body}\n${provider.line(body.body)}`)],
    ])
    expect(verifyBundle(files, []).difference).toBeUndefined()
    expect(verifyBundle(files, [provider.verifier]).difference).toMatchObject({ code: 'signature-wrong' })
  })

  it('figures that the facts do not give are found even under good signatures', () => {
    const lying = composed(factsFrom(smallEvents, others), { contract: smallContract.replace('hours: 1', 'hours: 3') })
    const honest = composed(factsFrom(smallEvents, others))
    const figures = new Map([...honest.files, ['figures.json', lying.files.get('figures.json') ?? new Uint8Array()]])
    expect(verifyBundle(signed({ ...honest, files: figures }, provider), [provider.verifier]).difference).toMatchObject(
      {
        code: 'figure-differs',
      },
    )
  })
})

describe('what was known at an instant', () => {
  it('gives the same bytes after later facts, and in any order of the rows', () => {
    const [header = '', ...rows] = `${smallEvents}${laterEvents}`.trimEnd().split('\n')
    const expected = composed(factsFrom(smallEvents))
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const again = composed(factsFrom(`${[header, ...shuffled].join('\n')}\n`))
        expect(again.body).toBe(expected.body)
        expect([...again.files]).toEqual([...expected.files])
      }),
      { numRuns: 20 },
    )
  })

  it('a fact that needs another one known later is not a fact yet', () => {
    const late = `${smallEvents}T4,2026-10-07T10:00:00+02:00,acknowledged,,,,\nT4,2026-10-07T09:00:00+02:00,reported,2026-11-05T00:00:00Z,,,\n`
    expect(composed(factsFrom(late)).body).toBe(composed(factsFrom(smallEvents)).body)
  })

  it('a later observation gives other figures', () => {
    const later = composed(factsFrom(`${smallEvents}${laterEvents}`), { at: '2026-12-01T00:00:00+01:00' })
    expect(textOf(later.files, 'figures.json')).toContain('"percent":"100.00"')
  })
})

function withText(file: string, text: string): Map<string, Uint8Array> {
  return new Map([...bundle, [file, new TextEncoder().encode(text)]])
}

function flipped(bytes: Uint8Array | undefined, at: number): Uint8Array {
  return Uint8Array.from(bytes ?? [], (byte, index) => (index === at ? byte ^ 1 : byte))
}
