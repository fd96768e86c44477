// The documents: the PDF of a month of 10,000 tickets against its goal; model and typesetting, as the command does them.
import { readFileSync } from 'node:fs'
import { buildReport, collectMeasures, renderPdf } from '@vigie/documents'
import { type Contract, evaluate, readContract, readEvents, readPeriod } from '@vigie/engine'
import { simulate } from '@vigie/simulator'
import type { BenchRow } from './row.ts'

const ROUNDS = 5
const PDF_GOAL = 1_500
const CONTRACT = 'contracts/small-business/contract.yaml'
/** Desks side by side that report about 10,000 tickets in a month. */
const DESKS = 60

/** Median of five rounds; the facts are simulated and judged once, outside the time measured. */
export async function benchDocuments(): Promise<BenchRow[]> {
  const input = judgedMonth('2026-10')
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    await renderPdf(buildReport({ ...input, language: 'fr', sources: [] }))
    times.push(performance.now() - start)
  }
  const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
  const tickets = input.assessment.volumes.reported.toLocaleString('en')
  return [
    {
      name: `PDF of a month of ${tickets} tickets, ${input.missed.length} deadlines missed`,
      measured: `${(median / 1000).toFixed(2)} s`,
      baseline: `${(PDF_GOAL / 1000).toFixed(2)} s (the goal)`,
      ratio: median / PDF_GOAL,
      goal: 'under 1.5 s',
    },
  ]
}

function judgedMonth(month: string) {
  const contract = modelContract()
  const facts = readEvents(simulate({ contract, from: '2026-09-15', to: '2026-11-01', seed: 1, scale: DESKS }).events())
  if (!facts.ok) throw new Error(facts.fault.message.en)
  const reading = readPeriod({ month }, contract.timeZone, facts.record)
  if (!reading.ok) throw new Error(reading.issues[0].message.en)
  const { take, missed, neutralised } = collectMeasures()
  const evaluation = evaluate({
    contract: { id: contract.id, versions: [contract] },
    record: facts.record,
    period: reading.period,
    onMeasure: take,
  })
  if (!evaluation.ok) throw new Error(evaluation.issues[0].message.en)
  return { assessment: evaluation.assessment, missed, neutralised }
}

function modelContract(): Contract {
  const reading = readContract(readFileSync(new URL(`../${CONTRACT}`, import.meta.url), 'utf8'), { file: CONTRACT })
  if (!reading.ok) throw new Error(reading.issues.map(({ message }) => message.en).join('\n'))
  return reading.history.versions[0]
}
