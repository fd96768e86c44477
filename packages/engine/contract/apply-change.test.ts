import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainValue } from '../base/document/plain-value.ts'
import { readDocument } from '../base/document/read-document.ts'
import type { SourceNode } from '../base/document/source-node.ts'
import { applyChange, type Change } from './apply-change.ts'
import { indexOf, pointerOf, tokensOf } from './json-pointer.ts'

type Json = null | boolean | string | Json[] | { [key: string]: Json }
type Operation = {
  readonly op: 'add' | 'replace' | 'remove' | 'move' | 'copy' | 'test'
  readonly from?: string
  readonly path: string
  readonly value?: Json
}

const letters = fc.constantFrom('a', 'b', '0', '1', '2', '-', '01', 'a/b', 'a~b')
const { any: value } = fc.letrec<{ any: Json; list: Json[]; map: { [key: string]: Json } }>((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, fc.constantFrom('x', 'y', true, null), tie('list'), tie('map')),
  list: fc.array(tie('any'), { maxLength: 3 }),
  map: fc.dictionary(letters, tie('any'), { maxKeys: 3, noNullPrototype: true }),
}))
const pointer = fc.array(letters, { maxLength: 4 }).map(pointerOf)
const operation = fc.record({
  op: fc.constantFrom('add', 'replace', 'remove', 'move', 'copy', 'test'),
  from: pointer,
  path: pointer,
  value,
})

