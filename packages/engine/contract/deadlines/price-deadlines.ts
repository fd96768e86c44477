import type { EpochDay } from '../../base/civil-date.ts'
import { parseCivilDate } from '../../base/civil-date.ts'
import { localise } from '../../base/localise.ts'
import { indexMonths, revisionDates, revisionKnownBy } from '../../evolution/revision-dates.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from './contract-terms.ts'
import type { DraftDeadline } from './deadline.ts'
import { sayDay, sayMonth } from './say-day.ts'

/** Each revision before `until`: its index months published, its price made known, its day. Then the options. */
export function priceDeadlines(contract: Contract, until: EpochDay): readonly DraftDeadline[] {
  const { pricing, options } = contract.chapters.evolution ?? {}
  const revision = pricing?.revision
  const days = revision === undefined ? [] : revisionDates(revision, startOfContract(contract), until)
  return [
    ...(revision === undefined ? [] : days.flatMap((day) => ofRevision(revision, day))),
    ...(options ?? []).flatMap((option, index) => ofOption(option, index)),
  ]

  function ofRevision(terms: NonNullable<typeof revision>, day: EpochDay): readonly DraftDeadline[] {
    const clause = terms.clause === undefined ? {} : { clause: terms.clause }
    const on = sayDay(day)
    const published = indexMonths(terms, pricing?.indices, day).flatMap(({ term, index, month, publishedBy }) =>
      publishedBy === undefined
        ? []
        : [
            {
              ...clause,
              kind: 'revision-index' as const,
              day: publishedBy,
              subject: index,
              path: `evolution.pricing.revision.formula.terms[${term}].current`,
              label:
                month === undefined
                  ? localise(
                      `Lecture de l’indice ${index} pour la révision du ${on.fr}`,
                      `The index ${index} is read for the revision of ${on.en}`,
                    )
                  : localise(
                      `Indice ${index} de ${sayMonth(month).fr} publié au plus tard, pour la révision du ${on.fr}`,
                      `Index ${index} of ${sayMonth(month).en} published at the latest, for the revision of ${on.en}`,
                    ),
            },
          ],
    )
    return [
      ...published,
      {
        ...clause,
        kind: 'revision-known',
        day: revisionKnownBy(terms, day),
        path: terms.notice === undefined ? 'evolution.pricing.revision' : 'evolution.pricing.revision.notice',
        label: localise(`Prix révisé au ${on.fr} connu au plus tard`, `Price revised on ${on.en} known at the latest`),
      },
      {
        ...clause,
        kind: 'revision',
        day,
        path: 'evolution.pricing.revision.date',
        label: localise('Révision des prix', 'Price revision'),
      },
    ]
  }
}

type Option = NonNullable<NonNullable<Contract['chapters']['evolution']>['options']>[number]

function ofOption(
  { id, label, clause, exercisableFrom, exercisableUntil }: Option,
  index: number,
): readonly DraftDeadline[] {
  const name = label ?? id
  const about = { subject: id, ...(clause === undefined ? {} : { clause }) }
  const [from, until] = [exercisableFrom, exercisableUntil].map((date) =>
    date === undefined ? undefined : parseCivilDate(date),
  )
  return [
    ...(from === undefined
      ? []
      : [
          {
            ...about,
            kind: 'option-opens' as const,
            day: from,
            path: `evolution.options[${index}].exercisableFrom`,
            label: localise(`Option ouverte : ${name}`, `Option opens: ${name}`),
          },
        ]),
    ...(until === undefined
      ? []
      : [
          {
            ...about,
            kind: 'option-ends' as const,
            day: until,
            path: `evolution.options[${index}].exercisableUntil`,
            label: localise(`Dernier jour pour lever l’option : ${name}`, `Last day to exercise the option: ${name}`),
          },
        ]),
  ]
}
