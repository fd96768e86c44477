import type { AssetScope, Undecided } from '../scope/inventory/asset-scope.ts'
import type { AssetVerdict } from '../scope/reconciliation/asset-verdict.ts'

/** The part of the real inventory that the scope decides. */
export type InventoryCoverage = {
  /** Units in the field of classes that the contract declares, and those of them that every rule question is decided for. */
  readonly units: number
  readonly decided: number
  /** The others, by class, site, profile and what is open about them. */
  readonly undecided: readonly UndecidedAssets[]
}

export type UndecidedAssets = {
  readonly assetClass: string
  readonly site?: string
  readonly profile?: string
  /** `gap`: work that no rule decides; `conflict`: work that rules decide in two ways. */
  readonly open: readonly Undecided[]
  readonly units: number
  readonly assets: readonly string[]
}

/** Looks every asset in the field up in the scope. */
export function coverageOfInventory(assets: readonly AssetVerdict[], scope: AssetScope): InventoryCoverage {
  const inField = assets.filter(({ verdict, assetClass }) => assetClass !== undefined && IN_FIELD.has(verdict))
  const groups = new Map<
    string,
    { readonly first: AssetVerdict; readonly open: readonly Undecided[]; assets: AssetVerdict[] }
  >()
  for (const asset of inField) {
    const open = scope.undecided(asset)
    if (open.length === 0) continue
    const key = JSON.stringify([asset.assetClass, asset.site ?? null, asset.profile ?? null])
    const group = groups.get(key) ?? { first: asset, open, assets: [] }
    groups.set(key, group)
    group.assets.push(asset)
  }
  const undecided = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { first, open, assets: own }]): UndecidedAssets => {
      const { assetClass = '', site, profile } = first
      return {
        assetClass,
        ...(site === undefined ? {} : { site }),
        ...(profile === undefined ? {} : { profile }),
        open,
        units: unitsOf(own),
        assets: own.map(({ asset }) => asset),
      }
    })
  const units = unitsOf(inField.filter(({ verdict }) => verdict !== 'out-of-scope-seen'))
  return { units, decided: units - undecided.reduce((sum, one) => sum + one.units, 0), undecided }
}

const IN_FIELD: ReadonlySet<string> = new Set(['agreed', 'seen-not-covered', 'unbilled-covered', 'out-of-scope-seen'])

function unitsOf(assets: readonly AssetVerdict[]): number {
  return assets.reduce((sum, { units }) => sum + units, 0)
}
