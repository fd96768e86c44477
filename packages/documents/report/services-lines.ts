import { type Assessment, availabilityJson, controlJson } from '@vigie/engine'
import type { ReportContext } from './context.ts'
import type { ControlLine, ServiceLine } from './services-model.ts'
import { availabilityWording } from './wording.ts'

const parts = ['up', 'down', 'degraded', 'maintenance', 'unknown'] as const

/** The services whose availability was judged, in the contract's order. */
export function serviceLines(
  { availability = [], period }: Assessment,
  context: ReportContext,
): readonly ServiceLine[] {
  return availability.map((result) => {
    const { clause, contractual: account, window } = result
    const shown = availabilityJson(result)
    return {
      id: clause.id,
      clause: clause.clause,
      contractVersion: result.contractVersion,
      name: clause.label ?? availabilityWording(clause, context),
      service: context.label(clause.service),
      calendar: context.calendarLabel(clause.calendar),
      convention: shown.convention,
      contractual: shown.availability,
      experienced: shown.experienced,
      coverage: shown.coverage,
      target: shown.target,
      state: result.state,
      ...(window.from === period.from && window.to === period.to ? {} : { window: window.label }),
      provisional: result.provisional,
      agreed: { duration: account.agreed },
      account: parts.map((part) => ({ part, duration: account[part] })),
    }
  })
}

/** The recurring controls that were judged, in the contract's order. */
export function controlLines({ controls = [], period }: Assessment, { words }: ReportContext): readonly ControlLine[] {
  return controls.map((result) => {
    const { clause, window } = result
    const { rate, coverage, target, unknownCountsAs } = controlJson(result)
    return {
      id: clause.id,
      clause: result.grounds.clause,
      contractVersion: result.contractVersion,
      name: clause.label ?? words.wording.control(clause.control),
      control: clause.control,
      expected: result.expected,
      good: result.good,
      bad: result.bad,
      unknown: result.unknown,
      running: result.running,
      unknownCountsAs,
      rate,
      coverage,
      target,
      state: result.state,
      ...(window.from === period.from && window.to === period.to ? {} : { window: window.label }),
      provisional: result.provisional,
      unnamed: result.unnamed,
      subjects: result.subjects.map(({ running: _, ...subject }) => subject),
    }
  })
}
