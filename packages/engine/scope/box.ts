/** Dimension → the values that a set of cells takes in it, in the order of the contract: the product of all is the set. */
export type Box = { readonly [dimension: string]: readonly string[] }

/** The cells of a box that no clause decides alike: unbeaten rules of different outcome, by id. */
export type ConflictBox = Box & { readonly rules: readonly string[] }
