import {
  type Assessment,
  type CapLine,
  type DueState,
  formatMinor,
  type PenaltyAssessment,
  type PenaltyLine,
  type PenaltyTerms,
} from '@vigie/engine'
import { formatDateTime } from '../format/date.ts'
import { formatMoney } from '../format/money.ts'
import type { ReportContext } from './context.ts'
import type { CommitmentLine, Definition, PenaltiesSection, PenaltyAmount } from './report-model.ts'

/** Clauses that the drawing holds before it sums the rest up. */
const clausesDrawn = 8

/** The amounts of the period with the way to each; where nothing was computed, that and no figure. */
export function penaltiesSection(
  { penalties, contract, kpis }: Assessment,
  lines: readonly CommitmentLine[],
  context: ReportContext,
): PenaltiesSection {
  const commitments: readonly Called[] = [...kpis.map(({ id, label }) => ({ id, name: context.said(label) })), ...lines]
  const said = context.words.penalties
  const none = { currency: contract.currency, total: null, incurred: null, ...noLines }
  if (penalties === undefined) {
    const hasSome = (contract.commitments.penalties ?? []).length > 0
    return { ...none, status: hasSome ? 'not-asked' : 'no-penalty', said: hasSome ? said.notAsked : said.none }
  }
  const { status, currency, capLines, months, notDue, total, incurred, terms, findings } = penalties
  const written = {
    status,
    currency,
    findings: findings.map(({ code, clause, message }) => ({ code, clause, text: context.said(message) })),
  }
  if (status === 'no-penalty') return { ...none, ...written, said: said.none }
  if (status === 'not-computed') return { ...none, ...written, said: said.conclusion.notComputed }
  const named = amounts(commitments, context)
  return {
    ...written,
    total: total === null ? null : formatMinor(total.minor),
    incurred: incurred === null ? null : formatMinor(incurred.minor),
    said: conclusion(penalties, context),
    breakdown: total === null ? [] : breakdown(penalties.lines, capLines, total.minor, commitments, context),
    lines: named(penalties.lines),
    caps: capLines.map(({ cap, penalty, clause, period, event, limit, amount, message }) => ({
      cap,
      clause,
      period,
      limit: limit === null ? null : formatMinor(limit.minor),
      amount: formatMinor(amount.minor),
      text: context.said(message),
      ...(penalty === undefined ? {} : { penalty }),
      ...(event === undefined ? {} : { event }),
    })),
    months: months.map(({ from: _, to: __, total: sum, incurred: part, ...month }) => ({
      ...month,
      total: sum === null ? null : formatMinor(sum.minor),
      incurred: part === null ? null : formatMinor(part.minor),
    })),
    notDue: named(notDue),
    terms: [...sums(penalties, context), ...termLines(terms, context)],
  }
}

const noLines = { breakdown: [], lines: [], caps: [], months: [], notDue: [], terms: [], findings: [] } as const

/** Lines in words, the largest amount first; an amount that is not known comes before all. */
function amounts(commitments: readonly Called[], context: ReportContext) {
  const names = commitmentNames(commitments, context)
  return (lines: readonly PenaltyLine[]): readonly PenaltyAmount[] =>
    lines.toSorted(bySize).map(({ penalty, clause, commitment, period, ticket, cycle, kind, amount, due, chain }) => ({
      penalty,
      clause,
      commitment,
      name: names.get(commitment) ?? commitment,
      period,
      ...(ticket === undefined ? {} : { ticket }),
      ...(cycle === undefined ? {} : { cycle }),
      kind,
      amount: amount === null ? null : formatMinor(amount.minor),
      due,
      steps: chain.map(({ what, value, clause: by, message }) => ({
        what,
        value,
        clause: by,
        text: context.said(message),
      })),
    }))
}

/** A commitment, or a KPI that a penalty sanctions. */
type Called = { readonly id: string; readonly name: string }

function commitmentNames(commitments: readonly Called[], context: ReportContext): ReadonlyMap<string, string> {
  return new Map([...contractNames(context), ...commitments.map(({ id, name }) => [id, name] as const)])
}

function contractNames({ contract }: ReportContext): readonly (readonly [string, string])[] {
  const { targets, controls = [] } = contract.commitments
  return [...targets, ...controls].flatMap(({ id, label }) => (label === undefined ? [] : [[id, label] as const]))
}

function bySize(a: PenaltyLine, b: PenaltyLine): number {
  if (a.amount === null || b.amount === null) return Number(b.amount === null) - Number(a.amount === null)
  const [sizeA, sizeB] = [size(a.amount.minor), size(b.amount.minor)]
  return sizeA === sizeB ? 0 : sizeA > sizeB ? -1 : 1
}

function size(minor: bigint): bigint {
  return minor < 0n ? -minor : minor
}

