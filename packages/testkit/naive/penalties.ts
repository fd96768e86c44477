/** A ticket of one month: how long it took, and which month (0 = the first of the contract year). */
export type NaiveTicket = { readonly month: number; readonly minutes: number }

/** One clause per breach and per started hour, one per full point below with recurrence, caps of month and year. */
export type NaiveGrid = {
  readonly targetMinutes: number
  /** Percent, a whole number. */
  readonly atLeast: number
  readonly baseCents: number
  readonly hourCents: number
  readonly eventCapCents: number
  readonly pointCents: number
  readonly recurrence: readonly number[]
  readonly monthCapCents: number
  readonly yearCapCents: number
}

/** What each of the first `months` months costs in the end, in cents, by plain loops over one contract year. */
export function naivePenalties(tickets: readonly NaiveTicket[], grid: NaiveGrid, months: number): readonly number[] {
  const totals: number[] = []
  let run = 0
  let year = 0
  for (let month = 0; month < months; month++) {
    let cents = 0
    let met = 0
    let missed = 0
    for (const ticket of tickets) {
      if (ticket.month !== month) continue
      if (ticket.minutes <= grid.targetMinutes) {
        met++
        continue
      }
      missed++
      let hours = 0
      for (let minutes = ticket.minutes - grid.targetMinutes; minutes > 0; minutes -= 60) hours++
      cents += Math.min(grid.baseCents + hours * grid.hourCents, grid.eventCapCents)
    }
    const all = met + missed
    if (all > 0 && met * 100 < grid.atLeast * all) {
      run++
      let points = 0
      while (met * 100 + (points + 1) * all <= grid.atLeast * all) points++
      cents += Math.round(points * grid.pointCents * (grid.recurrence[Math.min(run, grid.recurrence.length) - 1] ?? 1))
    } else if (all > 0) run = 0
    cents = Math.min(cents, grid.monthCapCents, grid.yearCapCents - year)
    year += cents
    totals.push(cents)
  }
  return totals
}
