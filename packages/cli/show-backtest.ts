import { formatPercent, messages } from '@vigie/documents'
import { type Backtest, type CommitmentResult, diffContracts, type Language } from '@vigie/engine'
import { showChanges } from './show-diff.ts'
import { textTable } from './text-table.ts'

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
    penalties: 'Pénalités : non calculées dans cette version.',
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
    penalties: 'Penalties: not computed in this version.',
    provisional: 'Provisional figures: the observation comes before the end of the period.',
  },
} as const

const SHOWN_FLIPS = 20
const IDENTITY: ReadonlySet<string> = new Set(['version', 'effectiveFrom', 'signedOn'])

/** A backtest as a person reads it in a terminal: what changes, rates and misses side by side, the tickets that flip. */
export function showBacktest({ replay, before, after, commitments, flips }: Backtest, language: Language): string {
  const say = words[language]
  const { amendment, from, replaced, notes } = replay
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
    textTable([[say.clause, say.commitment, say.rate, say.missed, say.target, say.state], ...rows]),
    `${say.misses}${language === 'fr' ? ' :' : ':'} ${total(before.commitments)} → ${total(after.commitments)}`,
    say.penalties,
    flips.length === 0
      ? say.none
      : [`${say.flips} (${flips.length})`, ...shown, ...(rest > 0 ? [say.more(rest)] : [])].join('\n'),
  ]
  return `${sections.join('\n\n')}\n`

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

/** One text where nothing changes. */
function pair(before: string, after: string): string {
  return before === after ? before : `${before} → ${after}`
}

function total(results: readonly CommitmentResult[]): number {
  return results.reduce((sum, { counted }) => sum + counted.missed, 0)
}
