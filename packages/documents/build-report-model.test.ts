import type { Assessment } from '@vigie/engine'
import { describe, expect, test } from 'vitest'
import { buildReport } from './build-report-model.ts'
import { collectMeasures } from './collect-measures.ts'
import { assessmentOf, missedMeasure, resultOf } from './fixtures/commitment-result.ts'
import { sampleAssessment } from './fixtures/sample-assessment.ts'
import { sampleContract } from './fixtures/sample-contract.ts'
import { sampleReport } from './fixtures/sample-report.ts'
import { renderJson } from './json/render-json.ts'

const minute = 60_000
const build = (assessment: Assessment, missed: Parameters<typeof buildReport>[0]['missed'] = []) =>
  buildReport({ assessment, missed, neutralised: [], language: 'fr', sources: [] })

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

describe('the model is a pure function of the assessment', () => {
  test('a frozen input gives the same model twice', () => {
    const input = frozen({ ...sampleAssessment(), language: 'fr' as const, sources: [] })
    expect(buildReport(input)).toEqual(buildReport(input))
  })

  test.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])('the machine’s zone changes nothing: %s', (zone) => {
    const machine = process.env.TZ
    const expected = renderJson(sampleReport('fr'))
    process.env.TZ = zone
    const written = renderJson(sampleReport('fr'))
    process.env.TZ = machine ?? 'UTC'
    expect(written).toBe(expected)
  })

  test('no text is left unwritten in either language', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const options of [{}, { tickets: 0 }, { tickets: 1, previous: 0 }, { provisional: true }]) {
        expect(renderJson(sampleReport(language, options))).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })
})

describe('missed deadlines', () => {
  test('come in the contract’s order, the longest overrun first, then by ticket', () => {
    const at = (commitment: string, ticket: string, overrun: number) =>
      missedMeasure({ commitment, ticket, targetMilliseconds: 30 * minute, counted: (30 + overrun) * minute })
    const assessment = assessmentOf([resultOf('P1-RESPONSE', 9, 3, 'missed'), resultOf('P2-RESPONSE', 9, 1, 'met')])
    const model = build(assessment, [
      at('P2-RESPONSE', 'A', 99),
      at('P1-RESPONSE', 'C', 5),
      at('P1-RESPONSE', 'B', 5),
      at('P1-RESPONSE', 'D', 50),
    ])
    expect(model.missed.map(({ ticket }) => ticket)).toEqual(['D', 'B', 'C', 'A'])
  })

  test('the overrun of a target in days is the open time past its due instant', () => {
    const { targetMilliseconds: _, ...days } = missedMeasure({
      target: { kind: 'civil-days', days: 2 },
      remaining: -90 * minute,
    })
    const [line] = build(assessmentOf([resultOf('P1-RESPONSE', 9, 1, 'met')]), [days]).missed
    expect(line?.overrun).toBe(90 * minute)
    expect(line).not.toHaveProperty('target')
  })

  test('the reason tells stop, due, overrun, target, calendar and pauses', () => {
    const measure = missedMeasure({
      targetMilliseconds: 30 * minute,
      target: { kind: 'open-time', milliseconds: 30 * minute, calendar: { default: 'on-call', bySite: {} } },
      calendar: 'on-call',
      dueAt: Date.UTC(2026, 9, 12, 8, 30),
      stoppedAt: Date.UTC(2026, 9, 12, 9, 12),
      counted: 72 * minute,
      paused: [
        { from: 0, to: 10 * minute, reason: 'waiting-client', imputable: 'client', event: 'e1' },
        { from: 20 * minute, to: 25 * minute, reason: 'waiting-client', imputable: 'client', event: 'e2' },
      ],
    })
    const [line] = build(assessmentOf([resultOf('P1-RESPONSE', 9, 1, 'met')]), [measure]).missed
    expect(line?.reason.replaceAll('\u00a0', ' ')).toBe(
      'Arrêt le 12/10/26 11:12 pour une échéance le 12/10/26 10:30 : 42 min de trop sur 30 min (Astreinte P1, jours ouvrés étendus). Suspensions, en temps de montre : attente du client 15 min.',
    )
  })

  test('a clock that still runs says so', () => {
    const { stoppedAt: _, ...running } = missedMeasure({ targetMilliseconds: 30 * minute, counted: 45 * minute })
    const [line] = build(assessmentOf([resultOf('P1-RESPONSE', 9, 1, 'met')]), [running]).missed
    expect(line?.reason).toContain('court encore')
  })

  test('the collector keeps what is missed or neutralised, and drops the rest', () => {
    const collected = collectMeasures()
    const measure = missedMeasure({})
    for (const standing of ['met', 'missed', 'excluded', 'running', 'notApplicable'] as const)
      collected.take(measure, standing)
    expect([collected.missed.length, collected.neutralised.length]).toEqual([1, 2])
  })
})

