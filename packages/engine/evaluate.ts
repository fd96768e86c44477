import type { Assessment, Evaluation, EvaluationInput, PeriodResult, Warning } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import type { Issue } from './base/issue.ts'
import { CalendarError } from './calendar/calendar-error.ts'
import { timeZoneVersion } from './calendar/local-time.ts'
import { type BreachCollector, collectBreaches } from './collect-breaches.ts'
import { measureTicket } from './commitments/measure-ticket.ts'
import { versionsThatMatter } from './contract/versions-that-matter.ts'
import { type AssessmentCounter, type AssessmentFrame, countAssessment } from './count-assessment.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import { calendarIssue, tieIssue } from './evaluation-issues.ts'
import { factsBesideTickets, factsOfPenalties } from './facts-beside-tickets.ts'
import { fingerprintOf } from './fingerprint.ts'
import { withOtherFacts } from './judge-other-facts.ts'
import { judgePenalties } from './judge-penalties.ts'
import { penaltyMonths } from './penalty-months.ts'
import { type PeriodReading, previousPeriods, readPeriod } from './period.ts'
import type { EventRecord } from './record/record.ts'
import { civilYears, contractSpans, termsOfContract } from './terms-of-contract.ts'
import { ticketFamily } from './ticket-family.ts'

/**
 * The one entry: what a contract says of the facts, over one period and as known at one instant (semantics of every
 * figure). Pure, in one pass over the tickets: the same inputs give the same bytes, whatever their order and the
 * machine's zone or locale. Keeps no measure; `onMeasure` hands them on.
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const { record } = input
  const [{ timeZone }] = input.contract.versions
  const reading = periodOf(input, timeZone)
  if (!reading.ok) return reading
  const { period } = reading
  const at = input.at ?? (input.period === undefined ? period.to - 1 : period.to)
  const contract = versionsThatMatter(input.contract, period, at)
  const spans = contractSpans(contract)
  const earlier = previousPeriods(period, input.previous ?? 0, timeZone).filter(({ to }) => to > spans[0].from)
  const years = civilYears(spans)
  const breaches =
    input.penalties === undefined
      ? undefined
      : collectBreaches(penaltyMonths(contract, record, period, input.penalties), at, spans, years)
  const others = factsBesideTickets({ ...input, contract }, at)
  const frame: AssessmentFrame = {
    spans,
    years,
    terms: termsOfContract(contract),
    family: ticketFamily(record, at, others.controls),
    earlier,
    period,
    at,
    others,
    onMeasure: input.onMeasure,
    breaches,
  }
  const counter = countAssessment(frame)
  const [issue, ...issues] = judgeTickets(record, frame, counter, input.onTicket)
  if (issue !== undefined) return { ok: false, issues: [issue, ...issues] }

  const { log, asked, previous, neutralised, warnings } = counter.result()
  const judged = (result: PeriodResult) => withOtherFacts(result, contract, frame.others, at)
  return {
    ok: true,
    assessment: {
      ...judged(asked),
      at,
      provisional: at < period.to - 1,
      engine: ENGINE_VERSION,
      tzdata: timeZoneVersion,
      contract: counter.contract,
      fingerprint: fingerprintOf({ contract, record, at }, frame.others, input.penalties),
      previous: previous.map(judged),
      neutralised,
      warnings: input.at === undefined ? [...lateFacts(record, at, input.period === undefined), ...warnings] : warnings,
      ...penaltiesOf({ ...input, contract }, frame, breaches?.result(log)),
    },
  }
}

function penaltiesOf(
  { contract, penalties }: EvaluationInput,
  { period, at, others }: AssessmentFrame,
  breaches: ReturnType<BreachCollector['result']> | undefined,
): Pick<Assessment, 'penalties'> {
  if (penalties === undefined || breaches === undefined) return {}
  const facts = factsOfPenalties(penalties, others)
  return { penalties: judgePenalties({ contract, period, at, facts, ...breaches }) }
}

/** An evaluation stops after this many faults: the first ones say what to correct. */
const MAX_ISSUES = 20

function periodOf({ period, record }: EvaluationInput, timeZone: string): PeriodReading {
  return period === undefined ? readPeriod({}, timeZone, record) : { ok: true, period }
}

function judgeTickets(
  record: EventRecord,
  frame: AssessmentFrame,
  counter: AssessmentCounter,
  onTicket: EvaluationInput['onTicket'],
): readonly Issue[] {
  const { terms, at, family } = frame
  const issues: Issue[] = []
  record.visit(at, (history) => {
    try {
      const { measures, warnings, ties } = measureTicket(history, terms, at, family)
      for (const tie of ties) issues.push(tieIssue(tie, history.ticket))
      if (issues.length === 0) {
        counter.add({ history, measures, warnings })
        onTicket?.({ history, measures })
      }
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error
      issues.push(calendarIssue(error, history.ticket))
    }
    return issues.length < MAX_ISSUES
  })
  return issues
}

/** Asked for all the facts, a reader must know that some were recorded after the last of them happened. */
function lateFacts({ lastRecordedAt }: EventRecord, at: Instant, all: boolean): readonly Warning[] {
  if (!all || lastRecordedAt === undefined || lastRecordedAt <= at) return []
  return [
    {
      code: 'recorded-after-observation',
      message: {
        fr: 'Des faits ont été consignés après l’observation, qui est le dernier fait du journal\u00a0: ils ne comptent pas. Donner un instant d’observation plus tardif pour les compter.',
        en: 'Some facts were recorded after the observation, which is the last fact of the log: they do not count. Ask for a later observation to count them.',
      },
      count: 1,
      tickets: [],
    },
  ]
}
