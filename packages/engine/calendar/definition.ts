/**
 * One service calendar, in the contract form (clause kind: support hours / agreed service time).
 * Wall-clock intervals `"HH:MM-HH:MM"`, half-open; `24:00` ends the day; `22:00-06:00` runs into the next civil day;
 * equal ends mean 24 hours. Source: `calendars` of the contract format v1.
 */
export type CalendarDefinition = {
  readonly label?: string
  /** IANA zone name, e.g. `Europe/Paris`. */
  readonly timeZone: string
  readonly weekly: 'always' | { readonly [D in Weekday]?: readonly string[] }
  readonly holidays?: HolidayRule
  readonly exceptions?: readonly CalendarException[]
  readonly onCall?: boolean
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export type HolidayRule = {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** Subdivision: a French department (`"57"`, `"67"`, `"68"`, `"971"`…) or the library's state code. */
  readonly region?: string
  /** Fixed civil dates that are holidays too, `YYYY-MM-DD`. */
  readonly dates?: readonly string[]
  /** Holidays that are worked (ids such as `whit-monday`, or dates). */
  readonly worked?: readonly string[]
  /** Needed where hours run over midnight. */
  readonly closes?: 'shift' | 'civil-day'
}

/**
 * `date` or `first`/`last` inclusive; `hours` replaces the date's hours (empty = closed); `closed` cuts wall-clock
 * time.
 */
export type CalendarException = {
  readonly date?: string
  readonly first?: string
  readonly last?: string
  readonly hours?: readonly string[]
  readonly closed?: readonly string[]
  readonly label?: string
}
