import type { Localised } from '@vigie/engine'
import { type Difference, differenceAt } from './difference.ts'
import { indexHashes } from './hash-index.ts'
import { firstHashDifference, hashAt } from './hashed-lines.ts'

/**
 * The first line of a file that is not the sealed one, and what became of it, told by the leaf hashes of its lines and of
 * the sealed ones. `entryOf` gives the place of a line (from 0) in the whole record.
 */
export function locateChange(
  file: string,
  present: Uint8Array,
  sealed: Uint8Array,
  entryOf: (line: number) => number | undefined,
): Difference | undefined {
  const at = firstHashDifference(present, sealed)
  if (at === undefined) return undefined
  const code = changeAt(present, sealed, at)
  const entry = entryOf(at)
  return differenceAt(
    { code, file, line: at + 1, ...(entry === undefined ? {} : { entry }) },
    code === 'entry-removed' && at * 32 >= present.length ? ended : messages[code],
  )
}

/** What became of an entry, told by what is there and what was sealed at its place. */
export type EntryChange = 'entry-changed' | 'entry-added' | 'entry-removed' | 'entry-repeated' | 'entry-moved'

export function changeAt(present: Uint8Array, sealed: Uint8Array, at: number): EntryChange {
  const [is, was] = [hashAt(present, at), hashAt(sealed, at)]
  if (is.length === 0) return 'entry-removed'
  const inPresent = indexHashes(present)
  if (inPresent.find(is) < at) return 'entry-repeated'
  if (was.length === 0) return 'entry-added'
  const [wasElsewhere, isStill] = [indexHashes(sealed).find(is) >= 0, inPresent.find(was) >= 0]
  if (wasElsewhere) return isStill ? 'entry-moved' : 'entry-removed'
  return isStill ? 'entry-added' : 'entry-changed'
}

const ended: Localised = {
  fr: 'le fichier finit avant cette ligne scellée',
  en: 'the file ends before this sealed line',
}

const messages: Readonly<Record<EntryChange, Localised>> = {
  'entry-changed': {
    fr: 'cette ligne n’est pas celle qui a été scellée',
    en: 'this line is not the one that was sealed',
  },
  'entry-added': { fr: 'cette ligne a été ajoutée après le scellement', en: 'this line was added after the seal' },
  'entry-removed': { fr: 'la ligne scellée à cette place manque', en: 'the line sealed at this place is missing' },
  'entry-repeated': { fr: 'cette ligne en répète une autre', en: 'this line repeats another one' },
  'entry-moved': { fr: 'cette ligne était ailleurs lors du scellement', en: 'this line was elsewhere when sealed' },
}
