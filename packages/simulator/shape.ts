import type { Quantiles } from './random.ts'

// The shape of a provider's desk, in one place: who calls when, how long things take, how often they go wrong.
// `docs/explanation/simulator.md` compares what comes out with a measured log. Shares are per thousand.

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

// ── Demand ───────────────────────────────────────────────────────────────────────────────────────

/** Seats of a company whose contract counts none. */
export const DEFAULT_SEATS = 50
/** Tickets that a hundred seats open on an ordinary working day. */
export const TICKETS_PER_HUNDRED_SEATS = 8.9
/** Alerts of the monitoring on any day, per hundred seats. */
export const ALERTS_PER_HUNDRED_SEATS = 0.72

/** January … December: a return in January and September, an empty August. */
export const DEMAND_OF_MONTH: readonly number[] = [1060, 1000, 1020, 970, 930, 1040, 830, 590, 1210, 1080, 1010, 860]
/** Monday … Sunday. */
export const DEMAND_OF_WEEKDAY: readonly number[] = [1270, 1050, 990, 970, 790, 40, 12]
/** A day on which the desk is closed (a holiday) keeps a few calls. */
export const DEMAND_OF_CLOSED_DAY = 60
/** The first open day after a holiday. */
export const DEMAND_AFTER_CLOSED_DAY = 1180
/** The week of the major incident, from its second day. */
export const DEMAND_OF_BAD_WEEK = 1700

/** Of a day's calls, by hour. */
export const DEMAND_OF_HOUR: readonly number[] = [
  2, 1, 1, 1, 2, 4, 11, 42, 121, 140, 121, 96, 38, 64, 112, 98, 78, 41, 13, 6, 4, 2, 1, 1,
]
/** Alerts come at any hour, more of them at night when backups and updates run. */
export const ALERTS_OF_HOUR: readonly number[] = [
  48, 66, 72, 68, 60, 54, 48, 46, 44, 40, 38, 36, 34, 36, 36, 36, 34, 32, 32, 30, 28, 28, 26, 28,
]

export const USER_KINDS = ['incident', 'request', 'change'] as const
export const USER_KIND_WEIGHTS: readonly number[] = [560, 385, 55]

/** Impact × urgency by thirds of their scales: high-high, high-medium … low-low. */
export const PERSONAL_CELLS: readonly number[] = [0, 24, 26, 40, 260, 130, 150, 220, 150]
/** What many people share, when it fails, is more serious. */
export const SHARED_CELLS: readonly number[] = [92, 100, 46, 126, 196, 110, 110, 124, 96]
export const PERSONAL: ReadonlySet<string> = new Set(['workstation', 'mobile', 'printer'])
/** A critical incident is told by phone rather than in writing. */
export const CRITICAL_BY_PHONE = 850
export const OTHER_CELLS: readonly number[] = [0, 0, 20, 0, 130, 90, 40, 300, 420]
export const ALERT_CELLS: readonly number[] = [0, 30, 40, 60, 360, 140, 80, 190, 100]
/** Highest priority … lowest, where the contract gives no matrix. */
export const PRIORITY_WEIGHTS: readonly number[] = [36, 130, 420, 414]

export const CHANNEL_WEIGHTS: Readonly<Record<string, number>> = { phone: 385, portal: 290, email: 325 }
export const ASSET_WEIGHTS: Readonly<Record<string, number>> = {
  workstation: 450,
  cloud: 215,
  mobile: 60,
  printer: 95,
  network: 75,
  server: 55,
  'business-app': 50,
}
export const OTHER_ASSET_WEIGHT = 60
/** Assets that the monitoring watches, and whose tickets need an experienced technician. */
export const INFRASTRUCTURE: ReadonlySet<string> = new Set(['server', 'network', 'storage', 'backup', 'hypervisor'])
/** Staff by site, in the contract's order; later sites weigh as the last. */
export const SITE_WEIGHTS: readonly number[] = [600, 270, 130]
export const PROFILE_WEIGHTS: readonly number[] = [720, 80, 200]
export const ONSITE_SHARE = 70
export const ALERT_IS_FALSE = 430

// ── The desk ─────────────────────────────────────────────────────────────────────────────────────

export const SEATS_PER_CLERK = 110
export const SEATS_PER_TECHNICIAN = 14
/** Technicians on leave in a week of the month, January … December. */
export const LEAVE_OF_MONTH: readonly number[] = [60, 90, 60, 110, 110, 60, 260, 760, 60, 90, 40, 120]
export const SICK_SHARE = 22

