import type { EvaluationInput, Measure } from '@vigie/engine'

/** What a report keeps of the measures that an evaluation streams. */
export type CollectedMeasures = {
  readonly take: NonNullable<EvaluationInput['onMeasure']>
  readonly missed: readonly Measure[]
  readonly neutralised: readonly Measure[]
}

/** Pass `take` as `onMeasure`; the kept and the running ones are only counted by the engine and are dropped here. */
export function collectMeasures(): CollectedMeasures {
  const missed: Measure[] = []
  const neutralised: Measure[] = []
  const take: CollectedMeasures['take'] = (measure, standing) => {
    if (standing === 'missed') missed.push(measure)
    else if (standing === 'excluded' || standing === 'notApplicable') neutralised.push(measure)
  }
  return { take, missed, neutralised }
}
