import { type ControlFact, evaluate, type Outage, parseInstant, readContract, readEvents } from '@vigie/engine'
import { describe, expect, test } from 'vitest'
import { buildReport } from '../build-report-model.ts'
import { paper } from '../charts/palette.ts'
import { renderHtml } from '../html/render-html.ts'
import { renderJson } from '../json/render-json.ts'
import { layOut } from '../layout/lay-out.ts'
import { renderXlsx } from '../xlsx/render-xlsx.ts'

const contractText = `vigie: 1
contract:
  id: CTR-SERVICES
  title: Services et contrôles
  language: fr
  timeZone: Europe/Paris
  currency: EUR
  parties: { client: { name: Client }, provider: { name: Prestataire } }
  effectiveFrom: 2026-01-01
calendars:
  always: { label: 24 h/24, timeZone: Europe/Paris, weekly: always }
commitments:
  targets:
    - { id: FILES, clause: "2.8", label: Fichiers, measure: availability, service: files, calendar: always, atLeast: 99.5%, over: month }
  services:
    - { id: files, label: Fichiers, expression: files }
  controls:
    - { id: BACKUP, clause: "2.13", control: backup, population: { site: siège }, every: P1D }
`
const start = instantOf('2026-11-01T00:00:00+01:00')
const hour = 3_600_000
const outages: readonly Outage[] = [
  { component: 'files', state: 'down', from: start + 10 * hour, to: start + 14 * hour, recordedAt: start + 10 * hour },
]
const controls: readonly ControlFact[] = [
  { control: 'backup', subject: 'srv-1', at: start + 2 * hour, result: 'success', evidence: 'log-1' },
  { control: 'backup', subject: 'srv-2', at: start + 3 * hour, result: 'failure' },
]

describe('services and controls in the report', () => {
  test('count among the commitments judged, and are no longer said to be unmeasured', () => {
    const model = report('en', { outages, controls })
    expect(model.verdict.headline).toBe('Neither of the two commitments judged is kept.')
    expect(model.notMeasured).toEqual([])
    expect(model.verdict.missed.map(({ commitment }) => commitment)).toEqual(['FILES', 'BACKUP'])
    expect(model.verdict.missed[0]?.text).toBe('99.444% for a target of 99.5%; 99.444% experienced.')
    expect(report('en', {}).notMeasured.map(({ id }) => id)).toEqual(['FILES', 'BACKUP'])
  })

  test('date the last good result on the first page, and name what has none', () => {
    const [proof] = report('fr', { controls }).verdict.proofs
    expect(proof).toMatchObject({ state: 'missed', commitment: 'BACKUP' })
    expect(proof?.text.replaceAll('\u00a0', ' ')).toBe(
      'dernier bon résultat le 1er novembre 2026 à 02:00, 2 en retard, 1 sans aucun.',
    )
  })

  test('show where all the agreed time went', () => {
    const [service] = report('fr', { outages }).services
    expect(service?.account.reduce((sum, { duration }) => sum + duration, 0)).toBe(service?.agreed.duration)
    const blocks = layOut(report('fr', { outages }), { missedRows: 10 }).sections.flatMap((section) => section.blocks)
    const chart = blocks.find((block) => block.kind === 'chart' && block.table.caption === 'Disponibilité des services')
    if (chart?.kind !== 'chart') throw new Error('no chart')
    expect(JSON.stringify(chart.draw({ width: 480, palette: paper, id: 'x' }))).toContain('arrêt 4')
  })

  test('are in every format, in both languages', async () => {
    for (const language of ['fr', 'en'] as const) {
      const model = report(language, { outages, controls })
      expect(renderHtml(model)).toContain('srv-2')
      const json = JSON.parse(renderJson(model))
      expect(json.services[0].agreed.duration).toBe(720 * 3600)
      expect(json.controls[0].subjects[0].lastGood.at).toBe('2026-11-01T01:00:00.000Z')
      expect((await renderXlsx(model)).length).toBeGreaterThan((await renderXlsx(report(language, {}))).length)
    }
  })
})

function report(
  language: 'fr' | 'en',
  facts: { readonly outages?: readonly Outage[]; readonly controls?: readonly ControlFact[] },
) {
  const contract = readContract(contractText)
  const events = readEvents('ticket,at,event\nT,2026-11-04T08:00:00Z,reported\n')
  if (!contract.ok || !events.ok) throw new Error('not read')
  const evaluation = evaluate({
    contract: contract.history,
    record: events.record,
    period: { from: start, to: instantOf('2026-12-01T00:00:00+01:00'), label: '2026-11' },
    ...facts,
  })
  if (!evaluation.ok) throw new Error('not evaluated')
  return buildReport({ assessment: evaluation.assessment, missed: [], neutralised: [], language, sources: [] })
}

function instantOf(text: string): number {
  const instant = parseInstant(text)
  if (typeof instant !== 'number') throw new Error(text)
  return instant
}
