import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { compareRatio, parseDecimal, ratioOf } from '../../base/ratio.ts'
import type { EvolutionChapter } from '../clause-schema.ts'
import type { Pricing } from '../pricing-schema.ts'

/** Two maxima (or minima) of one span that differ, one document saying that there is none; a minimum above a maximum. */
export const contradictoryLimits: LintRule<EvolutionChapter> = {
  id: 'PR11',
  severity: 'error',
  title: localise('Minimum ou plafond contradictoire', 'Contradictory minimum or maximum'),
  why: localise(
    'Deux documents fixent deux montants : nul ne sait jusqu’où l’on peut commander, ni ce qui est dû de toute façon.',
    'Two documents set two amounts: nobody knows how much may be ordered, nor what is owed in any case.',
  ),
  mend: localise(
    'Gardez un seul montant par période, et dites quel document le fixe.',
    'Keep one amount for each span, and say which document sets it.',
  ),
  find({ pricing }) {
    const { minimum = [], maximum = [] } = pricing ?? {}
    return [...unequal('minimum', minimum), ...unequal('maximum', maximum), ...crossed(minimum, maximum)]
  },
}

type Limit = NonNullable<Pricing['maximum']>[number]

function unequal(side: 'minimum' | 'maximum', limits: readonly Limit[]): readonly Violation[] {
  return limits.flatMap((limit, index) => {
    const other = limits.slice(0, index).find(({ per }) => per === limit.per)
    if (other === undefined || sameLimit(other, limit)) return []
    return [violation(side, index, other, limit)]
  })
}

function crossed(minima: readonly Limit[], maxima: readonly Limit[]): readonly Violation[] {
  return minima.flatMap((low, index) => {
    const high = maxima.find(({ per, amount }) => per === low.per && isAbove(low.amount, amount))
    return high === undefined ? [] : [violation('minimum', index, high, low)]
  })
}

function violation(side: 'minimum' | 'maximum', index: number, other: Limit, limit: Limit): Violation {
  const [first, second] = [said(other), said(limit)]
  return {
    path: ['pricing', side, index],
    ...numbered(limit.clause),
    message: localise(
      `${side === 'minimum' ? 'Minimum' : 'Plafond'} contradictoire : ${first.fr}, puis ${second.fr}.`,
      `Contradictory ${side}: ${first.en}, then ${second.en}.`,
    ),
  }
}

function said({ amount, document, vat }: Limit) {
  const tax =
    vat === undefined ? '' : vat === 'included' ? { fr: ' TTC', en: ' with VAT' } : { fr: ' HT', en: ' without VAT' }
  const [fr, en] = typeof tax === 'string' ? ['', ''] : [tax.fr, tax.en]
  const where = document === undefined ? '' : ` (${document})`
  return {
    fr: `${amount === 'none' ? 'aucun' : amount.replace('.', ',')}${fr}${where}`,
    en: `${amount === 'none' ? 'none' : amount}${en}${where}`,
  }
}

function sameLimit(a: Limit, b: Limit): boolean {
  if (a.amount === 'none' || b.amount === 'none') return a.amount === b.amount
  return a.vat === b.vat && compareRatio(exact(a.amount), exact(b.amount)) === 0
}

function isAbove(low: string, high: string): boolean {
  return low !== 'none' && high !== 'none' && compareRatio(exact(low), exact(high)) > 0
}

function exact(text: string) {
  return parseDecimal(text) ?? ratioOf(0n, 1n)
}
