import { formatCivilDate } from '../base/civil-date.ts'
import { readDocument } from '../base/document/read-document.ts'
import { sameValue } from '../base/document/same-value.ts'
import { childOf, placeOf } from '../base/document/source-node.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../base/instant.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import { findZone } from '../calendar/local-time.ts'
import { amend } from './amend.ts'
import { buildContract } from './build-contract.ts'
import type { Contract, ContractHistory } from './contract.ts'
import { type Amendment, type AmendmentSource, readAmendment } from './read-amendment.ts'
import type { ReadContractOptions } from './read-contract.ts'
import { inOrder, readVersion } from './read-version.ts'
import { type ReadVersion, readVersions } from './read-versions.ts'

/** A contract as it is, and as it would be with an amendment in force over a whole period. */
export type Replay = {
  readonly contract: ContractHistory
  /** Its replayed versions are numbered `1+2`: version 1 with amendment 2. */
  readonly amended: ContractHistory
  readonly amendment: Pick<Amendment, 'number' | 'effectiveFrom' | 'signedOn'> & { readonly summary?: string }
  /** First civil date of the replay: the amendment's own date plays no part. */
  readonly from: string
  /** Each version that the replay changes, with what it becomes. */
  readonly replaced: readonly { readonly before: Contract; readonly after: Contract }[]
  /** What a reader must know of the replay. */
  readonly notes: readonly Localised[]
}

