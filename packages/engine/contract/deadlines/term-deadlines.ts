import { localise } from '../../base/localise.ts'
import { daysAfter, daysBefore } from '../../base/shift-date.ts'
import type { Contract } from '../contract.ts'
import type { TermSpan } from './contract-terms.ts'
import type { DraftDeadline } from './deadline.ts'
import { sayDay } from './say-day.ts'

/** The deadlines of one term: how it ends, until when its renewal can be refused, when the exit opens and what follows it. */
export function termDeadlines(contract: Contract, span: TermSpan): readonly DraftDeadline[] {
  if (span.to === undefined) return []
  return [...endDeadlines(contract, span, span.to), ...exitDeadlines(contract, span, span.to)].map((one) => ({
    ...one,
    term: span.number,
  }))
}

/**
 * The last full day on which a notice of non-renewal is in time: it is given at least `notice` before the end, 00:00 of
 * the first day after the term. Without a notice, the last day of the term.
 */
export function lastDayToRefuse(contract: Contract, to: number): number {
  const { notice } = contract.term ?? {}
  return (notice === undefined ? to : daysBefore(to, notice)) - 1
}

function endDeadlines(contract: Contract, span: TermSpan, to: number): readonly DraftDeadline[] {
  const { clause, notice } = contract.term ?? {}
  const place = { ...(clause === undefined ? {} : { clause }) }
  const first = span.number === 1
  const ends: DraftDeadline = {
    ...place,
    kind: 'term-ends',
    day: to - 1,
    path: first ? 'contract.term.initial' : 'contract.term.renewal.for',
    label: first
      ? localise('Dernier jour de la durée initiale', 'Last day of the initial term')
      : localise(`Dernier jour de la reconduction n° ${span.number - 1}`, `Last day of renewal ${span.number - 1}`),
  }
  if (span.next === 'none') return [ends]
  const path = notice === undefined ? 'contract.term.renewal' : 'contract.term.notice'
  const end = sayDay(to)
  const decision: DraftDeadline =
    span.next === 'tacit'
      ? {
          ...place,
          kind: 'refuse-renewal',
          day: lastDayToRefuse(contract, to),
          path,
          label: localise(
            `Dernier jour pour refuser la reconduction tacite du ${end.fr}`,
            `Last day to refuse the tacit renewal of ${end.en}`,
          ),
        }
      : {
          ...place,
          kind: 'agree-renewal',
          day: lastDayToRefuse(contract, to),
          path,
          label: localise(
            `Dernier jour pour convenir de la reconduction du ${end.fr}`,
            `Last day to agree on the renewal of ${end.en}`,
          ),
        }
  return [decision, ends]
}

function exitDeadlines(contract: Contract, span: TermSpan, to: number): readonly DraftDeadline[] {
  const { exit } = contract.chapters
  if (exit === undefined) return []
  const { opensBeforeEnd, decisionTime, support, cloud } = exit
  const clause = exit.clause === undefined ? {} : { clause: exit.clause }
  const opens = opensBeforeEnd === undefined ? to : daysBefore(to, opensBeforeEnd)
  const certain = span.next === 'none'
  const drafts: DraftDeadline[] = []
  if (decisionTime !== undefined)
    drafts.push({
      ...clause,
      kind: 'exit-decided',
      day: daysBefore(opens, decisionTime),
      path: 'exit.decisionTime',
      label: localise(
        'Décider de la suite : le temps de choisir un repreneur commence',
        'Decide what comes next: the time to choose a successor begins',
      ),
    })
  if (opensBeforeEnd !== undefined)
    drafts.push({
      ...clause,
      kind: 'exit-opens',
      day: opens,
      path: 'exit.opensBeforeEnd',
      label: certain
        ? localise('Ouverture de la phase de réversibilité', 'The exit phase opens')
        : localise(
            'Ouverture de la phase de réversibilité, si le contrat prend fin à ce terme',
            'The exit phase opens, if the contract ends with this term',
          ),
    })
  for (const [index, { id, label, restituteWithin, erase }] of (exit.data ?? []).entries()) {
    const name = label ?? id
    const returned = restituteWithin === undefined ? to : daysAfter(to, restituteWithin)
    const about = { subject: id, ...clause }
    if (restituteWithin !== undefined)
      drafts.push({
        ...about,
        kind: 'data-returned',
        day: returned - 1,
        path: `exit.data[${index}].restituteWithin`,
        label: localise(`Restitution au plus tard : ${name}`, `Given back at the latest: ${name}`),
      })
    if (erase !== undefined)
      drafts.push({
        ...about,
        kind: 'data-erased',
        day: daysAfter(returned, erase.within) - 1,
        path: `exit.data[${index}].erase.within`,
        label: localise(`Effacement au plus tard : ${name}`, `Erased at the latest: ${name}`),
      })
  }
  if (support !== undefined)
    drafts.push({
      ...clause,
      kind: 'exit-support-ends',
      day: daysAfter(to, support.for) - 1,
      path: 'exit.support.for',
      label: localise('Dernier jour de l’assistance après la fin', 'Last day of support after the end'),
    })
  return [...drafts, ...cloudDeadlines(cloud, to)]
}

/** Regulation (EU) 2023/2854 (Data Act), article 25: notice, then transition, then retrieval. */
function cloudDeadlines(
  cloud: NonNullable<Contract['chapters']['exit']>['cloud'],
  to: number,
): readonly DraftDeadline[] {
  if (cloud === undefined) return []
  const clause = cloud.clause === undefined ? {} : { clause: cloud.clause }
  const drafts: DraftDeadline[] = []
  if (cloud.switchingNotice !== undefined)
    drafts.push({
      ...clause,
      kind: 'switching-notice',
      day: daysBefore(daysBefore(to, cloud.transition ?? 'P0D'), cloud.switchingNotice) - 1,
      path: 'exit.cloud.switchingNotice',
      label: localise(
        'Dernier jour pour notifier le changement de fournisseur cloud, transition achevée au terme',
        'Last day to give notice of switching cloud provider, the transition done by the end',
      ),
    })
  if (cloud.retrieval !== undefined)
    drafts.push({
      ...clause,
      kind: 'retrieval-ends',
      day: daysAfter(to, cloud.retrieval) - 1,
      path: 'exit.cloud.retrieval',
      label: localise('Dernier jour pour récupérer les données cloud', 'Last day to retrieve cloud data'),
    })
  return drafts
}
