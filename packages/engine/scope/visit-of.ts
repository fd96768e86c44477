import { findZone } from './find-zone.ts'
import { placeOf } from './place.ts'
import type { ScopeQuestion } from './scope-question.ts'
import type { ScopeTerms, ZoneTerms } from './scope-terms.ts'
import type { ZoneVerdict } from './scope-verdict.ts'

/**
 * What the zones say of the place of a question. `onsite`: the mode asked is one where somebody comes. `asked`: the
 * question itself tells the place, or a part of it. `not-on-site`: the contract says that nobody comes to that site.
 */
export type Visit = { readonly onsite: boolean } & (
  | { readonly kind: 'served'; readonly zone: ZoneVerdict }
  | { readonly kind: 'unserved' }
  | { readonly kind: 'not-on-site' }
  | { readonly kind: 'tie'; readonly zones: readonly string[] }
  | { readonly kind: 'unclear'; readonly missing: 'postalCode' | 'country' | 'site'; readonly asked: boolean }
)

/** `undefined`: nobody comes in the mode asked, the contract has no zones, or nothing tells the place. */
export function visitOf(terms: ScopeTerms, question: ScopeQuestion): Visit | undefined {
  const zones = terms.providerZones ?? []
  const onsite = question.mode !== undefined && isOnsite(terms, question.mode)
  if (question.mode !== undefined && !onsite) return undefined
  const site = siteNamed(terms, question.site)
  const asked = question.country !== undefined || question.department !== undefined || question.postalCode !== undefined
  if (onsite && !asked && site?.onsite === false) return { kind: 'not-on-site', onsite }
  if (zones.length === 0) return undefined
  const place = placeOf({
    country: question.country ?? (question.postalCode === undefined ? site?.country : undefined),
    postalCode: question.postalCode ?? (asked ? undefined : site?.postalCode),
    department: question.department ?? (asked ? undefined : site?.department),
  })
  if (place === undefined) {
    return onsite ? { kind: 'unclear', onsite, missing: site === undefined ? 'site' : 'postalCode', asked } : undefined
  }
  const found = findZone(zones, place)
  switch (found.kind) {
    case 'served':
      return { kind: 'served', onsite, zone: zoneVerdict(found.zone) }
    case 'tie':
      return { kind: 'tie', onsite, zones: found.zones.map(({ id }) => id) }
    case 'unclear':
      return { kind: 'unclear', onsite, missing: found.missing, asked }
    case 'unserved':
      return { kind: 'unserved', onsite }
  }
}

/** Sites of the contract where somebody is meant to come, in no zone of the provider; none where it has no zones. */
export function unservedSites({ sites, providerZones }: ScopeTerms): readonly string[] {
  const zones = providerZones ?? []
  if (zones.length === 0) return []
  return (sites ?? []).flatMap((site) => {
    const place = typeof site === 'string' || site.onsite === false ? undefined : placeOf(site)
    return place !== undefined && typeof site !== 'string' && findZone(zones, place).kind === 'unserved'
      ? [site.id]
      : []
  })
}

/** A mode is on site where it says so, else by its name: `onsite`, `sur-site`. */
export function isOnsite({ modes }: ScopeTerms, mode: string): boolean {
  const declared = (modes ?? []).find((one) => typeof one !== 'string' && one.id === mode)
  const stated = typeof declared === 'object' ? declared.onsite : undefined
  return stated ?? /^(on[-_ ]?site|sur[-_ ]?(site|place))$/i.test(mode)
}

function siteNamed({ sites }: ScopeTerms, id: string | undefined) {
  const site = (sites ?? []).find((one) => typeof one !== 'string' && one.id === id)
  return typeof site === 'object' ? site : undefined
}

function zoneVerdict({ id, label, onsite, price, by, subcontractor }: ZoneTerms): ZoneVerdict {
  return {
    id,
    ...(label !== undefined && { label }),
    ...(onsite?.within !== undefined && { within: onsite.within }),
    ...(price !== undefined && { price }),
    ...(by !== undefined && { by }),
    ...(subcontractor !== undefined && { subcontractor }),
  }
}
