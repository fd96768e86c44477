import { buildReport, collectMeasures } from '@vigie/documents'
import {
  type Assessment,
  assessmentJson,
  evaluate,
  type Language,
  type Measure,
  watchedJson,
  watchTickets,
} from '@vigie/engine'
import type { Command, CommandContext } from '../command.ts'
import { explainOne } from '../explain-one.ts'
import { CommandFailure, type ExitCode, failureOf } from '../failure.ts'
import { type JudgedFacts, judgedOptions, judgedPositionals, loadJudgedFacts } from '../judged-facts.ts'
import { showAvailability } from '../show-availability.ts'
import { showControls } from '../show-controls.ts'
import { showMeasures } from '../show-measures.ts'
import { showPenalties } from '../show-penalties.ts'
import { showWatched } from '../show-watched.ts'
import { ticketRow, ticketsHeader } from '../tickets-csv.ts'
import { openOutput } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie measure`: every commitment judged, every ticket explained on demand. */
export const measure: Command = {
  name: 'measure',
  summary: {
    fr: 'juge les tickets par le contrat : délais, taux, indicateurs, pénalités',
    en: 'judges tickets by the contract: clocks, rates, KPIs, penalties',
  },
  positionals: judgedPositionals,
  options: [
    ...judgedOptions,
    {
      name: 'tickets',
      value: 'FILE',
      about: { fr: 'une ligne CSV par délai mesuré', en: 'one CSV row a measured clock' },
    },
    { name: 'ticket', value: 'ID', about: { fr: 'un seul ticket', en: 'one ticket alone' } },
    {
      name: 'ledger',
      about: { fr: 'avec --ticket : le décompte de chaque délai', en: 'with --ticket: the ledger of each clock' },
    },
  ],
  more: {
    fr: `Sans période, du premier au dernier fait. Exemples :
  vigie measure contrat.yaml evenements.csv.gz --month 2026-10
  vigie measure contrat.yaml evenements.csv --ticket INC-42 --ledger`,
    en: `Without a period, from the first to the last fact. Examples:
  vigie measure contract.yaml events.csv.gz --month 2026-10
  vigie measure contract.yaml events.csv --ticket INC-42 --ledger`,
  },
  async run(context) {
    const { arguments: given } = context
    if (given.has('ledger') && !given.has('ticket')) {
      throw new CommandFailure({ fr: '--ledger demande --ticket', en: '--ledger asks for --ticket' })
    }
    if (given.has('ticket') && given.has('tickets')) {
      throw new CommandFailure({
        fr: '--ticket et --tickets s’excluent',
        en: '--ticket and --tickets exclude each other',
      })
    }
    const facts = await loadJudgedFacts(context)
    const ticket = given.text('ticket')
    return ticket === undefined ? measureAll(context, facts) : explainOne(ticket, context, facts)
  },
}

async function measureAll(context: CommandContext, facts: JudgedFacts): Promise<ExitCode> {
  const path = context.arguments.text('tickets')
  const output = path === undefined ? undefined : openOutput(path)
  const collected = collectMeasures()
  const wantsLines = !context.json
  const { onTicket, result: watched } = watchTickets({
    contract: facts.contract,
    record: facts.facts.record,
    ...(facts.period === undefined ? {} : { period: facts.period }),
    ...(facts.at === undefined ? {} : { at: facts.at }),
    penalties: facts.penalties,
  })
  let assessment: Assessment
  try {
    output?.write(ticketsHeader)
    const evaluation = evaluate({
      contract: facts.contract,
      record: facts.facts.record,
      ...(facts.period === undefined ? {} : { period: facts.period }),
      ...(facts.at === undefined ? {} : { at: facts.at }),
      penalties: facts.penalties,
      onTicket,
      onMeasure(one: Measure, standing) {
        output?.write(ticketRow(one))
        if (wantsLines) collected.take(one, standing)
      },
    })
    if (!evaluation.ok) throw failureOf(evaluation.issues)
    assessment = evaluation.assessment
  } catch (error) {
    output?.drop()
    throw error
  }
  output?.keep()
  if (context.json) {
    await writeToStdout(`${JSON.stringify(documentOf(), null, 2)}\n`)
  } else {
    const model = buildReport({
      assessment,
      missed: collected.missed,
      neutralised: collected.neutralised,
      language: facts.language,
      sources: [],
    })
    await writeToStdout(
      [
        showMeasures(model),
        besideTickets(assessment, facts.language),
        showPenalties(assessment.penalties, assessment.contract.timeZone, facts.language),
        showWatched(watched(), facts.contract, facts.language),
      ].join(''),
    )
  }
  return facts.exitCode

  function documentOf() {
    return Object.assign({}, assessmentJson(assessment, facts.language), watchedJson(watched(), facts.language))
  }
}

/** Availability and controls, where their facts were given. */
function besideTickets({ availability, controls, contract }: Assessment, language: Language): string {
  const services = availability === undefined ? '' : showAvailability(availability, language)
  const proofs = controls === undefined ? '' : showControls(controls, contract.timeZone, language)
  return [services, proofs].map((text) => (text === '' ? '' : `\n${text}`)).join('')
}
