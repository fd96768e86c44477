import { type Asset, unitsOf } from '../../record/fold-inventory.ts'
import type { BilledLine } from '../../record/read-billed.ts'
import type { ReconciledFile, Sighting } from './sighting.ts'

/** The assets of an inventory, the one seen last first: of two entries for one thing it is the one to keep. */
export function sightingsOfAssets(assets: readonly Asset[], file: ReconciledFile): readonly Sighting[] {
  return assets
    .toSorted((a, b) => b.lastSeenAt - a.lastSeenAt || (a.asset < b.asset ? -1 : 1))
    .map((asset) => sightingOfAsset(asset, file))
}

/** The lines of an invoice that name an asset. */
export function sightingsOfLines(lines: readonly BilledLine[]): readonly Sighting[] {
  return lines.flatMap(({ asset, label, serial, assetClass, site, owner, item, month, amount, quantity, line }) => {
    if (asset === undefined) return []
    const card = {
      key: `invoice:${line}`,
      name: asset,
      ...given('label', label),
      ...given('serial', serial),
      ...given('assetClass', assetClass),
      ...given('site', site),
      ...given('owner', owner),
    }
    const row = { file: 'invoice' as const, line, asset, month, ...given('item', item), ...given('amount', amount) }
    return [{ card, units: quantity, evidence: [row] }]
  })
}

function sightingOfAsset(asset: Asset, file: ReconciledFile): Sighting {
  const { label, serial, assetClass, site, owner, profile, monthlyCost } = asset.columns
  return {
    card: {
      key: `${file}:${asset.asset}`,
      name: asset.asset,
      ...given('label', label),
      ...given('serial', serial),
      ...given('assetClass', assetClass),
      ...given('site', site),
      ...given('owner', owner),
      ...given('profile', profile),
    },
    units: unitsOf(asset),
    evidence: asset.because.slice(-EVIDENCE_SHOWN).map((fact) => {
      return { file, line: fact.line, asset: asset.asset, at: fact.at, ...given('event', fact.event) }
    }),
    since: asset.since,
    ...given('monthlyCost', monthlyCost),
  }
}

const EVIDENCE_SHOWN = 3

function given<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }
}
