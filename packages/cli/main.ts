import type { Language } from '@vigie/engine'
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import { CommandFailure, type ExitCode } from './failure.ts'
import { readArguments } from './read-arguments.ts'
import { showCommand, showOverview } from './show-help.ts'
import { spokenLanguage } from './spoken-language.ts'

process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<ExitCode> {
  const spoken = askedLanguage(words)
  const language = spoken === 'unknown' ? undefined : spoken
  try {
    if (spoken === 'unknown') {
      throw new CommandFailure({
        fr: '--lang ou VIGIE_LANG : fr ou en est attendu',
        en: '--lang or VIGIE_LANG: fr or en is expected',
      })
    }
    const [name, ...rest] = words
    if (name === undefined || name === 'help' || name.startsWith('--')) return await overview(words, language ?? 'fr')
    const command = await commandNamed(name)
    const given = readArguments(command, rest)
    if (given.has('help')) {
      process.stdout.write(showCommand(command, language ?? 'fr'))
      return 0
    }
    return await command.run({ arguments: given, language, json: given.has('json') })
  } catch (error) {
    const lines = error instanceof CommandFailure ? error.localised : [unexpected(error)]
    for (const line of lines) process.stderr.write(`vigie: ${line[spokenLanguage(language)]}\n`)
    return 2
  }
}

async function overview(words: readonly string[], language: Language): Promise<ExitCode> {
  const known = ['help', '--help', '--lang', 'fr', 'en', '--lang=fr', '--lang=en', '--json']
  const named = words[0] === 'help' && words[1] !== undefined && !words[1].startsWith('--')
  const wrong = named ? undefined : words.find((word) => !known.includes(word))
  if (wrong) throw unknownCommand(wrong)
  const text = named
    ? showCommand(await commandNamed(words[1] ?? ''), language)
    : showOverview(await Promise.all(Object.values(commands).map((load) => load())), language)
  process.stdout.write(text)
  return words.length === 0 ? 2 : 0
}

/** `--lang` wins over `VIGIE_LANG`; the machine's locale is never read. */
function askedLanguage(words: readonly string[]): Language | 'unknown' | undefined {
  const place = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const word = place < 0 ? undefined : words[place]
  const asked =
    word === undefined ? process.env.VIGIE_LANG || undefined : word === '--lang' ? words[place + 1] : word.slice(7)
  if (asked === undefined) return word === undefined ? undefined : 'unknown'
  return asked === 'fr' || asked === 'en' ? asked : 'unknown'
}

async function commandNamed(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw unknownCommand(name)
  return load()
}

function unknownCommand(name: string): CommandFailure {
  const list = Object.keys(commands).join(', ')
  return new CommandFailure({
    fr: `commande inconnue : ${name} (commandes : ${list})`,
    en: `unknown command: ${name} (commands: ${list})`,
  })
}

/** A broken invariant of ours: named for the report, without its stack unless `VIGIE_DEBUG` asks for it. */
function unexpected(error: unknown): { fr: string; en: string } {
  const what = error instanceof Error ? (process.env.VIGIE_DEBUG ? error.stack : error.message) : String(error)
  return { fr: `erreur interne : ${what}`, en: `internal error: ${what}` }
}
