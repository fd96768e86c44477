import { type Finding, type Language, lint } from '@vigie/engine'
import type { Command } from '../command.ts'
import { readContractSource } from '../contract-source.ts'
import { writeToStdout } from '../write-to-stdout.ts'

const severities: Readonly<Record<Finding['severity'], Readonly<Record<Language, string>>>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'alerte', en: 'warning' },
  info: { fr: 'remarque', en: 'note' },
}

/** `vigie lint`: what makes a contract unmeasurable, by line. */
export const lintContract: Command = {
  name: 'lint',
  summary: {
    fr: 'contrôle d’un contrat : ce qui le rend inapplicable',
    en: 'checks a contract: what makes it unmeasurable',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
  ],
  options: [{ name: 'no-amendments', about: { fr: 'sans ses avenants', en: 'without its amendments' } }],
  more: {
    fr: 'Une ligne par constat : fichier:ligne:colonne, gravité, règle, phrase, remède. Code de retour 1 s’il y a une erreur.',
    en: 'One line a finding: file:line:column, severity, rule, sentence, remedy. Exit code 1 when there is an error.',
  },
  async run({ arguments: given, language: asked, json }) {
    const [path = ''] = given.positionals
    const { source, amendments } = await readContractSource(path, !given.has('no-amendments'))
    const { findings, language: own } = lint(source, { file: path, amendments })
    const language = asked ?? own ?? 'fr'
    await writeToStdout(
      json
        ? `${JSON.stringify(
            findings.map((finding) => plain(finding, language)),
            null,
            2,
          )}\n`
        : shown(findings, path, language),
    )
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

function plain({ message, why, hint, ...finding }: Finding, language: Language): object {
  return { ...finding, message: message[language], why: why[language], hint: hint[language] }
}

function shown(findings: readonly Finding[], path: string, language: Language): string {
  const lines = findings.flatMap((finding) => [
    `${finding.file ?? path}:${finding.line}:${finding.column} ${severities[finding.severity][language]} ${finding.rule} ${finding.path}`,
    `  ${finding.message[language]}`,
    `  ${finding.why[language]}`,
    `  → ${finding.hint[language]}`,
  ])
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const sum =
    language === 'fr'
      ? `${path} : ${errors} erreur(s), ${findings.length - errors} autre(s) constat(s)`
      : `${path}: ${errors} error(s), ${findings.length - errors} other finding(s)`
  return `${[...lines, sum].join('\n')}\n`
}
