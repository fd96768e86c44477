import { isFrench, type Place } from './place.ts'
import type { ZoneTerms } from './scope-terms.ts'

/** Which zone of the provider holds a place. `unclear`: it depends on what is not known of the place. */
export type ZoneFound =
  | { readonly kind: 'served'; readonly zone: ZoneTerms }
  | { readonly kind: 'tie'; readonly zones: readonly ZoneTerms[] }
  | { readonly kind: 'unclear'; readonly missing: 'postalCode' | 'country' }
  | { readonly kind: 'unserved' }

/**
 * The most specific zone that holds a place: a longer postal prefix before a shorter one, then the department, then
 * overseas, then the country. Zones that are as specific as each other and promise the same are one; else a tie.
 */
export function findZone(zones: readonly ZoneTerms[], place: Place): ZoneFound {
  const missing = whatIsMissing(zones, place)
  if (missing !== undefined) return { kind: 'unclear', missing }
  const ranked = zones.map((zone) => ({ zone, rank: rankOf(zone, place) })).filter(({ rank }) => rank > 0)
  const best = Math.max(...ranked.map(({ rank }) => rank))
  const [first, ...others] = ranked.filter(({ rank }) => rank === best).map(({ zone }) => zone)
  if (first === undefined) return { kind: 'unserved' }
  const differing = others.filter((zone) => promiseOf(zone) !== promiseOf(first))
  return differing.length === 0 ? { kind: 'served', zone: first } : { kind: 'tie', zones: [first, ...differing] }
}

const BY_PREFIX = 10
const BY_DEPARTMENT = 3
const BY_OVERSEAS = 2
const BY_COUNTRY = 1

/** How specifically a zone holds the place; 0: it does not. */
function rankOf({ postalPrefixes, departments, countries, overseas }: ZoneTerms, place: Place): number {
  const { postalCode, department, country } = place
  const prefixes = takesPrefixes(countries, place) ? (postalPrefixes ?? []) : []
  const lengths = prefixes.filter((prefix) => postalCode?.startsWith(prefix)).map((prefix) => prefix.length)
  if (lengths.length > 0) return BY_PREFIX + Math.max(...lengths)
  if (department !== undefined && departments?.some((one) => sameDepartment(one, department))) return BY_DEPARTMENT
  if (overseas === true && place.overseas) return BY_OVERSEAS
  const asFrance = place.overseas && overseas !== false && countries?.includes('FR')
  const named = country !== undefined && countries?.includes(country) && !(place.overseas && country === 'FR')
  return named || asFrance ? BY_COUNTRY : 0
}

/** Prefixes are of French postal codes, unless the zone names other countries. */
function takesPrefixes(countries: ZoneTerms['countries'], { country }: Place): boolean {
  return country === undefined || isFrench(country) || countries?.includes(country) === true
}

/** `20` holds both departments of Corsica. */
function sameDepartment(named: string, department: string): boolean {
  const wanted = named.toUpperCase().replace(/^(\d)$/, '0$1')
  return wanted === department || (wanted === '20' && /^2[AB]$/.test(department))
}

/** What must be known before the zones can tell; `undefined`: enough is known. */
function whatIsMissing(zones: readonly ZoneTerms[], place: Place): 'postalCode' | 'country' | undefined {
  if (place.country === undefined) return 'country'
  if (place.postalCode !== undefined) return undefined
  const french = isFrench(place.country)
  const finer = zones.some(({ postalPrefixes, departments, countries }) => {
    const prefixes = takesPrefixes(countries, place) ? (postalPrefixes ?? []) : []
    if (place.department === undefined) return prefixes.length > 0 || (french && (departments ?? []).length > 0)
    return prefixes.some((prefix) => prefix.length > 2 && prefix.startsWith(place.department ?? ''))
  })
  return finer ? 'postalCode' : undefined
}

function promiseOf({ onsite, price, by, subcontractor }: ZoneTerms): string {
  return JSON.stringify([onsite?.within ?? null, price ?? null, by ?? null, subcontractor ?? null])
}
