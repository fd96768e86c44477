import { formatMoney, formatPercent, messages } from '@vigie/documents'
import {
  type Backtest,
  type CommitmentResult,
  type CostLine,
  diffContracts,
  type FeeReplay,
  formatMinor,
  type Language,
  type Money,
  type PenaltyAssessment,
  type ReplayAmounts,
  type ReplayCost,
} from '@vigie/engine'
import { columns } from './columns.ts'
import { showChanges } from './show-diff.ts'

const words = {
  fr: {
    title: 'Rejeu de l’avenant n°',
    replayed: (from: string, own: string) =>
      `Rejoué comme s’il était en vigueur dès le ${from} ; sa date d’effet (${own}) ne compte pas.`,
    changes: 'Ce que l’avenant change',
    nothing: 'Rien : l’avenant est déjà en vigueur sur toute la période.',
    clause: 'clause',
    commitment: 'engagement',
    rate: 'taux : sans → avec',
    missed: 'manqués : sans → avec',
    target: 'cible',
    state: 'état',
    gone: 'absent',
    misses: 'Manqués en tout',
    flips: 'Tickets qui basculent',
    none: 'Aucun ticket ne bascule.',
    more: (count: number) => `  … et ${count} autres (--out FILE les écrit tous)`,
    penalties: 'Pénalités',
    cost: 'Coût, mois par mois : sans → avec l’avenant',
    month: 'mois',
    fees: 'redevances',
    net: 'net (redevances − pénalités)',
    total: 'total',
    ofFees: 'Redevances que l’avenant change',
    multiple: '(multiple d’une autre, non comptée)',
    noPenalties: 'Pénalités : non calculées (elles se calculent sur des mois civils entiers).',
    lines: (count: number) => `${count} ${count < 2 ? 'ligne' : 'lignes'}`,
    unknown: 'montant inconnu',
    provisional: 'Chiffres provisoires : l’observation précède la fin de la période.',
  },
  en: {
    title: 'Replay of amendment',
    replayed: (from: string, own: string) =>
      `Replayed as if in force from ${from}; its own effective date (${own}) plays no part.`,
    changes: 'What the amendment changes',
    nothing: 'Nothing: the amendment is in force over the whole period already.',
    clause: 'clause',
    commitment: 'commitment',
    rate: 'rate: without → with',
    missed: 'missed: without → with',
    target: 'target',
    state: 'state',
    gone: 'absent',
    misses: 'Missed in all',
    flips: 'Tickets that flip',
    none: 'No ticket flips.',
    more: (count: number) => `  … and ${count} more (--out FILE writes them all)`,
    penalties: 'Penalties',
    cost: 'Cost, month by month: without → with the amendment',
    month: 'month',
    fees: 'fees',
    net: 'net (fees − penalties)',
    total: 'total',
    ofFees: 'Fees that the amendment changes',
    multiple: '(a multiple of another, not counted)',
    noPenalties: 'Penalties: not computed (they are computed over whole civil months).',
    lines: (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`,
    unknown: 'amount unknown',
    provisional: 'Provisional figures: the observation comes before the end of the period.',
  },
} as const

const SHOWN_FLIPS = 20
const IDENTITY: ReadonlySet<string> = new Set(['version', 'effectiveFrom', 'signedOn'])

/** A backtest as a person reads it in a terminal: what changes, rates and misses side by side, the tickets that flip. */
export function showBacktest(backtest: Backtest, language: Language): string {
  const { replay, before, after, commitments, flips, cost } = backtest
  const say = words[language]
  const { amendment, from, replaced } = replay
  const notes = [...replay.notes, ...backtest.notes]
  const summary = amendment.summary === undefined ? '' : ` – ${amendment.summary}`
  const changes = replaced.map(({ before: old, after: amended }) =>
    showChanges(
      diffContracts(old, amended).filter(({ path }) => !IDENTITY.has(path)),
      language,
    ),
  )
  const rows = commitments
    .filter(({ before: old, after: amended }) => (old?.rate ?? amended?.rate ?? null) !== null)
    .map(({ id, before: old, after: amended }) => [
      (amended ?? old)?.clause ?? id,
      id,
      pair(rateText(old), rateText(amended)),
      pair(missesText(old), missesText(amended)),
      pair(targetText(old), targetText(amended)),
      pair(stateText(old), stateText(amended)),
    ])
  const shown = flips.slice(0, SHOWN_FLIPS).map(({ message }) => `  ${message[language]}`)
  const rest = flips.length - shown.length
  const sections = [
    `${say.title} ${amendment.number}${summary}\n${before.contract.title} – ${before.period.label}\n${say.replayed(from, amendment.effectiveFrom)}`,
    ...(before.provisional ? [say.provisional] : []),
    ...notes.map((note) => note[language]),
    `${say.changes}\n\n${changes.length === 0 ? say.nothing : changes.join('\n\n')}`,
    columns([[say.clause, say.commitment, say.rate, say.missed, say.target, say.state], ...rows]),
    `${say.misses}${language === 'fr' ? ' :' : ':'} ${total(before.commitments)} → ${total(after.commitments)}`,
    ...penaltiesText(before.penalties, after.penalties),
    ...(cost === undefined || cost.months.length === 0 ? [] : [costText(cost)]),
    flips.length === 0
      ? say.none
      : [`${say.flips} (${flips.length})`, ...shown, ...(rest > 0 ? [say.more(rest)] : [])].join('\n'),
  ]
  return `${sections.join('\n\n')}\n`

  function penaltiesText(was: PenaltyAssessment | undefined, is: PenaltyAssessment | undefined): readonly string[] {
    if (was === undefined || is === undefined) return [say.noPenalties]
    if (was.status === 'no-penalty' && is.status === 'no-penalty') return []
    if (was.status === 'not-computed' || is.status === 'not-computed') return [say.noPenalties]
    const colon = language === 'fr' ? ' :' : ':'
    const lines = ({ length }: readonly unknown[]) => say.lines(length)
    return [
      `${say.penalties}${colon} ${moneyText(was.total)} (${lines(was.lines)}) → ${moneyText(is.total)} (${lines(is.lines)})`,
    ]
  }

  /** Month by month, then in all; fees only where the contract states some. */
  function costText({ months, total: all, fees }: ReplayCost): string {
    const counted = fees.some((fee) => fee.counted)
    const amounts = ({ before: was, after: is }: ReplayAmounts) => pair(moneyText(was), moneyText(is))
    const row = (name: string, line: CostLine) => [
      name,
      amounts(line.penalties),
      ...(counted ? [amounts(line.fees), amounts(line.net)] : []),
    ]
    const head = [say.month, say.penalties.toLowerCase(), ...(counted ? [say.fees, say.net] : [])]
    const changed = fees.filter(({ months: own }) => own.some((one) => one.before?.minor !== one.after?.minor))
    const feeRows = changed.flatMap(({ fee, counted: isCounted, months: own }) =>
      runsOf(own).map(({ from: first, to: last, ...one }) => [
        fee,
        first === last ? first : `${first} – ${last}`,
        amounts(one),
        isCounted ? '' : say.multiple,
      ]),
    )
    return [
      `${say.cost}\n${columns([head, ...months.map((month) => row(month.month, month)), row(say.total, all)])}`,
      ...(feeRows.length === 0 ? [] : [`${say.ofFees}\n${columns(feeRows)}`]),
    ].join('\n\n')
  }

  function moneyText(money: Money | null): string {
    return money === null ? say.unknown : formatMoney(formatMinor(money.minor), money.currency, language)
  }

  function rateText(result: CommitmentResult | undefined): string {
    if (result === undefined) return say.gone
    if (result.rate === null) return '–'
    return `${formatPercent(result.rate.percent, language)} (${result.rate.numerator}/${result.rate.denominator})`
  }

  function missesText(result: CommitmentResult | undefined): string {
    return result === undefined ? say.gone : String(result.counted.missed)
  }

  function targetText(result: CommitmentResult | undefined): string {
    if (result === undefined) return say.gone
    return result.target === null ? '–' : formatPercent(result.target, language)
  }

  function stateText(result: CommitmentResult | undefined): string {
    return result === undefined ? say.gone : messages(language).states[result.state]
  }
}

/** Months in a row with the same amounts, as one. */
function runsOf(
  months: FeeReplay['months'],
): readonly (ReplayAmounts & { readonly from: string; readonly to: string })[] {
  const runs: (ReplayAmounts & { from: string; to: string })[] = []
  for (const { month, before, after } of months) {
    const last = runs.at(-1)
    if (last !== undefined && last.before?.minor === before?.minor && last.after?.minor === after?.minor)
      last.to = month
    else runs.push({ from: month, to: month, before, after })
  }
  return runs
}

/** One text where nothing changes. */
function pair(before: string, after: string): string {
  return before === after ? before : `${before} → ${after}`
}

function total(results: readonly CommitmentResult[]): number {
  return results.reduce((sum, { counted }) => sum + counted.missed, 0)
}
