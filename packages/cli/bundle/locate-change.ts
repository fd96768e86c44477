import type { Localised } from '@vigie/engine'
import { leafHash } from '@vigie/engine/seal'
import { hex } from './compose-bundle.ts'
import { type Difference, differenceAt } from './difference.ts'

/**
 * The first line of a file that is not the sealed one, and what became of it, told by the hashes of the sealed lines.
 * `entryOf` gives the place of a line (from 0) in the whole record.
 */
export function locateChange(
  file: string,
  lines: readonly string[],
  sealed: readonly string[],
  entryOf: (line: number) => number,
): Difference | undefined {
  const present = lines.map((line) => hex(leafHash(new TextEncoder().encode(line))))
  const length = Math.max(present.length, sealed.length)
  for (let at = 0; at < length; at += 1) {
    if (present[at] === sealed[at]) continue
    const code = changeAt(present, sealed, at)
    const gone = code === 'entry-removed'
    return differenceAt(
      { code, file, line: at + 1, ...(at < sealed.length ? { entry: entryOf(at) } : {}) },
      gone && at >= present.length ? ended : messages[code],
    )
  }
  return undefined
}

type Change = 'entry-changed' | 'entry-added' | 'entry-removed' | 'entry-repeated' | 'entry-moved'

function changeAt(present: readonly string[], sealed: readonly string[], at: number): Change {
  const [is, was] = [present[at], sealed[at]]
  if (is === undefined) return 'entry-removed'
  if (present.indexOf(is) < at) return 'entry-repeated'
  if (was === undefined) return 'entry-added'
  const [wasElsewhere, isStill] = [sealed.includes(is), present.includes(was)]
  if (wasElsewhere) return isStill ? 'entry-moved' : 'entry-removed'
  return isStill ? 'entry-added' : 'entry-changed'
}

const ended: Localised = {
  fr: 'le fichier finit avant cette ligne scellée',
  en: 'the file ends before this sealed line',
}

const messages: Readonly<Record<Change, Localised>> = {
  'entry-changed': {
    fr: 'cette ligne n’est pas celle qui a été scellée',
    en: 'this line is not the one that was sealed',
  },
  'entry-added': { fr: 'cette ligne a été ajoutée après le scellement', en: 'this line was added after the seal' },
  'entry-removed': { fr: 'la ligne scellée à cette place manque', en: 'the line sealed at this place is missing' },
  'entry-repeated': { fr: 'cette ligne en répète une autre', en: 'this line repeats another one' },
  'entry-moved': { fr: 'cette ligne était ailleurs lors du scellement', en: 'this line was elsewhere when sealed' },
}
