/** An act that made a version, as its file says it. `changed`: the clauses that it touches. */
export type AmendmentLine = {
  readonly number: number
  readonly effectiveFrom: string
  readonly signedOn: string
  readonly summary?: string
  readonly changed: readonly string[]
}
