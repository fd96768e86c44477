import { addMonths, civilDateOf, type EpochDay, epochDayOf } from '../../base/civil-date.ts'
import { type Instant, MILLISECONDS_PER_DAY } from '../../base/instant.ts'
import { localise } from '../../base/localise.ts'
import { findZone, type Zone } from '../../calendar/local-time.ts'
import { meetingDays } from '../../governance/meeting-days.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from './contract-terms.ts'
import type { DraftDeadline } from './deadline.ts'
import { sayMonth } from './say-day.ts'
import { targetEnds } from './target-end.ts'

/** What comes back every month: reports due, ends of claim windows, committees; in `[from, to)`. */
export function recurringDeadlines(contract: Contract, from: EpochDay, to: EpochDay): readonly DraftDeadline[] {
  const zone = findZone(contract.timeZone)
  if (zone === undefined) return []
  return [
    ...reports(contract, zone, to),
    ...claims(contract, zone, to),
    ...committees(contract, zone, from, to),
  ].filter(({ day }) => day >= from && day < to)
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** First days of the periods that end after the contract's start and before `to`, with the first day after each. */
export function periodsOf(contract: Contract, over: keyof typeof MONTHS, to: EpochDay) {
  const months = MONTHS[over]
  const { year, month } = civilDateOf(startOfContract(contract))
  const first = epochDayOf(year, month - ((month - 1) % months), 1)
  const periods: { readonly from: EpochDay; readonly end: EpochDay }[] = []
  for (let k = 0; ; k++) {
    const [from, end] = [addMonths(first, k * months), addMonths(first, (k + 1) * months)]
    if (end >= to) return periods
    periods.push({ from, end })
  }
}

function reports(contract: Contract, zone: Zone, to: EpochDay): readonly DraftDeadline[] {
  const endOf = targetEnds(contract)
  return contract.followUp.reports.flatMap(({ id, over, dueBy }, index) =>
    dueBy === undefined
      ? []
      : periodsOf(contract, over, to).flatMap(({ from, end }): readonly DraftDeadline[] => {
          const at = endOf(dueBy, zone.startOfDay(end))
          if (at === undefined) return []
          const period = sayMonth(from)
          const label = localise(
            `Rapport « ${id} » dû, période de ${period.fr}`,
            `Report "${id}" due, period of ${period.en}`,
          )
          return [
            {
              kind: 'report-due',
              day: lastDayBefore(zone, at),
              at,
              subject: id,
              path: `followUp.reports[${index}].dueBy`,
              label,
            },
          ]
        }),
  )
}

function claims(contract: Contract, zone: Zone, to: EpochDay): readonly DraftDeadline[] {
  const { claimWithin, clause } = contract.commitments.penaltyRules ?? {}
  if (claimWithin === undefined) return []
  const endOf = targetEnds(contract)
  return periodsOf(contract, 'month', to).flatMap(({ from, end }): readonly DraftDeadline[] => {
    const at = endOf(claimWithin, zone.startOfDay(end))
    if (at === undefined) return []
    const month = sayMonth(from)
    return [
      {
        kind: 'claim-ends',
        day: lastDayBefore(zone, at),
        at,
        ...(clause === undefined ? {} : { clause }),
        path: 'commitments.penaltyRules.claimWithin',
        label: localise(
          `Dernier jour pour réclamer les pénalités de ${month.fr}`,
          `Last day to claim the penalties of ${month.en}`,
        ),
      },
    ]
  })
}

function committees(contract: Contract, zone: Zone, from: EpochDay, to: EpochDay): readonly DraftDeadline[] {
  const start = startOfContract(contract)
  return (contract.chapters.governance?.committees ?? []).flatMap(({ id, label, clause, every }, index) =>
    meetingDays(every, start, from, to).map(({ day, minute }) => ({
      kind: 'committee' as const,
      day,
      ...(minute === undefined ? {} : { at: zone.toInstant(day * MILLISECONDS_PER_DAY + minute * 60_000) }),
      subject: id,
      ...(clause === undefined ? {} : { clause }),
      path: `governance.committees[${index}].every`,
      label: localise(label ?? id, label ?? id),
    })),
  )
}

/** The civil day of an instant that ends a delay; midnight ends the day before. */
function lastDayBefore(zone: Zone, at: Instant): EpochDay {
  return Math.floor(zone.toLocal(at - 1) / MILLISECONDS_PER_DAY)
}
