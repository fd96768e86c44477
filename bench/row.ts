/** One line of the table of `bench/README.md`: what was measured, against what, and how they compare in this run. */
export type BenchRow = {
  readonly name: string
  readonly measured: string
  readonly baseline: string
  /** As the goal reads it: how many times faster, or how many times the baseline's time. */
  readonly ratio: number
  readonly goal: string
}
