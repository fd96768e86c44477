import { findDuplicates } from '../inventory/find-duplicates.ts'
import { type AssetMatch, MERGE_FROM, matchAssets } from '../inventory/match-assets.ts'
import type { AssetVerdict, AssetVerdictKind, FoundIn, ProposedMatch } from './asset-verdict.ts'
import { chooseBeyond } from './choose-beyond.ts'
import type { ReconciledFile, Sighting } from './sighting.ts'

export type SightingsToClassify = {
  /** In the field, by the inventory. */
  readonly inventory: readonly Sighting[]
  /** In the field, by another tool (supervision, RMM). */
  readonly seen?: readonly Sighting[]
  /** Asset by asset what the contract counts; absent where it states quantities alone. */
  readonly covered?: readonly Sighting[]
  /** Asset by asset what is billed; absent where nothing is, or quantities alone. */
  readonly billed?: readonly Sighting[]
  /** Whether the contract covers an asset of this class, on this site, of this profile. */
  isCovered(asset: Pick<AssetVerdict, 'assetClass' | 'site' | 'profile'>): boolean
  /** Units of a class that the contract states, where it states them. */
  contractUnits(assetClass: string): number | undefined
  /** The class that an article of the price book bills, for an invoice that says the article. */
  classOfItem(item: string): string | undefined
}

export type Classified = {
  /** Every asset of every file, once, by name. */
  readonly assets: readonly AssetVerdict[]
  readonly proposed: readonly ProposedMatch[]
  /** Classes of which the contract's side, and the invoice, are known asset by asset. */
  readonly coveredByAsset: ReadonlySet<string>
  readonly billedByAsset: ReadonlySet<string>
}

/** Sets the files side by side: each asset of their union gets one verdict, with its evidence. */
export function classifyAssets(input: SightingsToClassify): Classified {
  const { field, seenKeys, seenClasses } = joinField(input.inventory, input.seen)
  const duplicates = new Map(findDuplicates(field.map(cardOf), MERGE_FROM).map((one) => [one.key, one]))
  const primaries = field.filter(({ card }) => !duplicates.has(card.key))
  const covered = joinFile('covered', primaries, input.covered ?? [])
  const billed = joinFile('invoice', primaries, input.billed ?? [])
  const rest = { covered: covered.others, billed: billed.others }
  const again = joinFile(
    'invoice',
    field.filter(({ card }) => duplicates.has(card.key)),
    rest.billed,
  )
  const gone = joinFile('invoice', rest.covered, again.others)

  const classed = primaries.map((one) => withClass(one, [covered, billed], input))
  const matchedClasses = ({ found }: Join) =>
    classed.flatMap(({ card }) => (found.has(card.key) ? listOf(card.assetClass) : []))
  const coveredByAsset = new Set([...classesOf(input.covered ?? [], input), ...matchedClasses(covered)])
  const billedByAsset = new Set([...classesOf(input.billed ?? [], input), ...matchedClasses(billed)])
  const present = classed.map((one): AssetVerdict => {
    const isInScope = input.isCovered(placeOf(one))
    const known = {
      ...(knows(coveredByAsset, one) ? { covered: covered.found.has(one.card.key) } : {}),
      ...(knows(billedByAsset, one) ? { billed: billed.found.has(one.card.key) } : {}),
      ...(knows(seenClasses, one) ? { seen: seenKeys.has(one.card.key) } : {}),
    }
    const verdict = isInScope ? verdictOf(known) : 'out-of-scope-seen'
    return { ...described(one, verdict, [covered, billed]), ...known }
  })
  const beyond = chooseBeyond(
    present.filter(({ verdict, covered: said }) => verdict !== 'out-of-scope-seen' && said === undefined),
    input.contractUnits,
  )
  const assets = [
    ...present.map((one) => (beyond.has(one) ? { ...one, verdict: 'seen-not-covered' as const } : one)),
    ...field.flatMap((one) => duplicateOf(one, duplicates.get(one.card.key), field, again)),
    ...rest.covered.map((one): AssetVerdict => {
      const isBilled = gone.found.has(one.card.key)
      const known = knows(billedByAsset, one) ? { covered: true, billed: isBilled } : { covered: true }
      return { ...described(one, isBilled ? 'billed-missing' : 'covered-gone', [gone]), ...known }
    }),
    ...gone.others.map((one): AssetVerdict => {
      const missing = { ...described(one, 'billed-missing', []), ...classByItem(one, input), billedUnits: one.units }
      return { ...missing, billed: true }
    }),
    ...covered.copies.map((one) => copyOf(one)),
    ...billed.copies.map((one) => ({
      ...copyOf(one),
      ...classByItem(one.sighting, input),
      billed: true,
      billedUnits: one.sighting.units,
    })),
  ]
  const names = new Map([...field, ...rest.covered].map(({ card }) => [card.key, card.name]))
  const proposed = [covered, billed, again, gone].flatMap((join) => join.proposed(names))
  return { assets: assets.sort(byName), proposed, coveredByAsset, billedByAsset }
}

