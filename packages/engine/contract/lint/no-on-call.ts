import { called } from '../../base/called.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CalendarDefinition } from '../../calendar/definition.ts'
import { gapsOf, spansOfWeek } from '../../calendar/week-spans.ts'
import type { AvailabilityCommitment, TicketCommitment } from '../../commitments/clause-types.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/**
 * A target that runs around the clock, and nobody on call at those hours. A target on tickets needs on-call duty that
 * covers the week with the other hours; an availability, in a whole contract, needs some, unless a third party runs the
 * service.
 */
export const noOnCall: LintRule<Contract> = {
  id: 'SL17',
  severity: 'error',
  title: localise('Engagement 24 h/24 sans astreinte', 'Round-the-clock target without on-call duty'),
  why: localise(
    'La nuit et le week-end, personne n’est là pour tenir le délai promis : il sera manqué, ou jamais compté.',
    'At night and at weekends nobody is there to meet the promised time: it will be missed, or never counted.',
  ),
  mend: localise(
    'Ajoutez une astreinte qui couvre ces heures (onCall: true sur un calendrier), ou comptez ce délai en heures de support.',
    'Add on-call duty that covers these hours (onCall: true on a calendar), or count this time in support hours.',
  ),
  find(contract) {
    const { targets, services = [] } = contract.commitments
    const around = new Set(
      Object.entries(contract.calendars).flatMap(([id, one]) => (isRoundTheClock(one) ? [id] : [])),
    )
    const onCall = onCallOf(contract)
    const isWhole = isWholeContract(contract)
    const covered = onCall.length > 0 && coversTheWeek(contract, onCall)
    return targets.flatMap((target, index): readonly Violation[] => {
      if (target.type === 'availability') {
        const { supplier } = services.find(({ id }) => id === target.service) ?? {}
        if (!around.has(target.calendar) || onCall.length > 0 || supplier === 'third-party' || !isWhole) return []
        return [violation(['commitments', 'targets', index, 'calendar'], target)]
      }
      if (target.target.kind !== 'open-time' || covered) return []
      const { default: id, bySite } = target.target.calendar
      if (![id, ...Object.values(bySite)].some((one) => around.has(one))) return []
      return [violation(['commitments', 'targets', index, 'target'], target)]
    })
  },
}

function isRoundTheClock({ weekly }: CalendarDefinition): boolean {
  return gapsOf(spansOfWeek(weekly)).length === 0
}

/** The calendars at whose hours somebody is on call. */
function onCallOf({ calendars, commitments: { onCall } }: Contract): readonly CalendarDefinition[] {
  const stated =
    onCall?.staffed === true && Object.hasOwn(calendars, onCall.calendar) ? calendars[onCall.calendar] : undefined
  return [...Object.values(calendars).filter((one) => one.onCall === true), ...(stated === undefined ? [] : [stated])]
}

/** Whether on-call duty and the support hours together leave no hour of the week. */
function coversTheWeek({ calendars }: Contract, onCall: readonly CalendarDefinition[]): boolean {
  const support = Object.values(calendars).filter((one) => !isRoundTheClock(one))
  return gapsOf([...onCall, ...support].flatMap(({ weekly }) => spansOfWeek(weekly))).length === 0
}

function violation(path: Violation['path'], target: TicketCommitment | AvailabilityCommitment): Violation {
  return {
    path,
    clause: target.clause,
    message: localise(
      `${called(target)} court 24 h/24, 7 j/7, et aucune astreinte ne couvre la nuit et le week-end.`,
      `${called(target)} runs around the clock, and no on-call duty covers nights and weekends.`,
    ),
  }
}
