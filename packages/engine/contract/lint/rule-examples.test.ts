import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { chapterExamples } from '../fixtures/chapter-examples.ts'
import { deliveryExamples } from '../fixtures/delivery-examples.ts'
import { mergePassage } from '../fixtures/merge-passage.ts'
import { soundContract } from '../fixtures/sound-contract.ts'
import { lint } from './lint.ts'
import { lintRules } from './lint-rules.ts'

const examples = [...deliveryExamples, ...chapterExamples]
const rules = lintRules.flatMap((chapter) => chapter.rules)

test('the sound contract keeps every rule', () => {
  expect(lint(soundContract).findings).toEqual([])
})

describe('a passage merged into the sound contract', () => {
  test.each(examples.map((example) => [example.rule, example.at, example] as const))(
    '%s at %s: its breaking example yields that rule alone, its holding one yields nothing',
    (rule, at, { breaks, holds }) => {
      const { findings } = lint(withPassage(breaks))
      expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([rule]))
      expect(findings.map(({ path }) => path)).toContain(at)
      expect(lint(withPassage(holds)).findings).toEqual([])
    },
  )
})

test('every rule has an example, and each example names a rule', () => {
  const shown = new Set(examples.map(({ rule }) => rule))
  const known = new Set(rules.map(({ id }) => id))
  expect([...known].filter((id) => !shown.has(id))).toEqual([])
  expect([...shown].filter((id) => !known.has(id))).toEqual([])
})

test('every rule says what is wrong, why it matters and how to mend it, in both languages', () => {
  for (const { title, why, mend } of rules) {
    for (const words of [title, why, mend]) {
      expect(words.fr).not.toBe('')
      expect(words.en).not.toBe('')
    }
    expect(why.en).not.toBe(why.fr)
  }
})

function withPassage(passage: string): string {
  return stringify(mergePassage(parse(soundContract), parse(passage)), { version: '1.2' })
}
