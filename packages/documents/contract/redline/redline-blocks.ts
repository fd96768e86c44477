import { type Block, type Change, plainText, type Row, type Table } from '../document-model.ts'
import { align } from './align.ts'
import { marked, redlineInline } from './redline-inline.ts'

/** Which act changed a row of a table, where it is known more finely than for the article. */
export type RevisionOf = (rowKey?: string) => number

/** Two lists of blocks as one; what changed in place is marked word by word. */
export function redlineBlocks(
  before: readonly Block[],
  after: readonly Block[],
  revisionOf: RevisionOf,
): readonly Block[] {
  const out: Block[] = []
  let gone: Block[] = []
  let come: Block[] = []
  const flush = () => {
    out.push(...paired(gone, come, revisionOf))
    gone = []
    come = []
  }
  for (const { kind, before: was, after: is } of align(before.map(blockKey), after.map(blockKey))) {
    const [old, now] = [before[was], after[is]]
    if (kind === 'deleted' && old !== undefined) gone.push(old)
    else if (kind === 'inserted' && now !== undefined) come.push(now)
    else if (now !== undefined) {
      flush()
      out.push(now)
    }
  }
  flush()
  return out
}

/** A block all of which came or went. */
export function markedBlock(block: Block, change: Change): Block {
  switch (block.kind) {
    case 'fact':
      return { ...block, term: marked(block.term, change), text: marked(block.text, change), change }
    case 'table':
      return { ...block, rows: block.rows.map((row) => markedRow(row, change)), change }
    default:
      return { ...block, text: marked(block.text, change), change }
  }
}

/** Blocks in one gap: each that came takes the first that went of its own kind and subject. */
function paired(gone: readonly Block[], come: readonly Block[], revisionOf: RevisionOf): readonly Block[] {
  const left = [...gone]
  const out: Block[] = []
  const revision = revisionOf()
  for (const now of come) {
    const place = left.findIndex((old) => isSameSubject(old, now))
    const old = left[place]
    if (old === undefined) out.push(markedBlock(now, { kind: 'inserted', revision }))
    else {
      out.push(...left.splice(0, place).map((one) => markedBlock(one, { kind: 'deleted', revision })))
      left.shift()
      out.push(changed(old, now, revisionOf))
    }
  }
  return [...out, ...left.map((one) => markedBlock(one, { kind: 'deleted', revision }))]
}

function isSameSubject(old: Block, now: Block): boolean {
  if (old.kind === 'table' || now.kind === 'table')
    return old.kind === 'table' && now.kind === 'table' && old.caption === now.caption && headers(old) === headers(now)
  if (old.kind !== now.kind) return false
  if (old.kind === 'fact' && now.kind === 'fact') return plainText(old.term) === plainText(now.term)
  if (old.kind === 'item') return likeness(plainText(old.text), plainText(now.text)) > 0.4
  return likeness(plainText(old.text), plainText(now.text)) > 0.2
}

function headers({ columns }: Table): string {
  return columns.map(({ header }) => header).join('|')
}

function changed(old: Block, now: Block, revisionOf: RevisionOf): Block {
  if (old.kind === 'table' && now.kind === 'table') return { ...now, rows: redlineRows(old.rows, now.rows, revisionOf) }
  if (old.kind === 'table' || now.kind === 'table') return now
  const text = redlineInline(old.text, now.text, revisionOf())
  return { ...now, text }
}

function redlineRows(before: readonly Row[], after: readonly Row[], revisionOf: RevisionOf): readonly Row[] {
  const [old, now] = [keysOf(before), keysOf(after)]
  return align(old, now).flatMap(({ kind, before: was, after: is }): readonly Row[] => {
    const [a, b] = [before[was], after[is]]
    if (kind === 'deleted') return a === undefined ? [] : [markedRow(a, { kind, revision: revisionOf(old[was]) })]
    if (b === undefined) return []
    if (kind === 'inserted') return [markedRow(b, { kind, revision: revisionOf(now[is]) })]
    const revision = revisionOf(now[is])
    return [{ ...b, cells: b.cells.map((cell, index) => redlineInline(a?.cells[index] ?? [], cell, revision)) }]
  })
}

/** What names each row: its anchor, else its first cell, with its rank among its like. */
export function keysOf(rows: readonly Row[]): readonly string[] {
  const seen = new Map<string, number>()
  return rows.map(({ anchors, cells }) => {
    const name = anchors?.[0] ?? plainText(cells[0] ?? [])
    const rank = seen.get(name) ?? 0
    seen.set(name, rank + 1)
    return rank === 0 ? name : `${name}#${rank}`
  })
}

function markedRow(row: Row, change: Change): Row {
  return { ...row, cells: row.cells.map((cell) => marked(cell, change)), change }
}

function blockKey(block: Block): string {
  switch (block.kind) {
    case 'fact':
      return `fact|${plainText(block.term)}|${plainText(block.text)}`
    case 'table':
      return `table|${block.caption}|${headers(block)}|${block.rows.map(({ cells }) => cells.map((cell) => plainText(cell)).join('¦')).join('‖')}`
    default:
      return `${block.kind}|${plainText(block.text)}`
  }
}

/** Share of the words of the longer text that both have. */
function likeness(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/\s+/).filter((word) => word !== ''))
  const counts = new Map<string, number>()
  for (const word of left ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right ?? []) {
    const count = counts.get(word) ?? 0
    if (count > 0) {
      common += 1
      counts.set(word, count - 1)
    }
  }
  return common / Math.max(left?.length ?? 0, right?.length ?? 0, 1)
}
