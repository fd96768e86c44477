import type { Assessment, Language } from '@vigie/engine'
import { describe, expect, test } from 'vitest'
import { buildReport } from '../build-report-model.ts'
import { assessmentOf, missedMeasure, resultOf } from '../fixtures/commitment-result.ts'
import { sampleAssessment } from '../fixtures/sample-assessment.ts'

const verdictOf = (assessment: Assessment, language: Language = 'fr') =>
  buildReport({ assessment, missed: [], neutralised: [], language, sources: [] }).verdict
const spaced = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const kept = resultOf('P1-RESPONSE', 19, 1, 'met')
const failed = resultOf('P2-RESPONSE', 16, 3, 'missed')
const empty = resultOf('P3-RESOLUTION', 0, 0, 'not-applicable')

describe('the headline counts what was judged', () => {
  test.each([
    [[], 'Aucun engagement n’a pu être jugé.', 'No commitment could be judged.'],
    [[empty], 'Aucun engagement n’a pu être jugé.', 'No commitment could be judged.'],
    [[kept], 'Le seul engagement jugé est tenu.', 'The one commitment judged is kept.'],
    [[failed], 'Le seul engagement jugé est manqué.', 'The one commitment judged is missed.'],
    [
      [kept, { ...kept, id: 'P2-RESOLUTION' }],
      'Les deux engagements jugés sont tenus.',
      'Both commitments judged are kept.',
    ],
    [
      [failed, { ...failed, id: 'P2-RESOLUTION' }],
      'Aucun des deux engagements jugés n’est tenu.',
      'Neither of the two commitments judged is kept.',
    ],
    [[kept, failed], '1 engagement sur 2 est tenu, 1 est manqué.', '1 of 2 commitments is kept, 1 is missed.'],
  ])('%#', (commitments, french, english) => {
    expect(verdictOf(assessmentOf(commitments)).headline).toBe(french)
    expect(verdictOf(assessmentOf(commitments), 'en').headline).toBe(english)
  })
})

describe('a missed commitment is told with its gap', () => {
  test('rate, target, gap and counts', () => {
    const [statement] = verdictOf(assessmentOf([failed])).missed
    expect(statement?.lead).toBe('P2 – prise en compte en 2\u00a0h')
    expect(spaced(statement?.text ?? '')).toMatch(
      /^84,21 % pour 90 % visés, 5,79 points sous l’objectif ; 3 délais dépassés sur 19\./,
    )
  })

  test('a gap that rounds to nothing is not called zero', () => {
    const close = resultOf('P2-RESPONSE', 89_999, 10_001, 'missed')
    expect(spaced(verdictOf(assessmentOf([close])).missed[0]?.text ?? '')).toContain(
      'moins d’un centième de point sous',
    )
  })

  test.each([
    [4, 1, true],
    [16, 3, true],
    [17, 3, false],
  ])('%d kept and %d missed: few deadlines are called few: %s', (met, missed, small) => {
    const text = verdictOf(assessmentOf([resultOf('P2-RESPONSE', met, missed, 'missed')])).missed[0]?.text ?? ''
    expect(text.includes('Petit nombre')).toBe(small)
  })

  test.each([
    ['91.2000', true],
    ['90.0000', true],
    ['89.9999', false],
  ])('chance is named only where the interval holds the target: up to %s', (high, named) => {
    const result = resultOf('P2-RESPONSE', 80, 20, 'missed', { wilson: { low: '71.0000', high } })
    expect((verdictOf(assessmentOf([result])).missed[0]?.text ?? '').includes('hasard')).toBe(named)
  })

  test('misses in a row are counted, and put to the committee', () => {
    const verdict = verdictOf(assessmentOf([failed], [[failed], [failed]]))
    expect(verdict.missed[0]?.text).toContain('3e mois manqué de suite')
    expect(verdict.decisions.some((text) => text.includes('comité') && text.includes('2\u00a0h (3)'))).toBe(true)
  })

  test('the furthest from its target comes first', () => {
    const worse = resultOf('P1-RESOLUTION', 5, 15, 'missed')
    expect(verdictOf(assessmentOf([failed, worse])).missed.map(({ commitment }) => commitment)).toEqual([
      'P1-RESOLUTION',
      'P2-RESPONSE',
    ])
  })
})

