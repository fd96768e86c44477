import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

/** A base or current month in words that do not say whether the index is that of a month or the last one published. */
export const ambiguousIndexMonth: LintRule<EvolutionChapter> = {
  id: 'PR03',
  severity: 'error',
  title: localise('Mois d’indice ambigu', 'Ambiguous index month'),
  why: localise(
    '« Indice à la date de l’offre » et « dernier indice publié à cette date » ont un ou deux mois d’écart : deux prix.',
    '“The index on the day of the offer” and “the last one published by then” are a month or two apart: two prices.',
  ),
  mend: localise(
    'Ajoutez reading: of-month ou reading: last-published, ou donnez le mois (month) ou le décalage (lag).',
    'Add reading: of-month or reading: last-published, or give the month (month) or the lag (lag).',
  ),
  find({ pricing }) {
    const revision = pricing?.revision
    return (revision?.formula.terms ?? []).flatMap((term, place) =>
      (['base', 'current'] as const).flatMap((side): readonly Violation[] => {
        const month = term[side]
        if (!('rule' in month) || month.reading !== undefined) return []
        return [
          {
            path: ['pricing', 'revision', 'formula', 'terms', place, side],
            ...numbered(revision?.clause),
            message: localise(
              `Mois d’indice ambigu : « ${month.rule} » ne dit pas s’il s’agit de l’indice de ce mois ou du dernier publié à cette date.`,
              `Ambiguous index month: "${month.rule}" does not say whether it is the index of that month or the last one published by then.`,
            ),
          },
        ]
      }),
    )
  },
}