type Copy = { readonly sighting: Sighting; readonly found: FoundIn; readonly of: string }

/** A file set beside assets that are known already. */
type Join = {
  /** Key of the known asset → the entry that was found for it. */
  readonly found: ReadonlyMap<string, { readonly sighting: Sighting; readonly match: AssetMatch }>
  readonly others: readonly Sighting[]
  /** Entries that say again what another one of the file says. */
  readonly copies: readonly Copy[]
  readonly file: ReconciledFile
  proposed(names: ReadonlyMap<string, string>): readonly ProposedMatch[]
}

function joinFile(file: ReconciledFile, known: readonly Sighting[], entries: readonly Sighting[]): Join {
  const byKey = new Map(entries.map((one) => [one.card.key, one]))
  const again = findDuplicates(entries.map(cardOf), MERGE_FROM)
  const copies = new Set(again.map(({ key }) => key))
  const single = entries.filter(({ card }) => !copies.has(card.key))
  const matching = matchAssets(known.map(cardOf), single.map(cardOf))
  const found = matching.matched.flatMap((match) => {
    const sighting = byKey.get(match.right)
    return sighting === undefined ? [] : [[match.left, { sighting, match }] as const]
  })
  const alone = new Set(matching.rightOnly)
  return {
    file,
    found: new Map(found),
    others: single.filter(({ card }) => alone.has(card.key)),
    copies: again.flatMap(({ key, of, confidence, reasons }) => {
      const sighting = byKey.get(key)
      const name = byKey.get(of)?.card.name ?? ''
      return sighting === undefined ? [] : [{ sighting, of: name, found: { file, name, confidence, reasons } }]
    }),
    proposed: (names) =>
      matching.proposed.map(({ left, right, confidence, reasons }) => {
        return { asset: names.get(left) ?? '', file, name: byKey.get(right)?.card.name ?? '', confidence, reasons }
      }),
  }
}

/** The inventory with what another tool saw: what both know bears the evidence of both. */
function joinField(inventory: readonly Sighting[], seen: readonly Sighting[] = []) {
  const matching = matchAssets(inventory.map(cardOf), seen.map(cardOf))
  const byKey = new Map(seen.map((one) => [one.card.key, one]))
  const found = new Map(matching.matched.map(({ left, right }) => [left, byKey.get(right)]))
  const alone = new Set(matching.rightOnly)
  const both = inventory.map((one) => ({
    ...one,
    evidence: [...one.evidence, ...(found.get(one.card.key)?.evidence ?? [])],
  }))
  const others = seen.filter(({ card }) => alone.has(card.key))
  const classes = [...seen, ...inventory.filter(({ card }) => found.has(card.key))]
  return {
    field: [...both, ...others],
    seenKeys: new Set([...found.keys(), ...alone]),
    seenClasses: new Set(classes.flatMap(({ card }) => listOf(card.assetClass))),
  }
}

