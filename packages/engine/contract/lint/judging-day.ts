import { type EpochDay, parseCivilDate } from '../../base/civil-date.ts'
import type { Contract } from '../contract.ts'

/**
 * The day on which a version is judged: the day asked for the version in force on it; for the others, and where none is
 * asked, the day on which the version is both signed and in force. No clock is read.
 */
export function judgingDay(version: Contract, versions: readonly Contract[], asked: string | undefined): EpochDay {
  const inForce = asked === undefined ? undefined : versions.findLast(({ effectiveFrom }) => effectiveFrom <= asked)
  const { effectiveFrom, signedOn = effectiveFrom } = version
  const own = Math.max(...[effectiveFrom, signedOn].map((date) => parseCivilDate(date) ?? 0))
  return asked !== undefined && inForce === version ? (parseCivilDate(asked) ?? own) : own
}
