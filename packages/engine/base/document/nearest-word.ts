/** The candidate that a misspelt word most likely meant: at most a third of it differs, swaps of neighbours counting once. */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) >= bestDistance) continue
    if (differsByNumber(word, candidate)) continue
    const distance = editDistance(fold(word), fold(candidate))
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

const LONGEST = 60

/** `P3` is no slip for `P1`: a number that differs means another thing. */
function differsByNumber(word: string, candidate: string): boolean {
  return word !== candidate && word.replace(/\d+/g, '#') === candidate.replace(/\d+/g, '#')
}

/** Case, accents and separators are the usual slips: they cost nothing. */
function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}_\s-]/gu, '')
    .toLowerCase()
}

/** Optimal string alignment distance (Damerau–Levenshtein without repeated edits of one place). */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, cell(beforeLast, j - 2) + 1)
      row.push(cost)
    }
    ;[beforeLast, last] = [last, row]
  }
  return cell(last, b.length)
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
