/** The door of the engine: what other rooms and other programs may import. */
export type {
  Assessment,
  CommitmentResult,
  Counted,
  Evaluation,
  EvaluationInput,
  Explanation,
  HandlingTime,
  JudgedWindow,
  KpiResult,
  Neutralised,
  Period,
  PeriodResult,
  Rate,
  SmallSample,
  Standing,
  Volumes,
  Warning,
} from './assessment.ts'
export { assessmentJson, type JsonValue } from './assessment-json.ts'
export { availabilityJson, availabilityText } from './availability-json.ts'
export {
  type Backtest,
  type BacktestInput,
  type BacktestReading,
  backtest,
  type CommitmentReplay,
} from './backtest/backtest.ts'
export { backtestJson } from './backtest/backtest-json.ts'
export type { Flip, FlipSide } from './backtest/flip.ts'
export type { CostLine, FeeReplay, ReplayAmounts, ReplayCost } from './backtest/replay-cost.ts'
export {
  searchTarget,
  type TargetSearch,
  type TargetSearchInput,
  type TargetSearchReading,
} from './backtest/search-target.ts'
export type { TargetPoint } from './backtest/sweep-targets.ts'
export { targetSearchJson } from './backtest/target-search-json.ts'
export type { JsonSchema } from './base/clause/json-schema.ts'
export type { Grounds } from './base/grounds.ts'
export { formatInstant, type Instant, type Interval, type Milliseconds, parseInstant } from './base/instant.ts'
export type { Issue, Place } from './base/issue.ts'
export type { Severity } from './base/lint-rule.ts'
export type { Language, Localised } from './base/message.ts'
export { formatMinor, type Money } from './base/money.ts'
export { parsePercent, type Ratio } from './base/ratio.ts'
export type { CalendarDefinition, CalendarException, HolidayRule, Weekday } from './calendar/definition.ts'
export type {
  AvailabilityCommitment,
  CalendarChoice,
  ClockRules,
  CommitmentsChapter,
  Compliance,
  MeasureKind,
  Milestone,
  PauseClause,
  PriorityRules,
  Target,
  TicketCommitment,
  When,
} from './commitments/clause-types.ts'
export type { Dispute, DisputeAnswer, DisputeState, Side } from './commitments/disputes/dispute.ts'
export type { DueClock, OpenState } from './commitments/due-next/due-clock.ts'
export { createDueQueue, type Dated, type DueQueue } from './commitments/due-next/due-queue.ts'
export type { Share, Signal, SignalCase, SignalCode } from './commitments/findings/signal.ts'
export type { Because, LedgerEntry, LedgerKind, Measure, MeasureState, Paused } from './commitments/measure.ts'
export type {
  CapLine,
  DueState,
  PenaltyAssessment,
  PenaltyFinding,
  PenaltyKind,
  PenaltyLine,
  PenaltyMonthTotal,
  PenaltyStep,
  PenaltyTerms,
} from './commitments/penalties/penalty.ts'
export { type ClauseSource, clauseSource } from './contract/clause-source.ts'
export type { Contract, ContractHistory, Party, Phase } from './contract/contract.ts'
export { contractFingerprint } from './contract/contract-fingerprint.ts'
export { contractDeadlines, type DeadlinesRequest } from './contract/deadlines/contract-deadlines.ts'
export type { Deadline, DeadlineKind } from './contract/deadlines/deadline.ts'
export { changeJson } from './contract/diff/change-json.ts'
export type { ContractChange, ContractPart } from './contract/diff/contract-change.ts'
export { diffContracts } from './contract/diff/diff-contracts.ts'
export { sayValue, type ValueContext } from './contract/diff/say-value.ts'
export { termIn } from './contract/diff/terms-words.ts'
export { isFault } from './contract/lint/accept-findings.ts'
export type { Finding } from './contract/lint/finding.ts'
export { type LintOptions, type LintReading, lint } from './contract/lint/lint.ts'
export { lintRules } from './contract/lint/lint-rules.ts'
export { type PrevailingDocument, prevailingDocument, prevailingNotice } from './contract/prevailing-document.ts'
export { amendmentJsonSchema, contractJsonSchema } from './contract/published-schemas.ts'
export {
  type Amendment,
  type AmendmentReading,
  type AmendmentSource,
  readAmendment,
} from './contract/read-amendment.ts'
export { type ContractReading, type ReadContractOptions, readContract } from './contract/read-contract.ts'
export { type Replay, type ReplayOptions, type ReplayReading, readReplay } from './contract/read-replay.ts'
export { versionInForce } from './contract/version-in-force.ts'
export { controlJson } from './controls-json.ts'
export { coverTickets, type QuotaUse, type TicketAnswer, type TicketCoverage } from './cover-tickets.ts'
export type { DisputePenalties } from './dispute-penalties.ts'
export { dueClockJson } from './due-json.ts'
export { type DueInput, type DueReading, dueNext, type LiveBoard } from './due-next.ts'
export { ENGINE_VERSION } from './engine-version.ts'
export { evaluate } from './evaluate.ts'
export { checkExample, type ExampleCheck, type Mismatch } from './example/check-example.ts'
export type { Example } from './example/example-schema.ts'
export { type ExampleReading, readExample } from './example/read-example.ts'
export { type ExplanationInput, type ExplanationReading, explain } from './explain.ts'
export { explanationJson } from './explanation-json.ts'
export type { FollowUpChapter, Kpi } from './follow-up/clause-types.ts'
export { type AvailabilityInput, type AvailabilityResult, judgeAvailability } from './judge-availability.ts'
export { type ControlResult, type ControlsInput, judgeControls } from './judge-controls.ts'
export type { OtherFacts } from './judge-other-facts.ts'
export { outagesFromIncidents } from './outages-from-incidents.ts'
export { penaltiesJson } from './penalties-json.ts'
export type { PenaltyFacts } from './penalty-facts.ts'
export { type FactSpan, type PeriodReading, type PeriodRequest, previousPeriods, readPeriod } from './period.ts'
export type { RateFigure } from './rate-tally.ts'
export type { PricedAsset, PricedFinding, ReconciledTotals } from './reconciliation/price-reconciliation.ts'
export type { QuantityLine } from './reconciliation/quantity-line.ts'
export {
  type Reconciliation,
  type ReconciliationInput,
  reconcileInventory,
} from './reconciliation/reconcile-inventory.ts'
export { reconciliationJson } from './reconciliation/reconciliation-json.ts'
export { compareExport } from './record/compare-export.ts'
export type { ControlOutcome } from './record/control-outcome.ts'
export { type CsvOptions, type CsvReader, createCsvReader } from './record/csv.ts'
export type { RowFault } from './record/csv-scanner.ts'
export { COLUMNS, type Column, EVENT_TYPES, type EventType, type TicketEvent } from './record/event.ts'
export { EVENT_FILE_COLUMNS, type EventFileColumn, type EventRow } from './record/event-columns.ts'
export type { FactCounts, FactReader, FactReadingOptions, FactsRead } from './record/fact-table.ts'
export { type Asset, foldInventory, presentAssets, unitsOf } from './record/fold-inventory.ts'
export { foldTicket } from './record/fold-ticket.ts'
export {
  type AssetColumns,
  INVENTORY_COLUMNS,
  type InventoryFact,
  inventoryFactId,
  inventoryRow,
} from './record/inventory-fact.ts'
export type { InventoryMapping } from './record/inventory-mapping.ts'
export { INVENTORY_PRESETS, type InventoryPreset, inventoryPreset } from './record/inventory-presets.ts'
export type { Mapping } from './record/mapping.ts'
export type { Outage, OutageState } from './record/outage.ts'
export { type BilledLine, createBilledReader, readBilled } from './record/read-billed.ts'
export { type CallDay, createCallReader, readCalls } from './record/read-calls.ts'
export { type ControlFact, createControlReader, readControls } from './record/read-controls.ts'
export {
  createEventReader,
  type EventCounts,
  type EventReader,
  type EventReadingOptions,
  type EventsRead,
  readEvents,
} from './record/read-events.ts'
export { createFeeReader, type FeeFact, readFees } from './record/read-fees.ts'
export { createInventoryReader, readInventory } from './record/read-inventory.ts'
export {
  type AnyMappingReading,
  type MappingReading,
  mappingJsonSchema,
  readAnyMapping,
  readMapping,
} from './record/read-mapping.ts'
export { createNoticeReader, type NoticeAct, type NoticeFact, readNotices } from './record/read-notices.ts'
export { createOutageReader, readOutages } from './record/read-outages.ts'
export type { ReadingWarning, RejectedRow } from './record/reading-notes.ts'
export type { EventRecord, TicketHistory } from './record/record.ts'
export {
  createTableReader,
  type TableFormat,
  type TableOptions,
  type TableReader,
  type TableRow,
  type TableSink,
} from './record/table-reader.ts'
export {
  type Attributes,
  type AttributesFrom,
  attributesAt,
  type Phase as TicketPhase,
  phaseAt,
  type Remark,
  type Ticket,
} from './record/ticket.ts'
export {
  type ExportedAsset,
  type InventoryImportCounts,
  type InventoryTranslated,
  translateInventory,
} from './record/translate-inventory.ts'
export { type LogCounts, type LogTranslated, type LogTranslator, translateLog } from './record/translate-log.ts'
export { ASSET_VERDICTS, type AssetVerdictKind } from './scope/reconciliation/asset-verdict.ts'
export {
  type RegisterDeadline,
  type RegisterKind,
  type RegisterState,
  registerDeadlines,
} from './scope/registers/register-deadlines.ts'
export type { DisputeLine } from './watch-disputes.ts'
export { type TicketWatch, type Watched, type WatchInput, watchTickets } from './watch-tickets.ts'
export { watchedJson } from './watched-json.ts'
