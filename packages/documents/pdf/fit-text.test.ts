import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from '../messages/catalogue.ts'
import { mapTexts, textFitter } from './fit-text.ts'
import { fontCoverage } from './font-coverage.ts'
import { fontFiles } from './font-files.ts'

const [regular, semibold] = fontFiles().map((file) => fontCoverage(readFileSync(file)))
const covered = regular ?? new Set<number>()

test.each([
  ['é œ « » … – ’ € ● ■ ○ ▲ □ →', 'é œ « » … – ’ € ● ■ ○ ▲ □ →', false],
  ['Ελληνικά Привет', 'Ελληνικά Привет', false],
  ['e\u0301te\u0301', 'été', false],
  ['soft\u00adhyphen zero\u200bwidth \ufeffmark \u202eflip', 'softhyphen zerowidth mark flip', false],
  ['a\tb\nc', 'a b c', false],
  ['株式会社', '□□□□', true],
  ['bell \u0007 \ud800', 'bell □ □', true],
])('%j', (text, fitted, lost) => {
  const fitter = textFitter(covered)
  expect(fitter.fitText(text)).toBe(fitted)
  expect(fitter.hasLost()).toBe(lost)
})

test('both weights can draw the same characters', () => {
  expect(semibold).toEqual(regular)
})

test.each(['fr', 'en'] as const)('the font has every character of the messages: %s', (language) => {
  const fitter = textFitter(covered)
  mapTexts(messages(language), fitter.fitText)
  expect(fitter.hasLost()).toBe(false)
})
