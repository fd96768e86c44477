import type { Assessment, HandlingTime, KpiResult, PeriodResult } from '@vigie/engine'
import type { ReportContext } from './context.ts'
import type { HandlingTimeLine, IndicatorLine, VolumesSection } from './report-model.ts'
import { capitalised, kindText } from './wording.ts'

/** The period's KPIs, each with the value of the period just before. */
export function indicatorLines(assessment: Assessment, context: ReportContext): readonly IndicatorLine[] {
  const before = lastBefore(assessment)
  return assessment.kpis.map((kpi) => {
    const earlier = before?.kpis.find(({ id }) => id === kpi.id)
    return {
      id: kpi.id,
      clause: kpi.grounds.clause,
      label: context.said(kpi.label),
      value: kpi.value,
      unit: kpi.unit,
      count: kpi.count,
      ...optional(kpi),
      ...(kpi.note === undefined ? {} : { note: context.said(kpi.note) }),
      ...(earlier === undefined ? {} : { before: earlier.value }),
    }
  })
}

export function volumesSection(assessment: Assessment, context: ReportContext): VolumesSection {
  const { reported, resolved, openAtEnd, kindsKnown, byKind, byPriority } = assessment.volumes
  return {
    reported,
    resolved,
    openAtEnd,
    kindsKnown,
    byKind: byKind.map((line) => ({
      id: line.kind,
      label: capitalised(kindText(line.kind, context)),
      reported: line.reported,
      resolved: line.resolved,
      openAtEnd: line.openAtEnd,
    })),
    byPriority: byPriority.map((line) => ({
      id: line.priority,
      label: line.priority === '' ? capitalised(context.words.noPriority) : line.priority,
      reported: line.reported,
      resolved: line.resolved,
      openAtEnd: line.openAtEnd,
    })),
    trend: [...assessment.previous, assessment]
      .map(({ period, volumes }) => ({
        period: period.label,
        from: period.from,
        reported: volumes.reported,
        resolved: volumes.resolved,
        openAtEnd: volumes.openAtEnd,
      }))
      .sort((a, b) => a.from - b.from),
  }
}

/** Handling times by step and calendar, once each, in the order the KPIs give them. */
export function handlingTimeLines(assessment: Assessment, context: ReportContext): readonly HandlingTimeLine[] {
  const lines = new Map<string, HandlingTimeLine>()
  for (const group of assessment.kpis.flatMap(({ groups }) => groups ?? [])) {
    const key = JSON.stringify([group.measure, group.calendar])
    if (!lines.has(key)) lines.set(key, handlingTimeLine(group, context))
  }
  return [...lines.values()]
}

/** The period just before this one, where it was evaluated. */
export function lastBefore(assessment: Assessment): PeriodResult | undefined {
  return assessment.previous.reduce<PeriodResult | undefined>(
    (last, result) => (last === undefined || result.period.from > last.period.from ? result : last),
    undefined,
  )
}

function handlingTimeLine(group: HandlingTime, context: ReportContext): HandlingTimeLine {
  return {
    measure: group.measure,
    label: capitalised(context.words.measures[group.measure]),
    calendar: group.calendar,
    calendarLabel: context.calendarLabel(group.calendar),
    count: group.count,
    counted: { mean: group.mean, p50: group.p50, p90: group.p90 },
    elapsed: { mean: group.elapsedMean, p50: group.elapsedP50, p90: group.elapsedP90 },
  }
}

function optional({ numerator, denominator, target, state, value, groups }: KpiResult): Partial<IndicatorLine> {
  return {
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
    ...(target === undefined ? {} : { target }),
    ...(state === undefined ? {} : { state }),
    ...(value === null && groups !== undefined && groups.length > 0 ? { byCalendar: true as const } : {}),
  }
}
