import { generateKeyPairSync, sign } from 'node:crypto'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleRoot,
  parseCheckpoint,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

describe('canonical JSON (RFC 8785)', () => {
  it.each([
    [
      'keys by UTF-16 code units',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    [
      'numbers as ECMAScript writes them',
      [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    ],
    ['control characters in short or \\u form', '\u20ac$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['literals and nesting', { b: [null, true, false, {}], a: [] }, '{"a":[],"b":[null,true,false,{}]}'],
    ['a key named __proto__', JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ])('%s', (_, value, expected) => {
    expect(canonicalJson(value)).toBe(expected)
  })

  const cycle: unknown[] = []
  cycle.push(cycle)
  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udead': 1 }],
    ['undefined in an array', [undefined]],
    ['undefined in an object', { a: undefined }],
    ['a hole in an array', new Array(1)],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a cycle', cycle],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('is the same for every order of the keys, and parses back to the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(reversed(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })
})

// Entries and roots published with the reference implementation of certificate transparency.
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hexToBytes)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('Merkle tree (RFC 9162)', () => {
  it.each(roots.map((root, size) => [size, root] as const))('of %i entries has the published root', (size, root) => {
    expect(bytesToHex(merkleRoot(entries.slice(0, size)))).toBe(root)
  })

  const trees = fc
    .integer({ min: 1, max: 70 })
    .map((size) => Array.from({ length: size }, (_, i) => new Uint8Array([i, size])))

  it('every entry has a proof that holds, and holds for nothing else', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (leaves, anyIndex, anyByte) => {
        const index = anyIndex % leaves.length
        const proof = inclusionProof(leaves, index)
        const claim = {
          leafHash: leafHash(leaves[index] as Uint8Array),
          index,
          size: leaves.length,
          proof,
          root: merkleRoot(leaves),
        }
        expect(verifyInclusion(claim)).toBe(true)
        expect(verifyInclusion({ ...claim, root: flipped(claim.root, anyByte) })).toBe(false)
        expect(verifyInclusion({ ...claim, leafHash: flipped(claim.leafHash, anyByte) })).toBe(false)
        expect(verifyInclusion({ ...claim, proof: [...proof, claim.root] })).toBe(false)
        expect(verifyInclusion({ ...claim, index: claim.size })).toBe(false)
        if (proof.length > 0) {
          expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false)
          expect(
            verifyInclusion({
              ...claim,
              proof: proof.map((hash, i) => (i === anyByte % proof.length ? flipped(hash, anyByte) : hash)),
            }),
          ).toBe(false)
        }
      }),
    )
  })

  it('every prefix has a consistency proof that holds, and holds for nothing else', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (leaves, anySize, anyByte) => {
        const size1 = anySize % (leaves.length + 1)
        const proof = consistencyProof(leaves, size1)
        const claim = {
          size1,
          size2: leaves.length,
          root1: merkleRoot(leaves.slice(0, size1)),
          root2: merkleRoot(leaves),
          proof,
        }
        expect(verifyConsistency(claim)).toBe(true)
        expect(verifyConsistency({ ...claim, root1: flipped(claim.root1, anyByte) })).toBe(false)
        if (size1 > 0) expect(verifyConsistency({ ...claim, root2: flipped(claim.root2, anyByte) })).toBe(false)
        expect(verifyConsistency({ ...claim, proof: [...proof, claim.root1] })).toBe(false)
        if (proof.length > 0) expect(verifyConsistency({ ...claim, proof: proof.slice(0, -1) })).toBe(false)
      }),
    )
  })

  it.each([
    ['an index beyond the tree', () => inclusionProof(entries, 8)],
    ['a size beyond the tree', () => consistencyProof(entries, 9)],
    ['a fraction', () => inclusionProof(entries, 0.5)],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError)
  })
})

describe('checkpoints (C2SP)', () => {
  const client = signer('client.example', 0x01)
  const witness = signer('witness.example', 0x04)
  const body = `vigie.example/CTR-1\n8\n${Buffer.from(roots[8] ?? '', 'hex').toString('base64')}\n`
  const note = `${body}\n${client.line(body)}${witness.line(body)}`

  it('is read with its parts', () => {
    const { origin, size, root, extensions, signatures } = parseCheckpoint(note)
    expect({ origin, size, root: bytesToHex(root), extensions, names: signatures.map(({ name }) => name) }).toEqual({
      origin: 'vigie.example/CTR-1',
      size: 8,
      root: roots[8],
      extensions: [],
      names: ['client.example', 'witness.example'],
    })
  })

  it('holds when every given key has signed (signatures made by OpenSSL)', () => {
    expect(verifyCheckpoint(note, [client.key, witness.key])).toMatchObject({
      ok: true,
      size: 8,
      signedBy: ['client.example', 'witness.example'],
    })
  })

  it('does not hold without keys, or when one key has not signed', () => {
    expect(verifyCheckpoint(note, [])).toMatchObject({ ok: false })
    expect(verifyCheckpoint(`${body}\n${client.line(body)}`, [client.key, witness.key])).toMatchObject({
      ok: false,
      signedBy: ['client.example'],
    })
    expect(verifyCheckpoint(note, [signer('client.example', 0x01).key])).toMatchObject({ ok: false, signedBy: [] })
  })

  it('does not hold after any single change of its bytes', () => {
    const bytes = Buffer.from(note)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x01
      expect(verifyCheckpoint(changed.toString(), [client.key, witness.key]).ok, `byte ${at}`).toBe(false)
    }
  })

  it.each([
    ['', 'no blank line before the signatures'],
    ['origin\n01\nAAAA\n\n', 'not a tree size: 01'],
    ['origin\n1\nAAAA\n\n', 'the root is not 32 bytes in base64'],
    ['\n1\nAAAA\n\n', 'no origin line'],
  ])('%j is no checkpoint', (text, why) => {
    expect(() => parseCheckpoint(text)).toThrow(SyntaxError)
    expect(verifyCheckpoint(text, [client.key])).toEqual({ ok: false, signedBy: [], why })
  })
})

function signer(name: string, type: number) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const typed = Buffer.concat([Buffer.from([type]), raw])
  const keyId = Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), typed]))).subarray(0, 4)
  const line = (body: string) => {
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(1_795_000_000n)
    const signature =
      type === 0x01
        ? sign(null, Buffer.from(body), privateKey)
        : Buffer.concat([time, sign(null, Buffer.from(`cosignature/v1\ntime 1795000000\n${body}`), privateKey)])
    return `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`
  }
  return { key: `${name}+${keyId.toString('hex')}+${typed.toString('base64')}`, line }
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 0x10 : byte))
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
