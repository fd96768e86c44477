import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { daysAfter, daysBefore } from '../../base/shift-date.ts'
import { indexMonths, revisionDates } from '../../evolution/revision-dates.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from '../deadlines/contract-terms.ts'
import { sayDay, sayMonth } from '../deadlines/say-day.ts'

/** A revised price that must be made known before the index that it needs is published. */
export const unpublishedIndex: LintRule<Contract> = {
  id: 'PR15',
  severity: 'error',
  title: localise('Indice non publié à la date du préavis', 'Index not published when notice is due'),
  why: localise(
    'Le prix révisé doit être annoncé avant que son indice soit connu : le préavis ne peut pas être tenu.',
    'The revised price must be told before its index is known: the notice cannot be kept.',
  ),
  mend: localise(
    'Prenez un mois d’indice plus ancien (current: { lag: … }), ou raccourcissez le préavis de la révision.',
    'Take an earlier month of the index (current: { lag: … }), or shorten the notice of the revision.',
  ),
  find(contract) {
    const { revision, indices } = contract.chapters.evolution?.pricing ?? {}
    if (revision === undefined) return []
    const start = startOfContract(contract)
    const days = revisionDates(revision, start, daysAfter(start, 'P6Y'))
    const found = new Map<number, Violation>()
    for (const day of days) {
      const known = revision.notice === undefined ? day : daysBefore(day, revision.notice)
      for (const { term, index, month, publishedBy } of indexMonths(revision, indices, day)) {
        if (publishedBy === undefined || publishedBy <= known || found.has(term)) continue
        const named = month === undefined ? localise(index, index) : sayMonth(month)
        found.set(term, {
          path: ['evolution', 'pricing', 'revision', 'formula', 'terms', term, 'current'],
          ...numbered(revision.clause),
          message: localise(
            `L’indice ${index}${month === undefined ? '' : ` de ${named.fr}`} est connu le ${sayDay(publishedBy).fr}, après le préavis de la révision (${sayDay(known).fr}).`,
            `The index ${index}${month === undefined ? '' : ` of ${named.en}`} is known on ${sayDay(publishedBy).en}, after the notice of the revision (${sayDay(known).en}).`,
          ),
        })
      }
    }
    return [...found.values()]
  },
}
