import { readDocument } from '../base/document/read-document.ts'
import type { Issue } from '../base/issue.ts'
import type { ContractHistory } from './contract.ts'
import type { AmendmentSource } from './read-amendment.ts'
import { readVersions } from './read-versions.ts'

export type ReadContractOptions = {
  /** Name of the contract's file, for the places of issues. */
  readonly file?: string
  /** The amendments beside it, in any order; those of another contract are left out, with a warning. */
  readonly amendments?: readonly AmendmentSource[]
  /** Default true. */
  readonly applyAmendments?: boolean
}

export type ContractReading =
  | { readonly ok: true; readonly history: ContractHistory; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Reads a contract (format v1, YAML 1.2 or JSON) and its amendments into the versions that they make. Every fault at
 * once, with file, line, column, path and the expected form; never throws on an input.
 */
export function readContract(source: string, options: ReadContractOptions = {}): ContractReading {
  const read = readDocument(source, options.file)
  if (!read.ok) return read
  const versions = readVersions(read.root, options.applyAmendments === false ? [] : (options.amendments ?? []))
  if (!versions.ok) return versions
  const [first, ...later] = versions.versions
  const contracts: ContractHistory['versions'] = [first.contract, ...later.map(({ contract }) => contract)]
  return { ok: true, history: { id: first.contract.id, versions: contracts }, warnings: versions.warnings }
}
