import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'

/** Prices by the unit, and no rule on how quantities move: on which date, within what band, by what step. */
export const unsettledDrift: LintRule<Contract> = {
  id: 'SC08',
  severity: 'warning',
  title: localise('Dérive de parc non réglée', 'Drift of quantities unsettled'),
  why: localise(
    'Le parc bouge chaque mois : sans date de comptage, tolérance ni pas, chaque facture se discute.',
    'Assets move every month: without a day of counting, a band and a step, every invoice is discussed.',
  ),
  mend: localise(
    'Écrivez scope.drift: { measuredOn: last-day-of-month, band: 5%, step: 1 }.',
    'Write scope.drift: { measuredOn: last-day-of-month, band: 5%, step: 1 }.',
  ),
  find({ chapters: { scope, evolution } }) {
    const pricing = evolution?.pricing
    const items = [
      ...(pricing?.items ?? []),
      ...(pricing?.packages ?? []).flatMap(({ items: inner }) => inner.filter((item) => typeof item !== 'string')),
    ]
    const byUnit = items.find(({ unit, per }) => unit !== undefined && per !== undefined)
    if (scope === undefined || byUnit === undefined) return []
    const { measuredOn, band, step } = scope.drift ?? {}
    const missing = [
      ...(measuredOn === undefined ? [localise('jour de comptage (measuredOn)', 'day of counting (measuredOn)')] : []),
      ...(band === undefined ? [localise('tolérance (band)', 'band (band)')] : []),
      ...(step === undefined ? [localise('pas (step)', 'step (step)')] : []),
    ]
    if (missing.length === 0) return []
    return [
      {
        path: ['scope', 'drift'],
        message: localise(
          `« ${byUnit.label ?? byUnit.id} » se paie à l’unité, et la dérive du parc n’a pas de ${missing.map(({ fr }) => fr).join(', ')}.`,
          `"${byUnit.label ?? byUnit.id}" is paid by the unit, and the drift of quantities has no ${missing.map(({ en }) => en).join(', ')}.`,
        ),
      },
    ]
  },
}
