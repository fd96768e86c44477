import type { Share, Signal } from '@vigie/engine'
import { percentOf, rounded } from '../format/points.ts'
import type { ReportContext } from './context.ts'
import type { FindingEntry } from './watched-model.ts'

/** Findings in words. Each is something to look at; none is held against anyone. */
export function findingEntries(signals: readonly Signal[], context: ReportContext): readonly FindingEntry[] {
  return signals.map(({ code, message, count, of, observed, expected, cases }) => ({
    code,
    name: context.words.findings.names[code],
    text: context.said(message),
    count,
    of,
    observed: percentText(observed),
    expected: percentText(expected),
    cases: cases.map(({ detail, ...one }) => ({ ...one, text: context.said(detail) })),
  }))
}

function percentText(share: Share | undefined): string | null {
  if (share === undefined || share.denominator === 0) return null
  return rounded(percentOf(share.numerator, share.denominator), 2)
}
