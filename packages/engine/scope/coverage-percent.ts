import { formatPercent, ratioOf } from '../base/ratio.ts'
import type { ScopeCoverage } from './coverage.ts'

/** The share of decided cells, two decimals (`"98.50"`); 100 only where every cell is decided. */
export function coveragePercent({ cells, decided }: Pick<ScopeCoverage, 'cells' | 'decided'>): string {
  return formatPercent(ratioOf(BigInt(decided), BigInt(cells)), 2)
}
