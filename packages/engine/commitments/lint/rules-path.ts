import type { Path } from '../../base/document/source-node.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** Where the rules common to all penalties stand, else the penalties that lack them. */
export function rulesPath({ penaltyRules }: CommitmentsChapter): Path {
  return penaltyRules === undefined ? ['penalties'] : ['penaltyRules']
}

/** Whether the chapter sanctions anything, so that common rules are needed. */
export function hasPenalties({ penalties }: CommitmentsChapter): boolean {
  return penalties !== undefined && penalties.length > 0
}
