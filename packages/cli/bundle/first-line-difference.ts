import { type BundleFile, linesIn, memoryFile } from './bundle-file.ts'
import { type Difference, differenceAt } from './difference.ts'

/** The first line of a file made from the others that does not say what they say; undefined where every byte does. */
export function firstLineDifference(
  file: string,
  found: BundleFile = memoryFile(''),
  expected: BundleFile = memoryFile(''),
): Difference | undefined {
  const [lines, right] = [linesIn(found.chunks()), linesIn(expected.chunks())]
  for (let number = 1; ; number += 1) {
    const [line, other] = [lines.next(), right.next()]
    const over = line.done === true && other.done === true
    if (over && found.size === expected.size) return undefined
    if (!over && !line.done && !other.done && Buffer.compare(line.value, other.value) === 0) continue
    return differenceAt(
      // All lines alike but not the size: what differs is the newline of the last one.
      { code: 'content-differs', file, line: over ? Math.max(1, number - 1) : number },
      { fr: 'cette ligne ne dit pas ce que contient le dossier', en: 'this line does not say what the folder holds' },
    )
  }
}
