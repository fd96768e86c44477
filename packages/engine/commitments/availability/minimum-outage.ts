import { groupBy } from '../../base/group-by.ts'
import type { Milliseconds } from '../../base/instant.ts'
import type { Outage } from '../../record/outage.ts'

/**
 * The rows without the outages that are too short to count (clause kind: minimum outage). An outage is what touches or
 * overlaps of one component and one state, so that an outage cut into short rows is still the long one it was; its
 * whole raw length counts, before any clipping. An open outage is never short.
 */
export function withoutShortOutages(rows: readonly Outage[], minimum: Milliseconds): readonly Outage[] {
  const groups = groupBy(rows, ({ component, state }) => JSON.stringify([component, state]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first?.state !== 'down' && first?.state !== 'degraded') return group
    return runsOf(group)
      .filter((run) => run.to - run.from >= minimum)
      .flatMap((run) => run.rows)
  })
}

type Run = { readonly from: number; to: number; readonly rows: Outage[] }

function runsOf(rows: readonly Outage[]): readonly Run[] {
  const runs: Run[] = []
  for (const row of rows.toSorted((a, b) => a.from - b.from)) {
    const to = row.to ?? Number.POSITIVE_INFINITY
    const last = runs.at(-1)
    if (last && row.from <= last.to) {
      last.to = Math.max(last.to, to)
      last.rows.push(row)
    } else {
      runs.push({ from: row.from, to, rows: [row] })
    }
  }
  return runs
}
