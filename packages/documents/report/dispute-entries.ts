import { type DisputeLine, formatMinor, type Money } from '@vigie/engine'
import { civilDateAt } from '../format/date.ts'
import type { ReportContext } from './context.ts'
import type { CommitmentLine } from './report-model.ts'
import type { DisputeEntry } from './watched-model.ts'

const day = 86_400_000

/** States in which somebody still has to act, the most pressing first. */
const openStates: readonly DisputeEntry['state'][] = ['answer-overdue', 'claimed', 'accepted', 'accepted-by-silence']

/** Whether somebody still has to act. */
export function isOpen({ state }: Pick<DisputeEntry, 'state'>): boolean {
  return openStates.includes(state)
}

/** Whether the other party still owes its answer. */
export function awaitsAnswer({ state }: Pick<DisputeEntry, 'state'>): boolean {
  return state === 'claimed' || state === 'answer-overdue'
}

/** Disputes in words: those still open first, the first answer due first; then the others in the engine's order. */
export function disputeEntries(
  lines: readonly DisputeLine[],
  commitments: readonly CommitmentLine[],
  at: number,
  context: ReportContext,
): readonly DisputeEntry[] {
  const names = new Map(commitments.map(({ id, name }) => [id, name]))
  const rank = ({ state }: DisputeEntry): number =>
    openStates.includes(state) ? openStates.indexOf(state) : openStates.length
  const due = (entry: DisputeEntry): number => (awaitsAnswer(entry) ? (entry.answerDue ?? Number.MAX_VALUE) : 0)
  return lines.map(entryOf).sort((a, b) => rank(a) - rank(b) || due(a) - due(b))

  function entryOf({ because, window, measureState: _, penalties, ...line }: DisputeLine): DisputeEntry {
    const { answerDue, commitment } = line
    const left = answerDue !== undefined && awaitsAnswer(line) ? daysBetween(at, answerDue, context) : undefined
    return {
      ...line,
      name: names.get(commitment) ?? commitment,
      ...(left === undefined ? {} : { daysLeft: left }),
      ...(window === undefined ? {} : { window: context.periodTitle(window) }),
      ...(penalties === undefined ? {} : { penalties: amountsOf(penalties, context) }),
      reasons: because.filter(({ code }) => code !== 'claim-recorded').map(({ message }) => context.said(message)),
    }
  }
}

function amountsOf(
  { now, ifAccepted, ifRefused }: NonNullable<DisputeLine['penalties']>,
  { contract }: ReportContext,
): NonNullable<DisputeEntry['penalties']> {
  return {
    currency: contract.currency,
    now: amountOf(now),
    ifAccepted: amountOf(ifAccepted),
    ifRefused: amountOf(ifRefused),
  }
}

function amountOf(money: Money | null): string | null {
  return money === null ? null : formatMinor(money.minor)
}

function daysBetween(from: number, to: number, { contract: { timeZone } }: ReportContext): number {
  const [first, last] = [from, to].map((instant) => Date.parse(`${civilDateAt(instant, timeZone)}T00:00:00Z`))
  return Math.round(((last ?? 0) - (first ?? 0)) / day)
}
