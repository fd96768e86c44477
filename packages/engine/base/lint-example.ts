/**
 * A worked example of a rule: passages of YAML merged into a sound contract. `breaks` yields that rule alone, at the
 * path `at`; `holds` yields nothing.
 */
export type LintExample = {
  readonly rule: string
  /** `commitments.targets[0].target`. */
  readonly at: string
  readonly breaks: string
  readonly holds: string
}