/** From the start of the phone call to its being taken up. */
export const PHONE_ANSWER: Quantiles = seconds(
  1,
  [18, 24, 29, 34, 39, 45, 52, 60, 70, 82, 96, 115, 140, 180, 260, 420, 900],
)
/** Until a clerk, busy for other clients too, looks at the queue. */
export const CLERK_LOOKS: Quantiles = seconds(
  MINUTE,
  [0, 1, 3, 5, 7, 10, 13, 17, 22, 28, 36, 46, 60, 80, 110, 170, 330],
)
export const CLERK_READS: Quantiles = seconds(
  1,
  [40, 55, 70, 85, 100, 110, 120, 130, 145, 160, 175, 190, 215, 245, 290, 360, 600],
)
export const CRITICAL_TAKEN_UP: Quantiles = seconds(MINUTE, [1, 2, 2, 3, 4, 4, 5, 6, 7, 8, 9, 11, 13, 15, 18, 23, 44])
export const ON_CALL_TAKES_UP: Quantiles = seconds(
  MINUTE,
  [3, 5, 6, 7, 9, 10, 12, 13, 15, 16, 18, 20, 22, 24, 27, 33, 55],
)
export const ALERT_TAKEN_UP: Quantiles = seconds(
  MINUTE,
  [3, 6, 8, 11, 14, 17, 19, 22, 25, 28, 31, 34, 38, 42, 47, 54, 100],
)
/** An urgent mail is noticed before its turn. */
export const URGENT_NOTICED: Quantiles = seconds(
  MINUTE,
  [1, 3, 5, 7, 9, 11, 13, 16, 19, 22, 26, 30, 35, 42, 51, 70, 150],
)
/** Left in the wrong mailbox or the wrong queue, and found again after a while. */
export const MISLAID_UNREAD = 14
export const MISLAID_READ = 30
export const MISLAID_FOR: Quantiles = seconds(HOUR, [1, 3, 5, 7, 9, 12, 16, 20, 22, 24, 28, 36, 44, 50, 66, 90, 140])
/** A technician serves other clients between two tickets of this one. */
export const OTHER_CLIENTS: Quantiles = seconds(
  MINUTE,
  [10, 18, 26, 34, 42, 51, 60, 70, 82, 96, 112, 132, 158, 190, 235, 310, 450],
)
export const OTHER_CLIENTS_FIRST = 720
/** Less so for each ticket that waits, down to a floor: a backlog is worked off. */
export const OTHER_CLIENTS_LESS_PER_TICKET = 45
export const OTHER_CLIENTS_AT_LEAST = 120
/** How much longer other clients keep a technician, by month: colleagues are away for them as well. */
export const CROWDING_OF_MONTH: readonly number[] = [
  1250, 1150, 1050, 1000, 1000, 950, 1250, 3200, 1200, 1000, 850, 750,
]
export const CROWDING_OF_BAD_WEEK = 5000
/** A desk learns its client: work takes this share of its time in the first month, less every month, at least the last. */
export const LEARNING = { first: 1300, perMonth: 45, last: 800 } as const

// ── Work ─────────────────────────────────────────────────────────────────────────────────────────

export type WorkKind = 'critical' | 'simple' | 'expert' | 'request' | 'change' | 'alert' | 'problem'
export const WORK: Readonly<Record<WorkKind, Quantiles>> = {
  critical: seconds(MINUTE, [15, 25, 32, 39, 46, 53, 60, 68, 76, 86, 96, 108, 122, 140, 165, 205, 420]),
  simple: seconds(MINUTE, [3, 5, 7, 9, 11, 13, 16, 19, 22, 26, 31, 37, 45, 56, 72, 100, 240]),
  expert: seconds(MINUTE, [8, 15, 21, 27, 33, 40, 47, 56, 66, 78, 92, 109, 131, 160, 202, 280, 600]),
  request: seconds(MINUTE, [3, 6, 8, 10, 13, 15, 18, 22, 26, 31, 38, 47, 58, 74, 100, 150, 360]),
  change: seconds(MINUTE, [30, 45, 60, 75, 90, 105, 120, 140, 160, 185, 210, 240, 280, 330, 400, 520, 960]),
  alert: seconds(MINUTE, [2, 3, 4, 6, 7, 9, 11, 13, 16, 19, 23, 28, 35, 45, 60, 90, 240]),
  problem: seconds(MINUTE, [60, 90, 110, 130, 150, 175, 200, 230, 260, 300, 340, 390, 450, 540, 660, 900, 1500]),
}
/** What an assignment ends with: done, a question to the client, a wait for a third party, another wait, an expert. */
export const OUTCOMES = ['finish', 'client', 'third-party', 'other', 'escalate'] as const
export const OUTCOME_WEIGHTS: readonly number[] = [660, 175, 45, 30, 90]
/** The same once the ticket has waited. */
export const LATER_OUTCOME_WEIGHTS: readonly number[] = [860, 75, 25, 10, 30]
export const SOLVED_ON_THE_PHONE = 620
export const SHORT_WORK = 22 * MINUTE
export const WORKAROUND_CRITICAL = 420
export const WORKAROUND_OTHER = 40

