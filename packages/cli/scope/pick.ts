import type { Localised } from '@vigie/engine'
import { CommandFailure } from '../failure.ts'

/** Something that a person may name by its id or by another name. */
export type Choice = { readonly id: string; readonly names: readonly string[] }

/**
 * The choice that a typed word means: its id or a name, exactly; else whatever case, accents, separators and plural;
 * else the only one that begins so. Throws `CommandFailure` with what is accepted.
 */
export function pick(typed: string, choices: readonly Choice[], wrong: Localised): string {
  const exact = choices.find(({ id }) => id === typed)
  if (exact) return exact.id
  const word = fold(typed)
  const same = choices.filter(({ id, names }) => [id, ...names].some((name) => fold(name) === word))
  const alike =
    same.length > 0
      ? same
      : choices.filter(({ id, names }) => word.length > 2 && [id, ...names].some((name) => fold(name).startsWith(word)))
  const [only, other] = alike
  if (only && !other) return only.id
  const accepted = (other ? alike : choices)
    .map(({ id, names: [name] }) => (name === undefined ? id : `${id} (${name})`))
    .join(', ')
  throw new CommandFailure({
    fr: `${wrong.fr} ; ${other ? 'plusieurs conviennent' : 'acceptés'} : ${accepted || 'aucun'}`,
    en: `${wrong.en}; ${other ? 'several fit' : 'accepted'}: ${accepted || 'none'}`,
  })
}

/** Case, accents and separators cost nothing, nor does a plural. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join('')
}
