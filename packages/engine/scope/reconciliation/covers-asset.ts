import type { ScopeChapter } from '../clause-schema.ts'
import type { AssetVerdict } from './asset-verdict.ts'

type Place = Pick<AssetVerdict, 'assetClass' | 'site' | 'profile'>

/**
 * Whether a contract takes charge of an asset: it declares its class, and a rule that reaches the class (on the asset's
 * site, for its profile, where these are known) includes some work on it or does it on demand. Without rules, the
 * declaration is enough.
 */
export function coversAsset(scope: ScopeChapter | undefined, place: Place): boolean {
  if (!scope?.assetClasses?.some(({ id }) => id === place.assetClass)) return false
  if (scope.rules === undefined || scope.rules.length === 0) return true
  const overriding = new Map(scope.rules.map((rule) => [rule.id, new Set(rule.overrides ?? [])]))
  const reaching = scope.rules.filter((rule) => reaches(rule, place, scope))
  return reaching.some((rule) => {
    if (rule.then !== 'included' && rule.then !== 'on-demand') return false
    return !reaching.some((other) => overriding.get(other.id)?.has(rule.id) && isAsWide(other, rule, place))
  })
}

type Rule = NonNullable<ScopeChapter['rules']>[number]

const DIMENSIONS = ['assetClass', 'site', 'profile'] as const

function reaches({ when }: Rule, place: Place, scope: ScopeChapter): boolean {
  return DIMENSIONS.every((dimension) => {
    const asked = when?.[dimension]
    const value = place[dimension]
    return asked === undefined || value === undefined || !isDeclared(scope, dimension, value) || asked.includes(value)
  })
}

/** Whether a rule that beats another one leaves it nothing of an asset: it names no other dimension than the place's. */
function isAsWide({ when }: Rule, beaten: Rule, place: Place): boolean {
  return Object.entries(when ?? {}).every(([dimension, asked]) => {
    if (asked === undefined) return true
    if (dimension === 'assetClass' || dimension === 'site' || dimension === 'profile')
      return place[dimension] !== undefined
    const own = Object.entries(beaten.when ?? {}).find(([name]) => name === dimension)?.[1]
    return own?.every((value) => asked.includes(value)) === true
  })
}

/** A site that the contract does not know (free text of a tool) decides nothing. */
function isDeclared(scope: ScopeChapter, dimension: (typeof DIMENSIONS)[number], value: string): boolean {
  const declared = { assetClass: scope.assetClasses, site: scope.sites, profile: scope.profiles }[dimension]
  return declared?.some(({ id }) => id === value) === true
}
