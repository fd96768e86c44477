import { expect, test } from 'vitest'
import { CommandFailure } from './failure.ts'
import { explainRules, findRules, listRules, rulesJson } from './show-rules.ts'

test('every rule is listed once, by its id, with its severity', () => {
  const lines = listRules(findRules([]), 'fr').trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(100)
  expect(lines).toEqual([...lines].sort())
  expect(lines.find((line) => line.startsWith('SL12'))).toBe('SL12    alerte    Maintenance planifiée illimitée')
})

test('a rule is explained by its number, whatever its case, in both languages', () => {
  const rules = findRules(['sl03'])
  expect(explainRules(rules, 'fr')).toMatch(/^SL03 \(erreur\) Matrice incomplète\n {2}Un ticket .*\n {2}→ Donnez/)
  expect(rulesJson(rules, 'en')).toMatchObject([{ rule: 'SL03', severity: 'error', title: 'Incomplete matrix' }])
})

test('a number that is no rule is refused', () => {
  expect(() => findRules(['SL99'])).toThrow(CommandFailure)
})
