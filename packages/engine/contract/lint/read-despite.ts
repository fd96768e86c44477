import type { SourceNode } from '../../base/document/source-node.ts'
import type { Issue } from '../../base/issue.ts'
import { applyChange, type Change } from '../apply-change.ts'
import { buildContract } from '../build-contract.ts'
import type { ContractDocument } from '../contract-schema.ts'
import { type Tokens, valueAt } from '../json-pointer.ts'
import { readVersion } from '../read-version.ts'
import type { ReadVersion } from '../read-versions.ts'
import { findingOfIssue } from './finding-of-issue.ts'

/** A version read in spite of its faults; what stands under a `doubtful` path was mended, or names something unknown. */
export type DespiteReading = { readonly version: ReadVersion; readonly doubtful: readonly string[] }

/**
 * Reads a contract whose faults are all ones that the rule book names (a duration without its clock, a calendar without a
 * zone, a name that nothing declares…) as if each had been mended somehow, so that one check tells all the rest too.
 * `undefined` where another fault leaves nothing to judge.
 */
export function readDespite(root: SourceNode): DespiteReading | undefined {
  const doubtful: string[] = []
  let mended = root
  for (let round = 0; round < ROUNDS; round++) {
    const reading = readVersion(mended)
    if (reading.document !== undefined)
      return { version: versionOf(reading.document, mended), doubtful: [...doubtful, ...namesIn(reading)] }
    for (const issue of reading.ok ? [] : reading.issues) {
      if (isOfNames(issue)) continue
      const next = mend(mended, issue)
      if (next === undefined) return undefined
      doubtful.push(holderOf(issue))
      mended = next
    }
  }
  return undefined
}

/** A mended calendar, say, lets its own faults be seen. */
const ROUNDS = 4

function namesIn(reading: ReturnType<typeof readVersion>): readonly string[] {
  return reading.ok ? [] : reading.issues.map(holderOf)
}

function isOfNames({ code }: Issue): boolean {
  return code === 'unresolved-reference' || code === 'duplicate-id'
}

function versionOf(document: ContractDocument, root: SourceNode): ReadVersion {
  const { effectiveFrom, signedOn } = document.contract
  const identity = { version: '1', effectiveFrom, ...(signedOn !== undefined && { signedOn }) }
  return { contract: buildContract(document, identity), root }
}

/** What a fault puts in doubt: the map that holds it, else (an element of a list, a map itself) its very place. */
function holderOf({ code, place: { path = '' } }: Issue): string {
  const parent = path.replace(/\.[^.[]+$/, '')
  const ofKey = code === 'missing-key' || code.startsWith('un')
  return ofKey && parent !== path && parent.includes('.') ? parent : path
}

/** A text that names nothing: no rule compares it with what the contract declares. */
const NOTHING = '?'

/** Rule → key → what makes its passage readable. A key of `''` is put in the element itself. */
const FILLERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SL04: { calendar: NOTHING },
  SL05: { timeZone: 'Europe/Paris' },
  SL11: { over: 'month', calendar: NOTHING, service: NOTHING },
  PE04: { rounding: 'started' },
  PE05: { mode: 'add' },
  GO01: { every: 'FREQ=YEARLY' },
}

/** What an element lacks, by the code of its issue. */
const LACKS: Readonly<Record<string, readonly [key: string, value: string]>> = {
  'kpi-without-direction': ['direction', 'at-least'],
  'unstated-closes': ['closes', 'shift'],
}

function mend(root: SourceNode, issue: Issue): SourceNode | undefined {
  const path = tokensOfPath(issue.place.path ?? '')
  const key = path.at(-1) ?? ''
  const { position } = valueAt(root, path) ?? valueAt(root, path.slice(0, -1)) ?? root
  const text = (value: string): SourceNode => ({ kind: 'text', text: value, position })
  const number = (digits: string): SourceNode => ({ kind: 'number', digits, position })
  switch (issue.code) {
    case 'unknown-key':
    case 'unknown-region':
      return after(root, { op: 'remove', path, at: position })
    case 'missing-threshold':
      return after(root, { op: 'add', path: [...path, 'days'], value: number('0.5'), at: position })
    case 'not-a-target': {
      const entries = new Map([['days', { key: position, value: number('1') }]])
      return after(root, { op: 'replace', path, value: { kind: 'map', entries, position }, at: position })
    }
  }
  const [lacking, value] = LACKS[issue.code] ?? []
  if (lacking !== undefined && value !== undefined) {
    const holder = key === lacking ? path.slice(0, -1) : path
    return after(root, { op: 'add', path: [...holder, lacking], value: text(value), at: position })
  }
  const filler = FILLERS[findingOfIssue(issue).rule]?.[key]
  return filler === undefined ? undefined : after(root, { op: 'add', path, value: text(filler), at: position })
}

function after(root: SourceNode, change: Change): SourceNode | undefined {
  const changed = applyChange(root, change)
  return typeof changed === 'string' ? undefined : changed
}

/** The steps of a written path: `commitments.targets[3].target.calendar`, `labels["a b"]`. */
function tokensOfPath(path: string): Tokens {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|[^.[\]]+/g)].map(
    ([whole, quoted, index]) => quoted ?? index ?? whole,
  )
}
