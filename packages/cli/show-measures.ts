import { formatDecimal, formatMean, formatPercent, messages, type ReportModel } from '@vigie/documents'
import { columns } from './columns.ts'

const words = {
  fr: {
    clause: 'clause',
    result: 'résultat',
    target: 'cible',
    counted: 'dans le délai / jugés',
    state: 'état',
    none: '–',
    provisional: 'provisoire',
    indicators: 'Indicateurs',
    handling: 'Temps de traitement, par calendrier (temps compté ; à droite, moyenne du temps écoulé)',
    mean: 'moyenne',
    elapsed: 'écoulé',
    warnings: 'À savoir',
    neutralised: 'Neutralisés',
    notMeasured: 'Non mesurés dans cette version',
  },
  en: {
    clause: 'clause',
    result: 'result',
    target: 'target',
    counted: 'met / judged',
    state: 'state',
    none: '–',
    provisional: 'provisional',
    indicators: 'KPIs',
    handling: 'Handling times by calendar (counted time; rightmost, mean of elapsed time)',
    mean: 'mean',
    elapsed: 'elapsed',
    warnings: 'Worth knowing',
    neutralised: 'Neutralised',
    notMeasured: 'Not measured in this version',
  },
} as const

/** The figures of a period as a person reads them in a terminal. */
export function showMeasures(model: ReportModel): string {
  const { language, period, contract } = model
  const say = words[language]
  const { states } = messages(language)
  const pages = new Map(model.clauses.map(({ clause, source }) => [clause, source?.page]))
  const rows = model.commitments.map((line) => [
    `${line.clause}${pageText(pages.get(line.clause))}`,
    line.name,
    line.rate === null ? say.none : formatPercent(line.rate.percent, language),
    line.target === null ? say.none : formatPercent(line.target, language),
    line.rate === null ? '0' : `${line.rate.numerator} / ${line.rate.denominator}`,
    states[line.state],
  ])
  const indicators = model.indicators.map(({ label, value, unit, count }) => [
    label,
    valueText(value, unit),
    `n = ${count}`,
  ])
  const handling = model.handlingTimes.map(({ label, calendarLabel, count, counted, elapsed }) => [
    label,
    calendarLabel,
    String(count),
    ...[counted.mean, counted.p50, counted.p90, elapsed.mean].map((time) => formatMean(time, language)),
  ])
  const sections = [
    `${contract.title} – ${period.title}${period.provisional ? ` (${say.provisional})` : ''}\n${[...model.notices, model.verdict.headline].join('\n')}`,
    columns([[say.clause, '', say.result, say.target, say.counted, say.state], ...rows]),
    `${say.indicators}\n${columns(indicators)}`,
    ...(model.handlingTimes.length === 0
      ? []
      : [`${say.handling}\n${columns([['', '', 'n', say.mean, 'P50', 'P90', say.elapsed], ...handling])}`]),
    ...listed(say.neutralised, model.neutralised.reasons),
    ...listed(say.warnings, model.warnings),
    ...(model.notMeasured.length === 0
      ? []
      : [`${say.notMeasured}\n${columns(model.notMeasured.map(({ clause, wording }) => [clause, wording]))}`]),
  ]
  return `${sections.join('\n\n')}\n`

  function valueText(value: string | null, unit: string): string {
    if (value === null) return say.none
    if (unit === 'percent') return formatPercent(value, language)
    return unit === 'seconds' ? formatMean(Math.round(Number(value) * 1000), language) : formatDecimal(value, language)
  }
}

/** The page of a clause in the signed document, where the contract states it. */
function pageText(page: number | undefined): string {
  return page === undefined ? '' : ` (p. ${page})`
}

function listed(title: string, findings: readonly { readonly text: string; readonly count: number }[]): string[] {
  return findings.length === 0
    ? []
    : [`${title}\n${findings.map(({ text, count }) => `  ${count} × ${text}`).join('\n')}`]
}
