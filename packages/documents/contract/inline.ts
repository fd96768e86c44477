import { frenchSpaces } from '../messages/typography.ts'
import type { Inline, Run } from './document-model.ts'

/** What a sentence may hold: a word, a number, a run of its own or several. */
export type Said = string | number | Run | Inline

/** Template tag of a French sentence: non-breaking spaces in the literal parts only; values keep their own. */
export function fr(literals: TemplateStringsArray, ...values: readonly Said[]): Inline {
  return woven(spaced(literals), values)
}

/** Literals with their French spaces; the same template is written many times. */
function spaced(literals: TemplateStringsArray): readonly string[] {
  const known = SPACED.get(literals)
  if (known !== undefined) return known
  const made = literals.map(frenchSpaces)
  SPACED.set(literals, made)
  return made
}

const SPACED = new WeakMap<TemplateStringsArray, readonly string[]>()

/** Template tag of an English sentence. */
export function en(literals: TemplateStringsArray, ...values: readonly Said[]): Inline {
  return woven(literals, values)
}

/** Any said thing as runs. */
export function inlineOf(said: Said): Inline {
  if (typeof said === 'string') return said === '' ? [] : [{ text: said }]
  if (typeof said === 'number') return [{ text: String(said) }]
  return isRun(said) ? [said] : said
}

/** A word set strong. */
export function strong(text: string): Run {
  return { text, strong: true }
}

/** An identifier, set apart. */
export function code(text: string): Run {
  return { text, code: true }
}

/** Pieces one after another, runs alike made one. */
export function joined(parts: readonly Said[], separator = ''): Inline {
  return merged(parts.flatMap((part, index) => [...(index === 0 ? [] : inlineOf(separator)), ...inlineOf(part)]))
}

/** Sentences, those that say nothing left out. */
export function sentences(...parts: readonly (Inline | undefined)[]): Inline {
  return joined(
    parts.filter((part): part is Inline => part !== undefined && part.length > 0),
    ' ',
  )
}

/** The same with its first letter capital. */
export function capital(text: Inline): Inline {
  const [first, ...rest] = text
  if (first === undefined || first.code) return text
  return [{ ...first, text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }, ...rest]
}

function woven(literals: readonly string[], values: readonly Said[]): Inline {
  return merged(literals.flatMap((literal, index) => [...inlineOf(literal), ...inlineOf(values[index] ?? '')]))
}

function merged(runs: readonly Run[]): Inline {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    const alike = last !== undefined && last.to === run.to && last.strong === run.strong && last.code === run.code
    if (alike && run.to === undefined) out[out.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '' || run.to !== undefined) out.push(run)
  }
  return out
}

function isRun(said: Run | Inline): said is Run {
  return !Array.isArray(said)
}
