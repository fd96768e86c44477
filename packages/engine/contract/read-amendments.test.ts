import { instantOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Issue } from '../base/issue.ts'
import type { ContractHistory } from './contract.ts'
import { completeContract } from './fixtures/complete-contract.ts'
import { readContract } from './read-contract.ts'
import { versionInForce } from './version-in-force.ts'

type Words = { readonly [key: string]: unknown }

/** An amendment of one change that is right; tests change one word. */
const words = {
  vigie: 1,
  amends: 'CTR-DEMO',
  number: 1,
  effectiveFrom: '2026-04-01',
  signedOn: '2026-03-15',
  summary: 'Prise en compte en vingt minutes',
  changes: [
    { op: 'test', path: '/commitments/targets/0/id', value: 'P1-RESPONSE' },
    { op: 'replace', path: '/commitments/targets/0/target/minutes', value: 20 },
  ],
}

const amendment = (change: Words = {}, file = `amendments/0${change.number ?? 1}.yaml`) => ({
  file,
  source: stringify({ ...words, ...change }, { version: '1.2', lineWidth: 0 }),
})

describe('amendments make versions', () => {
  test('one change, one version more, from its date', () => {
    const { versions } = history([amendment()])
    expect(versions.map(({ version, effectiveFrom, signedOn }) => [version, effectiveFrom, signedOn])).toEqual([
      ['1', '2026-01-01', '2025-12-01'],
      ['2', '2026-04-01', '2026-03-15'],
    ])
    expect(versions.map(({ commitments }) => commitments.targets[0])).toMatchObject([
      { target: { milliseconds: 1_800_000 } },
      { target: { milliseconds: 1_200_000 } },
    ])
  })

  test('they apply in the order of their numbers, whatever the order of the files, each on the one before', () => {
    const second = amendment({
      number: 2,
      effectiveFrom: '2026-06-01',
      changes: [
        { op: 'test', path: '/commitments/targets/0/id', value: 'P1-RESPONSE' },
        { op: 'test', path: '/commitments/targets/0/target/minutes', value: 20 },
        { op: 'replace', path: '/commitments/targets/0/target/minutes', value: 15 },
      ],
    })
    for (const files of [
      [amendment(), second],
      [second, amendment()],
    ])
      expect(history(files).versions.map(({ version }) => version)).toEqual(['1', '2', '3'])
  })

  test('of those that take effect on one day, the one of the highest number is in force', () => {
    const day = { effectiveFrom: '2026-04-01', signedOn: '2026-03-15' }
    const found = history([
      amendment(day),
      amendment({
        ...day,
        number: 2,
        changes: [
          { op: 'test', path: '/commitments/targets/0/id', value: 'P1-RESPONSE' },
          { op: 'test', path: '/commitments/targets/0/target/minutes', value: 20 },
          { op: 'replace', path: '/commitments/targets/0/target/minutes', value: 15 },
        ],
      }),
    ])
    const at = (text: string) => versionInForce(found, instantOf(text))?.version
    expect([at('2026-03-31T21:59:59Z'), at('2026-03-31T22:00:00Z')]).toEqual(['1', '3'])
  })

  test('one in force from the first day replaces the contract as signed', () => {
    const found = history([amendment({ effectiveFrom: '2026-01-01', signedOn: '2025-12-24' })])
    expect(versionInForce(found, instantOf('2026-01-01T00:00:00+01:00'))?.version).toBe('2')
  })

  test('those of another contract are left out, with a warning', () => {
    const reading = readContract(completeContract, { amendments: [amendment({ amends: 'CTR-OTHER' })] })
    if (!reading.ok) throw new Error('refused')
    expect(reading.history.versions).toHaveLength(1)
    expect(reading.warnings.map(({ code, place }) => [code, place.file])).toEqual([
      ['other-contract', 'amendments/01.yaml'],
    ])
  })

  test('they can be left out', () => {
    const reading = readContract(completeContract, { amendments: [amendment()], applyAmendments: false })
    expect(reading.ok && reading.history.versions).toHaveLength(1)
  })

  test('a renewal by amendment moves the end of the term', () => {
    const express = completeContract.replace('renewal: { mode: tacit, for: P12M }', 'renewal: { mode: express }')
    const renewal = amendment({
      effectiveFrom: '2028-12-01',
      changes: [{ op: 'replace', path: '/contract/term/initial', value: 'P48M' }],
    })
    expect(history([renewal], express).versions.map(({ effectiveTo }) => effectiveTo)).toEqual([
      '2029-01-01',
      '2030-01-01',
    ])
  })

  test('every operation of RFC 6902 works', () => {
    const { versions } = history([
      amendment({
        changes: [
          { op: 'add', path: '/scope/exclusions/-', value: 'Matériel personnel' },
          { op: 'add', path: '/scope/exclusions/0', value: 'Logiciels métier' },
          { op: 'test', path: '/commitments/targets/3/id', value: 'UPDATES' },
          { op: 'remove', path: '/commitments/targets/3' },
          { op: 'copy', from: '/calendars/business', path: '/calendars/summer' },
          { op: 'move', from: '/commitments/penaltyRules/earnBack', path: '/commitments/penaltyRules/earnBack' },
          { op: 'add', path: '/contract/title', value: 'Contrat amendé' },
        ],
      }),
    ])
    const [, amended] = versions
    expect(amended?.chapters.scope?.exclusions).toEqual(['Logiciels métier', 'Consommables', 'Matériel personnel'])
    expect(amended?.commitments.targets.map(({ id }) => id)).not.toContain('UPDATES')
    expect(Object.keys(amended?.calendars ?? {})).toContain('summer')
    expect(amended?.title).toBe('Contrat amendé')
  })
})

