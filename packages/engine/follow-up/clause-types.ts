import type { TimedTarget } from '../base/clause/target.ts'

export type FollowUpChapter = {
  readonly reports: readonly {
    readonly id: string
    readonly over: 'month' | 'quarter' | 'year'
    readonly recipients: readonly string[]
    readonly formats: readonly string[]
    readonly label?: string
    /** Delay after the end of the period. */
    readonly dueBy?: TimedTarget
  }[]
  readonly kpis: readonly Kpi[]
  readonly satisfaction?: { readonly scale: number; readonly target?: string; readonly ask?: string }
  readonly rawData?: { readonly right: boolean; readonly format?: string; readonly within?: string }
}

/** A KPI by its standard id, with or without a target, or the contract's own `{ id, population, aggregator, direction, target }`. */
export type Kpi = {
  readonly id: string
  readonly clause: string
  readonly label?: string
  readonly target?: string
  readonly definition?: {
    readonly population: unknown
    readonly aggregator: string
    readonly direction: 'at-least' | 'at-most'
  }
}