describe('a change of a located document', () => {
  test('law: does what a naive reading of RFC 6902 does', () => {
    fc.assert(
      fc.property(value, operation, (document, one) => {
        const ours = applyChange(node(document), located(one))
        const model = naive(document, one)
        return (
          JSON.stringify(typeof ours === 'string' ? undefined : sorted(plainValue(ours))) ===
          JSON.stringify(sorted(model))
        )
      }),
      { numRuns: 5000 },
    )
  })

  test.each<[string, Json, Operation, Json | undefined]>([
    ['adds a member', { foo: 'bar' }, { op: 'add', path: '/baz', value: 'qux' }, { foo: 'bar', baz: 'qux' }],
    ['adds before an element', ['a', 'c'], { op: 'add', path: '/1', value: 'b' }, ['a', 'b', 'c']],
    ['adds at the end', ['a'], { op: 'add', path: '/-', value: 'b' }, ['a', 'b']],
    ['adds over a member that stands', { a: 'x' }, { op: 'add', path: '/a', value: 'y' }, { a: 'y' }],
    ['adds to nothing', { a: 'x' }, { op: 'add', path: '/b/c', value: 'y' }, undefined],
    ['removes a member', { a: 'x', b: 'y' }, { op: 'remove', path: '/b' }, { a: 'x' }],
    ['removes an element', ['a', 'b', 'c'], { op: 'remove', path: '/1' }, ['a', 'c']],
    ['replaces what stands only', { a: 'x' }, { op: 'replace', path: '/b', value: 'y' }, undefined],
    ['moves a value', { a: { b: 'x' }, c: {} }, { op: 'move', from: '/a/b', path: '/c/d' }, { a: {}, c: { d: 'x' } }],
    ['moves an element', ['a', 'b', 'c'], { op: 'move', from: '/0', path: '/2' }, ['b', 'c', 'a']],
    [
      'moves through the list as it stands after the removal',
      ['a', [], {}],
      { op: 'move', from: '/0', path: '/1/d' },
      [[], { d: 'a' }],
    ],
    ['tests a value', { a: ['x'] }, { op: 'test', path: '/a', value: ['x'] }, { a: ['x'] }],
    ['fails a test', { a: ['x'] }, { op: 'test', path: '/a', value: ['y'] }, undefined],
    [
      'compares members in any order',
      { a: 'x', b: 'y' },
      { op: 'test', path: '', value: { b: 'y', a: 'x' } },
      { a: 'x', b: 'y' },
    ],
    ['unescapes ~01', { '~1': 'x' }, { op: 'test', path: '/~01', value: 'x' }, { '~1': 'x' }],
  ])('%s', (_, document, one, expected) => {
    const changed = applyChange(node(document), located(one))
    expect(typeof changed === 'string' ? undefined : plainValue(changed)).toEqual(expected)
  })

  test('numbers are compared by value, not by their digits', () => {
    const four = parsed('4')
    expect(typeof applyChange(four, { op: 'test', path: [], value: parsed('4.0'), at: AT })).toBe('object')
    expect(applyChange(four, { op: 'test', path: [], value: parsed('"4"'), at: AT })).toBe('test-failed')
  })

  test('the original document is left as it was', () => {
    const document = node({ a: [{ id: 'x' }], b: { c: 'y' } })
    const before = JSON.stringify(plainValue(document))
    for (const path of ['/a/0', '/b', '/b/c', '/a/0/id'])
      expect(typeof applyChange(document, located({ op: 'remove', path }))).toBe('object')
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

const AT = { line: 1, column: 1 }

/** RFC 6902 on plain values, copied before each step; `undefined` where it says error. */
function naive(document: Json, { op, from = '', path, value: given = null }: Operation): Json | undefined {
  const copy: Json = JSON.parse(JSON.stringify(document))
  switch (op) {
    case 'add':
      return naiveAdd(copy, path, given)
    case 'remove':
      return naiveRemove(copy, path)
    case 'replace':
      return naiveGet(copy, path) === undefined ? undefined : path === '' ? given : naiveReplace(copy, path, given)
    case 'test': {
      const found = naiveGet(copy, path)
      return found !== undefined && JSON.stringify(sorted(found)) === JSON.stringify(sorted(given)) ? copy : undefined
    }
    case 'copy': {
      const found = naiveGet(copy, from)
      return found === undefined ? undefined : naiveAdd(copy, path, JSON.parse(JSON.stringify(found)))
    }
    case 'move': {
      const found = naiveGet(copy, from)
      if (found === undefined || path.startsWith(`${from}/`)) return undefined
      const rest = naiveRemove(copy, from)
      return rest === undefined ? undefined : naiveAdd(rest, path, found)
    }
  }
}

function naiveGet(document: Json, path: string): Json | undefined {
  let at: Json | undefined = document
  for (const token of unescaped(path)) {
    if (Array.isArray(at)) at = /^(0|[1-9][0-9]*)$/.test(token) ? at[Number(token)] : undefined
    else if (typeof at === 'object' && at !== null && Object.keys(at).includes(token)) at = at[token]
    else return undefined
  }
  return at
}

function naiveAdd(document: Json, path: string, given: Json): Json | undefined {
  const tokens = unescaped(path)
  const last = tokens.pop()
  if (last === undefined) return given
  const parent = naiveGet(document, path.slice(0, path.lastIndexOf('/')))
  if (Array.isArray(parent)) {
    const index = last === '-' ? parent.length : /^(0|[1-9][0-9]*)$/.test(last) ? Number(last) : Number.NaN
    if (!(index <= parent.length)) return undefined
    parent.splice(index, 0, given)
    return document
  }
  if (typeof parent !== 'object' || parent === null) return undefined
  parent[last] = given
  return document
}

function naiveReplace(document: Json, path: string, given: Json): Json | undefined {
  const parent = naiveGet(document, path.slice(0, path.lastIndexOf('/')))
  const last = unescaped(path).at(-1) ?? ''
  if (Array.isArray(parent)) parent[Number(last)] = given
  else if (typeof parent === 'object' && parent !== null) parent[last] = given
  return document
}

function naiveRemove(document: Json, path: string): Json | undefined {
  if (path === '' || naiveGet(document, path) === undefined) return undefined
  const parent = naiveGet(document, path.slice(0, path.lastIndexOf('/')))
  const last = unescaped(path).at(-1) ?? ''
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (typeof parent === 'object' && parent !== null) delete parent[last]
  return document
}

function unescaped(path: string): string[] {
  const [, ...tokens] = path.split('/')
  return tokens.map((token) => token.replace(/~[01]/g, (found) => (found === '~1' ? '/' : '~')))
}

function node(plain: Json): SourceNode {
  return parsed(JSON.stringify(plain))
}

function parsed(text: string): SourceNode {
  const reading = readDocument(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues))
  return reading.root
}

function located({ op, from = '', path, value: given = null }: Operation): Change {
  if (op === 'remove') return { op, path: tokensOf(path), at: AT }
  if (op === 'move' || op === 'copy') return { op, from: tokensOf(from), path: tokensOf(path), at: AT }
  return { op, path: tokensOf(path), value: node(given), at: AT }
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
