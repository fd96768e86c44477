import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { because, becauseImplied, becauseUnlisted, isWarning, mergeReasons } from './because.ts'
import { SENTENCES } from './because-sentences.ts'

const page = readFileSync(new URL('../../../docs/reference/clocks.md', import.meta.url), 'utf8')
const codes = [...Object.keys(SENTENCES), 'implied', 'pause-reason-unlisted']

test.each(codes)('%s is explained in the reference, as a warning or not', (code) => {
  const row = page.split('\n').find((line) => line.startsWith('| `') && line.split('|')[1]?.includes(`\`${code}\``))
  expect(row).toBeDefined()
  expect(row?.split('|')[2]?.includes('warning')).toBe(isWarning(code))
})

test('every sentence ends with a stop in both languages, with French spacing', () => {
  for (const { fr, en } of Object.values(SENTENCES)) {
    expect(fr).toMatch(/\.$/)
    expect(en).toMatch(/\.$/)
    expect(fr).not.toMatch(/ [:;?!»]|'|« /)
  }
})

test('reasons of one code and sentence are one, with the facts of all', () => {
  const merged = mergeReasons([
    becauseUnlisted('coffee', 'a'),
    because('pause-repeated', 'b'),
    becauseUnlisted('coffee', 'c'),
    becauseUnlisted('tea', 'd'),
    becauseImplied('resolved', 'e'),
    becauseUnlisted('coffee', 'a'),
  ])
  expect(merged.map(({ code, events }) => [code, events])).toEqual([
    ['pause-reason-unlisted', ['a', 'c']],
    ['pause-repeated', ['b']],
    ['pause-reason-unlisted', ['d']],
    ['implied', ['e']],
  ])
})
