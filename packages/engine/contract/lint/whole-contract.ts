import type { Contract } from '../contract.ts'

/**
 * Whether a file is meant as the whole contract: it has three of the chapters scope, governance, exit and evolution. One
 * that holds what is measured is not blamed for the chapters that it leaves to the signed document.
 */
export function isWholeContract({ chapters: { scope, governance, exit, evolution } }: Contract): boolean {
  return [scope, governance, exit, evolution].filter((chapter) => chapter !== undefined).length >= 3
}
