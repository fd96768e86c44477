import { formatDuration, formatPercent } from '@vigie/documents'
import type { Language, Ratio, Target, TargetPoint, TargetSearch } from '@vigie/engine'
import { columns } from './columns.ts'

const words = {
  fr: {
    own: 'Délai du contrat',
    found: (share: string) => `Plus petit délai tenu dans ${share} des cas`,
    none: 'aucun : trop de délais ont couru sans fin',
    days: (count: number, unit: 'working-days' | 'civil-days') =>
      `${count} ${count < 2 ? 'jour' : 'jours'} ${unit === 'working-days' ? 'ouvré' : 'civil'}${count < 2 ? '' : 's'}`,
    share: 'part tenue',
    target: 'plus petit délai',
    exact: 'tenus / jugés',
    curve: 'Part tenue selon le délai',
    fixed: (count: number) => `${count} délais de plusieurs engagements successifs gardent leur verdict à tout délai.`,
    nothing: 'Aucun délai de cet engagement n’est jugé dans la période.',
  },
  en: {
    own: 'Target of the contract',
    found: (share: string) => `Smallest target met ${share} of the time`,
    none: 'none: too many clocks ran without an end',
    days: (count: number, unit: 'working-days' | 'civil-days') =>
      `${count} ${unit === 'working-days' ? 'working' : 'civil'} ${count === 1 ? 'day' : 'days'}`,
    share: 'share met',
    target: 'smallest target',
    exact: 'met / judged',
    curve: 'Share met by target',
    fixed: (count: number) => `${count} clocks of several targets in turn keep their verdict at every target.`,
    nothing: 'No clock of this commitment is judged in the period.',
  },
} as const

const BAR = 40
const ROWS = 16

/** The answer of a search, the usual shares, and the curve as bars. */
export function showTargetSearch(search: TargetSearch, language: Language): string {
  const say = words[language]
  const { commitment, clause, label, period, unit, share, own, found, answers, curve, fixed } = search
  const title = `${clause} – ${label ?? commitment} (${commitment}) – ${period.label}`
  if (own.met + own.missed === 0 && found === null) return `${title}\n\n${say.nothing}\n`
  const rows = answers.map((answer) => [
    percentOf(answer.share),
    answer.found === null ? say.none : targetText(answer.found.target),
    answer.found === null ? '' : counts(answer.found),
  ])
  const colon = language === 'fr' ? ' :' : ':'
  const sections = [
    title,
    [
      `${say.own}${colon} ${ownText(own.target)} – ${rateText(own)} (${counts(own)})`,
      `${say.found(percentOf(share))}${colon} ${found === null ? say.none : `${targetText(found.target)} – ${rateText(found)} (${counts(found)})`}`,
    ].join('\n'),
    columns([[say.share, say.target, say.exact], ...rows]),
    `${say.curve}\n${columns(bars().map((point) => [targetText(point.target), '█'.repeat(Math.floor(rate(point) * BAR)).padEnd(BAR, '·'), rateText(point)]))}`,
    ...(fixed === 0 ? [] : [say.fixed(fixed)]),
  ]
  return `${sections.join('\n\n')}\n`

  /** As many rows, evenly by share met, from the first target that anything meets. */
  function bars(): readonly TargetPoint[] {
    const kept = new Set<TargetPoint>()
    for (let step = 0; step <= ROWS; step++) {
      const point = curve.find((one) => rate(one) >= step / ROWS && one.met + one.missed > 0)
      if (point !== undefined) kept.add(point)
    }
    if (found !== null) kept.add(found)
    return curve.filter((point) => kept.has(point))
  }

  function targetText(target: number): string {
    return unit === 'minutes' ? formatDuration(target * 60_000, language) : say.days(target, unit)
  }

  function ownText(target: Target): string {
    return target.kind === 'open-time' ? formatDuration(target.milliseconds, language) : targetText(target.days)
  }

  function rateText(point: Pick<TargetPoint, 'met' | 'missed'>): string {
    const { met, missed } = point
    if (met + missed === 0) return '–'
    const count = met + missed
    const hundredths = Math.floor((met * 20_000 + count) / (2 * count))
    return formatPercent((Math.min(hundredths, missed > 0 ? 9_999 : 10_000) / 100).toFixed(2), language)
  }

  function percentOf({ numerator, denominator }: Ratio): string {
    return formatPercent(String(Number((numerator * 100_000_000n) / denominator) / 1_000_000), language)
  }
}

function rate({ met, missed }: Pick<TargetPoint, 'met' | 'missed'>): number {
  return met + missed === 0 ? 0 : met / (met + missed)
}

function counts({ met, missed }: Pick<TargetPoint, 'met' | 'missed'>): string {
  return `${met} / ${met + missed}`
}
