import type { Language, Localised } from '@vigie/engine'
import type { ExitCode } from './failure.ts'

/** One option of a command line; `value` names what follows it, absent for a switch. */
export type Option = {
  readonly name: string
  readonly value?: string
  readonly repeated?: true
  readonly about: Localised
}

/** `optional`: it may be left out; the words that are given then stand for the others, in their order. */
export type Positional = { readonly name: string; readonly about: Localised; readonly optional?: true }

/** What was typed, checked against the command's table. */
export type Arguments = {
  readonly positionals: readonly string[]
  text(option: string): string | undefined
  texts(option: string): readonly string[]
  has(option: string): boolean
}

export type CommandContext = {
  readonly arguments: Arguments
  /** The language asked by `--lang` or `VIGIE_LANG`; absent: the contract's, then French. */
  readonly language: Language | undefined
  readonly json: boolean
}

export type Command = {
  readonly name: string
  readonly summary: Localised
  readonly positionals: readonly Positional[]
  readonly options: readonly Option[]
  /** More lines of help: what the command does with an example. */
  readonly more: Localised
  run(context: CommandContext): Promise<ExitCode>
}

/** Options that every command takes. */
export const everyOption: readonly Option[] = [
  {
    name: 'lang',
    value: 'fr|en',
    about: { fr: 'langue des messages et des documents', en: 'language of messages and documents' },
  },
  {
    name: 'json',
    about: { fr: 'un seul document JSON sur la sortie standard', en: 'one JSON document on standard output' },
  },
  { name: 'help', about: { fr: 'cette aide', en: 'this help' } },
]