describe('the trend compares with the period just before', () => {
  test('no earlier period: it says so', () => {
    expect(verdictOf(assessmentOf([kept])).trend.map(({ text }) => text)).toEqual([
      'Aucune période précédente n’a été évaluée\u00a0: la tendance n’est pas montrée.',
    ])
  })

  test('what falls below and what comes back is named', () => {
    const now = [resultOf('P1-RESPONSE', 5, 15, 'missed'), resultOf('P2-RESPONSE', 20, 0, 'met')]
    const then = [resultOf('P1-RESPONSE', 20, 0, 'met'), resultOf('P2-RESPONSE', 5, 15, 'missed')]
    const trend = verdictOf(assessmentOf(now, [then])).trend.map(({ state, text }) => `${state} ${spaced(text)}`)
    expect(trend).toContain('missed Passe sous l’objectif : P1 – prise en compte en 30 min.')
    expect(trend).toContain('met Revient à l’objectif : P2 – prise en compte en 2 h.')
  })

  test.each([
    [19, 1, false],
    [20, 0, true],
  ])('a change is told only on twenty deadlines on both sides: %d kept then', (met, missing, told) => {
    const now = resultOf('P1-RESPONSE', 10, 10, 'missed')
    const then = resultOf('P1-RESPONSE', met - missing, 0, 'missed')
    const trend = verdictOf(assessmentOf([now], [[then]])).trend.map(({ text }) => text)
    expect(trend.some((text) => text.startsWith('En baisse'))).toBe(told)
  })
})

describe('nothing is told that the figures do not hold', () => {
  test('without tickets: no volume, no decision but what is not measured', () => {
    const { assessment } = sampleAssessment({ tickets: 0, previous: 0 })
    const verdict = verdictOf(assessment)
    expect(verdict.summary[0]).toBe('En octobre\u00a02026, aucun ticket n’a été signalé ni résolu.')
    expect(verdict.standsOut).toEqual([])
    expect(verdict.decisions).toEqual([
      'Donner les faits qui manquent pour juger toutes les clauses (états des composants, résultats des contrôles).',
    ])
  })

  test('one ticket is written in the singular', () => {
    const assessment = assessmentOf([resultOf('P1-RESPONSE', 1, 0, 'met')], [], {
      volumes: { reported: 1, resolved: 1, openAtEnd: 0, byKind: [], byPriority: [], kindsKnown: true },
    })
    const [activity, deadlines] = verdictOf(assessment).summary
    expect(spaced(activity ?? '')).toBe(
      'En octobre 2026, 1 ticket a été signalé, 1 a été résolu et aucun ne restait ouvert à la fin de la période.',
    )
    expect(deadlines).toBe('Le seul délai jugé a été respecté.')
  })

  test('a log without kinds says so', () => {
    const assessment = assessmentOf([kept], [], {
      volumes: { reported: 5, resolved: 5, openAtEnd: 0, byKind: [], byPriority: [], kindsKnown: false },
    })
    expect(verdictOf(assessment).standsOut.some(({ text }) => text.includes('ne donne pas la nature'))).toBe(true)
  })

  test.each([
    [[], 400, false],
    [[29], 400, false],
    [[100], 114, false],
    [[100], 115, true],
    [[10, 100], 110, false],
    [[100, 100, 40], 92, true],
    [[1, 100, 100, 100, 100, 100, 100], 110, false],
  ])('the volume after %j is told at %d: %s', (before, now, told) => {
    const volumes = (reported: number) => ({
      reported,
      resolved: 0,
      openAtEnd: 0,
      byKind: [],
      byPriority: [],
      kindsKnown: true,
    })
    const assessment = assessmentOf(
      [kept],
      before.map(() => [kept]),
      { volumes: volumes(now) },
    )
    const previous = assessment.previous.map((period, index) => ({ ...period, volumes: volumes(before[index] ?? 0) }))
    const { standsOut } = verdictOf({ ...assessment, previous })
    expect(standsOut.some(({ text }) => text.startsWith('Volume'))).toBe(told)
  })

  test('provisional figures are called so, in the summary and in what to decide', () => {
    const { assessment } = sampleAssessment({ provisional: true })
    const verdict = verdictOf(assessment)
    expect(verdict.summary.at(-1)).toContain('Chiffres provisoires')
    expect(verdict.decisions[0]).toContain('Attendre les chiffres définitifs')
  })

  test('the longest overrun and the tickets that miss several deadlines are named', () => {
    const assessment = assessmentOf([
      resultOf('P1-RESPONSE', 9, 1, 'missed'),
      resultOf('P1-RESOLUTION', 9, 1, 'missed'),
    ])
    const hour = 3_600_000
    const missed = [
      missedMeasure({ commitment: 'P1-RESPONSE', ticket: 'T-1', targetMilliseconds: hour, counted: 3 * hour }),
      missedMeasure({ commitment: 'P1-RESOLUTION', ticket: 'T-1', targetMilliseconds: hour, counted: 6 * hour }),
    ]
    const { standsOut } = buildReport({ assessment, missed, neutralised: [], language: 'fr', sources: [] }).verdict
    const said = standsOut.map(({ text }) => spaced(text))
    expect(said).toContain('Le dépassement le plus long : ticket T-1, 5 h au-delà du délai (P1 – résolution en 4 h).')
    expect(said).toContain('Un ticket dépasse plusieurs délais : T-1.')
  })
})
