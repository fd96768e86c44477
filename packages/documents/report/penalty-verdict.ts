import type { Assessment } from '@vigie/engine'
import { formatDateTime } from '../format/date.ts'
import { formatMoney } from '../format/money.ts'
import type { ReportContext } from './context.ts'
import type { KeyFigure, PenaltiesSection } from './report-model.ts'

/** Findings that an amount could not be known. */
const MISSING: ReadonlySet<string> = new Set(['fee-missing', 'tier-gap', 'not-computable', 'not-judged'])

/** Whether the page in plain words has anything to say of penalties. */
function isTold({ status }: PenaltiesSection): boolean {
  return status !== 'no-penalty' && status !== 'not-asked'
}

/** The total in one sentence; nothing where the contract has no penalty or none was asked. */
export function penaltySummary(penalties: PenaltiesSection): readonly string[] {
  return isTold(penalties) ? [penalties.said] : []
}

/** The total as a key figure, where it is known. */
export function penaltyFigure(penalties: PenaltiesSection, { words, language }: ReportContext): readonly KeyFigure[] {
  const { total, lines, caps, currency, status } = penalties
  if (!isTold(penalties) || total === null) return []
  const said = words.penalties
  const credit = total.startsWith('-')
  const count = said.figureNote(lines.length)
  const note = caps.length > 0 ? said.figureCapped(count) : count
  return [
    {
      id: 'penalties',
      value: formatMoney(credit ? total.slice(1) : total, currency, language),
      label: credit ? said.figureCredit : said.figure,
      note: status === 'incomplete' ? said.figurePartial : note,
      state: 'not-applicable',
    },
  ]
}

/** What the amounts call for: a claim before its date, a formal notice, a right that a chronic breach gives. */
export function penaltyDecisions(
  { penalties: computed }: Assessment,
  penalties: PenaltiesSection,
  { words, language, contract }: ReportContext,
): readonly string[] {
  if (computed === undefined || !isTold(penalties)) return []
  const said = words.penalties.decide
  const { total, incurred, terms, findings } = computed
  const owed = total !== null && total.minor > 0n
  const { claimUntil } = terms
  return [
    ...(owed && claimUntil !== undefined ? [said.claim(formatDateTime(claimUntil, contract.timeZone, language))] : []),
    ...(owed && incurred !== null && incurred.minor < total.minor ? [said.notice] : []),
    ...penalties.findings.filter(({ code }) => code === 'chronic-breach').map(({ text }) => said.chronic(text)),
    ...(findings.some(({ code }) => MISSING.has(code)) ? [said.missing] : []),
  ]
}
