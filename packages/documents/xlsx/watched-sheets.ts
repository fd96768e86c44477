import type { RateFigure } from '@vigie/engine'
import { stateGlyphs } from '../layout/state-mark.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { dateTime, decimal, integer, percent, text, wrapped } from './cells.ts'
import { column, type TableSheet } from './sheet.ts'

/** Every dispute with its dates and its effect; no sheet where disputes were not looked for. */
export function disputesSheets({ disputes, timeZone }: ReportModel, { words }: Voice): readonly TableSheet[] {
  if (disputes === undefined) return []
  const said = words.disputes
  const { head } = words
  const at = (instant: number | undefined) => dateTime(instant, timeZone, words.xlsx.dateFormat)
  const state = (figure: RateFigure | undefined) =>
    text(figure && `${stateGlyphs[figure.state]} ${words.states[figure.state]}`)
  return [
    {
      name: said.sheet,
      none: said.none,
      columns: [
        column(head.ticket, 16),
        column(head.clause, 9),
        column(head.id, 20),
        column(head.commitment, 38),
        column(said.head.claim, 20),
        column(said.head.claimedBy, 14),
        column(said.head.claimedAt, 17),
        column(said.head.claimDue, 17),
        column(head.state, 30),
        column(said.head.answerDue, 17),
        column(said.head.daysLeft, 9),
        column(said.head.answeredAt, 17),
        column(said.head.answer, 12),
        column(said.head.excludedAt, 17),
        column(said.head.window, 20),
        column(said.head.rateNow, 12),
        column(said.head.rateWith, 12),
        column(said.head.stateWith, 14),
        column(said.head.rateWithout, 12),
        column(said.head.stateWithout, 14),
        column(said.head.penaltyWith, 12),
        column(said.head.penaltyWithout, 12),
        column(words.penalties.currency, 9),
        column(said.head.reasons, 80),
      ],
      rows: disputes.map((line) => [
        text(line.ticket),
        text(line.clause),
        text(line.commitment),
        wrapped(line.name),
        text(said.claims[line.claim]),
        text(said.sides[line.claimedBy ?? '']),
        at(line.claimedAt),
        at(line.claimDue),
        text(said.states[line.state]),
        at(line.answerDue),
        integer(line.daysLeft),
        at(line.answeredAt),
        text(line.answer && said.answers[line.answer]),
        at(line.excludedAt),
        text(line.window),
        percent(line.now?.rate?.percent),
        percent(line.ifRefused?.rate?.percent),
        state(line.ifRefused),
        percent(line.ifAccepted?.rate?.percent),
        state(line.ifAccepted),
        decimal(line.penalties?.ifRefused),
        decimal(line.penalties?.ifAccepted),
        text(line.penalties?.currency),
        wrapped(line.reasons.join(' ')),
      ]),
    },
  ]
}

/** One row a case, the counts of its finding beside it. */
export function findingsSheets({ findings, timeZone }: ReportModel, { words }: Voice): readonly TableSheet[] {
  if (findings === undefined) return []
  const said = words.findings
  return [
    {
      name: said.sheet,
      none: said.none,
      columns: [
        column(said.head.finding, 48),
        column(said.head.cases, 8),
        column(said.head.of, 8),
        column(words.head.group, 26),
        column(said.head.observed, 10),
        column(said.head.expected, 10),
        column(words.head.tickets, 24),
        column(said.head.at, 17),
        column(words.head.commitment, 22),
        column(said.head.shown, 80),
        column(said.head.events, 40),
      ],
      rows: findings.flatMap(({ code, name, count, of, observed, expected, cases }) =>
        cases.map((one) => [
          wrapped(name),
          integer(count),
          integer(of),
          text(said.population[code]),
          percent(observed),
          percent(expected),
          wrapped(one.tickets.join(', ')),
          dateTime(one.at, timeZone, words.xlsx.dateFormat),
          text(one.commitment),
          wrapped(one.text),
          wrapped(one.events.join(', ')),
        ]),
      ),
    },
  ]
}
