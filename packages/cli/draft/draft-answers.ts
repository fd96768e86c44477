import type { Language } from '@vigie/engine'

export type DraftSite = { readonly id: string; readonly name: string; readonly postalCode: string }

/** What a first contract is drawn from; amounts are decimals as written. */
export type DraftAnswers = {
  readonly language: Language
  readonly client: string
  readonly provider: string
  /** `YYYY-MM-DD`. */
  readonly signed: string
  readonly start: string
  readonly term: number
  readonly sites: readonly DraftSite[]
  readonly users: number
  readonly workstations: number
  readonly servers: number
  readonly network: number
  readonly printers: number
  /** `08:30-18:00`, Monday to Friday. */
  readonly hours: string
  readonly onCall: 'none' | 'extended' | 'always'
  readonly pace: 'standard' | 'fast' | 'relaxed'
  readonly visits: number
  readonly fee: string
  readonly day: string
  readonly visit: string
  readonly penalties: 'usual' | 'none'
  readonly personalData: 'yes' | 'no'
  readonly hosted: 'yes' | 'no'
}
