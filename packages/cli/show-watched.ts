import { formatMoney, formatPercent, formatStamp } from '@vigie/documents'
import {
  type ContractHistory,
  type DisputeLine,
  type DisputePenalties,
  type DisputeState,
  formatMinor,
  type Language,
  type Localised,
  type Money,
  type Signal,
  type Watched,
} from '@vigie/engine'
import { columns } from './columns.ts'

const words = {
  fr: {
    disputes: 'Contestations (seule une exclusion consignée change un taux)',
    findings: 'À examiner (des constats, pas des reproches)',
    ticket: 'ticket',
    commitment: 'engagement',
    by: 'par',
    claimed: 'contesté',
    due: 'réponse avant',
    state: 'état',
    now: 'taux',
    accepted: 'si acceptée',
    refused: 'si refusée',
    of: 'sur',
    amounts: 'Effet des contestations sur les pénalités',
    counts: 'si la mesure compte',
    excluded: 'si elle est exclue',
    none: 'sans effet',
    unknown: 'montant inconnu',
    observed: 'observé',
    expected: 'attendu au hasard',
    more: 'autres',
  },
  en: {
    disputes: 'Disputes (only a recorded exclusion changes a rate)',
    findings: 'To be looked at (observations, not accusations)',
    ticket: 'ticket',
    commitment: 'commitment',
    by: 'by',
    claimed: 'claimed',
    due: 'answer due',
    state: 'state',
    now: 'rate',
    accepted: 'if accepted',
    refused: 'if refused',
    of: 'of',
    amounts: 'Effect of disputes on penalties',
    counts: 'if the measure counts',
    excluded: 'if it is excluded',
    none: 'no effect',
    unknown: 'amount unknown',
    observed: 'observed',
    expected: 'expected by chance',
    more: 'more',
  },
} as const

const states: Readonly<Record<DisputeState, Localised>> = {
  claimed: { fr: 'réponse attendue', en: 'answer awaited' },
  'answer-overdue': { fr: 'réponse en retard', en: 'answer overdue' },
  accepted: { fr: 'acceptée, à consigner', en: 'accepted, to be recorded' },
  'accepted-by-silence': { fr: 'acceptée par silence, à consigner', en: 'accepted by silence, to be recorded' },
  refused: { fr: 'refusée', en: 'refused' },
  lapsed: { fr: 'caduque (silence)', en: 'lapsed (silence)' },
  'out-of-time': { fr: 'hors délai', en: 'out of time' },
  withdrawn: { fr: 'retirée', en: 'withdrawn' },
  excluded: { fr: 'mesure exclue', en: 'measure excluded' },
}

const sides = { client: { fr: 'client', en: 'client' }, provider: { fr: 'prestataire', en: 'provider' } } as const

/** Tickets named under each finding. */
const NAMED = 5

/** Disputes with their effect, then findings with their evidence; nothing where there is none. */
export function showWatched({ disputes, findings }: Watched, contract: ContractHistory, language: Language): string {
  const say = words[language]
  const [{ timeZone }] = contract.versions
  const stamp = (instant: number | undefined) =>
    instant === undefined ? '–' : formatStamp(instant, timeZone, language)
  const rate = (figure: DisputeLine['now']) =>
    figure?.rate === undefined || figure.rate === null ? '–' : formatPercent(figure.rate.percent, language)
  const head = [say.ticket, say.commitment, say.by, say.claimed, say.due, say.state, say.now, say.accepted, say.refused]
  const rows = disputes.map((line) => [
    line.ticket,
    line.commitment,
    line.claimedBy === undefined ? '–' : sides[line.claimedBy][language],
    stamp(line.claimedAt),
    stamp(line.answerDue),
    states[line.state][language],
    rate(line.now),
    rate(line.ifAccepted),
    rate(line.ifRefused),
  ])
  const sections = [
    ...(rows.length === 0 ? [] : [`${say.disputes}\n${columns([head, ...rows])}`]),
    ...amountsText(),
    ...(findings.length === 0 ? [] : [`${say.findings}\n${findings.map(findingText).join('\n')}`]),
  ]
  return sections.map((section) => `\n${section}\n`).join('')

  /** What each dispute would change of the amounts, month by month, then the lines that differ with their steps. */
  function amountsText(): readonly string[] {
    const told = disputes.flatMap(({ ticket, commitment, penalties }) =>
      penalties === undefined ? [] : [{ subject: `${ticket} ${commitment}`, penalties }],
    )
    if (told.length === 0) return []
    const texts = told.map(({ subject, penalties }) => {
      const { months, onlyIfAccepted, onlyIfRefused } = penalties
      const changed = months.filter(
        ({ ifAccepted, ifRefused }) => ifAccepted === null || ifAccepted.minor !== ifRefused?.minor,
      )
      const steps = [...stepRows('−', onlyIfRefused), ...stepRows('+', onlyIfAccepted)]
      if (changed.length === 0 && steps.length === 0) return `  ${subject} – ${say.none}`
      const sums = changed.map(
        ({ period, ifRefused, ifAccepted }) =>
          `    ${period} – ${say.counts} ${money(ifRefused)}, ${say.excluded} ${money(ifAccepted)}`,
      )
      return [`  ${subject}`, ...sums, ...steps].join('\n')
    })
    return [`${say.amounts}\n${texts.join('\n')}`]
  }

  function stepRows(sign: '−' | '+', { lines, capLines }: DisputePenalties['onlyIfAccepted']): readonly string[] {
    return [
      ...lines.map(({ clause, period, commitment, amount, chain }) => {
        const steps = chain.map(({ message }) => message[language]).join(' → ')
        return `      ${sign} ${clause} ${period} ${commitment} ${money(amount)} – ${steps}`
      }),
      ...capLines.map(
        ({ clause, period, message, amount }) =>
          `      ${sign} ${clause} ${period} ${message[language]} ${money(amount)}`,
      ),
    ]
  }

  function money(amount: Money | null): string {
    return amount === null ? say.unknown : formatMoney(formatMinor(amount.minor), amount.currency, language)
  }

  function findingText({ message, count, of, observed, expected, cases }: Signal): string {
    const base =
      observed === undefined || expected === undefined
        ? ''
        : ` (${say.observed} ${share(observed)}, ${say.expected} ${share(expected)})`
    const named = cases
      .slice(0, NAMED)
      .map(({ tickets, detail }) => `      ${tickets.join(', ')} – ${detail[language]}`)
    const left = count - named.length
    const more = left > 0 ? [`      … ${left} ${say.more}`] : []
    return [`  ${count} ${say.of} ${of} – ${message[language]}${base}`, ...named, ...more].join('\n')
  }

  function share({ numerator, denominator }: NonNullable<Signal['observed']>): string {
    return denominator === 0 ? '–' : formatPercent(((100 * numerator) / denominator).toFixed(1), language)
  }
}
