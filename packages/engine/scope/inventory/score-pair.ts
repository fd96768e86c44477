import { distance } from 'fastest-levenshtein'
import { localise } from '../../base/localise.ts'
import type { Localised } from '../../base/message.ts'
import type { AssetCard } from './asset-card.ts'
import { type NormalName, nameKey, normalName } from './normal-name.ts'
import { normalSerial, readAlike } from './normal-serial.ts'

/** One reason to hold two entries for the same thing, or not, with what it weighs. */
export type MatchReason = { readonly code: MatchReasonCode; readonly points: number; readonly message: Localised }

export type MatchReasonCode =
  | 'same-serial'
  | 'alike-serial'
  | 'other-serial'
  | 'same-name'
  | 'other-name'
  | 'near-name'
  | 'same-class'
  | 'other-class'
  | 'same-site'
  | 'other-site'
  | 'same-owner'

/** The confidence is the sum of the points of its reasons, from 0 to 100. */
export type PairScore = { readonly confidence: number; readonly reasons: readonly MatchReason[] }

/** A card made ready for comparison. `names`: its name, and its label where no other card of its source has it. */
export type ComparableCard = {
  readonly card: AssetCard
  readonly serial: string | undefined
  readonly names: readonly NormalName[]
}

export function comparableCards(cards: readonly AssetCard[]): readonly ComparableCard[] {
  const labels = cards.map(({ label }) => (label === undefined ? undefined : normalName(label)))
  const uses = new Map<string, number>()
  for (const label of labels) if (label) uses.set(nameKey(label), (uses.get(nameKey(label)) ?? 0) + 1)
  return cards.map((card, index) => {
    const name = normalName(card.name)
    const label = labels[index]
    const isOwn = label !== undefined && uses.get(nameKey(label)) === 1 && nameKey(label) !== nameKey(name)
    return { card, serial: normalSerial(card.serial), names: isOwn && label ? [name, label] : [name] }
  })
}

/** Letters by which two names may differ, by the letters of the shorter: none under 4, one under 8, else two. */
export function toleratedLetters(letters: number): 0 | 1 | 2 {
  if (letters < 4) return 0
  return letters < 8 ? 1 : 2
}

/**
 * How surely two entries of different sources are one thing; `undefined` where neither a serial number nor a name
 * brings them together. Names are near only where their numbers are the same.
 */
export function scorePair(left: ComparableCard, right: ComparableCard): PairScore | undefined {
  const identity = identityOf(left, right)
  if (identity === undefined) return undefined
  const isSure = identity[0]?.code === 'same-serial'
  const others = circumstancesOf(left.card, right.card).filter(({ points }) => points > 0 || !isSure)
  return weighed([...identity, ...others])
}

/** Reasons add up in their order and never past certainty; one that adds nothing is not told. */
function weighed(all: readonly MatchReason[]): PairScore {
  let confidence = 0
  const reasons: MatchReason[] = []
  for (const one of all) {
    const points = Math.max(-confidence, Math.min(one.points, CERTAIN - confidence))
    if (points === 0) continue
    confidence += points
    reasons.push({ ...one, points })
  }
  return { confidence, reasons }
}

/** Letters between the nearest names that may be near; `undefined` where none are. */
export function lettersApart(left: readonly NormalName[], right: readonly NormalName[]): number | undefined {
  let least: number | undefined
  for (const a of left) {
    for (const b of right) {
      if (a.numbers !== b.numbers) continue
      const shorter = Math.min(a.letters.length, b.letters.length)
      if (Math.abs(a.letters.length - b.letters.length) > toleratedLetters(shorter)) continue
      const apart = distance(a.letters, b.letters)
      if (apart <= toleratedLetters(shorter) && apart < (least ?? Number.POSITIVE_INFINITY)) least = apart
    }
  }
  return least
}

const CERTAIN = 100

function identityOf(left: ComparableCard, right: ComparableCard): readonly MatchReason[] | undefined {
  const name = isSameName(left, right)
  if (left.serial !== undefined && right.serial !== undefined) {
    if (left.serial === right.serial) return [SAME_SERIAL, name ? reason('same-name', 10, SAME_NAME) : OTHER_NAME]
    if (readAlike(left.serial) === readAlike(right.serial))
      return [ALIKE_SERIAL, name ? reason('same-name', 10, SAME_NAME) : OTHER_NAME]
  }
  const serials = left.serial !== undefined && right.serial !== undefined ? [OTHER_SERIAL] : []
  if (name) return [reason('same-name', 85, SAME_NAME), ...serials]
  const apart = lettersApart(left.names, right.names)
  return apart === undefined ? undefined : [nearName(apart), ...serials]
}

function isSameName(left: ComparableCard, right: ComparableCard): boolean {
  return left.names.some((a) => right.names.some((b) => nameKey(a) === nameKey(b)))
}

/** What goes with the identity: class, site, owner, where both sources state them. */
function circumstancesOf(left: AssetCard, right: AssetCard): readonly MatchReason[] {
  const compare = (column: 'assetClass' | 'site' | 'owner', same: MatchReason, other?: MatchReason) => {
    const [a, b] = [left[column], right[column]]
    if (a === undefined || b === undefined) return []
    if (nameKey(normalName(a)) === nameKey(normalName(b))) return [same]
    return other === undefined ? [] : [other]
  }
  return [
    ...compare('assetClass', SAME_CLASS, OTHER_CLASS),
    ...compare('site', SAME_SITE, OTHER_SITE),
    ...compare('owner', SAME_OWNER),
  ]
}

function reason(code: MatchReasonCode, points: number, message: Localised): MatchReason {
  return { code, points, message }
}

function nearName(apart: number): MatchReason {
  const letters = apart < 2 ? ['lettre', 'letter'] : ['lettres', 'letters']
  const message = localise(`noms proches : ${apart} ${letters[0]}`, `near names: ${apart} ${letters[1]}`)
  return reason('near-name', apart < 2 ? 70 : 60, message)
}

const SAME_NAME = localise('même nom', 'same name')
const SAME_SERIAL = reason('same-serial', 90, localise('même numéro de série', 'same serial number'))
const ALIKE_SERIAL = reason(
  'alike-serial',
  80,
  localise(
    'numéros de série qui se lisent de même (O et 0, I et 1)',
    'serial numbers that read alike (O and 0, I and 1)',
  ),
)
const OTHER_SERIAL = reason('other-serial', -40, localise('numéros de série différents', 'different serial numbers'))
const OTHER_NAME = reason('other-name', -5, localise('noms différents', 'different names'))
const SAME_CLASS = reason('same-class', 5, localise('même classe', 'same class'))
const OTHER_CLASS = reason('other-class', -15, localise('classes différentes', 'different classes'))
const SAME_SITE = reason('same-site', 5, localise('même site', 'same site'))
const OTHER_SITE = reason('other-site', -3, localise('sites différents', 'different sites'))
const SAME_OWNER = reason('same-owner', 10, localise('même utilisateur', 'same user'))
