import { type Contract, type ContractHistory, versionInForce } from '@vigie/engine'

/** The version in force at an instant; before and after every one, and without an instant, the last. */
export function versionAt(history: ContractHistory, instant: number | undefined): Contract {
  const inForce = instant === undefined ? undefined : versionInForce(history, instant)
  return inForce ?? history.versions.at(-1) ?? history.versions[0]
}
