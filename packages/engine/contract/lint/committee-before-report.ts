import { MILLISECONDS_PER_DAY } from '../../base/instant.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { daysAfter } from '../../base/shift-date.ts'
import { findZone } from '../../calendar/local-time.ts'
import { meetingDays } from '../../governance/meeting-days.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from '../deadlines/contract-terms.ts'
import { periodsOf } from '../deadlines/recurring-deadlines.ts'
import { sayDay } from '../deadlines/say-day.ts'
import { targetEnds } from '../deadlines/target-end.ts'

/** A steering committee (else any monthly one) that meets after the end of a month and before the report on that month is due. */
export const committeeBeforeReport: LintRule<Contract> = {
  id: 'GO05',
  severity: 'warning',
  title: localise('Comité avant le rapport', 'Committee before the report'),
  why: localise(
    'Le comité se réunit sans le rapport du mois : il parle de celui d’avant, et les pénalités attendent.',
    'The committee meets without the report of the month: it discusses an older one, and penalties wait.',
  ),
  mend: localise(
    'Tenez le comité plus tard dans le mois, ou avancez l’échéance du rapport (dueBy).',
    'Hold the committee later in the month, or bring the report forward (dueBy).',
  ),
  find(contract) {
    const zone = findZone(contract.timeZone)
    const reports = contract.followUp.reports.filter(({ over, dueBy }) => over === 'month' && dueBy !== undefined)
    const committees = contract.chapters.governance?.committees ?? []
    if (zone === undefined || reports.length === 0) return []
    const start = startOfContract(contract)
    const endOf = targetEnds(contract)
    const months = periodsOf(contract, 'month', daysAfter(start, 'P14M'))
    const steering = committees.filter(isSteering)
    return committees.flatMap((committee, index): readonly Violation[] => {
      const { id, label, clause, every } = committee
      if (!(steering.length > 0 ? steering.includes(committee) : isMonthly(committee))) return []
      for (const { end } of months) {
        const [meeting] = meetingDays(every, start, end, daysAfter(end, 'P1M'))
        if (meeting === undefined) continue
        for (const { id: report, dueBy } of reports) {
          const due = dueBy === undefined ? undefined : endOf(dueBy, zone.startOfDay(end))
          const dueDay = due === undefined ? undefined : Math.floor(zone.toLocal(due - 1) / MILLISECONDS_PER_DAY)
          if (dueDay === undefined || meeting.day >= dueDay) continue
          const [on, by] = [sayDay(meeting.day), sayDay(dueDay)]
          return [
            {
              path: ['governance', 'committees', index, 'every'],
              ...numbered(clause),
              message: localise(
                `Comité avant rapport : « ${label ?? id} » se réunit le ${on.fr}, le rapport « ${report} » est dû le ${by.fr}.`,
                `"${label ?? id}" meets on ${on.en}, before the report "${report}", due on ${by.en}.`,
              ),
            },
          ]
        }
      }
      return []
    })
  },
}

type Committee = NonNullable<NonNullable<Contract['chapters']['governance']>['committees']>[number]

/** The body that the report is for (COPIL). */
function isSteering(committee: Committee): boolean {
  return isMonthly(committee) && /copil|pilotage|steering/i.test(`${committee.id} ${committee.label ?? ''}`)
}

function isMonthly({ every }: Committee): boolean {
  return every.startsWith('FREQ=MONTHLY') && !/INTERVAL=(?!1(;|$))/.test(every)
}