export const CLIENT_ANSWERS: Quantiles = seconds(
  MINUTE,
  [4, 12, 25, 45, 75, 120, 190, 300, 480, 780, 1200, 1500, 2400, 3600, 5600, 9500, 24_000],
)
export const THIRD_PARTY_ANSWERS: Quantiles = seconds(
  HOUR,
  [1, 3, 5, 8, 14, 22, 28, 42, 52, 72, 96, 118, 142, 170, 220, 320, 620],
)
export const OTHER_WAIT: Quantiles = seconds(
  HOUR,
  [2, 5, 16, 19, 22, 24, 27, 42, 46, 50, 66, 72, 92, 98, 120, 150, 240],
)
export const FORGOTTEN = 26
export const FOUND_AGAIN: Quantiles = seconds(HOUR, [1, 1, 2, 2, 3, 4, 5, 8, 20, 24, 30, 48, 72, 120, 240, 480, 900])
export const NOT_REMINDED = 120
export const PROOF_MISSING = 140
export const WAITS_FOR_ANOTHER = 45

/** Between two status updates of a critical ticket. */
export const UPDATE_INTERVAL: Quantiles = seconds(
  MINUTE,
  [12, 18, 21, 24, 26, 28, 30, 31, 33, 35, 38, 41, 44, 47, 51, 55, 66],
)
/** From restoration to the definitive fix of a critical ticket. */
export const CRITICAL_SETTLES: Quantiles = seconds(
  MINUTE,
  [5, 9, 13, 18, 24, 30, 37, 45, 54, 64, 76, 90, 108, 130, 160, 210, 420],
)

// ── Afterwards ───────────────────────────────────────────────────────────────────────────────────

export const RATED = 355
export const RATED_AFTER: Quantiles = seconds(
  MINUTE,
  [3, 6, 10, 16, 25, 38, 55, 80, 120, 190, 320, 600, 1000, 1400, 2100, 3300, 7000],
)
/** Scores from the lowest to the highest, by fifths of the scale, for a ticket done in good time and for a slow one. */
export const SCORES_PLEASED: readonly number[] = [12, 24, 88, 330, 546]
export const SCORES_SLOW: readonly number[] = [100, 150, 250, 300, 200]
/** The queue goes by the time that each priority can wait, from the highest to the lowest. */
export const CAN_WAIT: readonly number[] = seconds(HOUR, [0, 5, 22, 46])
/** Elapsed time beyond which a client finds a ticket slow, from the highest priority to the lowest. */
export const PATIENCE: readonly number[] = seconds(HOUR, [4, 26, 76, 170])

export const REOPENED = 36
export const REOPENED_SLOW = 70
export const REOPENED_AFTER: Quantiles = seconds(HOUR, [0, 1, 1, 2, 3, 5, 8, 16, 20, 24, 30, 46, 66, 80, 100, 130, 340])
export const CONFIRMED = 240
export const CONFIRMED_AFTER: Quantiles = seconds(
  MINUTE,
  [2, 5, 9, 15, 24, 36, 55, 80, 120, 200, 420, 900, 1300, 1600, 2600, 3200, 5800],
)
/** Where the contract says nothing of tacit closing. */
export const CLOSED_AFTER = 5 * DAY

export const CANCELLED = 45
export const MERGED = 18
export const RECLASSIFIED = 24
export const REPRIORITISED = 75
export const REPRIORITISED_BY_SYSTEM = 40
export const DISAGREES_WITH_MATRIX = 5
export const ANSWERED_BY_MACHINE = 420
export const ACKNOWLEDGED_BY_MACHINE = 90
export const CLIENT_COMMENTS = 170
export const PROVIDER_COMMENTS = 260
export const CONTESTED = 4
export const CONTESTED_SLOW = 45
export const DISPUTE_ACCEPTED = 620
export const EXCLUDED_BY_BOTH = 850
export const CORRECTED = 5
/** Of the corrections, those that withdraw a line of work. */
export const WITHDRAWN = 300
export const RECORDED_LATE = 12
export const LATE_BY: Quantiles = seconds(
  MINUTE,
  [20, 40, 60, 90, 120, 180, 300, 540, 780, 1000, 1200, 1500, 2000, 2800, 3600, 4200, 5700],
)

function seconds(unit: number, values: readonly number[]): readonly number[] {
  return values.map((value) => value * unit)
}
