import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

/** Hours bought in advance without their validity, their smallest unit, or what becomes of them at the end. */
export const incompleteHourBlock: LintRule<EvolutionChapter> = {
  id: 'PR14',
  severity: 'warning',
  title: localise('Carnet d’heures incomplet', 'Incomplete hour block'),
  why: localise(
    'Des heures payées d’avance se perdent : périmées, décomptées par heure entière, ou sans remboursement au départ.',
    'Hours paid in advance are lost: out of date, counted by the whole hour, or not refunded on leaving.',
  ),
  mend: localise(
    'Donnez validity, increment et refund à ce carnet.',
    'Give this block its validity, increment and refund.',
  ),
  find({ pricing }) {
    return (pricing?.hourBlocks ?? []).flatMap((block, index) => {
      const missing = PARTS.filter(({ key }) => block[key] === undefined)
      if (missing.length === 0) return []
      const list = (language: 'fr' | 'en') => missing.map((part) => part[language]).join(', ')
      return [
        {
          path: ['pricing', 'hourBlocks', index],
          ...numbered(block.clause),
          message: localise(
            `Carnet d’heures incomplet : « ${block.label ?? block.id} » ne dit pas ${list('fr')}.`,
            `Incomplete hour block: "${block.label ?? block.id}" does not say ${list('en')}.`,
          ),
          hint: localise(
            `Ajoutez ${missing.map(({ form }) => form).join(', ')}.`,
            `Add ${missing.map(({ form }) => form).join(', ')}.`,
          ),
        },
      ]
    })
  },
}

const PARTS = [
  { key: 'validity', fr: 'sa durée de validité', en: 'how long it is valid', form: 'validity: P12M' },
  { key: 'increment', fr: 'la plus petite unité décomptée', en: 'the smallest time counted', form: 'increment: PT15M' },
  {
    key: 'refund',
    fr: 'le sort des heures restantes à la fin',
    en: 'what unused hours become at the end',
    form: 'refund: at-exit',
  },
] as const
