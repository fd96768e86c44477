import type { Language, Localised } from '@vigie/engine'
import { type Command, everyOption } from './command.ts'

const title: Localised = {
  fr: 'vigie : le contrat d’infogérance, exécutable',
  en: 'vigie: the managed-services contract, executable',
}
const exitCodes: Localised = {
  fr: 'Codes de retour : 0 fait ; 1 ce qui est vérifié ne tient pas ; 2 commande ou fichier incorrect, rien n’est écrit.',
  en: 'Exit codes: 0 done; 1 the thing checked does not hold; 2 wrong usage or file, nothing is written.',
}

/** The list of commands. */
export function showOverview(commands: readonly Command[], language: Language): string {
  const use =
    language === 'fr'
      ? 'Usage : vigie COMMANDE … [--lang fr|en] [--help]'
      : 'Usage: vigie COMMAND … [--lang fr|en] [--help]'
  const rows = commands.map((command) => [usage(command), command.summary[language]] as const)
  return `${title[language]}\n\n${use}\n\n${columns(rows)}\n\n${exitCodes[language]}\n`
}

/** One command: usage, what it does, its words and options. */
export function showCommand(command: Command, language: Language): string {
  const [use, words, options] =
    language === 'fr' ? ['Usage :', 'Arguments', 'Options'] : ['Usage:', 'Arguments', 'Options']
  const positionals = command.positionals.map((one) => [one.name, one.about[language]] as const)
  const table = [...command.options, ...everyOption].map(
    (option) => [`--${option.name}${option.value ? ` ${option.value}` : ''}`, option.about[language]] as const,
  )
  const sections = [
    `vigie ${command.name} – ${command.summary[language]}`,
    `${use} vigie ${usage(command)} [options]`,
    command.more[language],
    ...(positionals.length > 0 ? [`${words}\n${columns(positionals)}`] : []),
    `${options}\n${columns(table)}`,
    exitCodes[language],
  ]
  return `${sections.join('\n\n')}\n`
}

function usage(command: Command): string {
  return [command.name, ...command.positionals.map(({ name, optional }) => (optional ? `[${name}]` : name))].join(' ')
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
