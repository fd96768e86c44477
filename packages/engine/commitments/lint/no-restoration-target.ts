import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter, MeasureKind, TicketCommitment } from '../clause-types.ts'
import { holdsPriority, ticketTargets } from './ticket-targets.ts'

/** One of the two highest priorities whose incidents are answered in time, and never restored in time (GTI without GTR). */
export const noRestorationTarget: LintRule<CommitmentsChapter> = {
  id: 'SL10',
  severity: 'warning',
  title: localise('Aucun engagement de rétablissement', 'No restoration target'),
  why: localise(
    'Le prestataire s’engage à répondre vite, pas à remettre en service : une panne peut durer sans manquement.',
    'The provider promises to answer fast, not to put things right: an outage may last without a breach.',
  ),
  mend: localise(
    'Ajoutez un engagement restoration, workaround ou resolution pour cette priorité.',
    'Add a restoration, workaround or resolution target for this priority.',
  ),
  find(chapter) {
    const targets = ticketTargets(chapter).filter(({ target }) => holdsIncidents(target))
    return (chapter.priorities?.levels ?? []).slice(0, 2).flatMap((priority, index) => {
      const held = targets.filter(({ target }) => holdsPriority(target, priority))
      const answer = held.find(({ target }) => ANSWERS.has(target.measure))
      if (answer === undefined || held.some(({ target }) => RESTORES.has(target.measure))) return []
      return [
        {
          path: ['priorities', 'levels', index],
          clause: answer.target.clause,
          message: localise(
            `Priorité ${priority} : une prise en compte (${answer.target.label ?? answer.target.id}), aucun rétablissement.`,
            `Priority ${priority}: a response (${answer.target.label ?? answer.target.id}), no restoration.`,
          ),
        },
      ]
    })
  },
}

const ANSWERS: ReadonlySet<MeasureKind> = new Set(['response', 'intervention'])
const RESTORES: ReadonlySet<MeasureKind> = new Set(['workaround', 'restoration', 'resolution', 'closure'])

function holdsIncidents({ when }: TicketCommitment): boolean {
  return when.kind === undefined || when.kind.includes('incident')
}
