import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { addRatio, compareRatio, formatRatio, parseDecimal, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

const ONE = ratioOf(1n, 1n)
const ZERO = ratioOf(0n, 1n)

/** A revision without rounding, or whose fixed part and weights do not make 1: two readers find two prices. */
export const uncomputableRevision: LintRule<EvolutionChapter> = {
  id: 'PR07',
  severity: 'error',
  title: localise('Arrondi ou pondération absents', 'Rounding or weights missing'),
  why: localise(
    'Des pondérations qui ne font pas 1 changent le prix sans que l’indice bouge ; sans arrondi, chacun trouve le sien.',
    'Weights that do not make 1 change the price while the index stands still; without rounding, each finds its own.',
  ),
  mend: localise(
    'Donnez rounding: { coefficient: 0.0001, amount: 0.01, rule: half-up }, et des pondérations dont la somme est 1.',
    'Give rounding: { coefficient: 0.0001, amount: 0.01, rule: half-up }, and weights whose sum is 1.',
  ),
  find({ pricing }) {
    const revision = pricing?.revision
    if (revision === undefined) return []
    const clause = numbered(revision.clause)
    const { formula, rounding } = revision
    const violations: Violation[] = []
    if (rounding?.coefficient === undefined && rounding?.amount === undefined)
      violations.push({
        path: rounding === undefined ? ['pricing', 'revision'] : ['pricing', 'revision', 'rounding'],
        ...clause,
        message: localise(
          'Révision sans règle d’arrondi : ni le coefficient ni le prix ne disent leurs décimales.',
          'A revision without rounding: neither the coefficient nor the price states its decimals.',
        ),
        hint: localise(
          'Ajoutez rounding: { coefficient: 0.0001, amount: 0.01, rule: half-up }.',
          'Add rounding: { coefficient: 0.0001, amount: 0.01, rule: half-up }.',
        ),
      })
    const sum = [formula.fixed ?? '0', ...formula.terms.map(({ weight }) => weight)].map(exact).reduce(addRatio)
    if (compareRatio(sum, ONE) !== 0)
      violations.push({
        path: ['pricing', 'revision', 'formula'],
        ...clause,
        message: localise(
          `La part fixe et les pondérations font ${shown(sum).replace('.', ',')}, pas 1.`,
          `The fixed part and the weights make ${shown(sum)}, not 1.`,
        ),
        hint: localise(
          'Faites en sorte que fixed et les weight fassent exactement 1 : 0.15 et 0.85.',
          'Let fixed and the weights make exactly 1: 0.15 and 0.85.',
        ),
      })
    return violations
  },
}

function exact(text: string): Ratio {
  return parseDecimal(text) ?? ZERO
}

function shown(value: Ratio): string {
  return formatRatio(value, 6).replace(/\.?0+$/, '')
}
