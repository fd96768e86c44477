import { existsSync } from 'node:fs'
import { type Finding, lint } from '@vigie/engine'
import type { Command } from '../command.ts'
import { askQuestions } from '../draft/ask-questions.ts'
import { draftContract } from '../draft/draft-contract.ts'
import { draftQuestions } from '../draft/draft-questions.ts'
import { CommandFailure } from '../failure.ts'
import { writeFiles } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie new`: a first contract by questions, which the linter finds nothing to say about. */
export const newContract: Command = {
  name: 'new',
  summary: { fr: 'compose un premier contrat, par questions', en: 'draws up a first contract, by questions' },
  positionals: [],
  options: [
    {
      name: 'out',
      value: 'FILE',
      about: { fr: 'fichier du contrat (sortie standard sinon)', en: 'file of the contract (else standard output)' },
    },
    {
      name: 'set',
      value: 'NAME=ANSWER',
      repeated: true,
      about: { fr: 'répond d’avance à une question', en: 'answers a question beforehand' },
    },
    {
      name: 'usual',
      about: { fr: 'prend les réponses usuelles sans les demander', en: 'takes usual answers unasked' },
    },
    { name: 'force', about: { fr: 'remplace un fichier existant', en: 'replaces a file that exists' } },
  ],
  more: {
    fr: `Une question par ligne ; une ligne vide prend la réponse entre crochets. Questions : ${names()}. Exemple :
  vigie new --out contrat.yaml
  vigie new --usual --set client="Menuiserie Dupont" --set "sites=Siège 44000 ; Atelier 49300" --out contrat.yaml`,
    en: `One question a line; an empty line takes the answer in brackets. Questions: ${names()}. Example:
  vigie new --lang en --out contract.yaml --set client="Dupont Joinery" --set "sites=Head office 44000; Workshop 49300"`,
  },
  async run({ arguments: given, language = 'fr', json }) {
    const path = given.text('out')
    if (path !== undefined && existsSync(path) && !given.has('force')) throw existing(path)
    const answers = await askQuestions(new Map(given.texts('set').map(readSet)), language, given.has('usual'))
    const source = draftContract(answers)
    const findings = lint(source, path === undefined ? {} : { file: path }).findings.filter(isOpen)
    if (path !== undefined) writeFiles([{ path, bytes: source }])
    const said = findings.map(({ line, rule, message }) => `${path ?? ''}:${line} ${rule} ${message[language]}`)
    process.stderr.write(said.map((one) => `${one}\n`).join(''))
    if (json)
      await writeToStdout(`${JSON.stringify({ path: path ?? null, answers, findings: findings.length }, null, 2)}\n`)
    else await writeToStdout(path === undefined ? source : `${path}\n`)
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

function names(): string {
  return draftQuestions.map(({ name }) => name).join(', ')
}

function isOpen(finding: Finding): boolean {
  return !('accepted' in finding)
}

function readSet(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)]
  throw new CommandFailure({
    fr: `--set attend NOM=RÉPONSE (reçu : ${text})`,
    en: `--set expects NAME=ANSWER (got: ${text})`,
  })
}

function existing(path: string): CommandFailure {
  return new CommandFailure({
    fr: `${path} existe déjà ; --force pour le remplacer`,
    en: `${path} exists already; --force replaces it`,
  })
}
