import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { namedValues } from '../scope-space.ts'

/** A class of assets that a rule includes, without how many, on which date, according to what. */
export const undatedQuantity: LintRule<ScopeChapter> = {
  id: 'SC02',
  severity: 'error',
  title: localise('Quantité non datée ou sans source', 'Quantity without a date or a source'),
  why: localise(
    'Sans quantité datée et sourcée, personne ne peut dire combien d’équipements le forfait couvre, ni combien il en manque.',
    'Without a dated and sourced quantity nobody can say how many assets the fee covers, nor how many are missing.',
  ),
  mend: localise(
    'Donnez quantity, asOf et source : { quantity: 50, asOf: 2026-01-01, source: inventory }.',
    'Give quantity, asOf and source: { quantity: 50, asOf: 2026-01-01, source: inventory }.',
  ),
  find({ assetClasses = [], rules = [] }) {
    const covers = (id: string) =>
      rules.some(({ when, then }) => then === 'included' && (namedValues(when, 'assetClass')?.includes(id) ?? true))
    return assetClasses.flatMap(({ id, label, quantity, asOf, source, quantities = [] }, index) => {
      if (!covers(id) || quantities.length > 0) return []
      const missing = [
        ...(quantity === undefined ? [localise('la quantité', 'the quantity')] : []),
        ...(asOf === undefined ? [localise('sa date', 'its date')] : []),
        ...(source === undefined ? [localise('sa source', 'its source')] : []),
      ]
      if (missing.length === 0) return []
      return [
        {
          path: ['assetClasses', index],
          message: localise(
            `« ${label ?? id} » est au forfait, et il manque ${missing.map(({ fr }) => fr).join(', ')}.`,
            `"${label ?? id}" is in the fee, and lacks ${missing.map(({ en }) => en).join(', ')}.`,
          ),
        },
      ]
    })
  },
}
