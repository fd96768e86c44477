import type {
  CapLine,
  Counted,
  DueState,
  Instant,
  Language,
  MeasureKind,
  MeasureState,
  Milliseconds,
  PenaltyAssessment,
  PenaltyFinding,
  PenaltyKind,
  PenaltyStep,
  Rate,
} from '@vigie/engine'
import type { ControlLine, ServiceLine } from './services-model.ts'
import type { DisputeEntry, FindingEntry } from './watched-model.ts'

/**
 * The monthly report, once: PDF, HTML, XLSX and JSON are drawn from this value and from nothing else.
 * Sentences are in `language`; instants are epoch ms, durations integer ms, percentages decimal strings.
 */
export type ReportModel = {
  readonly language: Language
  readonly timeZone: string
  readonly period: ReportPeriod
  readonly contract: ContractIdentity
  /** What the reader must know before any figure (invented targets, no kinds in the log…). */
  readonly notices: readonly string[]
  readonly verdict: Verdict
  readonly commitments: readonly CommitmentLine[]
  readonly notMeasured: readonly NotMeasured[]
  readonly indicators: readonly IndicatorLine[]
  /** Availability and recurring controls, where their facts were given; else they are under `notMeasured`. */
  readonly services: readonly ServiceLine[]
  readonly controls: readonly ControlLine[]
  readonly volumes: VolumesSection
  readonly handlingTimes: readonly HandlingTimeLine[]
  /** Every clock that missed its target: contract order, then the longest overrun first. */
  readonly missed: readonly MissedLine[]
  readonly neutralised: NeutralisedSection
  readonly penalties: PenaltiesSection
  /** Those still open first; absent: not looked for. */
  readonly disputes?: readonly DisputeEntry[]
  /** What to look at, held against nobody; absent: not looked for. */
  readonly findings?: readonly FindingEntry[]
  readonly warnings: readonly Finding[]
  /** The versions of the contract, oldest first; empty where its history was not given. */
  readonly versions: readonly VersionLine[]
  readonly clauses: readonly ClauseLine[]
  readonly calendars: readonly CalendarLine[]
  readonly definitions: readonly Definition[]
  readonly fingerprint: Fingerprint
}

export type ReportPeriod = {
  readonly label: string
  /** `octobre 2026`, or `du 1er octobre 2026 au 15 novembre 2026`. */
  readonly title: string
  readonly from: Instant
  readonly to: Instant
  readonly at: Instant
  readonly provisional: boolean
}

export type ContractIdentity = {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly client: string
  readonly provider: string
  readonly signedOn?: string
  readonly effectiveFrom: string
  readonly effectiveTo?: string
  /** Present where the file only transcribes a signed document, which then prevails. */
  readonly signedDocument?: { readonly file: string; readonly sha256: string; readonly signedOn: string }
}

export type CommitmentState = 'met' | 'missed' | 'informative' | 'not-applicable'

/** A sentence of the verdict and how it leans; where it speaks of one commitment, its id, and its name as `lead`. */
export type Statement = {
  readonly state: CommitmentState
  readonly lead?: string
  readonly text: string
  readonly commitment?: string
}

export type KeyFigure = {
  readonly id: 'kept' | 'missed' | 'penalties' | 'reported' | 'open'
  readonly value: string
  readonly label: string
  readonly note: string
  readonly state: CommitmentState
}

/** The page in plain words. Every list may be empty; nothing here is not in the figures. */
export type Verdict = {
  readonly state: CommitmentState
  readonly headline: string
  readonly summary: readonly string[]
  readonly figures: readonly KeyFigure[]
  readonly missed: readonly Statement[]
  readonly kept: readonly Statement[]
  readonly unjudged: readonly Statement[]
  /** When each recurring control was last proved good. */
  readonly proofs: readonly Statement[]
  readonly trend: readonly Statement[]
  readonly standsOut: readonly Statement[]
  readonly decisions: readonly string[]
}

export type TrendPoint = {
  readonly period: string
  readonly from: Instant
  readonly percent: string | null
  readonly met: number
  readonly missed: number
  readonly state: CommitmentState
}

