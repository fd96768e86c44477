import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

/** An option without a date of exercise, a price or its effect on commitments; a package to be chosen is one too. */
export const incompleteOption: LintRule<EvolutionChapter> = {
  id: 'EV03',
  severity: 'warning',
  title: localise('Option incomplète', 'Incomplete option'),
  why: localise(
    'Une option sans date, sans prix ou sans effet décrit n’en est pas une : elle se renégocie le jour où l’on en a besoin.',
    'An option without date, price or effect is none: it is negotiated again on the day it is needed.',
  ),
  mend: localise(
    'Donnez à l’option sa date d’exercice, son prix et son effet sur les engagements.',
    'Give the option its date, its price and its effect on commitments.',
  ),
  find({ options = [], pricing }) {
    const { packages = [], active = [] } = pricing ?? {}
    return [
      ...options.flatMap((option, index): readonly Violation[] => {
        const missing = [
          ...(option.exercisableFrom === undefined && option.exercisableUntil === undefined ? [DATE] : []),
          ...(option.price === undefined ? [PRICE] : []),
          ...(option.effect === undefined ? [EFFECT] : []),
        ]
        return incomplete(option.label ?? option.id, ['options', index], option.clause, missing)
      }),
      ...packages.flatMap((pack, index): readonly Violation[] => {
        if (pack.mandatory === true || active.includes(pack.id)) return []
        const missing = [...(pack.notice === undefined ? [NOTICE] : []), ...(pack.effect === undefined ? [EFFECT] : [])]
        return incomplete(pack.label ?? pack.id, ['pricing', 'packages', index], undefined, missing)
      }),
    ]
  },
}

type Part = { readonly fr: string; readonly en: string; readonly form: string }

const DATE: Part = { fr: 'sa date d’exercice', en: 'when it may be exercised', form: 'exercisableUntil: 2027-06-30' }
const NOTICE: Part = { fr: 'son préavis de souscription', en: 'the notice to take it', form: 'notice: P1M' }
const PRICE: Part = { fr: 'son prix', en: 'its price', form: 'price: 900.00' }
const EFFECT: Part = { fr: 'son effet sur les engagements', en: 'its effect on commitments', form: 'effect: …' }

function incomplete(
  name: string,
  path: readonly (string | number)[],
  clause: string | undefined,
  missing: readonly Part[],
): readonly Violation[] {
  if (missing.length === 0) return []
  const list = (language: 'fr' | 'en') => missing.map((part) => part[language]).join(', ')
  const forms = missing.map(({ form }) => form).join(', ')
  return [
    {
      path,
      ...numbered(clause),
      message: localise(
        `Option incomplète : « ${name} » ne dit pas ${list('fr')}.`,
        `Incomplete option: "${name}" does not say ${list('en')}.`,
      ),
      hint: localise(`Ajoutez ${forms}.`, `Add ${forms}.`),
    },
  ]
}
