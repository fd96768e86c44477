import { parsePercent, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { Contract } from '../contract.ts'

/** The rate that a commitment or a KPI must reach at least; `undefined` where it has none, or where less is better. */
export function rateTargetOf({ commitments, followUp }: Contract, id: string): Ratio | undefined {
  const target = commitments.targets.find((one) => one.id === id)
  if (target !== undefined) return target.type === 'availability' ? target.atLeast : target.compliance?.atLeast
  const control = commitments.controls?.find((one) => one.id === id)
  if (control !== undefined) return control.atLeast ?? ratioOf(1n, 1n)
  const kpi = followUp.kpis.find((one) => one.id === id)
  const lower = kpi?.definition?.direction === 'at-most' || /^(reopen|abandon)-rate$/.test(id)
  return kpi?.target === undefined || lower ? undefined : parsePercent(kpi.target)
}
