import { clauseSource, type PauseClause } from '@vigie/engine'
import type { ReportContext } from './context.ts'
import type { ClauseLine } from './report-model.ts'
import { availabilityClauseText, targetText, ticketClauseText } from './wording.ts'

/** The clauses that the figures stand on, in plain words: the targets, then the rules of the clock. */
export function clauseLines(context: ReportContext): readonly ClauseLine[] {
  const { contract } = context
  return clausesOf(context).map((line) => {
    const source = clauseSource(contract, line.clause)
    return source === undefined ? line : { ...line, source }
  })
}

function clausesOf(context: ReportContext): readonly ClauseLine[] {
  const { contract } = context
  return [
    ...contract.commitments.targets.map((commitment) => ({
      clause: commitment.clause,
      id: commitment.id,
      text:
        commitment.type === 'ticket'
          ? ticketClauseText(commitment, context)
          : availabilityClauseText(commitment, context),
    })),
    ...clockLines(context),
  ]
}

function clockLines(context: ReportContext): readonly ClauseLine[] {
  const { contract, words } = context
  const { clock, priorities } = contract.commitments
  const rule = (id: string, text: string): ClauseLine => ({ clause: '', id, text })
  return [
    ...clock.pauses.map((pause) => ({ clause: pause.clause ?? '', id: pause.reason, text: pauseText(pause, context) })),
    rule('pauses', clock.pauses.length === 0 ? words.clause.noPauses : words.clause.otherPauses),
    rule(
      'reopen',
      clock.reopen === undefined
        ? words.clause.noReopen
        : `${words.clause.reopen[clock.reopen.mode](isoDuration(clock.reopen.within, context))} ${words.clause.reopenPast}`,
    ),
    ...(priorities === undefined ? [] : [rule('priorities', words.clause.onChange[priorities.onChange])]),
    rule('mass', words.clause.mass[clock.mass]),
    rule('version', words.clause.version[clock.version]),
  ]
}

function pauseText(pause: PauseClause, context: ReportContext): string {
  const { words } = context
  const measures = words.list(pause.appliesTo.map((measure) => words.clause.deadlinesOf[measure]))
  return [
    words.clause.pause(pause.label ?? pause.reason, words.clause.imputable[pause.imputable], measures),
    pause.atMost === undefined ? '' : words.clause.pauseAtMost[pause.then](targetText(pause.atMost, context)),
    pause.proof === 'required' ? words.clause.proof : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** An ISO 8601 duration of the contract in words: `P5D` → `5 jours`. */
function isoDuration(text: string, { words }: ReportContext): string {
  const [, years, months, weeks, days, hours, minutes] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(text) ?? []
  const parts = [
    years && words.spans.years(Number(years)),
    months && words.spans.months(Number(months)),
    weeks && words.spans.weeks(Number(weeks)),
    days && words.spans.days(Number(days)),
    hours && words.spans.hours(Number(hours)),
    minutes && words.spans.minutes(Number(minutes)),
  ].filter((part) => part !== undefined && part !== '')
  return parts.length === 0 ? text : words.list(parts as readonly string[])
}