describe('an amendment is refused', () => {
  const change = (...changes: readonly Words[]) => ({ changes })
  test.each<[string, Words, string, string]>([
    ['before its signature', { signedOn: '2026-04-02' }, 'effective-before-signature', 'effectiveFrom'],
    ['on a date that does not exist', { effectiveFrom: '2026-04-31' }, 'not-a-civil-date', 'effectiveFrom'],
    [
      'before the version before it',
      { effectiveFrom: '2025-12-31', signedOn: '2025-12-24' },
      'effective-out-of-order',
      'effectiveFrom',
    ],
    ['without the one before it', { number: 2 }, 'missing-number', 'number'],
    ['of number 0', { number: 0 }, 'not-a-positive-whole-number', 'number'],
    ['with an unknown key', { reason: 'x' }, 'unknown-key', 'reason'],
    ['without changes', { changes: [] }, 'empty-list', 'changes'],
    ['with an unknown operation', change({ op: 'delete', path: '/scope' }), 'unknown-value', 'changes[0].op'],
    [
      'with a path that is no pointer',
      change({ op: 'remove', path: 'scope' }),
      'not-a-json-pointer',
      'changes[0].path',
    ],
    ['with an addition of nothing', change({ op: 'add', path: '/scope' }), 'missing-key', 'changes[0].value'],
    [
      'through an index without a test',
      change({ op: 'replace', path: '/commitments/targets/0/target/minutes', value: 20 }),
      'unguarded-index',
      'changes[0].path',
    ],
    [
      'through an inner index without a test',
      change(
        { op: 'test', path: '/evolution/pricing/items/0/id', value: 'SEAT' },
        { op: 'replace', path: '/evolution/pricing/items/0/tiers/0/price', value: 40 },
      ),
      'unguarded-index',
      'changes[1].path',
    ],
    [
      'when the list has moved since the test',
      change(
        { op: 'test', path: '/commitments/targets/3/id', value: 'UPDATES' },
        { op: 'remove', path: '/commitments/targets/3' },
        { op: 'remove', path: '/commitments/targets/3' },
      ),
      'unguarded-index',
      'changes[2].path',
    ],
    [
      'when the test fails',
      change({ op: 'test', path: '/commitments/targets/0/id', value: 'P2-RESPONSE' }),
      'test-failed',
      'changes[0].path',
    ],
    ['where nothing stands', change({ op: 'remove', path: '/scope/nothing' }), 'nothing-there', 'changes[0].path'],
    [
      'past the end of a list',
      change({ op: 'add', path: '/scope/exclusions/9', value: 'x' }),
      'nothing-there',
      'changes[0].path',
    ],
    [
      'on a prototype',
      change({ op: 'add', path: '/scope/__proto__/polluted', value: true }),
      'forbidden-key',
      'changes[0].path',
    ],
    [
      'on the identity of the contract',
      change({ op: 'replace', path: '/contract/id', value: 'X' }),
      'protected-path',
      'changes[0].path',
    ],
    [
      'on its effective date',
      change({ op: 'remove', path: '/contract/effectiveFrom' }),
      'protected-path',
      'changes[0].path',
    ],
    ['on the whole contract', change({ op: 'replace', path: '', value: {} }), 'protected-path', 'changes[0].path'],
    [
      'that moves a value into itself',
      change({ op: 'move', from: '/scope', path: '/scope/sites' }),
      'into-itself',
      'changes[0].path',
    ],
  ])('%s', (_, changed, code, path) => {
    const [issue, ...others] = issuesOf([amendment(changed, 'amendments/01.yaml')])
    expect([issue?.code, issue?.place.path, issue?.place.file]).toEqual([code, path, 'amendments/01.yaml'])
    expect(issue?.place.line).toBeGreaterThan(1)
    expect(issue?.expected?.fr).toMatch(/\S/)
    expect(others).toEqual([])
  })

  test('when its number is taken', () => {
    expect(issuesOf([amendment(), amendment({}, 'amendments/01-again.yaml')]).map(({ code }) => code)).toEqual([
      'duplicate-number',
    ])
  })

  test('when it is no amendment', () => {
    expect(issuesOf([{ file: 'notes.yaml', source: 'a: 1' }]).map(({ code }) => code)).toEqual(['not-an-amendment'])
  })

  test('when it takes force after the end of the term', () => {
    const express = completeContract.replace('renewal: { mode: tacit, for: P12M }', 'renewal: { mode: express }')
    expect(issuesOf([amendment({ effectiveFrom: '2029-01-01' })], express).map(({ code }) => code)).toEqual([
      'never-in-force',
    ])
  })

  test('at the line of its own value, when that value is wrong', () => {
    const [issue] = issuesOf([amendment(change(...words.changes.slice(0, 1), { ...words.changes[1], value: 'vingt' }))])
    expect(issue).toMatchObject({
      code: 'not-a-positive-decimal',
      place: { file: 'amendments/01.yaml', line: 13, column: 12, path: 'commitments.targets[0].target.minutes' },
    })
  })

  test('at its changes, when it breaks a clause that it does not write', () => {
    const [issue, ...others] = issuesOf([
      amendment(
        change(
          { op: 'test', path: '/commitments/controls/0/id', value: 'BACKUP-DAILY' },
          { op: 'remove', path: '/commitments/controls/0' },
        ),
      ),
    ])
    expect(others).toEqual([])
    expect(issue).toMatchObject({
      code: 'unresolved-reference',
      place: { file: 'amendments/01.yaml', path: 'commitments.penalties[1].for[1]' },
    })
    expect(issue?.message.fr).toContain('avenant n° 1')
  })
})

describe('the version in force', () => {
  const contract = completeContract.replace('renewal: { mode: tacit, for: P12M }', 'renewal: { mode: express }')
  const both = history([amendment()], contract)
  const at = (text: string) => versionInForce(both, Date.parse(text))?.version

  test.each([
    ['2025-12-31T22:59:59.999Z', undefined],
    ['2025-12-31T23:00:00.000Z', '1'],
    ['2026-03-31T21:59:59.999Z', '1'],
    ['2026-03-31T22:00:00.000Z', '2'],
    ['2028-12-31T22:59:59.999Z', '2'],
    ['2028-12-31T23:00:00.000Z', undefined],
  ])('at %s is %s: a day starts at 00:00 in the contract’s zone', (instant, version) => {
    expect(at(instant)).toBe(version)
  })
})

function history(amendments: readonly { file: string; source: string }[], source = completeContract): ContractHistory {
  const reading = readContract(source, { file: 'contract.yaml', amendments })
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues, undefined, 1))
  return reading.history
}

function issuesOf(
  amendments: readonly { file: string; source: string }[],
  source = completeContract,
): readonly Issue[] {
  const reading = readContract(source, { file: 'contract.yaml', amendments })
  return reading.ok ? [] : reading.issues
}
