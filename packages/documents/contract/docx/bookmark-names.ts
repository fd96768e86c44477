/** The name of each anchor as a Word bookmark: a letter, then letters, digits and `_`, at most 40, no two alike. */
export function bookmarkNames(anchors: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const anchor of anchors) {
    if (names.has(anchor)) continue
    const letters = anchor
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9_]/g, '_')
    const plain = (/^[A-Za-z]/.test(letters) ? letters : `c_${letters}`).slice(0, 34)
    let name = plain
    // Word compares names without regard to case.
    for (let rank = 2; taken.has(name.toLowerCase()); rank += 1) name = `${plain}_${rank}`
    taken.add(name.toLowerCase())
    names.set(anchor, name)
  }
  return names
}
