import { checkpointBody, rootOfLeafHashes } from '@vigie/engine/seal'
import { describe, expect, it } from 'vitest'
import { composed, factsFrom, signed, smallEvents, testSigner } from '../testing/small-bundle.ts'
import { bundleContent } from './bundle-content.ts'
import { memoryFile, sha256Of, wholeBytes } from './bundle-file.ts'
import { bundleReadme } from './bundle-readme.ts'
import { composeBundle, leafHashesFile, manifestProof, sumsOf } from './compose-bundle.ts'
import type { Difference } from './difference.ts'
import { hashLines } from './hashed-lines.ts'
import { inputOf } from './input-of.ts'
import { verifyBundle } from './verify-bundle.ts'

const provider = testSigner('provider.example', 'seal')
const honest = inMemory(signed(composed(factsFrom(smallEvents)), provider))
const lines = Buffer.from(wholeBytes(honest.get('events.jsonl') ?? memoryFile('')))
  .toString('utf8')
  .trimEnd()
  .split('\n')

describe('a seal that its own signer made of facts that Vigie would not have written', () => {
  it('is honest here, to begin with', () => {
    expect(verifyBundle(sealedOf(lines), [provider.verifier]).difference).toBeUndefined()
  })

  it.each<[string, (lines: readonly string[]) => readonly string[], Partial<Difference>]>([
    [
      'a name twice in one object',
      ([first = '', ...rest]) => [first.replace('{', '{"at":"2026-10-05T06:00:00.000Z",'), ...rest],
      { file: 'events.jsonl', line: 1 },
    ],
    [
      'names in another order',
      ([first = '', ...rest]) => [
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(first)).reverse())),
        ...rest,
      ],
      { file: 'events.jsonl', line: 1 },
    ],
    ['white space', ([first = '', ...rest]) => [first.replace(',', ', '), ...rest], { file: 'events.jsonl', line: 1 }],
    [
      'an escape that is not needed',
      ([first = '', ...rest]) => [first.replace('"T1"', '"\\u00541"'), ...rest],
      { file: 'events.jsonl', line: 1 },
    ],
    ['a lone surrogate', ([first = '', ...rest]) => [first.replace('Écran', '\\ud800'), ...rest], {}],
    [
      'two facts exchanged',
      ([first = '', second = '', ...rest]) => [second, first, ...rest],
      { file: 'events.jsonl', line: 2 },
    ],
    ['a fact twice', (all) => [...all, all[0] ?? ''], {}],
    [
      'a fact known later only',
      (all) => [
        ...all,
        (all[0] ?? '')
          .replaceAll('2026-10-05', '2026-12-05')
          .replace('"T1"', '"T8"')
          .replace(/"id":"[^"]*"/, '"id":"late"'),
      ],
      { file: 'events.jsonl', line: 5 },
    ],
    ['a line that is no fact', (all) => [...all, '{"ticket":"T9"}'], {}],
    ['a line that is no JSON', (all) => [...all, 'T9,2026-10-05,reported'], {}],
    [
      'a key that would reach a prototype',
      ([first = '', ...rest]) => [first.replace('{', '{"__proto__":{"at":"x"},'), ...rest],
      {},
    ],
    ['a nest of 10 000 arrays', (all) => [...all, '['.repeat(10_000) + ']'.repeat(10_000)], {}],
  ])('is refused with %s', (_, change, expected) => {
    const changed = change(lines)
    expect(changed.join('\n')).not.toBe(lines.join('\n'))
    const { difference } = verifyBundle(sealedOf(changed), [provider.verifier])
    expect(difference).toMatchObject(expected)
    expect(['facts-not-canonical', 'not-computable']).toContain(difference?.code)
  })

  it.each<[string, (manifest: string) => string]>([
    ['a period that is none', (text) => text.replace(/"from":"[^"]*"/, '"from":"soon"')],
    ['a count that is no number', (text) => text.replace(/"events":4/, '"events":1e400')],
    ['a count below zero', (text) => text.replace(/"events":4/, '"events":-4')],
    ['a count of more than there is', (text) => text.replace(/"events":4/, '"events":9007199254740991')],
    ['a file outside the folder', (text) => text.replace('"contract.yaml"', '"../contract.yaml"')],
    ['a file by an absolute path', (text) => text.replace('"contract.yaml"', '"/etc/passwd"')],
    ['a kind of facts that there is not', (text) => text.replace('"events":4', '"events":4,"gifts":1')],
    ['a name twice', (text) => text.replace('"language":"fr"', '"language":"fr","language":"fr"')],
    ['another version of the form', (text) => text.replace('"vigie-seal":1', '"vigie-seal":2')],
  ])('is refused with a manifest that says %s', (_, change) => {
    const manifest = Buffer.from(wholeBytes(honest.get('seals.jsonl') ?? memoryFile('')))
      .toString('utf8')
      .trimEnd()
    const changed = change(manifest)
    expect(changed).not.toBe(manifest)
    const files = withRecord(changed)
    const { difference } = verifyBundle(files, [provider.verifier])
    expect(difference).toBeDefined()
    expect(difference?.code).not.toMatch(/signature|checkpoint/)
  })
})

