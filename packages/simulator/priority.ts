import type { Setting } from './setting.ts'

/** How serious a ticket is: what it was given, and its rank among the levels (0 = the highest). */
export type Rated = {
  readonly impact: string
  readonly urgency: string
  readonly priority: string
  readonly rank: number
}

/** One of nine cells (high-high, high-medium … low-low) brought to the contract's own scales of impact and urgency. */
export function priorityOfCell(setting: Setting, cell: number): Rated {
  return priorityOf(setting, third(setting.impacts, Math.floor(cell / 3)), third(setting.urgencies, cell % 3))
}

/** The priority that the contract's matrix gives. */
export function priorityOf(setting: Setting, impact: string, urgency: string): Rated {
  const priority = setting.contract.commitments.priorities?.matrix?.[impact]?.[urgency] ?? ''
  return { impact, urgency, priority, rank: rankOf(setting, priority) }
}

/** Position among the levels brought to four; tickets without priority wait as the third does. */
export function rankOf(setting: Setting, priority: string): number {
  const position = setting.levels.indexOf(priority)
  if (position < 0) return 2
  return setting.levels.length <= 4 ? position : Math.floor((position * 4) / setting.levels.length)
}

function third(scale: readonly string[], position: number): string {
  return scale[Math.floor((position * scale.length) / 3)] ?? ''
}