/** One sentence, two at most: what is owed, what of it is incurred. */
function conclusion(penalties: PenaltyAssessment, context: ReportContext): string {
  const { total, incurred, currency, status } = penalties
  const said = context.words.penalties.conclusion
  if (total === null) return said.unknown
  const money = (minor: bigint): string => formatMoney(formatMinor(minor), currency, context.language)
  const main =
    total.minor === 0n
      ? said.zero
      : total.minor > 0n
        ? said.total(money(total.minor))
        : said.credit(money(-total.minor))
  const part =
    incurred === null || incurred.minor === total.minor
      ? ''
      : incurred.minor === 0n
        ? said.noneIncurred
        : said.partIncurred(money(incurred.minor))
  return [main, part, status === 'incomplete' ? said.partial : ''].filter((text) => text !== '').join(' ')
}

/** What adds up to the total: the lines of each clause, each kind of cap, then the total itself. */
function breakdown(
  lines: readonly PenaltyLine[],
  capLines: readonly CapLine[],
  total: bigint,
  commitments: readonly Called[],
  context: ReportContext,
): PenaltiesSection['breakdown'] {
  const said = context.words.penalties
  const labels = new Map((context.contract.commitments.penalties ?? []).map(({ id, label }) => [id, label]))
  const names = commitmentNames(commitments, context)
  /** Without a label of its own, a penalty is called by what it sanctions. */
  const nameOf = (penalty: string, own: readonly PenaltyLine[]): string => {
    if (own[0]?.kind === 'earn-back') return said.kinds['earn-back']
    return (
      labels.get(penalty) ?? [...new Set(own.map(({ commitment }) => names.get(commitment) ?? commitment))].join(', ')
    )
  }
  const clauses = [...Map.groupBy(lines, ({ penalty }) => penalty)].map(([penalty, own]) => {
    const [clause = penalty] = own.map((line) => line.clause)
    return { label: `${clause === penalty ? '' : clause} ${nameOf(penalty, own)}`.trim(), minor: sumOf(own) }
  })
  const rest = clauses.length > clausesDrawn ? clauses.slice(clausesDrawn - 1) : []
  const shown = clauses.slice(0, clauses.length - rest.length)
  const caps = [...Map.groupBy(capLines, ({ cap }) => cap)].map(([cap, own]) => ({
    label: said.capKinds[cap],
    minor: sumOf(own),
  }))
  const item = (kind: 'clause' | 'cap' | 'total') => (line: { readonly label: string; readonly minor: bigint }) => ({
    kind,
    label: line.label,
    amount: formatMinor(line.minor),
  })
  return [
    ...shown.map(item('clause')),
    ...(rest.length === 0
      ? []
      : [
          item('clause')({
            label: said.otherClauses(rest.length),
            minor: rest.reduce((sum, { minor }) => sum + minor, 0n),
          }),
        ]),
    ...caps.map(item('cap')),
    item('total')({ label: said.total, minor: total }),
  ]
}

function sumOf(lines: readonly { readonly amount: { readonly minor: bigint } | null }[]): bigint {
  return lines.reduce((sum, { amount }) => sum + (amount?.minor ?? 0n), 0n)
}

/** How much stands under each state, where more than one has something to say. */
function sums(
  { lines, notDue, incurred, total, currency }: PenaltyAssessment,
  context: ReportContext,
): readonly Definition[] {
  const said = context.words.penalties.termNames
  const money = (minor: bigint): string => formatMoney(formatMinor(minor), currency, context.language)
  const ofState = (due: DueState & keyof typeof said): readonly Definition[] => {
    const own = [...lines, ...notDue].filter((line) => line.due === due && line.amount !== null)
    return own.length === 0 ? [] : [{ term: said[due], text: money(sumOf(own)) }]
  }
  return [
    ...(incurred === null || total === null ? [] : [{ term: said.incurred, text: money(incurred.minor) }]),
    ...ofState('due'),
    ...ofState('calculable'),
    ...ofState('waived'),
    ...ofState('accrued'),
  ]
}

/** The rules of the contract for all amounts, as far as it states them. */
function termLines(terms: PenaltyTerms, { words, language, contract }: ReportContext): readonly Definition[] {
  const said = words.penalties
  const { claimUntil, observationsUntil, vat, settlement, putOnNotice, cumulation, liberating } = terms
  const at = (instant: number | undefined): string | undefined =>
    instant === undefined ? undefined : formatDateTime(instant, contract.timeZone, language)
  const lines: readonly (readonly [keyof typeof said.termNames, string | undefined])[] = [
    ['claimUntil', at(claimUntil)],
    ['observationsUntil', at(observationsUntil)],
    ['vat', vat && said.vat[vat]],
    ['settlement', settlement && said.settlement[settlement]],
    ['putOnNotice', putOnNotice && said.putOnNotice[putOnNotice]],
    ['cumulation', cumulation && said.cumulation[cumulation]],
    ['liberating', liberating === undefined ? undefined : said.liberating[liberating ? 'yes' : 'no']],
  ]
  return lines.flatMap(([name, text]) => (text === undefined ? [] : [{ term: said.termNames[name], text }]))
}
