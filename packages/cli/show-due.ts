import { formatDuration, formatStamp, messages } from '@vigie/documents'
import type { DueClock, Instant, Language, Localised, OpenState } from '@vigie/engine'
import { columns } from './columns.ts'

export type DueView = {
  readonly at: Instant
  readonly counts: { readonly open: number; readonly overdue: number; readonly atRisk: number; readonly paused: number }
  readonly due: readonly DueClock[]
  readonly paused: readonly DueClock[]
}

const words = {
  fr: {
    due: 'échéance',
    left: 'reste',
    over: 'dépassé de',
    ticket: 'ticket',
    commitment: 'engagement',
    clause: 'clause',
    priority: 'priorité',
    state: 'état',
    since: 'depuis',
    reason: 'motif',
    ifResumed: 'échéance si reprise',
    waiting: 'Suspendus (l’échéance recule tant que dure la suspension)',
    none: 'Aucun délai ouvert.',
    onTicket: 'mesure',
  },
  en: {
    due: 'due',
    left: 'left',
    over: 'overrun by',
    ticket: 'ticket',
    commitment: 'commitment',
    clause: 'clause',
    priority: 'priority',
    state: 'state',
    since: 'since',
    reason: 'reason',
    ifResumed: 'due if resumed',
    waiting: 'Paused (the due date moves as long as the pause lasts)',
    none: 'No open clock.',
    onTicket: 'measure',
  },
} as const

const states: Readonly<Record<OpenState, Localised>> = {
  overdue: { fr: 'dépassé', en: 'overdue' },
  'at-risk': { fr: 'à risque', en: 'at risk' },
  running: { fr: 'en cours', en: 'running' },
  paused: { fr: 'suspendu', en: 'paused' },
}

const parties = {
  client: { fr: 'client', en: 'client' },
  provider: { fr: 'prestataire', en: 'provider' },
  'third-party': { fr: 'tiers', en: 'third party' },
} as const

/** What is due, soonest first, then what waits and why; time left is open time of each clause's calendar. */
export function showDue(
  { at, counts, due, paused }: DueView,
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): string {
  const say = words[language]
  const { measures } = messages(language)
  const stamp = (instant: Instant) => formatStamp(instant, timeZone, language)
  const head = `${stamp(at)} (${timeZone})${language === 'fr' ? ' : ' : ': '}${summary(counts, language)}`
  if (counts.open === 0) return `${head}\n${say.none}\n`
  const dueRows = due.map(({ dueAt, state, measure }) => [
    stamp(dueAt),
    left(measure.remaining),
    measure.ticket,
    measure.commitment,
    measures[measure.measure],
    measure.clause,
    measure.priority ?? '–',
    states[state][language],
  ])
  const pausedRows = paused.map(({ dueAt, measure, pause }) => [
    measure.ticket,
    measure.commitment,
    measure.clause,
    pause === undefined ? '–' : stamp(pause.from),
    pause === undefined ? '–' : `${pause.reason} (${parties[pause.imputable][language]})`,
    left(measure.remaining),
    stamp(dueAt),
  ])
  const dueHead = [say.due, say.left, say.ticket, say.commitment, say.onTicket, say.clause, say.priority, say.state]
  const pausedHead = [say.ticket, say.commitment, say.clause, say.since, say.reason, say.left, say.ifResumed]
  const sections = [
    head,
    ...(dueRows.length === 0 ? [] : [columns([dueHead, ...dueRows])]),
    ...(pausedRows.length === 0 ? [] : [`${say.waiting}\n${columns([pausedHead, ...pausedRows])}`]),
  ]
  return `${sections.join('\n\n')}\n`

  function left(remaining: number | undefined): string {
    if (remaining === undefined) return '–'
    return remaining < 0 ? `${say.over} ${formatDuration(-remaining, language)}` : formatDuration(remaining, language)
  }
}

function summary({ open, overdue, atRisk, paused }: DueView['counts'], language: Language): string {
  return language === 'fr'
    ? `délais ouverts ${open}, dont dépassés ${overdue}, à risque ${atRisk}, suspendus ${paused}`
    : `open clocks ${open}, of which overdue ${overdue}, at risk ${atRisk}, paused ${paused}`
}