describe('commitments', () => {
  test('are named in short, with their calendar only where the short name is ambiguous', () => {
    const twins = [resultOf('P1-RESPONSE', 9, 0, 'met'), { ...resultOf('P1-RESPONSE', 9, 0, 'met'), id: 'TWIN' }]
    const contract = {
      ...sampleContract,
      commitments: {
        ...sampleContract.commitments,
        targets: sampleContract.commitments.targets.flatMap((target) =>
          target.id === 'P1-RESPONSE' ? [target, { ...target, id: 'TWIN' }] : [target],
        ),
      },
    }
    const name = (results: typeof twins) =>
      build(assessmentOf(results, [], { contract })).commitments[0]?.name.replaceAll('\u00a0', ' ')
    expect(name(twins.slice(0, 1))).toBe('P1 – prise en compte en 30 min')
    expect(name(twins)).toBe('P1 – prise en compte en 30 min (Astreinte P1, jours ouvrés étendus)')
  })

  test('the contract’s own label is used as it stands', () => {
    const labelled = resultOf('P1-RESPONSE', 9, 0, 'met', { label: 'GTI 30 min : critique' })
    expect(build(assessmentOf([labelled])).commitments[0]?.name).toBe('GTI 30 min : critique')
  })

  test.each([
    [['missed', 'missed'], 3],
    [['missed', 'met'], 1],
    [['missed', 'informative'], 2],
    [['met', 'missed'], 2],
    [[], 1],
  ] as const)('misses in a row after %j: an unjudged period leaves the run untouched', (before, expected) => {
    const assessment = assessmentOf(
      [resultOf('P1-RESPONSE', 5, 5, 'missed')],
      before.map((state) => [resultOf('P1-RESPONSE', 5, 5, state)]),
    )
    expect(build(assessment).commitments[0]?.missedInARow).toBe(expected)
  })

  test('what this version does not compute is listed, without a figure', () => {
    const model = build(assessmentOf([resultOf('P1-RESPONSE', 9, 0, 'met')]))
    expect(model.notMeasured).toEqual([
      {
        kind: 'availability',
        id: 'FILES-AVAILABILITY',
        clause: '2.8',
        wording: expect.stringContaining('Serveur de fichiers'),
      },
    ])
    expect(model.commitments.some(({ id }) => id === 'FILES-AVAILABILITY')).toBe(false)
  })
})

describe('what prevails and how to recompute', () => {
  test('the contract’s own notice is said first', () => {
    const notice = { fr: 'Objectifs inventés.', en: 'Invented targets.' }
    const notices = [{ fr: 'Journal partiel.', en: 'Partial log.' }]
    const assessment = assessmentOf([], [], { contract: { ...sampleContract, notice } })
    const model = buildReport({ assessment, missed: [], neutralised: [], language: 'fr', sources: [], notices })
    expect(model.notices).toEqual(['Objectifs inventés.', 'Journal partiel.'])
  })

  test('a transcription names the signed document', () => {
    const authority = { file: 'contrat-signe.pdf', sha256: 'ab'.repeat(32), signedOn: '2025-12-01' }
    const model = build(assessmentOf([], [], { contract: { ...sampleContract, authority } }))
    expect(model.contract.signedDocument).toEqual(authority)
  })

  test.each([
    [
      'facts.csv',
      'npx vigie report contract.yaml facts.csv --month 2026-10 --at 2026-10-31T23:00:00.000Z --lang fr --out report.pdf',
    ],
    [
      "l'export du mois.csv",
      "npx vigie report contract.yaml 'l'\\''export du mois.csv' --month 2026-10 --at 2026-10-31T23:00:00.000Z --lang fr --out report.pdf",
    ],
  ])('the command can be pasted into a shell: %s', (name, expected) => {
    const sources = [{ role: 'facts' as const, name, fingerprint: 'f' }]
    const model = buildReport({ assessment: assessmentOf([]), missed: [], neutralised: [], language: 'fr', sources })
    expect(model.fingerprint.command).toBe(expected)
  })
})
