import { formatDuration, formatStamp, messages } from '@vigie/documents'
import type { Explanation, Language, LedgerKind, Localised, MeasureState } from '@vigie/engine'

const kinds: Readonly<Record<LedgerKind, Localised>> = {
  counted: { fr: 'compté', en: 'counted' },
  paused: { fr: 'suspendu', en: 'paused' },
  'outside-hours': { fr: 'hors plage', en: 'outside hours' },
  holiday: { fr: 'férié', en: 'holiday' },
  stopped: { fr: 'arrêté', en: 'stopped' },
}

const states: Readonly<Record<MeasureState, Localised>> = {
  met: { fr: 'dans le délai', en: 'met' },
  missed: { fr: 'hors délai', en: 'missed' },
  excluded: { fr: 'neutralisé', en: 'excluded' },
  'not-applicable': { fr: 'sans objet', en: 'not applicable' },
  paused: { fr: 'suspendu', en: 'paused' },
  'at-risk': { fr: 'à risque', en: 'at risk' },
  running: { fr: 'en cours', en: 'running' },
}

const words = {
  fr: {
    clause: 'clause',
    version: 'version',
    counted: 'compté',
    target: 'engagé',
    due: 'échéance',
    from: 'du',
    to: 'au',
    now: 'en cours',
    noMeasure: 'Aucun engagement ne porte sur ce ticket.',
    total: 'total compté',
    evidence: 'faits',
  },
  en: {
    clause: 'clause',
    version: 'version',
    counted: 'counted',
    target: 'target',
    due: 'due',
    from: 'from',
    to: 'to',
    now: 'running',
    noMeasure: 'No commitment holds this ticket.',
    total: 'total counted',
    evidence: 'facts',
  },
} as const

/** One ticket in plain text: each clock with its verdict, and its ledger line by line with running total. */
export function showExplanation(
  { ticket, measures, warnings }: Explanation,
  {
    timeZone,
    language,
    withLedger,
  }: { readonly timeZone: string; readonly language: Language; readonly withLedger: boolean },
): string {
  const say = words[language]
  const { measures: measureNames } = messages(language)
  const stamp = (instant: number) => formatStamp(instant, timeZone, language)
  const colon = language === 'fr' ? ' : ' : ': '
  const lines: string[] = [`${ticket} (${timeZone})`]
  if (measures.length === 0) lines.push(say.noMeasure)
  for (const { ledger, ...one } of measures) {
    const cycle = one.cycle > 1 ? ` (${one.cycle})` : ''
    lines.push(
      '',
      `${one.commitment} – ${measureNames[one.measure]}${cycle} – ${states[one.state][language]} – ${say.clause} ${one.clause}, ${say.version} ${one.contractVersion}`,
      `  ${say.from} ${stamp(one.startedAt)} ${say.to} ${one.stoppedAt === undefined ? say.now : stamp(one.stoppedAt)}`,
      `  ${say.counted}${colon}${formatDuration(one.counted, language)}${one.targetMilliseconds === undefined ? '' : ` / ${formatDuration(one.targetMilliseconds, language)}`}${one.dueAt === undefined ? '' : ` ; ${say.due}${colon}${stamp(one.dueAt)}`}`,
    )
    for (const reason of one.because)
      lines.push(`  • ${reason.message[language]}${reason.events.length > 0 ? ` [${reason.events.join(', ')}]` : ''}`)
    if (!withLedger) continue
    let counted = 0
    for (const entry of ledger) {
      if (entry.kind === 'counted') counted += entry.to - entry.from
      const sum = entry.kind === 'counted' ? `  = ${formatDuration(counted, language)}` : ''
      lines.push(
        `    ${stamp(entry.from)} → ${stamp(entry.to)}  ${kinds[entry.kind][language].padEnd(13)} ${formatDuration(entry.to - entry.from, language).padStart(16)}${sum}  ${entry.reason[language]}`,
      )
    }
    lines.push(
      `    ${say.total}${colon}${formatDuration(counted, language)} ; ${say.evidence}${colon}${one.grounds.evidence.join(', ')}`,
    )
  }
  for (const warning of warnings) lines.push('', `• ${warning.message[language]}`)
  return `${lines.join('\n')}\n`
}
