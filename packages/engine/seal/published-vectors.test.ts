import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  consistencyProof,
  formatVerifierKey,
  inclusionProof,
  leafHash,
  merkleRoot,
  noteKey,
  parseVerifierKey,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

describe('RFC 8785, appendix B: numbers by their IEEE 754 bits', () => {
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('%s is %s', (bits, text) => {
    expect(canonicalJson(numberOf(bits))).toBe(text)
  })

  it.each([
    ['7fffffffffffffff', 'NaN'],
    ['7ff0000000000000', 'Infinity'],
  ])('%s (%s) is refused', (bits) => {
    expect(() => canonicalJson(numberOf(bits))).toThrow(TypeError)
  })
})

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

describe('proofs of certificate transparency (RFC 6962 and 9162)', () => {
  it.each<[number, number, string[]]>([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('entry %i of %i', (index, size, published) => {
    const leaves = entries.slice(0, size)
    const proof = inclusionProof(leaves, index)
    expect(proof.map(bytesToHex)).toEqual(published)
    const claim = { leafHash: leafHash(leaves[index] as Uint8Array), index, size, proof, root: merkleRoot(leaves) }
    expect(verifyInclusion(claim)).toBe(true)
    const no = new Uint8Array(0)
    for (const wrong of [
      { index: index - 1 },
      { index: index + 1 },
      { index: index ^ 2 },
      { index: 0.5 },
      { size: size * 2 },
      { size: Math.floor(size / 2) },
      { size: 0 },
      { leafHash: no },
      { root: no },
      { root: merkleRoot([]) },
      { proof: [...proof, no] },
      { proof: [no, ...proof] },
      { proof: [claim.root, ...proof] },
      { proof: [...proof, claim.root] },
    ]) {
      expect(verifyInclusion({ ...claim, ...wrong }), JSON.stringify(wrong)).toBe(false)
    }
  })

  it.each<[number, number, string[]]>([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
    [
      6,
      7,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
  ])('%i entries, then %i', (size1, size2, published) => {
    const [root1, root2] = [merkleRoot(entries.slice(0, size1)), merkleRoot(entries.slice(0, size2))]
    const proof = consistencyProof(entries.slice(0, size2), size1)
    expect(proof.map(bytesToHex)).toEqual(published)
    const claim = { size1, size2, root1, root2, proof }
    expect(verifyConsistency(claim)).toBe(true)
    const no = new Uint8Array(0)
    for (const wrong of [
      { size1: size1 + 1 },
      { size1: size1 - 1 },
      { size1: 0.5 },
      { size2: size2 * 2 },
      { size2: Math.floor(size2 / 2) },
      { root1: no },
      { root2: no },
      { root1: merkleRoot([]) },
      { root2: merkleRoot([]) },
      { proof: [...proof, no] },
      { proof: [...proof, root1] },
      { proof: [...proof, root2] },
      { proof: [no, ...proof] },
      { proof: [root1, ...proof] },
      ...(proof.length === 0 ? [] : [{ proof: [] }, { proof: proof.slice(0, -1) }, { root1: root2, root2: root1 }]),
    ]) {
      expect(verifyConsistency({ ...claim, ...wrong }), JSON.stringify(wrong)).toBe(false)
    }
  })
})

// Signed in 2021 by the checksum database of Go, whose key is public; a log that is not ours.
const key = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'
const note = `go.sum database tree
6476701
mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=

— sum.golang.org Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=
`

describe('a checkpoint of another log (C2SP)', () => {
  it('holds under its published key, an unknown signature beside it or not', () => {
    expect(verifyCheckpoint(note, [key])).toMatchObject({ ok: true, origin: 'go.sum database tree', size: 6_476_701 })
    const stranger = `${note}— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n`
    expect(verifyCheckpoint(stranger, [key])).toMatchObject({ ok: true, signedBy: ['sum.golang.org'] })
  })

  it.each([
    ['another size', note.replace('6476701', '6476702')],
    ['an extension line', note.replace('9Wk=\n\n', '9Wk=\nmore\n\n')],
    ['another name', note.replace('— sum', '— som')],
    ['a second signature of the key that does not hold', `${note}${lastLine(note).replace('LX85', 'LX86')}`],
    ['no newline at the end', note.slice(0, -1)],
    ['Windows line ends', note.replaceAll('\n', '\r\n')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['an empty line more', note.replace('\n\n', '\n\n\n')],
    ['a size with a sign', note.replace('6476701', '+6476701')],
    ['a root without its padding', note.replace('9Wk=', '9Wk')],
  ])('does not hold with %s', (_, changed) => {
    expect(changed).not.toBe(note)
    expect(verifyCheckpoint(changed, [key]).ok).toBe(false)
  })

  it('a verifier key is read and written back, and refused when its id or its type is another', () => {
    const read = parseVerifierKey(key)
    expect(read && formatVerifierKey(read)).toBe(key)
    expect(read && formatVerifierKey(noteKey('sum.golang.org', 'seal', read.publicKey))).toBe(key)
    for (const wrong of [
      key.replace('033de0ae', '033de0af'),
      key.replace('+Ac4z', '+As4z'),
      key.replace('sum.', 'sum '),
      `x${key}`,
      key.slice(0, -4),
      '',
    ])
      expect(parseVerifierKey(wrong), wrong).toBeUndefined()
    expect(() => noteKey('a+b', 'seal', new Uint8Array(32))).toThrow(RangeError)
    expect(() => noteKey('a', 'seal', new Uint8Array(31))).toThrow(RangeError)
  })
})

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('—'))
}

function numberOf(bits: string): number {
  return new DataView(hexToBytes(bits).buffer).getFloat64(0)
}
