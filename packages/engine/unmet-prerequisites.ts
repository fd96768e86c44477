import { groupBy } from './base/group-by.ts'
import type { Instant } from './base/instant.ts'
import type { ControlFact } from './record/read-controls.ts'

/**
 * When prerequisites were unmet, told by the facts of controls that bear a prerequisite's id: from a failure (or a partial
 * result) to the next success, as known at the observation. Two subjects of one prerequisite are each followed; one that is
 * unmet is enough.
 */
export function unmetPrerequisites(
  controls: readonly ControlFact[],
  known: Instant,
): (prerequisite: string, at: Instant) => boolean {
  const byPrerequisite = groupBy(
    controls.filter(({ at }) => at <= known),
    ({ control }) => control,
  )
  const spans = new Map([...byPrerequisite].map(([id, facts]) => [id, spansOf(facts)]))
  return (prerequisite, at) => spans.get(prerequisite)?.some(({ from, to }) => from <= at && at < to) ?? false
}

type Span = { readonly from: Instant; readonly to: Instant }

function spansOf(facts: readonly ControlFact[]): readonly Span[] {
  const bySubject = groupBy(facts, ({ subject = '' }) => subject)
  return [...bySubject.values()].flatMap((own) => {
    const spans: Span[] = []
    let from: Instant | undefined
    // At one instant, what was met again wins.
    for (const { at, result } of own.toSorted((a, b) => a.at - b.at || Number(isMet(a)) - Number(isMet(b)))) {
      if (result === 'failure' || result === 'partial') from ??= at
      else if (isMet({ result }) && from !== undefined) {
        spans.push({ from, to: at })
        from = undefined
      }
    }
    return from === undefined ? spans : [...spans, { from, to: Number.POSITIVE_INFINITY }]
  })
}

function isMet({ result }: Pick<ControlFact, 'result'>): boolean {
  return result === 'success' || result === 'retired'
}
