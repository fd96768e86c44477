import { type Contract, type ContractHistory, prevailingNotice } from '@vigie/engine'
import type { ScopeTerms } from '@vigie/engine/scope'
import type { ScopeFile, ScopePrice, ScopeVersion } from './scope-file.ts'

/** The part of a contract that questions of scope need, as plain values that JSON keeps whole. */
export function scopeFileOf({ versions }: ContractHistory): ScopeFile {
  const [{ id, title, language, timeZone, currency }] = versions
  return {
    id,
    title,
    language,
    timeZone,
    currency,
    versions: versions.map((one, at) => versionOf(one, versions[at + 1])),
  }
}

function versionOf(contract: Contract, next: Contract | undefined): ScopeVersion {
  const { version, effectiveFrom, calendars, chapters } = contract
  const effectiveTo = next?.effectiveFrom ?? contract.effectiveTo
  const roles = chapters.governance?.roles ?? []
  const notice = prevailingNotice(contract)
  const names = [
    ...Object.entries(calendars).map(([id, { label }]) => [id, label]),
    ...roles.map(({ id, label }) => [id, label]),
  ]
  return {
    version,
    effectiveFrom,
    ...(effectiveTo !== undefined && { effectiveTo }),
    terms: termsOf(contract),
    names: Object.fromEntries(names.filter(([, label]) => label !== undefined)),
    prices: pricesOf(contract),
    ...(notice !== undefined && { notice }),
  }
}

/** What decides, without what other chapters make of the scope (registers, drift, quantities). */
function termsOf({ chapters }: Contract): ScopeTerms {
  const { scope } = chapters
  if (scope === undefined) return {}
  const { assetClasses, sites, profiles, interventions, modes, dimensions } = scope
  const { rules, providerZones, prerequisites, projectThreshold, approval } = scope
  return {
    assetClasses: (assetClasses ?? []).map(({ id, label }) => ({ id, ...(label !== undefined && { label }) })),
    sites: sites ?? [],
    profiles: (profiles ?? []).map(({ id, label }) => ({ id, ...(label !== undefined && { label }) })),
    interventions: interventions ?? [],
    modes: modes ?? [],
    rules: rules ?? [],
    providerZones: providerZones ?? [],
    prerequisites: prerequisites ?? [],
    ...(dimensions && { dimensions }),
    ...(projectThreshold && { projectThreshold }),
    ...(approval && { approval }),
  }
}

function pricesOf({ chapters }: Contract): Readonly<Record<string, ScopePrice>> {
  const pricing = chapters.evolution?.pricing
  const items = [...(pricing?.items ?? []), ...(pricing?.packages ?? []).flatMap(({ items: own }) => own ?? [])]
  return Object.fromEntries(
    items.flatMap((item) => {
      if (typeof item === 'string') return []
      const { id, label, unit, price } = item
      return [
        [
          id,
          {
            ...(label !== undefined && { label }),
            ...(unit !== undefined && { unit }),
            ...(price !== undefined && { price }),
          },
        ],
      ]
    }),
  )
}