/** Sealed again, by the same code, over other lines. */
function sealedOf(changed: readonly string[]) {
  const content = bundleContent(honest)
  const manifest = content.manifests.at(-1)
  const input = manifest && inputOf(honest, content, manifest)
  if (input === undefined) throw new Error('bundle of a test')
  const facts = hashLines(memoryFile(changed.map((line) => `${line}\n`).join('')))
  const again = composeBundle({ ...input, facts: { ...input.facts, events: facts } })
  // Where even the figures cannot be computed, the signer keeps the old ones and signs the new record.
  if (!again.ok)
    return withRecord(
      Buffer.from(wholeBytes(honest.get('seals.jsonl') ?? memoryFile('')))
        .toString('utf8')
        .trimEnd(),
      changed,
    )
  return inMemory(signed({ files: inBytes(again.files), body: again.body }, provider))
}

/** A record of these facts and this manifest, consistent as far as it can be, and signed. */
function withRecord(manifest: string, changed: readonly string[] = lines) {
  const text = changed.map((line) => `${line}\n`).join('')
  const counted = manifest.replace(`"events":${lines.length}`, `"events":${changed.length}`)
  const sums = counted.replace(
    /"events\.jsonl":\{"bytes":\d+,"sha256":"[0-9a-f]+"\}/,
    `"events.jsonl":{"bytes":${Buffer.byteLength(text)},"sha256":"${sha256Of(memoryFile(text))}"}`,
  )
  const files = new Map(honest)
  files.set('events.jsonl', memoryFile(text))
  files.set('seals.jsonl', memoryFile(`${sums}\n`))
  const { hashes, manifests } = bundleContent(files)
  const [root, size] = [rootOfLeafHashes(hashes), hashes.length / 32]
  files.set('leaf-hashes.txt', leafHashesFile(hashes))
  files.set('manifest-proof.txt', memoryFile(manifestProof(hashes)))
  const [told] = manifests
  if (told) files.set('README.txt', memoryFile(bundleReadme(told, size, root)))
  const listed = [...files].filter(([file]) => file !== 'checkpoint' && file !== 'SHA256SUMS')
  const all = new Map(listed.map(([file, content]) => [file, { sha256: sha256Of(content) }]))
  files.set('SHA256SUMS', memoryFile(sumsOf(all)))
  const body = checkpointBody({ origin: 'vigie/CTR-SMALL', size, root })
  files.set('checkpoint', memoryFile(`${body}\n${provider.line(body)}`))
  return files
}

function inMemory(bytes: ReadonlyMap<string, Uint8Array>) {
  return new Map([...bytes].map(([file, content]) => [file, memoryFile(content)]))
}

function inBytes(files: ReadonlyMap<string, Parameters<typeof wholeBytes>[0]>) {
  return new Map([...files].map(([file, content]) => [file, wholeBytes(content)]))
}