function verdictOf({ covered, billed }: Pick<AssetVerdict, 'covered' | 'billed'>): AssetVerdictKind {
  if (covered === false) return 'seen-not-covered'
  return billed === false ? 'unbilled-covered' : 'agreed'
}

function described(one: Sighting, verdict: AssetVerdictKind, joins: readonly Join[]): AssetVerdict {
  const hits = joins.flatMap(({ file, found }) => {
    const hit = found.get(one.card.key)
    return hit === undefined ? [] : [{ file, ...hit }]
  })
  const charged = hits.find(({ file }) => file === 'invoice')
  return {
    verdict,
    asset: one.card.name,
    ...placeOf(one),
    units: one.units,
    ...(one.since === undefined ? {} : { since: one.since }),
    ...(one.monthlyCost === undefined ? {} : { monthlyCost: one.monthlyCost }),
    ...(charged === undefined ? {} : { billedUnits: charged.sighting.units }),
    found: hits.map(({ file, sighting, match }) => {
      return { file, name: sighting.card.name, confidence: match.confidence, reasons: match.reasons }
    }),
    evidence: [...one.evidence, ...hits.flatMap(({ sighting }) => sighting.evidence)],
  }
}

function duplicateOf(
  one: Sighting,
  duplicate: { readonly of: string; readonly confidence: number; readonly reasons: FoundIn['reasons'] } | undefined,
  field: readonly Sighting[],
  again: Join,
): readonly AssetVerdict[] {
  if (duplicate === undefined) return []
  const { confidence, reasons } = duplicate
  const of = field.find(({ card }) => card.key === duplicate.of)?.card.name ?? ''
  const verdict = described(one, 'duplicated', [again])
  const found: FoundIn = { file: 'inventory', name: of, confidence, reasons }
  const billed = again.found.has(one.card.key) ? { billed: true } : {}
  return [{ ...verdict, of, ...billed, found: [found, ...verdict.found] }]
}

function copyOf({ sighting, found, of }: Copy): AssetVerdict {
  return { ...described(sighting, 'duplicated', []), of, found: [found] }
}

function classByItem(
  { card, evidence }: Sighting,
  { classOfItem }: SightingsToClassify,
): { readonly assetClass?: string } {
  if (card.assetClass !== undefined) return {}
  const item = evidence.find((one) => one.item !== undefined)?.item
  const assetClass = item === undefined ? undefined : classOfItem(item)
  return assetClass === undefined ? {} : { assetClass }
}

function placeOf({ card }: Sighting): Pick<AssetVerdict, 'assetClass' | 'site' | 'profile'> {
  const { assetClass, site, profile } = card
  return {
    ...(assetClass === undefined ? {} : { assetClass }),
    ...(site === undefined ? {} : { site }),
    ...(profile === undefined ? {} : { profile }),
  }
}

function classesOf(sightings: readonly Sighting[], input: SightingsToClassify): readonly string[] {
  return sightings.flatMap((one) => listOf(one.card.assetClass ?? classByItem(one, input).assetClass))
}

/** An asset whose own file says no class is of the class that another file says. */
function withClass(one: Sighting, joins: readonly Join[], input: SightingsToClassify): Sighting {
  if (one.card.assetClass !== undefined) return one
  const others = joins.flatMap(({ found }) => found.get(one.card.key)?.sighting ?? [])
  const assetClass = others
    .map((other) => other.card.assetClass ?? classByItem(other, input).assetClass)
    .find((known) => known !== undefined)
  return assetClass === undefined ? one : { ...one, card: { ...one.card, assetClass } }
}

function knows(classes: ReadonlySet<string>, { card }: Sighting): boolean {
  return card.assetClass !== undefined && classes.has(card.assetClass)
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text]
}

function cardOf({ card }: Sighting) {
  return card
}

function byName(a: AssetVerdict, b: AssetVerdict): number {
  return a.asset === b.asset ? 0 : a.asset < b.asset ? -1 : 1
}
