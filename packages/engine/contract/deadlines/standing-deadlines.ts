import { type EpochDay, parseCivilDate } from '../../base/civil-date.ts'
import { localise } from '../../base/localise.ts'
import { daysAfter, daysBefore, repeatedAfter } from '../../base/shift-date.ts'
import { DATA_ACT } from '../../exit/data-act.ts'
import { registerDeadlines } from '../../scope/registers/register-deadlines.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from './contract-terms.ts'
import type { DraftDeadline } from './deadline.ts'

/** What does not hang on the end of a term: phases, reviews, exit plan and drills, the Data Act, registers, acceptances. */
export function standingDeadlines(contract: Contract, until: EpochDay): readonly DraftDeadline[] {
  return [
    ...phases(contract),
    ...reviews(contract, until),
    ...exitUpkeep(contract, until),
    ...registers(contract),
    ...acceptances(contract),
  ]
}

function phases({ phases }: Contract): readonly DraftDeadline[] {
  return phases.flatMap(({ id, label: name = id, from, penalties }, index) => {
    const day = parseCivilDate(from)
    if (day === undefined) return []
    const label =
      penalties === 'due'
        ? localise(`Début de la phase « ${name} » : pénalités dues`, `Phase "${name}" begins: penalties are due`)
        : localise(`Début de la phase « ${name} » : sans pénalité`, `Phase "${name}" begins: no penalty`)
    return [{ kind: 'phase', day, subject: id, path: `phases[${index}].from`, label }]
  })
}

function reviews(contract: Contract, until: EpochDay): readonly DraftDeadline[] {
  const { review } = contract.chapters.evolution ?? {}
  if (review === undefined) return []
  return repeats(startOfContract(contract), review.every, until).flatMap((day): readonly DraftDeadline[] => [
    ...(review.remind === undefined
      ? []
      : [
          {
            kind: 'review-reminder' as const,
            day: daysBefore(day, review.remind),
            path: 'evolution.review.remind',
            label: localise('Préparer la revue du contrat', 'Prepare the review of the contract'),
          },
        ]),
    {
      kind: 'review',
      day,
      path: 'evolution.review.every',
      label: localise('Revue du contrat', 'Review of the contract'),
    },
  ])
}

/** A plan is kept less than a year old; a drill is due its interval after the last one, or after the start. */
function exitUpkeep(contract: Contract, until: EpochDay): readonly DraftDeadline[] {
  const { exit } = contract.chapters
  if (exit === undefined) return []
  const clause = exit.clause === undefined ? {} : { clause: exit.clause }
  const updated = exit.planUpdatedOn === undefined ? undefined : parseCivilDate(exit.planUpdatedOn)
  const tested = (exit.tests ?? []).flatMap(({ date }) => parseCivilDate(date) ?? [])
  const drilled = Math.max(startOfContract(contract), ...tested)
  return [
    ...(updated === undefined
      ? []
      : [
          {
            ...clause,
            kind: 'exit-plan' as const,
            day: daysAfter(updated, 'P12M'),
            path: 'exit.planUpdatedOn',
            label: localise('Plan de réversibilité à mettre à jour', 'Exit plan to be updated'),
          },
        ]),
    ...(exit.drill === undefined
      ? []
      : repeats(drilled, exit.drill.every, until).map((day) => ({
          ...clause,
          kind: 'exit-drill' as const,
          day,
          path: 'exit.drill.every',
          label: localise('Test de réversibilité', 'Exit drill'),
        }))),
    ...(exit.cloud === undefined
      ? []
      : [
          {
            ...clause,
            kind: 'switching-free' as const,
            day: parseCivilDate(DATA_ACT.freeFrom) ?? 0,
            path: 'exit.cloud',
            label: localise(
              'Plus aucun frais de changement de fournisseur cloud (Data Act, art. 29)',
              'No more charge for switching cloud provider (Data Act, art. 29)',
            ),
          },
        ]),
  ]
}

function registers({ chapters }: Contract): readonly DraftDeadline[] {
  return registerDeadlines(chapters.scope?.registers, {}).flatMap((entry): readonly DraftDeadline[] => {
    const end = entry.until === undefined ? undefined : parseCivilDate(entry.until)
    const notice = entry.notice === undefined ? undefined : parseCivilDate(entry.notice.by)
    const about = { subject: entry.id, path: entry.path }
    return [
      ...(notice === undefined
        ? []
        : [
            {
              ...about,
              kind: 'register-notice' as const,
              day: notice,
              label: localise(`Dernier jour du préavis : ${entry.label}`, `Last day to give notice: ${entry.label}`),
            },
          ]),
      ...(end === undefined
        ? []
        : [
            {
              ...about,
              kind: 'register-ends' as const,
              day: end,
              label: localise(`Dernier jour : ${entry.label}`, `Last day: ${entry.label}`),
            },
          ]),
    ]
  })
}

function acceptances({ accepted = [] }: Contract): readonly DraftDeadline[] {
  return accepted.flatMap(({ rule, clause, until }, index) => {
    const day = parseCivilDate(until)
    if (day === undefined) return []
    return [
      {
        kind: 'acceptance-ends',
        day,
        subject: rule,
        ...(clause === undefined ? {} : { clause }),
        path: `accepted[${index}].until`,
        label: localise(`Fin de l’acceptation du constat ${rule}`, `The acceptance of finding ${rule} ends`),
      },
    ]
  })
}

const MOST = 1000

function repeats(start: EpochDay, every: string, until: EpochDay): readonly EpochDay[] {
  const days: EpochDay[] = []
  for (let k = 1; k <= MOST; k++) {
    const day = repeatedAfter(start, every, k)
    if (day >= until || day <= start) break
    days.push(day)
  }
  return days
}
