import type { Contract } from '@vigie/engine'
import { EVENT_HEADER } from './facts.ts'
import { callRows, controlRows, outageRows } from './machine-facts.ts'
import { runDesk } from './run-desk.ts'
import { settingOf } from './setting.ts'
import { troubleOf } from './trouble.ts'

export type SimulationInput = {
  readonly contract: Contract
  /** Civil dates `YYYY-MM-DD` in the contract's zone, `to` exclusive. */
  readonly from: string
  readonly to: string
  /** Any safe integer: the same seed gives the same bytes on any machine. */
  readonly seed: number
  /** How many desks of the contract's size work side by side (default 1); a fraction is a smaller desk. */
  readonly scale?: number
}

/** The files of facts. Each text is whole rows that end with LF, the first one the header: joined, they are the file. */
export type Simulation = {
  events(): Iterable<string>
  outages(): Iterable<string>
  controls(): Iterable<string>
  calls(): Iterable<string>
}

/**
 * A provider's desk, simulated: tickets arrive, are read by clerks and worked on by technicians in shifts, wait, are
 * resolved, rated, reopened. Pure and seeded; rows are made as they are asked for, and only open tickets are kept.
 * The desks of a scaled simulation follow one another. Throws `RangeError` for a period, seed or scale that is none.
 */
export function simulate(input: SimulationInput): Simulation {
  const { contract, from, to, seed, scale = 1 } = input
  if (!Number.isSafeInteger(seed)) throw new RangeError(`no seed: ${seed}`)
  if (!(scale > 0 && scale <= 10_000)) throw new RangeError(`no scale: ${scale}`)
  const setting = settingOf(contract, from, to)
  const desks = Array.from({ length: Math.ceil(scale) }, (_, desk) => () => {
    const trouble = troubleOf(setting, seed, desk)
    const volume = Math.round(Math.min(1, scale - desk) * 1000)
    return { trouble, demand: { seed, desk, volume, badWeeks: trouble.badWeeks } }
  })
  const trouble = troubleOf(setting, seed, 0)
  return {
    *events() {
      yield EVENT_HEADER
      for (const open of desks) yield* runDesk(setting, open())
    },
    outages: () => outageRows(setting, trouble, seed),
    controls: () => controlRows(setting, trouble, seed),
    calls: () =>
      callRows(
        setting,
        desks.map((open) => open()),
        seed,
      ),
  }
}
