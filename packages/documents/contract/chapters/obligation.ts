import type { Inline } from '../document-model.ts'
import { en, fr } from '../inline.ts'
import type { Writing } from '../writing.ts'

/** What the commitment binds to, where the contract says so. */
export function obligationText(
  obligation: 'best-efforts' | 'result' | undefined,
  { say }: Writing,
): Inline | undefined {
  if (obligation === undefined) return undefined
  return obligation === 'result'
    ? say(fr`C’est une obligation de résultat.`, en`It is an obligation of result.`)
    : say(fr`C’est une obligation de moyens.`, en`It is an obligation of best efforts.`)
}
