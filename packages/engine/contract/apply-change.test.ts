import fc from 'fast-check'
import { applyPatch, type Operation } from 'rfc6902'
import { describe, expect, test } from 'vitest'
import { plainValue } from '../base/document/plain-value.ts'
import { readDocument } from '../base/document/read-document.ts'
import type { SourceNode } from '../base/document/source-node.ts'
import { applyChange, type Change } from './apply-change.ts'
import { indexOf, pointerOf, tokensOf, valueAt } from './json-pointer.ts'

const letters = fc.constantFrom('a', 'b', 'c', '0', '1', '-', 'a/b', 'a~b')
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, fc.constantFrom('x', 'y', true, null), tie('list'), tie('map')),
  list: fc.array(tie('any'), { maxLength: 3 }),
  map: fc.dictionary(letters, tie('any'), { maxKeys: 3 }),
})).any
const pointer = fc.array(letters, { minLength: 1, maxLength: 4 })

describe('a change of a located document', () => {
  test('law: does what an independent implementation of RFC 6902 does', () => {
    const change = fc.record({
      op: fc.constantFrom('add', 'replace', 'remove', 'move', 'copy', 'test'),
      from: pointer,
      path: pointer,
      value,
    })
    fc.assert(
      fc.property(value, change, (document, { op, from, path, value: given }) => {
        // Where RFC 6902 says error, the model coerces: indexes that are none, values moved into themselves.
        const strict = [from, path].every((tokens) => tokens.every((token) => token !== '-' || op === 'add'))
        fc.pre(strict && pointsThroughIndexes(document, path) && pointsThroughIndexes(document, from))
        fc.pre(op !== 'move' || !pointerOf(path).startsWith(`${pointerOf(from)}/`))
        fc.pre(op !== 'move' || pointerOf(path) !== pointerOf(from))
        const model: unknown = JSON.parse(JSON.stringify(document))
        const plain: unknown = JSON.parse(JSON.stringify(given))
        const operation = { op, from: pointerOf(from), path: pointerOf(path), value: plain } as Operation
        // RFC 6902: a move is a removal followed by an addition; the library looks up the destination before it removes.
        const moved = op === 'move' ? valueAt(node(document), from) : undefined
        if (op === 'move') {
          applyPatch(model, [{ op: 'remove', path: pointerOf(from) }])
          fc.pre(moved === undefined || pointsThroughIndexes(model, path))
        }
        const [error] =
          op !== 'move'
            ? applyPatch(model, [operation])
            : moved === undefined
              ? [new Error('nothing there')]
              : applyPatch(model, [{ op: 'add', path: pointerOf(path), value: plainValue(moved) }])
        const ours = applyChange(node(document), located(op, from, path, node(given)))
        if (typeof ours === 'string') return error !== null
        return error === null && JSON.stringify(sorted(plainValue(ours))) === JSON.stringify(sorted(model))
      }),
      { numRuns: 3000 },
    )
  })

  test('the original document is left as it was', () => {
    const document = node({ a: [{ id: 'x' }], b: { c: 'y' } })
    const before = JSON.stringify(plainValue(document))
    for (const path of ['/a/0', '/b', '/b/c', '/a/0/id'])
      expect(typeof applyChange(document, located('remove', [], tokensOf(path), document))).toBe('object')
    expect(JSON.stringify(plainValue(document))).toBe(before)
  })

  test.each([
    ['', []],
    ['/a~1b/m~0n/~01/', ['a/b', 'm~n', '~1', '']],
  ])('the pointer %j has the tokens %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens)
    expect(pointerOf(tokens)).toBe(text)
  })

  test.each(['01', '-1', '1.0', '1e1', '', '+1'])('%j is no index', (token) => {
    expect(indexOf(token)).toBeUndefined()
  })
})

function node(plain: unknown): SourceNode {
  const reading = readDocument(JSON.stringify(plain))
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues))
  return reading.root
}

function located(op: string, from: readonly string[], path: readonly string[], given: SourceNode): Change {
  const at = { line: 1, column: 1 }
  if (op === 'add' || op === 'replace' || op === 'test') return { op, path, value: given, at }
  if (op === 'move' || op === 'copy') return { op, from, path, at }
  return { op: 'remove', path, at }
}

/** Whether a pointer meets lists only by tokens that can be indexes. */
function pointsThroughIndexes(document: unknown, tokens: readonly string[]): boolean {
  let at = document
  for (const token of tokens) {
    if (Array.isArray(at)) {
      if (token !== '-' && indexOf(token) === undefined) return false
      if (Number(token) > at.length) return false
    } else if (typeof at !== 'object' || at === null) return false
    at = (at as Readonly<Record<string, unknown>>)[token]
  }
  return true
}

function sorted(plain: unknown): unknown {
  if (Array.isArray(plain)) return plain.map(sorted)
  if (typeof plain !== 'object' || plain === null) return plain
  return Object.fromEntries(
    Object.entries(plain)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
