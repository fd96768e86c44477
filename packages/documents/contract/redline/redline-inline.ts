import type { Change, Inline, Run } from '../document-model.ts'
import { align } from './align.ts'

/** Under this share of common words a text is replaced as a whole: a patchwork would not be read. */
const LEAST_COMMON = 0.25

/** Two texts as one, word by word: what was left out is deleted, what came is inserted. */
export function redlineInline(before: Inline, after: Inline, revision: number): Inline {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const steps = align(old.map(keyOf), now.map(keyOf))
  const common = steps.filter(({ kind, after: place }) => kind === 'kept' && isWord(now[place])).length
  const most = Math.max(old.filter(isWord).length, now.filter(isWord).length)
  if (most > 0 && common / most < LEAST_COMMON && common < most)
    return [...marked(before, { kind: 'deleted', revision }), ...marked(after, { kind: 'inserted', revision })]
  const runs = steps.map(({ kind, before: was, after: is }): Run => {
    const word = (kind === 'deleted' ? old[was] : now[is]) ?? { text: '' }
    return kind === 'kept' ? word : { ...word, change: { kind, revision } }
  })
  return together(bridged(runs))
}

/** The same text, all of it come or gone. */
export function marked(text: Inline, change: Change): Inline {
  return text.map((run) => ({ ...run, change }))
}

/** Words, spaces and marks apart, each with the looks of its run. */
function wordsOf(text: Inline): readonly Run[] {
  return text.flatMap((run) =>
    (run.text.match(/\p{N}+(?:[.,\u00a0\u202f]\p{N}+)+|[\p{L}\p{N}_.,/:'’%€-]*[\p{L}\p{N}_%€]|\s+|[^\s]/gu) ?? []).map(
      (word) => ({
        ...run,
        text: word,
      }),
    ),
  )
}

function keyOf({ text, strong, code }: Run): string {
  return `${strong ? 's' : ''}${code ? 'c' : ''}|${text}`
}

function isWord(run: Run | undefined): boolean {
  return run !== undefined && /[\p{L}\p{N}]/u.test(run.text)
}

/** A lone space kept between two changes joins them: three changed words in a row are one change. */
function bridged(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (let index = 0; index < runs.length; ) {
    const run = runs[index]
    if (run?.change === undefined) {
      if (run !== undefined) out.push(run)
      index += 1
      continue
    }
    const { revision } = run.change
    const stretch: Run[] = []
    while (index < runs.length) {
      const next = runs[index]
      if (next === undefined) break
      const follows = runs[index + 1]?.change !== undefined
      if (next.change === undefined && !(follows && /^\s+$/.test(next.text))) break
      stretch.push(next)
      index += 1
    }
    const side = (kind: Change['kind']) =>
      stretch
        .filter(({ change }) => change === undefined || change.kind === kind)
        .map((one) => ({ ...one, change: { kind, revision } }))
    const [deleted, inserted] = [side('deleted'), side('inserted')]
    if (stretch.some(({ change }) => change?.kind === 'deleted')) out.push(...deleted)
    else
      out.push(
        ...stretch
          .filter(({ change }) => change === undefined)
          .map((one) => ({ ...one, change: { kind: 'deleted' as const, revision } })),
      )
    if (stretch.some(({ change }) => change?.kind === 'inserted')) out.push(...inserted)
    else
      out.push(
        ...stretch
          .filter(({ change }) => change === undefined)
          .map((one) => ({ ...one, change: { kind: 'inserted' as const, revision } })),
      )
  }
  return out
}

/** Words of one look and one change made one run again. */
function together(runs: readonly Run[]): Inline {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    const alike =
      last !== undefined &&
      keyOf({ ...last, text: '' }) === keyOf({ ...run, text: '' }) &&
      last.to === run.to &&
      last.change?.kind === run.change?.kind
    if (alike) out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}
