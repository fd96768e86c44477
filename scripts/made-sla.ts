import { createReadStream, readFileSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'

/** How our verdict on the resolution of a ticket meets the log's own last `made_sla`, for one priority. */
export type Agreement = {
  readonly priority: string
  readonly bothMet: number
  readonly bothMissed: number
  readonly onlyOursMissed: number
  readonly onlyTheirsMissed: number
  /** Tickets that one of the two does not judge. */
  readonly notCompared: number
}

/**
 * Sets our resolution verdicts (`--tickets` of `vigie measure`) beside `made_sla` of the log.
 * The log's targets and calendar are not published: this is a plausibility check, and no figure depends on it.
 */
export async function compareWithMadeSla(log: string, measuresFile: string): Promise<readonly Agreement[]> {
  const theirs = await lastVerdicts(log)
  const ours = resolutionVerdicts(measuresFile)
  const priorities = [...new Set([...theirs.values()].map(({ priority }) => priority))].sort()
  return priorities.map((priority) => {
    const tickets = [...theirs].filter(([, verdict]) => verdict.priority === priority)
    const count = (met: boolean, alsoOurs: boolean) =>
      tickets.filter(([ticket, verdict]) => verdict.met === met && ours.get(ticket) === alsoOurs).length
    const counted = { bothMet: count(true, true), bothMissed: count(false, false) }
    const apart = { onlyOursMissed: count(true, false), onlyTheirsMissed: count(false, true) }
    const compared = counted.bothMet + counted.bothMissed + apart.onlyOursMissed + apart.onlyTheirsMissed
    return { priority, ...counted, ...apart, notCompared: tickets.length - compared }
  })
}

type Row = { readonly number: string; readonly made_sla: string; readonly priority: string }

/** Rows of one incident follow each other in time: the last one holds its final verdict and priority. */
async function lastVerdicts(log: string): Promise<Map<string, { met: boolean; priority: string }>> {
  const bytes = createReadStream(log)
  const text = log.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  const verdicts = new Map<string, { met: boolean; priority: string }>()
  for await (const row of text.pipe(parse({ columns: true })) as AsyncIterable<Row>) {
    verdicts.set(row.number, { met: row.made_sla === 'true', priority: row.priority })
  }
  return verdicts
}

function resolutionVerdicts(measuresFile: string): Map<string, boolean> {
  const rows = parseWhole(readFileSync(measuresFile), { columns: true }) as Readonly<Record<string, string>>[]
  const judged = rows.filter(({ commitment, state }) => {
    return commitment?.endsWith('-RESOLUTION') && (state === 'met' || state === 'missed')
  })
  return new Map(judged.map(({ ticket, state }) => [ticket ?? '', state === 'met']))
}
