/** Where somebody would come, as far as it is known. */
export type Place = {
  /** ISO 3166-1 alpha-2; a postal code of five digits without country is French. */
  readonly country?: string
  readonly postalCode?: string
  /** French department: `69`, `2A`, `974`. */
  readonly department?: string
  /** French overseas departments and territories. */
  readonly overseas: boolean
}

type Location = {
  readonly country?: string | undefined
  readonly postalCode?: string | undefined
  readonly department?: string | undefined
}

/** The place that a site or a question describes; `undefined` where it says nothing of it. */
export function placeOf({ country, postalCode, department }: Location): Place | undefined {
  const code = postalCode?.replace(/\s/g, '')
  const french =
    isFrench(country) || (country === undefined && (department !== undefined || /^\d{5}$/.test(code ?? '')))
  if (!french) {
    if (country === undefined && code === undefined) return undefined
    return {
      ...(country !== undefined && { country }),
      ...(code !== undefined && { postalCode: code }),
      overseas: false,
    }
  }
  const found =
    department?.toUpperCase().replace(/^(\d)$/, '0$1') ?? (code === undefined ? undefined : departmentOf(code))
  return {
    country: country ?? 'FR',
    ...(code !== undefined && { postalCode: code }),
    ...(found !== undefined && { department: found }),
    overseas: OVERSEAS_COUNTRIES.has(country ?? '') || (found !== undefined && /^9[78]/.test(found)),
  }
}

/**
 * The French department of a postal code: its first two digits, three overseas (971–978, 986–988), 2A and 2B in Corsica
 * (200 and 201, 202 and 206). 980 is Monaco, no French department.
 */
export function departmentOf(postalCode: string): string | undefined {
  if (!/^\d{5}$/.test(postalCode) || postalCode.startsWith('980')) return undefined
  if (/^9[78]/.test(postalCode)) return postalCode.slice(0, 3)
  if (/^20[01]/.test(postalCode)) return '2A'
  if (/^20/.test(postalCode)) return '2B'
  return postalCode.slice(0, 2)
}

/** Whether a country code is that of France or of one of its overseas territories. */
export function isFrench(country: string | undefined): boolean {
  return country === 'FR' || OVERSEAS_COUNTRIES.has(country ?? '')
}

/** Territories that ISO 3166-1 names apart from France. */
const OVERSEAS_COUNTRIES: ReadonlySet<string> = new Set([
  'GP',
  'MQ',
  'GF',
  'RE',
  'YT',
  'PM',
  'BL',
  'MF',
  'WF',
  'PF',
  'NC',
  'TF',
])
