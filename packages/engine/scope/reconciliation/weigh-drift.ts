import { compareRatio, multiplyRatio, type Ratio, ratioOf } from '../../base/ratio.ts'

/** The drift rule of the contract (dérive de périmètre). */
export type DriftRule = { readonly band?: Ratio; readonly step?: number }

/** What a measured quantity does to that of the contract. */
export type Drift = {
  /** Measured less contract. */
  readonly difference: number
  /** The tolerated drift in units: band × contract quantity, exact. */
  readonly tolerated: Ratio
  /** Whether the difference is tolerated: equality is. */
  readonly within: boolean
  readonly step: number
  /** The quantity that is due once the rule is applied: that of the contract within the band, else moved by whole steps. */
  readonly due: number
}

/** Applies a band and a step to a contract quantity and a measured one. Without a band every difference counts. */
export function weighDrift(contract: number, measured: number, { band, step = 1 }: DriftRule): Drift {
  const difference = measured - contract
  const tolerated = multiplyRatio(band ?? ratioOf(0n, 1n), ratioOf(BigInt(contract), 1n))
  const size = Math.abs(difference)
  const within = compareRatio(ratioOf(BigInt(size), 1n), tolerated) <= 0
  const steps = Math.floor(size / step) * step
  return { difference, tolerated, within, step, due: within ? contract : contract + Math.sign(difference) * steps }
}
