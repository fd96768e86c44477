import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { parseInstant } from '../base/instant.ts'
import { diffContracts } from './diff/diff-contracts.ts'
import { completeContract } from './fixtures/complete-contract.ts'
import { type Replay, readReplay } from './read-replay.ts'

type Words = { readonly [key: string]: unknown }

const faster = {
  vigie: 1,
  amends: 'CTR-DEMO',
  number: 1,
  effectiveFrom: '2027-04-01',
  signedOn: '2027-03-15',
  summary: 'Prise en compte en vingt minutes',
  changes: [
    { op: 'test', path: '/commitments/targets/0/id', value: 'P1-RESPONSE' },
    { op: 'replace', path: '/commitments/targets/0/target/minutes', value: 20 },
  ],
}
const source = (words: Words, file = 'draft.yaml') => ({
  file,
  source: stringify(words, { version: '1.2', lineWidth: 0 }),
})
describe('an amendment replayed', () => {
  test('is in force from the first day of the period, whatever its own date; the version before stays before', () => {
    const { contract, amended, from, replaced, notes } = replayOf(faster, '2026-03-01', '2026-06-01')
    expect(from).toBe('2026-03-01')
    expect(datesOf(contract)).toEqual([['1', '2026-01-01']])
    expect(datesOf(amended)).toEqual([
      ['1', '2026-01-01'],
      ['1+1', '2026-03-01'],
    ])
    const [{ before, after } = { before: undefined, after: undefined }] = replaced
    if (before === undefined || after === undefined) throw new RangeError('one version is replaced')
    const paths = diffContracts(before, after).map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['commitments.targets[P1-RESPONSE].target']))
    expect(notes).toEqual([])
  })

  test('from the contract’s own first day where the period begins before it', () => {
    const { amended, from } = replayOf(faster, '2025-06-01', '2026-06-01')
    expect(from).toBe('2026-01-01')
    expect(datesOf(amended)).toEqual([['1+1', '2026-01-01']])
  })

  test('on each version in force in the period, at its own date; a later version stays', () => {
    const may = source(
      { ...faster, effectiveFrom: '2026-05-01', signedOn: '2026-04-01', changes: title('Mai') },
      '01.yaml',
    )
    const later = source(
      { ...faster, number: 2, effectiveFrom: '2026-09-01', signedOn: '2026-08-01', changes: title('Septembre') },
      '02.yaml',
    )
    const { amended } = replayOf({ ...faster, number: 3 }, '2026-03-01', '2026-06-01', [may, later])
    expect(datesOf(amended)).toEqual([
      ['1', '2026-01-01'],
      ['1+3', '2026-03-01'],
      ['2+3', '2026-05-01'],
      ['3', '2026-09-01'],
    ])
  })

  test('of the contract itself: the versions that hold it already stay as they are, and it is said', () => {
    const signed = source({ ...faster, effectiveFrom: '2026-05-01', signedOn: '2026-04-01' }, 'amendments/01.yaml')
    const { amended, notes } = replayOf(
      { ...faster, effectiveFrom: '2026-05-01', signedOn: '2026-04-01' },
      '2026-03-01',
      '2026-06-01',
      [signed],
    )
    expect(datesOf(amended)).toEqual([
      ['1', '2026-01-01'],
      ['1+1', '2026-03-01'],
      ['2', '2026-05-01'],
    ])
    expect(notes).toHaveLength(1)
    expect(notes[0]?.en).toMatch(/holds amendment 1 already/)
  })

  test('written on a later version takes that version’s terms where an earlier text does not bear it, and it is said', () => {
    const may = source(
      { ...faster, effectiveFrom: '2026-05-01', signedOn: '2026-04-01', changes: title('Mai') },
      '01.yaml',
    )
    const guarded = [{ op: 'test', path: '/contract/title', value: 'Mai' }, ...faster.changes]
    const { amended, notes } = replayOf({ ...faster, number: 2, changes: guarded }, '2026-03-01', '2026-06-01', [may])
    expect(amended.versions.map(({ version, title: named }) => [version, named])).toEqual([
      ['1', expect.not.stringMatching('Mai')],
      ['1+2', 'Mai'],
      ['2+2', 'Mai'],
    ])
    expect(notes[0]?.en).toMatch(/does not apply to the text of version 1/)
  })
})

describe('a replay is refused', () => {
  test.each([
    ['of another contract', { ...faster, amends: 'CTR-OTHER' }, 'other-contract'],
    [
      'where it applies to no version',
      { ...faster, changes: [{ op: 'test', path: '/contract/id', value: 'X' }] },
      'test-failed',
    ],
    ['where it takes effect before it is signed', { ...faster, signedOn: '2027-05-01' }, 'effective-before-signature'],
    [
      'where it breaks the contract',
      { ...faster, changes: [{ op: 'remove', path: '/calendars' }] },
      'unknown-calendar',
    ],
    ['where it would rewrite the contract’s own date', { ...faster, changes: date('2025-01-01') }, 'protected-path'],
  ])('%s', (_, words, code) => {
    const reading = read(words, '2026-03-01', '2026-06-01')
    expect(reading.ok).toBe(false)
    const codes = reading.ok ? [] : reading.issues.map((issue) => issue.code)
    expect(codes.length).toBeGreaterThan(0)
    if (code !== 'unknown-calendar') expect(codes).toContain(code)
  })
})

function title(text: string) {
  return [{ op: 'add', path: '/contract/title', value: text }]
}

function date(text: string) {
  return [{ op: 'replace', path: '/contract/effectiveFrom', value: text }]
}

function read(words: Words, from: string, to: string, amendments: readonly { file: string; source: string }[] = []) {
  const period = {
    from: Number(parseInstant(`${from}T00:00:00+01:00`)),
    to: Number(parseInstant(`${to}T00:00:00+02:00`)),
  }
  return readReplay(completeContract, { file: 'contract.yaml', amendments, amendment: source(words), period })
}

function replayOf(...given: Parameters<typeof read>): Replay {
  const reading = read(...given)
  if (!reading.ok) throw new RangeError(reading.issues.map(({ message }) => message.en).join('\n'))
  return reading.replay
}

function datesOf({ versions }: Replay['contract']) {
  return versions.map(({ version, effectiveFrom }) => [version, effectiveFrom])
}