export type CommitmentLine = {
  readonly id: string
  readonly clause: string
  readonly contractVersion: string
  /** The contract's label; else `P1 – prise en compte en 30 min`, with the calendar where that alone is ambiguous. */
  readonly name: string
  /** `P1 – prise en compte en 30 min (Astreinte)`. */
  readonly wording: string
  readonly measure: MeasureKind
  /** The time target: `30 min`, `5 jours ouvrés (signalés avant 16:00)`. */
  readonly within: string
  readonly calendar?: string
  readonly counted: Counted
  readonly rate: Rate | null
  readonly target: string | null
  /** Rate − target in points, 2 decimals, half-up; null where either is. */
  readonly gap: string | null
  readonly state: CommitmentState
  /** The quarter or the year so far, where the clause is judged over it rather than over the period. */
  readonly window?: string
  /** Why the state is not simply rate ≥ target. */
  readonly why?: string
  readonly wilson: { readonly low: string; readonly high: string } | null
  /** Periods missed in a row, this one included. */
  readonly missedInARow: number
  /** Earlier periods then this one, oldest first. */
  readonly trend: readonly TrendPoint[]
}

/** A clause of the contract whose facts were not given. */
export type NotMeasured = {
  readonly kind: 'availability' | 'control' | 'penalty'
  readonly id: string
  readonly clause: string
  readonly wording: string
}

export type IndicatorLine = {
  readonly id: string
  readonly clause: string
  readonly label: string
  readonly value: string | null
  readonly unit: 'count' | 'percent' | 'seconds' | 'score'
  readonly count: number
  readonly numerator?: number
  readonly denominator?: number
  readonly target?: string
  readonly state?: 'met' | 'missed'
  /** What must be known of this very figure. */
  readonly note?: string
  /** No single value: one for each calendar, under handling times. */
  readonly byCalendar?: true
  /** Value of the period just before, where it was evaluated. */
  readonly before?: string | null
}

export type VolumeLine = {
  readonly id: string
  readonly label: string
  readonly reported: number
  readonly resolved: number
  readonly openAtEnd: number
}

export type VolumesSection = {
  readonly reported: number
  readonly resolved: number
  readonly openAtEnd: number
  readonly kindsKnown: boolean
  readonly byKind: readonly VolumeLine[]
  readonly byPriority: readonly VolumeLine[]
  readonly trend: readonly {
    readonly period: string
    readonly from: Instant
    readonly reported: number
    readonly resolved: number
    readonly openAtEnd: number
  }[]
}

export type HandlingTimeLine = {
  readonly measure: MeasureKind
  readonly label: string
  readonly calendar: string
  readonly calendarLabel: string
  readonly count: number
  readonly counted: Percentiles
  readonly elapsed: Percentiles
}

export type Percentiles = { readonly mean: Milliseconds; readonly p50: Milliseconds; readonly p90: Milliseconds }

export type MissedLine = {
  readonly ticket: string
  readonly cycle: number
  readonly commitment: string
  readonly clause: string
  readonly kind?: string
  readonly priority?: string
  readonly site?: string
  readonly reportedAt: Instant
  readonly startedAt: Instant
  readonly dueAt?: Instant
  /** Absent: the clock still ran at the observation. */
  readonly stoppedAt?: Instant
  readonly counted: Milliseconds
  /** Open-time targets only. */
  readonly target?: Milliseconds
  /** Counted time beyond the target. */
  readonly overrun?: Milliseconds
  readonly pauses: readonly PauseLine[]
  readonly implied: boolean
  /** The whole reason in one sentence. */
  readonly reason: string
  /** What the engine noted on this clock (rules that bent it), without the sentence above. */
  readonly remarks: readonly string[]
}

/** Pauses of one reason; `duration` is elapsed time, of which only the open hours are taken off. */
export type PauseLine = {
  readonly reason: string
  readonly label: string
  readonly imputable: string
  readonly duration: Milliseconds
}

export type NeutralisedSection = {
  readonly reasons: readonly Finding[]
  readonly measures: readonly {
    readonly ticket: string
    readonly cycle: number
    readonly commitment: string
    readonly clause: string
    readonly state: MeasureState
    readonly priority?: string
    readonly reportedAt: Instant
    readonly reason: string
  }[]
}

/** A reason or a warning, how often, and some of its tickets. */
export type Finding = {
  readonly code: string
  readonly text: string
  readonly count: number
  readonly tickets: readonly string[]
}

/**
 * The penalties of the period. Amounts are exact decimal strings with two decimals in `currency`, null where not known;
 * Σ `lines` + Σ `caps` = `total`. `not-asked`: the contract has penalties and none was computed.
 */
