import { describe, expect, it } from 'vitest'
import { formatTlogProof, inclusionProof, leafHash, parseCheckpoint, parseTlogProof, verifyInclusion } from './index.ts'
import { merkleRoot } from './merkle-tree.ts'
import { checkpointBody } from './write-checkpoint.ts'

const leaves = Array.from({ length: 11 }, (_, place) => new Uint8Array([place, 7]))
const body = checkpointBody({ origin: 'vigie/CTR', size: leaves.length, root: merkleRoot(leaves) })
const checkpoint = `${body}\n— provider.example ${Buffer.alloc(68, 1).toString('base64')}\n`
const proofAt = (index: number) =>
  formatTlogProof({ index, proof: inclusionProof(leaves, index), extra: leaves[index] as Uint8Array, checkpoint })

describe('a proof file (C2SP tlog-proof)', () => {
  it('has the lines of the specification, and reads back to an entry of the tree', () => {
    expect(proofAt(10).split('\n').slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra Cgc=', 'index 10'])
    for (const [index, leaf] of leaves.entries()) {
      const { proof, extra, ...read } = parseTlogProof(proofAt(index))
      expect(read).toEqual({ index, checkpoint })
      expect(extra).toEqual(leaf)
      const { size, root } = parseCheckpoint(read.checkpoint)
      expect(verifyInclusion({ leafHash: leafHash(leaf), index, size, proof, root })).toBe(true)
    }
  })

  it('needs no extra data, and no hash in a tree of one', () => {
    const alone = `c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoint}`
    expect(parseTlogProof(alone)).toEqual({ index: 0, proof: [], checkpoint })
    expect(formatTlogProof({ index: 0, proof: [], checkpoint })).toBe(alone)
  })

  it.each<[string, (text: string) => string]>([
    ['another version', (text) => text.replace('@v1', '@v2')],
    ['no index', (text) => text.replace('index 10\n', '')],
    ['an index with a zero before', (text) => text.replace('index 10', 'index 010')],
    ['a negative index', (text) => text.replace('index 10', 'index -1')],
    ['an index that no number holds', (text) => text.replace('index 10', 'index 9007199254740993')],
    ['an index twice', (text) => text.replace('index 10', 'index 10\nindex 10')],
    ['extra data after the index', (text) => text.replace('extra Cgc=\nindex 10', 'index 10\nextra Cgc=')],
    ['extra data that is no base64', (text) => text.replace('Cgc=', 'Cgc')],
    ['a hash of 31 bytes', (text) => text.replace('index 10', `index 10\n${Buffer.alloc(31).toString('base64')}`)],
    [
      'a path that no tree has',
      (text) => text.replace('index 10', `index 10${`\n${Buffer.alloc(32).toString('base64')}`.repeat(100_000)}`),
    ],
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['no checkpoint', (text) => text.slice(0, text.indexOf('\n\n') + 2)],
    ['nothing', () => ''],
  ])('is refused with %s', (_, change) => {
    const changed = change(proofAt(10))
    expect(changed).not.toBe(proofAt(10))
    expect(() => parseTlogProof(changed)).toThrow(SyntaxError)
  })
})
