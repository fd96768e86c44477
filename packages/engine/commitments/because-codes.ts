/** Why a measure is `not-applicable` or `excluded`. Such a measure has one of these codes as `because[0]`. */
export type NeutralCode =
  | 'no-contract'
  | 'channel-does-not-open-clock'
  | 'cancelled'
  | 'merged'
  | 'child-of-mass-incident'
  | 'excluded-by-both'
  | 'excluded-by-silence'
  | 'closed-without-answer'
  | 'out-of-scope'
  | 'prerequisite-unmet'

/** What the reader of a report must know: the figure stands, but on facts that are missing, odd or without effect. */
export type WarningCode =
  | 'implied'
  | 'before-report'
  | 'not-reported'
  | 'pause-reason-unlisted'
  | 'pause-without-proof'
  | 'pause-repeated'
  | 'reminder-missing'
  | 'priority-differs-from-matrix'
  | 'priority-outside-matrix'
  | 'priority-not-in-levels'
  | 'priority-change-not-allowed'
  | 'prospective-needs-hours'
  | 'exclusion-by-one-party'
  | 'exclusion-without-party'
  | 'calendar-never-opens'
  | 'no-commitment'
  | 'scope-gap'
  | 'scope-conflict'
  | 'scope-undetermined'

/** What explains a figure and needs no action. */
export type NoteCode =
  | 'opened-at-next-opening'
  | 'start-at-report'
  | 'machine-event-ignored'
  | 'pause-limit-reached'
  | 'reopened-resume'
  | 'reopened-restart'
  | 'reopened-continue'
  | 'new-cycle'
  | 'priority-retroactive'
  | 'priority-prospective'
  | 'priority-frozen'
  | 'version-at-milestone'

/** Codes whose sentence is made for the case. */
export type VaryingCode =
  | 'implied'
  | 'pause-reason-unlisted'
  | 'out-of-scope'
  | 'prerequisite-unmet'
  | 'scope-gap'
  | 'scope-conflict'
  | 'scope-undetermined'

export type BecauseCode = NeutralCode | WarningCode | NoteCode

/** The codes of warnings. */
export const WARNINGS: ReadonlySet<string> = new Set<WarningCode>([
  'implied',
  'before-report',
  'not-reported',
  'pause-reason-unlisted',
  'pause-without-proof',
  'pause-repeated',
  'reminder-missing',
  'priority-differs-from-matrix',
  'priority-outside-matrix',
  'priority-not-in-levels',
  'priority-change-not-allowed',
  'prospective-needs-hours',
  'exclusion-by-one-party',
  'exclusion-without-party',
  'calendar-never-opens',
  'no-commitment',
  'scope-gap',
  'scope-conflict',
  'scope-undetermined',
])
