import { childOf, placeOf, type SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { amend } from './amend.ts'
import { buildContract } from './build-contract.ts'
import type { Contract } from './contract.ts'
import { type Amendment, type AmendmentSource, readAmendment } from './read-amendment.ts'
import { inOrder, readVersion } from './read-version.ts'

/** A version with the tree that it was read from: the amendments' values stand in it with their own places. */
export type ReadVersion = { readonly contract: Contract; readonly root: SourceNode }

export type VersionsReading =
  | {
      readonly ok: true
      readonly versions: readonly [ReadVersion, ...ReadVersion[]]
      readonly warnings: readonly Issue[]
    }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** The versions of a contract: as signed, then after each of its amendments in the order of their numbers. */
export function readVersions(root: SourceNode, sources: readonly AmendmentSource[]): VersionsReading {
  const readings = sources.map(readAmendment)
  const unreadable = readings.flatMap((reading) => (reading.ok ? [] : reading.issues))
  const signed = readVersion(root)
  if (!signed.ok) return { ok: false, issues: [...signed.issues, ...unreadable] }
  const { contract: header } = signed.document
  const identity = {
    version: '1',
    effectiveFrom: header.effectiveFrom,
    ...(header.signedOn !== undefined && { signedOn: header.signedOn }),
  }
  const first = { contract: buildContract(signed.document, identity), root }
  const ended = neverInForce(first, placeOf(root, ['contract', 'term']))
  if (ended) return { ok: false, issues: [ended, ...unreadable] }
  if (unreadable.length > 0) return { ok: false, issues: unreadable }

  const amendments = readings.flatMap((reading) => (reading.ok ? [reading.amendment] : []))
  const [own, foreign] = [
    amendments.filter(({ amends }) => amends === header.id),
    amendments.filter(({ amends }) => amends !== header.id),
  ]
  return applyAll(
    first,
    own,
    foreign.map((amendment) => ofAnotherContract(amendment, header.id)),
  )
}

function applyAll(first: ReadVersion, amendments: readonly Amendment[], warnings: readonly Issue[]): VersionsReading {
  const ordered = [...amendments].sort((a, b) => a.number - b.number || (a.file < b.file ? -1 : 1))
  const later: ReadVersion[] = []
  for (const [index, amendment] of ordered.entries()) {
    const previous = later.at(-1) ?? first
    const misplaced = checkOrder(amendment, index + 1, previous.contract, ordered[index - 1])
    if (misplaced) return { ok: false, issues: [misplaced] }
    const next = amendedVersion(previous, amendment)
    if ('issues' in next) return { ok: false, issues: next.issues }
    later.push(next)
  }
  return { ok: true, versions: [first, ...later], warnings }
}

function amendedVersion(
  previous: ReadVersion,
  amendment: Amendment,
): ReadVersion | { readonly issues: readonly Issue[] } {
  const amended = amend(previous.root, amendment)
  if (!amended.ok) return { issues: amended.issues }
  const { root } = amended
  const version = readVersion(root)
  if (!version.ok) return { issues: inOrder(version.issues.map((issue) => inAmendment(issue, amendment))) }
  const contract = buildContract(version.document, {
    version: String(amendment.number + 1),
    effectiveFrom: amendment.effectiveFrom,
    signedOn: amendment.signedOn,
  })
  const ended = neverInForce({ contract, root }, placeOf(amendment.root, ['effectiveFrom']))
  return ended ? { issues: [ended] } : { contract, root }
}

/** A fault that an amendment causes elsewhere in the contract is told where the amendment makes its changes. */
function inAmendment(issue: Issue, { file, root, number }: Amendment): Issue {
  if (issue.place.file === file) return issue
  const { line, column, path } = issue.place
  const changes = childOf(root, 'changes') ?? root
  const before = localise(
    `après l’avenant n° ${number}, à la ligne ${line}, colonne ${column} du contrat : ${issue.message.fr}`,
    `after amendment ${number}, at line ${line}, column ${column} of the contract: ${issue.message.en}`,
  )
  return { ...issue, place: { ...changes.position, ...(path !== undefined && { path }) }, message: before }
}

function checkOrder(
  amendment: Amendment,
  number: number,
  previous: Contract,
  before: Amendment | undefined,
): Issue | undefined {
  const { root } = amendment
  if (before?.number === amendment.number) {
    const message = localise(
      `l’avenant n° ${amendment.number} existe déjà : ${before.file}`,
      `amendment ${amendment.number} exists already: ${before.file}`,
    )
    const expected = localise('un numéro pour chaque avenant', 'one number for each amendment')
    return { code: 'duplicate-number', place: placeOf(root, ['number']), message, expected }
  }
  if (amendment.number !== number) {
    const message = localise(
      `l’avenant n° ${number} manque avant l’avenant n° ${amendment.number}`,
      `amendment ${number} is missing before amendment ${amendment.number}`,
    )
    const expected = localise(`number: ${number}, sans numéro sauté`, `number: ${number}, without a gap`)
    return { code: 'missing-number', place: placeOf(root, ['number']), message, expected }
  }
  if (amendment.effectiveFrom >= previous.effectiveFrom) return undefined
  const message = localise(
    `cet avenant prend effet le ${amendment.effectiveFrom}, la version précédente le ${previous.effectiveFrom}`,
    `this amendment takes effect on ${amendment.effectiveFrom}, the version before it on ${previous.effectiveFrom}`,
  )
  const expected = localise(
    'la date de la version précédente, ou une date après elle',
    'the date of the version before it, or a date after it',
  )
  return { code: 'effective-out-of-order', place: placeOf(root, ['effectiveFrom']), message, expected }
}

function neverInForce({ contract }: ReadVersion, place: Issue['place']): Issue | undefined {
  const { effectiveFrom, effectiveTo } = contract
  if (effectiveTo === undefined || effectiveFrom < effectiveTo) return undefined
  const message = localise(
    `le contrat finit le ${effectiveTo} : cette version, en vigueur le ${effectiveFrom}, ne s’applique jamais`,
    `the contract ends on ${effectiveTo}: this version, in force on ${effectiveFrom}, never applies`,
  )
  const expected = localise('une date avant la fin du contrat', 'a date before the end of the contract')
  return { code: 'never-in-force', place, message, expected }
}

function ofAnotherContract({ amends, root }: Amendment, id: string): Issue {
  const message = localise(
    `cet avenant modifie « ${amends} », pas « ${id} » : il n’est pas appliqué`,
    `this amendment amends "${amends}", not "${id}": it is not applied`,
  )
  const expected = localise(`amends: ${id}`, `amends: ${id}`)
  return { code: 'other-contract', place: placeOf(root, ['amends']), message, expected }
}
