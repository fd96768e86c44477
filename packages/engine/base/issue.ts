import type { Localised } from './message.ts'

/** Where something stands in a text: 1-based line and column; `path` is a JSON-pointer-like path of keys. */
export type Place = {
  readonly file?: string
  readonly path?: string
  readonly line?: number
  readonly column?: number
}

/** A located fault of an input. `code` is stable (kebab-case); `expected` says the form that would be accepted. */
export type Issue = {
  readonly code: string
  readonly place: Place
  readonly message: Localised
  readonly expected?: Localised
}
