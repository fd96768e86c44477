import { parseArgs } from 'node:util'
import type { Arguments, Command } from './command.ts'
import { everyOption } from './command.ts'
import { CommandFailure } from './failure.ts'

/** Checks a command line against the command's table; throws `CommandFailure` with the word that is wrong. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const table = [...command.options, ...everyOption]
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      table.map((option) => [
        option.name,
        { type: option.value ? ('string' as const) : ('boolean' as const), multiple: true },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given = new Map<string, string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = table.find(({ name }) => name === token.name)
    if (!option)
      throw unknownOption(
        token.rawName,
        table.map(({ name }) => name),
      )
    if (option.value && (token.value === undefined || (token.inlineValue === false && token.value.startsWith('--')))) {
      throw new CommandFailure({
        fr: `${token.rawName} : une valeur est attendue (${option.value})`,
        en: `${token.rawName}: a value is expected (${option.value})`,
      })
    }
    if (!option.value && token.value !== undefined) {
      throw new CommandFailure({ fr: `${token.rawName} ne prend pas de valeur`, en: `${token.rawName} takes no value` })
    }
    const values = given.get(option.name) ?? []
    if (values.length > 0 && option.value && !option.repeated) {
      throw new CommandFailure({ fr: `${token.rawName} est donné deux fois`, en: `${token.rawName} is given twice` })
    }
    given.set(option.name, [...values, token.value ?? ''])
  }
  if (!given.has('help')) checkCount(command, positionals)
  return {
    positionals,
    text: (option) => given.get(option)?.[0],
    texts: (option) => given.get(option) ?? [],
    has: (option) => given.has(option),
  }
}

function checkCount(command: Command, positionals: readonly string[]): void {
  const needed = command.positionals.filter(({ optional }) => optional === undefined)
  const missing = needed[positionals.length]
  if (missing) {
    throw new CommandFailure({
      fr: `vigie ${command.name} : il manque ${missing.name} (${missing.about.fr}) ; voir « vigie ${command.name} --help »`,
      en: `vigie ${command.name}: ${missing.name} is missing (${missing.about.en}); see "vigie ${command.name} --help"`,
    })
  }
  const extra = positionals[command.positionals.length]
  if (extra !== undefined) {
    throw new CommandFailure({
      fr: `vigie ${command.name} : « ${extra} » est en trop`,
      en: `vigie ${command.name}: "${extra}" is one word too many`,
    })
  }
}

function unknownOption(word: string, known: readonly string[]): CommandFailure {
  const list = known.map((name) => `--${name}`).join(' ')
  return new CommandFailure({
    fr: `option inconnue : ${word} (options : ${list})`,
    en: `unknown option: ${word} (options: ${list})`,
  })
}