export type PenaltiesSection = {
  readonly status: PenaltyAssessment['status'] | 'not-asked'
  readonly currency: string
  readonly total: string | null
  /** The part of the total that is due, the other party having been put on notice where it must be. */
  readonly incurred: string | null
  /** The whole in one or two sentences. */
  readonly said: string
  /** What adds up to the total: each clause, each kind of cap, the total; empty where it is not known. */
  readonly breakdown: readonly {
    readonly kind: 'clause' | 'cap' | 'total'
    readonly label: string
    readonly amount: string
  }[]
  /** The largest first. */
  readonly lines: readonly PenaltyAmount[]
  readonly caps: readonly {
    readonly cap: CapLine['cap']
    readonly penalty?: string
    readonly clause: string
    readonly period: string
    readonly event?: string
    readonly limit: string | null
    readonly amount: string
    readonly text: string
  }[]
  /** Oldest first; their totals add up to `total`. */
  readonly months: readonly {
    readonly period: string
    readonly total: string | null
    readonly incurred: string | null
    readonly claimUntil?: Instant
    readonly claimedAt?: Instant
    readonly observationsUntil?: Instant
    readonly observedAt?: Instant
    readonly settledAt?: Instant
  }[]
  /** Waived or accruing: computed, and in no total. */
  readonly notDue: readonly PenaltyAmount[]
  readonly terms: readonly Definition[]
  readonly findings: readonly {
    readonly code: PenaltyFinding['code']
    readonly clause: string
    readonly text: string
  }[]
}

export type PenaltyAmount = {
  readonly penalty: string
  readonly clause: string
  readonly commitment: string
  readonly name: string
  readonly period: string
  readonly ticket?: string
  readonly cycle?: number
  readonly kind: PenaltyKind
  readonly amount: string | null
  readonly due: DueState
  /** The way to the amount, in order. */
  readonly steps: readonly {
    readonly what: PenaltyStep['what']
    readonly value: string
    readonly clause: string
    readonly text: string
  }[]
}

/** One version of the contract; civil dates, `effectiveTo` excluded. */
export type VersionLine = {
  readonly version: string
  readonly effectiveFrom: string
  readonly effectiveTo?: string
  readonly signedOn?: string
  /** As first signed: it changes nothing. */
  readonly original: boolean
  /** In force on some day of the period, or a figure of it was judged under it. */
  readonly judged: boolean
  readonly changes: readonly { readonly clause?: string; readonly text: string }[]
}

export type ClauseLine = {
  readonly clause: string
  readonly id: string
  readonly text: string
  /** Its page and its words in the signed document, where the contract states them. */
  readonly source?: { readonly file?: string; readonly page?: number; readonly quote?: string }
}

export type CalendarLine = {
  readonly id: string
  readonly label: string
  readonly timeZone: string
  readonly text: string
}

export type Definition = { readonly term: string; readonly text: string }

export type ReportSource = {
  readonly role: 'contract' | 'amendment' | 'facts' | 'mapping' | 'outages' | 'controls' | 'calls' | 'fees' | 'notices'
  readonly name: string
  /** SHA-256, hex. */
  readonly fingerprint?: string
  readonly rows?: number
  readonly rejected?: number
  readonly duplicates?: number
}

export type Fingerprint = {
  /** Of all the facts and of the contract, as the engine read them. */
  readonly inputs: string
  /** SHA-256 (hex) of every version of the contract as it is executed; absent: its history was not given. */
  readonly contract?: string
  /** The record of the tickets' facts. */
  readonly record?: { readonly entries: number; readonly fingerprint: string }
  /** Absent: nobody has signed what the report stands on. */
  readonly seal?: ReportSeal
  readonly engine: string
  readonly tzdata: string
  readonly sources: readonly ReportSource[]
  readonly command: string
}

/** The seal of the record that the report is drawn from (RFC 9162, C2SP), as it was signed. */
export type ReportSeal = {
  readonly origin: string
  /** Entries of the sealed record: facts of every kind, then a manifest a seal. */
  readonly size: number
  /** The Merkle root, base64. */
  readonly root: string
  /** SHA-256 (hex) of the sealed figures. */
  readonly figures: string
  readonly signers: readonly string[]
  /** The whole signed note. */
  readonly checkpoint: string
}
