import { expect, test } from 'vitest'
import { historyOf, sampleContract } from './fixtures/sample-history.ts'
import { workExamples } from './work-examples.ts'

const spaces = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const examples = new Map(
  workExamples(historyOf(sampleContract).versions[0], 'fr').map((example) => [example.penalty, example]),
)

test.each([
  // 150 € + 2 hours started × 50 € = 250 €, cut to the cap of 225 € an event.
  ['PEN-P1', 'un délai dépassé de 1 heure et 30 minutes.', '225,00 €'],
  // 95 % asked; 3 misses of 20 are 85 %: 10 full points of 1 % of 2 500 €.
  ['PEN-RATE', '3 délais dépassés sur 20.', '250,00 €'],
  // March 2026 has 743 hours: 12 hours down are 98,38 %, in [95 %, 99 %): 5 % of 2 500 €.
  ['PEN-FILES', 'une interruption de 12 heures.', '125,00 €'],
  // 29 good of 31 are 93,55 %: 1,45 points below 95 %, 2 started, 10 € each.
  ['PEN-BACKUP', '2 preuves défavorables sur 31.', '20,00 €'],
])('%s: the engine’s amount is the one found by hand', (penalty, situation, amount) => {
  const example = examples.get(penalty)
  expect(spaces(example?.situation ?? '')).toBe(situation)
  expect(spaces(example?.amount ?? '')).toBe(amount)
  expect(example?.steps.length).toBeGreaterThan(2)
})

test('a penalty of which no example can be made has none', () => {
  const quarterly = sampleContract.replace('control: backup, every: P1D', 'control: backup, every: P3M')
  expect(workExamples(historyOf(quarterly).versions[0], 'fr').map(({ penalty }) => penalty)).not.toContain('PEN-BACKUP')
})

test('a contract in which penalties are always waived has no example', () => {
  const waived = sampleContract.replace('penalties: due', 'penalties: waived')
  expect(workExamples(historyOf(waived).versions[0], 'fr')).toEqual([])
})
