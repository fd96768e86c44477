import fc from 'fast-check'
import { describe, test } from 'vitest'
import { completeContract } from './fixtures/complete-contract.ts'
import { lint } from './lint/lint.ts'
import { readContract } from './read-contract.ts'

const lines = completeContract.split('\n')
const tokens = fc.constantFrom(
  '',
  '~',
  '[]',
  '{}',
  '30',
  '-1',
  '"x"',
  'true',
  'yes',
  '*a',
  '&a',
  '<<: {}',
  '!t x',
  '\t',
  ':',
  '- ',
  ']',
  '95%',
  'PT1H',
  '2026-02-30',
  '__proto__: 1',
  'é',
)
const cut = fc.record({ from: fc.nat(completeContract.length), length: fc.nat(60), token: tokens })
const lineMove = fc.record({ from: fc.nat(lines.length), to: fc.nat(lines.length) })

describe('a contract mutated at random is read or refused with places, never more', () => {
  test('characters cut and replaced', () => {
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
        let source = completeContract
        for (const { from, length, token } of cuts) source = source.slice(0, from) + token + source.slice(from + length)
        return isSane(source)
      }),
      { numRuns: 100 },
    )
  })

  test('lines moved', () => {
    fc.assert(
      fc.property(fc.array(lineMove, { minLength: 1, maxLength: 4 }), (moves) => {
        const moved = [...lines]
        for (const { from, to } of moves) moved.splice(to, 0, ...moved.splice(from, 1))
        return isSane(moved.join('\n'))
      }),
      { numRuns: 60 },
    )
  })

  test('amendments of random changes', () => {
    const pointer = fc.constantFrom(
      '',
      '/scope',
      '/commitments/targets/0',
      '/commitments/targets/0/id',
      '/commitments/targets/-',
      '/calendars/business/weekly',
      '/evolution',
      '/nothing/0',
      'x',
    )
    const change = fc.record({
      op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test'),
      path: pointer,
      from: pointer,
      value: fc.jsonValue({ maxDepth: 2 }),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const words = {
          vigie: 1,
          amends: 'CTR-DEMO',
          number: 1,
          effectiveFrom: '2026-04-01',
          signedOn: '2026-03-15',
          changes,
        }
        const reading = readContract(completeContract, {
          amendments: [{ file: 'a.json', source: JSON.stringify(words) }],
        })
        return reading.ok || (reading.issues.length > 0 && reading.issues.every(({ place }) => place.file === 'a.json'))
      }),
      { numRuns: 100 },
    )
  })
})

function isSane(source: string): boolean {
  const reading = readContract(source)
  const { findings } = lint(source)
  if (reading.ok) return findings.every(({ rule }) => rule !== 'FORMAT')
  return (
    reading.issues.length > 0 &&
    findings.length >= reading.issues.length &&
    reading.issues.every(
      ({ place, message }) =>
        (place.line ?? 0) >= 1 && (place.column ?? 0) >= 1 && message.fr !== '' && message.en !== '',
    )
  )
}
