import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport } from '../build-report-model.ts'
import { assessmentOf, resultOf } from '../fixtures/commitment-result.ts'
import { sampleReport } from '../fixtures/sample-report.ts'
import type { ReportModel } from '../report/report-model.ts'
import { voice } from '../report/voice.ts'
import { complianceTrend } from './compliance-trend.ts'
import { handlingTimes } from './handling-times.ts'
import { judgedTrend } from './judged-trend.ts'
import { paper } from './palette.ts'
import { resultsAgainstTargets } from './results-against-targets.ts'
import { type SvgNode, serializeSvg } from './svg-node.ts'
import { textWidth, wrapText } from './text-width.ts'
import { volumesBreakdown } from './volumes-breakdown.ts'
import { volumesTrend } from './volumes-trend.ts'

const french = voice('fr')
const wide = { width: 482, palette: paper, id: 'c' }
const narrow = { ...wide, width: 300 }

function drawings(model: ReportModel, surface = wide): readonly (readonly [string, SvgNode])[] {
  const speaking = voice(model.language)
  const periods = model.volumes.trend.map(({ period }) => period)
  return [
    ['results', resultsAgainstTargets(model.commitments, model.period.title, speaking, surface)],
    ['trend', complianceTrend(model.commitments, model.commitments, periods, speaking, surface)],
    [
      'judged',
      judgedTrend(
        periods.map((period, at) => ({ period, met: at, missed: at % 3 })),
        speaking,
        surface,
      ),
    ],
    ['volumes', volumesTrend(model.volumes.trend, speaking, surface)],
    ['breakdown', volumesBreakdown(model.volumes, speaking, surface)],
    ['handling', handlingTimes(model.handlingTimes, speaking, surface)],
  ]
}

function nodes(node: SvgNode): readonly SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : nodes(child)))]
}

const october = sampleReport('fr')

describe.each([
  ...drawings(october),
  ...drawings(october, narrow).map(([name, node]) => [`${name}, narrow`, node] as const),
])('%s', (_, node) => {
  test('is a picture with a title and a description', () => {
    expect(node.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'c-title c-desc' })
    expect(node.children.slice(0, 2)).toMatchObject([
      { tag: 'title', attributes: { id: 'c-title' }, children: [expect.stringMatching(/\S/)] },
      { tag: 'desc', attributes: { id: 'c-desc' }, children: [expect.stringMatching(/\d/)] },
    ])
  })

  test('stays in its frame', () => {
    const width = Number(node.attributes.width)
    const height = Number(node.attributes.height)
    const outside = nodes(node).filter(({ tag, attributes }) => {
      if (tag === 'pattern' || attributes.x === undefined || attributes.y === undefined) return false
      return (
        Number(attributes.x) < -0.01 ||
        Number(attributes.x) > width ||
        Number(attributes.y) < -0.01 ||
        Number(attributes.y) > height + 1
      )
    })
    expect(outside).toEqual([])
  })

  test('holds no number that is none', () => {
    expect(serializeSvg(node)).not.toMatch(/NaN|Infinity|undefined/)
  })
})

test('a chart of nothing is still a chart', () => {
  const model = sampleReport('fr', { tickets: 0, previous: 0 })
  for (const [, node] of drawings(model)) expect(serializeSvg(node)).not.toMatch(/NaN|Infinity|undefined/)
})

test('each state has its own shape and its word beside it', () => {
  const { commitments } = buildReport({
    assessment: assessmentOf([
      resultOf('P1-RESPONSE', 19, 1, 'met'),
      resultOf('P2-RESPONSE', 10, 10, 'missed'),
      resultOf('P3-RESOLUTION', 2, 1, 'informative'),
    ]),
    missed: [],
    neutralised: [],
    language: 'fr',
    sources: [],
  })
  const drawn = (line: ReportModel['commitments'][number]): readonly string[] =>
    nodes(resultsAgainstTargets([line], 'octobre 2026', french, wide))
      .filter(({ tag, attributes }) => ['circle', 'rect'].includes(tag) && attributes.fill !== undefined)
      .map(({ tag, attributes }) => `${tag}${attributes.stroke === undefined ? '' : ' ring'}`)
  expect(commitments.map(drawn)).toEqual([['circle'], ['rect'], ['circle ring']])
  for (const word of ['tenu', 'manqué', 'informatif']) {
    expect(serializeSvg(resultsAgainstTargets(commitments, 'octobre 2026', french, wide))).toContain(word)
  }
})

test('missed deadlines are hatched, not only red', () => {
  const node = judgedTrend([{ period: '2026-10', met: 5, missed: 2 }], french, wide)
  const [hatched] = nodes(node).filter(({ attributes }) => attributes.fill === 'url(#c-hatch)')
  expect(hatched?.tag).toBe('rect')
  expect(serializeSvg(node)).toContain('<pattern id="c-hatch"')
})

test('any rate is drawn inside the scale', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (met, missed) => {
      fc.pre(met + missed > 0)
      const { commitments } = buildReport({
        assessment: assessmentOf([resultOf('P1-RESPONSE', met, missed, 'missed')]),
        missed: [],
        neutralised: [],
        language: 'en',
        sources: [],
      })
      const [glyph] = nodes(resultsAgainstTargets(commitments, 'October', voice('en'), wide)).filter(
        ({ tag }) => tag === 'rect',
      )
      const x = Number(glyph?.attributes.x) + 4
      expect(x).toBeGreaterThanOrEqual(wide.width * 0.4)
      expect(x).toBeLessThanOrEqual(wide.width - 104)
    }),
    { numRuns: 50 },
  )
})

test('wrapped text keeps to its width and its lines', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.integer({ min: 20, max: 300 }),
      fc.integer({ min: 1, max: 3 }),
      (text, width, lines) => {
        const wrapped = wrapText(text, 9, width, lines)
        expect(wrapped.length).toBeLessThanOrEqual(lines)
        for (const line of wrapped) expect(textWidth(line, 9)).toBeLessThanOrEqual(width)
      },
    ),
  )
})