export type ReplayReading =
  | { readonly ok: true; readonly replay: Replay; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

export type ReplayOptions = ReadContractOptions & {
  /** The amendment to replay; it may be among the contract's own. */
  readonly amendment: AmendmentSource
  /** Where the amendment is to be in force. */
  readonly period: Interval
}

/**
 * Reads a contract and an amendment as if it had been in force from the period's first day: each version in force in the
 * period is amended at its own dates, the others stay. Same checks as a signed amendment, its dates apart.
 */
export function readReplay(source: string, options: ReplayOptions): ReplayReading {
  const document = readDocument(source, options.file)
  if (!document.ok) return document
  const sources = options.applyAmendments === false ? [] : (options.amendments ?? [])
  const reading = readVersions(document.root, sources)
  const read = readAmendment(options.amendment)
  if (!reading.ok || !read.ok) {
    return { ok: false, issues: [...(reading.ok ? [] : reading.issues), ...(read.ok ? [] : read.issues)] }
  }
  const { amendment } = read
  const { versions, warnings } = reading
  const [first] = versions
  if (amendment.amends !== first.contract.id) return { ok: false, issues: [ofAnotherContract(amendment, first)] }
  const replayed = replay(versions, amendment, options.period, isSigned(amendment, sources))
  if ('issues' in replayed) return { ok: false, issues: replayed.issues }
  const { number, effectiveFrom, signedOn, summary } = amendment
  const contract = historyOf(versions.map((version) => version.contract))
  return {
    ok: true,
    warnings,
    replay: {
      ...replayed,
      contract,
      amendment: { number, effectiveFrom, signedOn, ...(summary !== undefined && { summary }) },
    },
  }
}

type Replayed = Pick<Replay, 'amended' | 'from' | 'replaced' | 'notes'>
type Failed = { readonly issues: readonly Issue[] }
type Versions = readonly [ReadVersion, ...ReadVersion[]]

function replay(versions: Versions, amendment: Amendment, period: Interval, signed: boolean): Replayed | Failed {
  const [{ contract: oldest }] = versions
  const asked = dateAt(period.from, oldest)
  const last = dateAt(period.to - 1, oldest)
  const [, from = asked] = [asked, oldest.effectiveFrom].sort()
  const start = versions.findLastIndex(({ contract }) => contract.effectiveFrom <= from)
  const within = (index: number) => index === start || (index > start && dateOf(versions, index) <= last)
  const holds = (index: number) => signed && Number(versions[index]?.contract.version) > amendment.number
  const becomes = new Map<number, Contract>()
  const notes: Localised[] = []
  let later: ReadVersion | undefined
  for (let index = versions.length - 1; index >= start; index--) {
    const version = versions[index] as ReadVersion
    if (holds(index)) {
      later = version
      if (within(index)) notes.push(alreadyInForce(version.contract, amendment))
      continue
    }
    const date = index === start ? from : version.contract.effectiveFrom
    const amended = amendedVersion(version, amendment, date)
    if (!('issues' in amended)) later = amended
    if (!within(index)) continue
    if (!('issues' in amended)) becomes.set(index, amended.contract)
    else if (later !== undefined) {
      const number = `${version.contract.version}+${amendment.number}`
      becomes.set(index, { ...later.contract, version: number, effectiveFrom: date })
      notes.unshift(termsOfLater(version.contract, later.contract))
    } else return amended
  }
  const kept = versions.flatMap(({ contract }, index): Contract[] => {
    const after = becomes.get(index)
    if (after === undefined) return [contract]
    return contract.effectiveFrom < after.effectiveFrom ? [contract, after] : [after]
  })
  const replaced = [...becomes]
    .sort(([a], [b]) => a - b)
    .map(([index, after]) => ({ before: (versions[index] as ReadVersion).contract, after }))
  return { amended: historyOf(kept), from, replaced, notes }
}

function amendedVersion(previous: ReadVersion, amendment: Amendment, effectiveFrom: string): ReadVersion | Failed {
  const amended = amend(previous.root, amendment)
  if (!amended.ok) return { issues: amended.issues }
  const read = readVersion(amended.root)
  if (!read.ok) return { issues: inOrder(read.issues) }
  const version = `${previous.contract.version}+${amendment.number}`
  const contract = buildContract(read.document, { version, effectiveFrom, signedOn: amendment.signedOn })
  const { effectiveTo } = contract
  if (effectiveTo === undefined || effectiveFrom < effectiveTo) return { contract, root: amended.root }
  return { issues: [endsBefore(amendment, effectiveTo, effectiveFrom)] }
}

/** Whether the contract's own amendment of that number makes the same changes. */
function isSigned(amendment: Amendment, sources: readonly AmendmentSource[]): boolean {
  return sources.map(readAmendment).some((own) => {
    if (!own.ok || own.amendment.amends !== amendment.amends || own.amendment.number !== amendment.number) return false
    const [a, b] = [childOf(own.amendment.root, 'changes'), childOf(amendment.root, 'changes')]
    return a !== undefined && b !== undefined && sameValue(a, b)
  })
}

function historyOf(contracts: readonly Contract[]): ContractHistory {
  const [first, ...later] = contracts
  if (first === undefined) throw new RangeError('a contract without a version')
  return { id: first.id, versions: [first, ...later] }
}

function dateOf(versions: Versions, index: number): string {
  return versions[index]?.contract.effectiveFrom ?? ''
}

/** The civil date of an instant in the contract's zone, whose name its reader has checked. */
function dateAt(instant: number, { timeZone }: Contract): string {
  const zone = findZone(timeZone)
  if (zone === undefined) throw new RangeError(`unread contract: ${timeZone}`)
  return formatCivilDate(Math.floor(zone.toLocal(instant) / MILLISECONDS_PER_DAY))
}

function alreadyInForce({ version, effectiveFrom }: Contract, { number }: Amendment): Localised {
  return localise(
    `La version ${version}, en vigueur le ${effectiveFrom}, comprend déjà l’avenant n° ${number} : elle reste telle quelle.`,
    `Version ${version}, in force on ${effectiveFrom}, holds amendment ${number} already: it stays as it is.`,
  )
}

function termsOfLater({ version }: Contract, later: Contract): Localised {
  return localise(
    `L’avenant ne s’applique pas au texte de la version ${version} : elle est rejouée avec les termes de la version ${later.version}.`,
    `The amendment does not apply to the text of version ${version}: it is replayed with the terms of version ${later.version}.`,
  )
}

function ofAnotherContract({ amends, root }: Amendment, { contract: { id } }: ReadVersion): Issue {
  const message = localise(
    `cet avenant modifie « ${amends} », pas « ${id} »`,
    `this amendment amends "${amends}", not "${id}"`,
  )
  return {
    code: 'other-contract',
    place: placeOf(root, ['amends']),
    message,
    expected: localise(`amends: ${id}`, `amends: ${id}`),
  }
}

function endsBefore({ root }: Amendment, end: string, from: string): Issue {
  const message = localise(
    `avec cet avenant le contrat finit le ${end}, avant le rejeu qui commence le ${from}`,
    `with this amendment the contract ends on ${end}, before the replay that begins on ${from}`,
  )
  const expected = localise('une période avant la fin du contrat', 'a period before the end of the contract')
  return { code: 'never-in-force', place: placeOf(root, ['changes']), message, expected }
}
