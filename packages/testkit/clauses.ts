import type {
  CalendarChoice,
  ClockRules,
  CommitmentsChapter,
  MeasureKind,
  Milestone,
  PauseClause,
  PriorityRules,
  Target,
  TicketCommitment,
  When,
} from '@vigie/engine'

/** `{ hours: n, calendar }` of the contract form. */
export function hours(count: number, calendar: string | CalendarChoice): Target {
  return { kind: 'open-time', milliseconds: Math.round(count * 3_600_000), calendar: choice(calendar) }
}

/** `{ minutes: n, calendar }`. */
export function minutes(count: number, calendar: string | CalendarChoice): Target {
  return hours(count / 60, calendar)
}

/** `{ workingDays: n, calendar, cutoff?, until? }`. */
export function workingDays(
  days: number,
  calendar: string | CalendarChoice,
  { cutoff, until = 'end-of-day' }: { readonly cutoff?: string; readonly until?: string } = {},
): Target {
  const target = { kind: 'working-days', days, calendar: choice(calendar), until } as const
  return cutoff === undefined ? target : { ...target, cutoff }
}

/** `{ days: n }`, civil days in the contract's zone. */
export function civilDays(days: number): Target {
  return { kind: 'civil-days', days }
}

/** A service-level target; its clause bears its own id. */
export function commitment(
  id: string,
  measure: MeasureKind,
  target: Target,
  more: { readonly when?: When; readonly atRisk?: Target } = {},
): TicketCommitment {
  return { type: 'ticket', id, clause: id, measure, when: {}, target, ...more }
}

/** A reason that stops the clock, with the defaults of the contract form. */
export function pause(reason: string, more: Partial<PauseClause> = {}): PauseClause {
  return {
    reason,
    imputable: 'client',
    appliesTo: ['workaround', 'restoration', 'resolution'],
    proof: 'optional',
    // biome-ignore lint/suspicious/noThenProperty: a word of the contract form
    then: 'resume',
    ...more,
  }
}

/** A chapter of commitments, with the defaults of the contract form. */
export function chapter(
  targets: readonly TicketCommitment[],
  clock: Partial<ClockRules> = {},
  more: { readonly priorities?: PriorityRules; readonly milestones?: Partial<Record<MeasureKind, Milestone>> } = {},
): CommitmentsChapter {
  const { priorities, milestones } = more
  return {
    ...(priorities === undefined ? {} : { priorities }),
    clock: {
      startsAt: 'reported',
      pauses: [],
      version: 'at-report',
      automaticAnswers: 'ignored',
      mass: 'each',
      ...clock,
    },
    milestones: {
      response: 'acknowledged',
      intervention: 'started',
      workaround: 'workaround',
      restoration: 'restored',
      resolution: 'resolved',
      closure: 'closed',
      ...milestones,
    },
    targets,
  }
}

function choice(calendar: string | CalendarChoice): CalendarChoice {
  return typeof calendar === 'string' ? { default: calendar, bySite: {} } : calendar
}
