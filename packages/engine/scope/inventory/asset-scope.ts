import type { ScopeChapter } from '../clause-schema.ts'
import { compileScope } from '../compile-scope.ts'
import { ScopeError } from '../scope-error.ts'
import type { RuleVerdict } from '../scope-verdict.ts'

/** Where an asset stands in the scope: its class, and its site and profile where they are known. */
export type AssetPlace = { readonly assetClass?: string; readonly site?: string; readonly profile?: string }

export type Undecided = 'gap' | 'conflict'

/** What a scope says of assets, over all the work that could be done on them. */
export type AssetScope = {
  /** Whether the contract takes charge of it: its class is declared, and not all work on it is left to others. */
  covers(place: AssetPlace): boolean
  /** What the scope leaves open about it: cells that no rule decides, or that rules decide in two ways. */
  undecided(place: AssetPlace): readonly Undecided[]
}

/**
 * Reads the rules of a scope once for many assets. A site or profile that the contract does not declare (free text of a
 * tool) stands for any. Without rules a declared class is covered, and nothing is undecided.
 */
export function createAssetScope(scope: ScopeChapter | undefined): AssetScope {
  const declared = {
    assetClass: idsOf(scope?.assetClasses),
    site: idsOf(scope?.sites),
    profile: idsOf(scope?.profiles),
  }
  const judge = judgeOf(scope)
  const outcomesOf = ({ assetClass, site, profile }: AssetPlace) =>
    judge?.({
      assetClass,
      site: site !== undefined && declared.site.has(site) ? site : undefined,
      profile: profile !== undefined && declared.profile.has(profile) ? profile : undefined,
    })
  const isDeclared = ({ assetClass }: AssetPlace) => assetClass !== undefined && declared.assetClass.has(assetClass)
  return {
    covers(place) {
      if (!isDeclared(place)) return false
      return outcomesOf(place)?.some((outcome) => !LEFT_TO_OTHERS.has(outcome)) ?? true
    },
    undecided(place) {
      if (!isDeclared(place)) return []
      const outcomes = outcomesOf(place) ?? []
      return (['gap', 'conflict'] as const).filter((open) => outcomes.includes(open))
    },
  }
}

const LEFT_TO_OTHERS: ReadonlySet<string> = new Set(['excluded', 'client', 'third-party'])

function idsOf(list: readonly { readonly id: string }[] | undefined): ReadonlySet<string> {
  return new Set((list ?? []).map(({ id }) => id))
}

/** The outcomes that remain possible at a place; `undefined` without rules, or where the linter finds the scope faulty. */
function judgeOf(scope: ScopeChapter | undefined) {
  if (scope?.rules === undefined || scope.rules.length === 0) return undefined
  try {
    const compiled = compileScope(scope)
    return (place: { readonly [Name in keyof Required<AssetPlace>]: string | undefined }) =>
      possibleOutcomes(compiled.judge(place))
  } catch (error) {
    if (error instanceof ScopeError) return undefined
    throw error
  }
}

function possibleOutcomes({ outcome, possible }: RuleVerdict): readonly string[] {
  return outcome === 'undetermined' ? (possible ?? []).map((one) => one.outcome) : [outcome]
}
