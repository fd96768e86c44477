import { type Difference, differenceAt } from './difference.ts'

/** The first line of a file made from the others that does not say what they say; `lines` and `expected` differ somewhere. */
export function firstLineDifference(file: string, lines: readonly string[], expected: readonly string[]): Difference {
  const length = Math.max(lines.length, expected.length)
  const wrong = Array.from({ length }, (_, index) => index).find((index) => lines[index] !== expected[index])
  return differenceAt(
    { code: 'content-differs', file, line: (wrong ?? Math.max(0, expected.length - 1)) + 1 },
    { fr: 'cette ligne ne dit pas ce que contient le dossier', en: 'this line does not say what the folder holds' },
  )
}
