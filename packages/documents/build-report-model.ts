import {
  type Assessment,
  type Contract,
  type ContractHistory,
  contractFingerprint,
  type Language,
  type Localised,
  type Measure,
  prevailingNotice,
  type Watched,
} from '@vigie/engine'
import { handlingTimeLines, indicatorLines, volumesSection } from './report/activity.ts'
import { calendarLines } from './report/calendar-lines.ts'
import { clauseLines } from './report/clause-lines.ts'
import { commitmentLines, notMeasured } from './report/commitment-lines.ts'
import { type ReportContext, reportContext } from './report/context.ts'
import { definitions } from './report/definitions.ts'
import { disputeEntries } from './report/dispute-entries.ts'
import { findingEntries } from './report/finding-entries.ts'
import { missedLines } from './report/missed-lines.ts'
import { findings, neutralisedSection } from './report/neutralised-section.ts'
import { penaltiesSection } from './report/penalties-section.ts'
import { recomputeCommand } from './report/recompute-command.ts'
import type {
  CommitmentLine,
  ContractIdentity,
  Fingerprint,
  ReportModel,
  ReportPeriod,
  ReportSeal,
  ReportSource,
} from './report/report-model.ts'
import { controlLines, serviceLines } from './report/services-lines.ts'
import { verdict } from './report/verdict.ts'
import { versionLines } from './report/versions-section.ts'

export type ReportInput = {
  readonly assessment: Assessment
  /** Every version of the contract; absent: the report does not tell its versions. */
  readonly history?: ContractHistory
  /** The measures that the evaluation streamed as `missed`. */
  readonly missed: readonly Measure[]
  /** Those that it streamed as `excluded` or `notApplicable`. */
  readonly neutralised: readonly Measure[]
  /** What `watchTickets` saw in the same evaluation; absent: the report tells neither disputes nor findings. */
  readonly watched?: Watched
  readonly language: Language
  readonly sources: readonly ReportSource[]
  /** The record of the tickets' facts: how many, and their fingerprint. */
  readonly record?: NonNullable<Fingerprint['record']>
  /** The seal of the record; absent: the report says that it carries none. */
  readonly seal?: ReportSeal
  /** Said before any figure, e.g. that the targets are not the parties' own. */
  readonly notices?: readonly Localised[]
  /** Options that changed how the files were read, for the command that is written: `--time-zone Europe/Paris`. */
  readonly reading?: readonly string[]
  /** The command that was typed; absent: one is written from the sources and the period. */
  readonly command?: string
}

/** The report as one plain value. Pure: the same input gives the same model, whatever the machine's zone or locale. */
export function buildReport(input: ReportInput): ReportModel {
  const { assessment, language, watched } = input
  const context = reportContext(assessment.contract, language, assessment)
  const commitments = commitmentLines(assessment, context)
  const penalties = penaltiesSection(assessment, commitments, context)
  const unmeasured = notMeasured(context).filter(({ kind }) => kind !== 'penalty' || penalties.status === 'not-asked')
  const missed = missedLines(
    input.missed,
    assessment.commitments.map(({ id }) => id),
    context,
  )
  const told = watched === undefined ? {} : watchedEntries(watched, assessment.at, commitments, context)
  // The report has a section of its own for what is not computed yet.
  const warnings = findings(
    assessment.warnings.filter(({ code }) => code !== 'not-computed-yet'),
    context,
  )
  return {
    language,
    timeZone: assessment.contract.timeZone,
    period: reportPeriod(assessment, context),
    contract: contractIdentity(assessment.contract),
    notices: noticesOf(input).map((notice) => context.said(notice)),
    verdict: verdict(
      { assessment, commitments, notMeasured: unmeasured, missed, warnings, penalties, ...told },
      context,
    ),
    commitments,
    notMeasured: unmeasured,
    indicators: indicatorLines(assessment, context),
    services: serviceLines(assessment, context),
    controls: controlLines(assessment, context),
    volumes: volumesSection(assessment, context),
    handlingTimes: handlingTimeLines(assessment, context),
    missed,
    neutralised: neutralisedSection(assessment.neutralised, input.neutralised, context),
    penalties,
    ...told,
    warnings,
    versions: input.history === undefined ? [] : versionLines(input.history, assessment, context),
    clauses: clauseLines(context),
    calendars: calendarLines(context),
    definitions: definitions(assessment, context),
    fingerprint: fingerprintOf(input),
  }
}

function fingerprintOf(input: ReportInput): Fingerprint {
  const { assessment, history, record, seal, sources, language, reading, command } = input
  return {
    inputs: assessment.fingerprint,
    ...(history === undefined ? {} : { contract: contractFingerprint(history) }),
    ...(record === undefined ? {} : { record }),
    ...(seal === undefined ? {} : { seal }),
    engine: assessment.engine,
    tzdata: assessment.tzdata,
    sources,
    command: command ?? recomputeCommand(assessment, sources, language, reading),
  }
}

function watchedEntries(
  { disputes, findings: signals }: Watched,
  at: number,
  commitments: readonly CommitmentLine[],
  context: ReportContext,
): Required<Pick<ReportModel, 'disputes' | 'findings'>> {
  return {
    disputes: disputeEntries(disputes, commitments, at, context),
    findings: findingEntries(signals, context),
  }
}

function reportPeriod({ period, at, provisional }: Assessment, context: ReportContext): ReportPeriod {
  return { label: period.label, title: context.periodTitle(period), from: period.from, to: period.to, at, provisional }
}

function contractIdentity(contract: Contract): ContractIdentity {
  const { authority, signedOn, effectiveTo } = contract
  return {
    id: contract.id,
    title: contract.title,
    version: contract.version,
    client: contract.parties.client.name,
    provider: contract.parties.provider.name,
    ...(signedOn === undefined ? {} : { signedOn }),
    effectiveFrom: contract.effectiveFrom,
    ...(effectiveTo === undefined ? {} : { effectiveTo }),
    ...(authority === 'contract' ? {} : { signedDocument: authority }),
  }
}

/** The signed document that prevails over a transcription first, then the contract's own notice. */
function noticesOf({ assessment, notices = [] }: ReportInput): readonly Localised[] {
  const own = [prevailingNotice(assessment.contract), assessment.contract.notice]
  return [...own.filter((notice) => notice !== undefined), ...notices]
}
