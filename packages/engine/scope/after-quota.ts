import { formatRatio, type Ratio, subtractRatio } from '../base/ratio.ts'
import type { Draft } from './draft-verdict.ts'
import type { QuotaState } from './scope-verdict.ts'
import { sizeOf } from './size-of.ts'

/** Once the quota of the period is used up, what lies beyond holds. */
export function afterQuota<Verdict extends Pick<Draft, 'outcome' | 'quota' | 'price' | 'by'>>(
  verdict: Verdict,
  used: number | string | undefined,
): Verdict {
  const { quota } = verdict
  const [taken, count] = [sizeOf(used), sizeOf(quota?.count)]
  if (quota === undefined || taken === undefined || count === undefined) return verdict
  const left = subtractRatio(count, taken)
  const state: QuotaState = { ...quota, used: plain(taken), left: left.numerator > 0n ? plain(left) : '0' }
  if (left.numerator > 0n) return { ...verdict, quota: state }
  const { price: _, by: __, ...rest } = verdict
  const { then, price, by } = quota.beyond
  return {
    ...rest,
    outcome: then,
    quota: state,
    ...(price !== undefined && { price }),
    ...(by !== undefined && { by }),
  } as Verdict
}

function plain(value: Ratio): string {
  return formatRatio(value, 6).replace(/\.?0+$/, '')
}
