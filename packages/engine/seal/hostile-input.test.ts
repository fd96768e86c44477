import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  consistencyProof,
  consistencyProofOfHashes,
  inclusionProof,
  inclusionProofOfHashes,
  merkleRoot,
  parseCheckpoint,
  rootOfLeafHashes,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

describe('canonical JSON of what nobody should write', () => {
  const shared = { a: 1 }
  it.each<[string, unknown, string]>([
    ['minus zero', JSON.parse('{"a":-0}'), '{"a":0}'],
    ['a value twice, which is no cycle', [shared, shared], '[{"a":1},{"a":1}]'],
    ['an object without prototype', Object.assign(Object.create(null), { b: 1, a: 2 }), '{"a":2,"b":1}'],
    ['a key that is a number', { 10: 1, 9: 2 }, '{"10":1,"9":2}'],
    ['the largest Unicode character', { '\u{10ffff}': 1, '\uffff': 2 }, '{"\u{10ffff}":1,"\uffff":2}'],
    ['a control character and its neighbours', '\u001f \u007f\u2028', '"\\u001f \u007f\u2028"'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it('is written at any depth', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    let value: unknown = []
    for (let depth = 1; depth < 200_000; depth += 1) value = [value]
    expect(canonicalJson(value)).toBe(deep)
  })

  const knot: Record<string, unknown> = { a: [{}] }
  knot.b = { back: knot }
  it.each<[string, unknown]>([
    ['a number that overflowed', JSON.parse('[1e400]')],
    ['a number that overflowed below', JSON.parse('[-1e400]')],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['undefined', undefined],
    ['a bigint inside', { a: [1n] }],
    ['a boxed string', { a: Object('x') }],
    ['bytes', new Uint8Array(2)],
    ['an object with a toJSON of its own', { toJSON: () => 1 }],
    ['a cycle through an object', knot],
    ['a lone surrogate at the end of a key', { 'a\ud83d': 1 }],
    ['two surrogates in the wrong order', '\ude00\ud83d'],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

describe('trees at their edges (RFC 9162)', () => {
  const leaves = Array.from({ length: 9 }, (_, place) => new Uint8Array([place]))
  const root = merkleRoot(leaves)
  const empty = new Uint8Array(createHash('sha256').digest())

  it('the empty tree is extended by every tree, under its own root alone', () => {
    const claim = { size1: 0, size2: 9, root1: empty, root2: root, proof: [] }
    expect(verifyConsistency(claim)).toBe(true)
    expect(verifyConsistency({ ...claim, root1: root })).toBe(false)
    expect(verifyConsistency({ ...claim, proof: [root] })).toBe(false)
    expect(verifyConsistency({ ...claim, size2: 0, root2: empty })).toBe(true)
    expect(verifyConsistency({ ...claim, size2: 0, root1: root, root2: root })).toBe(false)
  })

  it('nothing is in the empty tree', () => {
    expect(verifyInclusion({ leafHash: empty, index: 0, size: 0, proof: [], root: empty })).toBe(false)
  })

  it('sizes and indexes that are no counts prove nothing', () => {
    const [leafHash] = [merkleRoot(leaves.slice(0, 1))]
    const inclusion = { leafHash: leafHash as Uint8Array, index: 0, size: 9, proof: inclusionProof(leaves, 0), root }
    expect(verifyInclusion(inclusion)).toBe(true)
    const growth = {
      size1: 3,
      size2: 9,
      root1: merkleRoot(leaves.slice(0, 3)),
      root2: root,
      proof: consistencyProof(leaves, 3),
    }
    expect(verifyConsistency(growth)).toBe(true)
    for (const wrong of [-1, 9, 10, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -0.1]) {
      expect(verifyInclusion({ ...inclusion, index: wrong }), `index ${wrong}`).toBe(false)
      expect(verifyConsistency({ ...growth, size1: wrong }), `size1 ${wrong}`).toBe(false)
      // A path says its height, not its size: the checkpoint does. 10 has the height of 9.
      if (wrong === 9 || wrong === 10) continue
      expect(verifyInclusion({ ...inclusion, size: wrong }), `size ${wrong}`).toBe(false)
      expect(verifyConsistency({ ...growth, size2: wrong }), `size2 ${wrong}`).toBe(false)
    }
  })

  it('a proof of a million hashes is refused', () => {
    const proof = new Array<Uint8Array>(1_000_000).fill(root)
    expect(verifyInclusion({ leafHash: root, index: 2 ** 40, size: 2 ** 41, proof, root })).toBe(false)
    expect(verifyConsistency({ size1: 2 ** 40, size2: 2 ** 41, root1: root, root2: root, proof })).toBe(false)
  })

  it('from leaf hashes as from leaves, at every size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (size, any) => {
        const entries = Array.from({ length: size }, (_, place) => new Uint8Array([place, 1]))
        const hashes = new Uint8Array(
          Buffer.concat(entries.map((entry) => createHash('sha256').update('\0').update(entry).digest())),
        )
        expect(rootOfLeafHashes(hashes)).toEqual(merkleRoot(entries))
        expect(inclusionProofOfHashes(hashes, any % size)).toEqual(inclusionProof(entries, any % size))
        expect(consistencyProofOfHashes(hashes, any % size)).toEqual(consistencyProof(entries, any % size))
        expect(() => rootOfLeafHashes(hashes.subarray(1))).toThrow(RangeError)
      }),
    )
  })
})

describe('notes that others may have prepared (C2SP signed-note)', () => {
  const provider = signer('provider.example')
  const body = `vigie/CTR\n9\n${Buffer.alloc(32, 3).toString('base64')}\n`
  const note = `${body}\n${provider.line(body)}`

  it.each<[string, string]>([
    ['as it is', note],
    ['with the same signature twice', `${note}${provider.line(body)}`],
    ['with an extension line', extended(body, 'a word from the log')],
    ['with a delete character in an extension line', extended(body, 'a\u007fb')],
    ['with sixteen signatures of strangers', note + signer('stranger.example').line(body).repeat(16)],
    ['with a stranger of the same name', note + signer('provider.example').line(body)],
    ['with a stranger under the same key id', note + lineOf('stranger.example', provider.id, Buffer.alloc(64))],
  ])('holds %s', (_, text) => {
    expect(verifyCheckpoint(text, [provider.key])).toMatchObject({ ok: true, signedBy: ['provider.example'] })
  })

  it.each<[string, string]>([
    ['with a second signature of the key that fails', note + lineOf('provider.example', provider.id, Buffer.alloc(64))],
    ['with a signature one byte short', `${body}\n${lineOf('provider.example', provider.id, Buffer.alloc(63))}`],
    ['under the name of another', note.replace('— provider', '— prodiver')],
    ['with no newline at the end', note.slice(0, -1)],
    ['with an empty line after the signatures', `${note}\n`],
    ['with words after the signatures', `${note}more\n`],
    ['with Windows line ends', note.replaceAll('\n', '\r\n')],
    ['with two spaces after the dash', note.replace('— ', '—  ')],
    ['with an en dash', note.replace('—', '–')],
    ['with no signature', `${body}\n`],
    ['with no empty line', note.replace('\n\n', '\n')],
    ['with an empty extension line', extended(body, '')],
    ['with a tab', extended(body, 'a\tb')],
    ['with a lone surrogate', extended(body, '\ud800')],
    ['longer than any note', extended(body, 'x'.repeat(2_000_000))],
  ])('does not hold %s', (_, text) => {
    expect(verifyCheckpoint(text, [provider.key])).toMatchObject({ ok: false, why: expect.any(String) })
  })

  it('keeps its extension lines', () => {
    expect(parseCheckpoint(extended(body, 'one\ntwo'))).toMatchObject({ extensions: ['one', 'two'], size: 9 })
  })

  it('one key given twice counts once', () => {
    expect(verifyCheckpoint(note, [provider.key, provider.key])).toMatchObject({
      ok: true,
      signedBy: ['provider.example'],
    })
  })

  it('a key for which any signature would do is worth nothing', () => {
    // The neutral point of the curve as public key: R = S·B then "signs" every text (RFC 8032, 8.6).
    const neutral = Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])
    const id = idOf('weak.example', neutral)
    const key = `weak.example+${id.toString('hex')}+${Buffer.concat([Buffer.from([1]), neutral]).toString('base64')}`
    const forged = `${body}\n${lineOf('weak.example', id, Buffer.concat([neutral, Buffer.alloc(32)]))}`
    expect(verifyCheckpoint(forged, [key])).toMatchObject({ ok: false, signedBy: [] })
  })

  it('a time above 2^63 - 1 is no time of a cosignature', () => {
    const witness = signer('witness.example', 0x04)
    const at = (seconds: bigint) => {
      const time = Buffer.alloc(8)
      time.writeBigUInt64BE(seconds)
      const made = witness.sign(`cosignature/v1\ntime ${seconds}\n${body}`)
      return `${body}\n${lineOf('witness.example', witness.id, Buffer.concat([time, made]))}`
    }
    expect(verifyCheckpoint(at(2n ** 63n - 1n), [witness.key]).ok).toBe(true)
    expect(verifyCheckpoint(at(2n ** 63n), [witness.key]).ok).toBe(false)
    expect(verifyCheckpoint(at(0n), [witness.key]).ok).toBe(true)
  })

  function extended(text: string, line: string): string {
    const longer = `${text}${line}\n`
    return `${longer}\n${provider.line(longer)}`
  }
})

function signer(name: string, type = 0x01) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const id = idOf(name, raw, type)
  const made = (text: string) => sign(null, Buffer.from(text), privateKey)
  return {
    id,
    sign: made,
    key: `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.from([type]), raw]).toString('base64')}`,
    line: (text: string) => lineOf(name, id, made(text)),
  }
}

function idOf(name: string, raw: Uint8Array, type = 0x01): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([type]))
    .update(raw)
    .digest()
    .subarray(0, 4)
}

function lineOf(name: string, id: Uint8Array, signature: Uint8Array): string {
  return `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`
}
