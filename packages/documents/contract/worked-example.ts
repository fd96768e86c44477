/** One penalty worked out on an invented breach, every step as the engine words it. */
export type WorkedExample = {
  readonly penalty: string
  readonly clause: string
  readonly commitment: string
  /** What happened, in a phrase. */
  readonly situation: string
  readonly steps: readonly { readonly words: string; readonly clause: string }[]
  readonly amount: string
}
