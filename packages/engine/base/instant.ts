/** Milliseconds since 1970-01-01T00:00:00Z, an integer (ISO 8601 instants, proleptic Gregorian). */
export type Instant = number

/** A length of elapsed time in integer milliseconds. */
export type Milliseconds = number

/** Half-open `[from, to)`. */
export type Interval = { readonly from: Instant; readonly to: Instant }
