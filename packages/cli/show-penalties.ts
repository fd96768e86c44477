import { formatMoney, formatStamp } from '@vigie/documents'
import {
  type DueState,
  formatMinor,
  type Language,
  type Money,
  type PenaltyAssessment,
  type PenaltyKind,
  type PenaltyLine,
  type PenaltyMonthTotal,
} from '@vigie/engine'
import { columns } from './columns.ts'

const words = {
  fr: {
    title: 'Pénalités et avoirs',
    total: 'total',
    incurred: 'dont encouru',
    unknown: 'montant inconnu',
    notDue: 'Non comptés (exonérés, ou acquis et non exigibles)',
    month: 'mois',
    claimUntil: 'à réclamer avant',
    claimed: 'réclamé',
    settled: 'réglé',
  },
  en: {
    title: 'Penalties and credits',
    total: 'total',
    incurred: 'incurred',
    unknown: 'amount unknown',
    notDue: 'Not counted (waived, or accrued and not due)',
    month: 'month',
    claimUntil: 'claim before',
    claimed: 'claimed',
    settled: 'settled',
  },
} as const

const kinds: Readonly<Record<PenaltyKind, { readonly [L in Language]: string }>> = {
  breach: { fr: 'manquement', en: 'breach' },
  lateness: { fr: 'retard', en: 'lateness' },
  shortfall: { fr: 'points manquants', en: 'shortfall' },
  tier: { fr: 'palier', en: 'tier' },
  bonus: { fr: 'bonus', en: 'bonus' },
  'earn-back': { fr: 'récupération de pénalité', en: 'earn-back' },
}

const states: Readonly<Record<DueState, { readonly [L in Language]: string }>> = {
  due: { fr: 'dû', en: 'due' },
  calculable: { fr: 'calculable', en: 'calculable' },
  waived: { fr: 'exonéré', en: 'waived' },
  accrued: { fr: 'acquis', en: 'accrued' },
  unknown: { fr: 'inconnu', en: 'unknown' },
}

/** The amounts of a period with the way to each, what cuts them, their total; empty where the contract has none. */
export function showPenalties(penalties: PenaltyAssessment | undefined, timeZone: string, language: Language): string {
  if (penalties === undefined || penalties.status === 'no-penalty') return ''
  const say = words[language]
  const { lines, capLines, notDue, total, incurred, findings, months } = penalties
  const same = total?.minor === incurred?.minor
  const rows = [
    ...lines.flatMap(lineRows),
    ...capLines.map(({ clause, period, message, amount }) =>
      row(clause, `${period} ${message[language]}`, moneyText(amount)),
    ),
    ...(penalties.status === 'not-computed' ? [] : [row('', say.total, moneyText(total))]),
    ...(same ? [] : [row('', say.incurred, moneyText(incurred))]),
    ...findings.map(({ message }) => `  ! ${message[language]}`),
    ...(notDue.length === 0 ? [] : [say.notDue, ...notDue.flatMap(lineRows)]),
  ]
  const table = months.length < 2 ? '' : `${columns(monthRows())}\n`
  return `\n${say.title}\n${table}${rows.join('\n')}\n`

  /** Month by month; only the columns that say something. */
  function monthRows(): readonly (readonly string[])[] {
    const stamp = (instant: number | undefined) =>
      instant === undefined ? '–' : formatStamp(instant, timeZone, language)
    const all: readonly (readonly [string, (month: PenaltyMonthTotal) => string, boolean])[] = [
      [say.month, ({ period }) => period, true],
      [say.total, (month) => moneyText(month.total), true],
      [say.incurred, (month) => moneyText(month.incurred), !same],
      [say.claimUntil, ({ claimUntil }) => stamp(claimUntil), months.some((month) => month.claimUntil !== undefined)],
      [say.claimed, ({ claimedAt }) => stamp(claimedAt), months.some((month) => month.claimedAt !== undefined)],
      [say.settled, ({ settledAt }) => stamp(settledAt), months.some((month) => month.settledAt !== undefined)],
    ]
    const shown = all.filter(([, , isShown]) => isShown)
    return [shown.map(([head]) => head), ...months.map((month) => shown.map(([, textOf]) => textOf(month)))]
  }

  function lineRows(line: PenaltyLine): readonly string[] {
    const subject = [line.period, kinds[line.kind][language], line.commitment, line.ticket]
      .filter((part) => part !== undefined)
      .join(' ')
    const state = line.due === 'due' ? '' : ` (${states[line.due][language]})`
    const steps = line.chain.map(({ message }) => message[language]).join(' → ')
    return [row(line.clause, `${subject}${state}`, moneyText(line.amount)), `      ${steps}`]
  }

  function row(clause: string, text: string, amount: string): string {
    return `  ${clause.padEnd(6)} ${text.padEnd(56)} ${amount.padStart(14)}`
  }

  function moneyText(money: Money | null): string {
    return money === null ? say.unknown : formatMoney(formatMinor(money.minor), money.currency, language)
  }
}
