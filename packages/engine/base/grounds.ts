/** What a figure stands on: the clause and version that decided it, and the facts it was computed from. */
export type Grounds = {
  /** Id of the commitment, rule or KPI in the contract. */
  readonly rule: string
  /** Number of the clause in the document (`"2.1"`), or the rule's id where the contract numbers none. */
  readonly clause: string
  /** Version of the contract in force: `"1"` for the signed contract, then the number of the last amendment applied + 1. */
  readonly contractVersion: string
  /** Ids of the events, or counts of tickets, that are the evidence. */
  readonly evidence: readonly string[]
}
