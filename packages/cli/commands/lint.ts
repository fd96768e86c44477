import { formatDate } from '@vigie/documents'
import { type Finding, isFault, type Language, type LintReading, lint } from '@vigie/engine'
import type { Command } from '../command.ts'
import { readContractSource } from '../contract-source.ts'
import { CommandFailure } from '../failure.ts'
import { readCivilDate } from '../read-day.ts'
import { severityWords } from '../severity-words.ts'
import { explainRules, findRules, listRules, rulesJson } from '../show-rules.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie lint`: what makes a contract unmeasurable, by line. */
export const lintContract: Command = {
  name: 'lint',
  summary: {
    fr: 'contrôle d’un contrat : ce qui le rend inapplicable',
    en: 'checks a contract: what makes it unmeasurable',
  },
  positionals: [
    {
      name: 'CONTRACT',
      about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' },
      optional: true,
    },
  ],
  options: [
    {
      name: 'at',
      value: 'DATE',
      about: {
        fr: 'jour du contrôle (AAAA-MM-JJ) ; par défaut celui où chaque version entre en vigueur',
        en: 'day of the check (YYYY-MM-DD); default: the day on which each version takes force',
      },
    },
    {
      name: 'explain',
      value: 'RULE',
      about: { fr: 'ce que dit une règle, par son numéro (SL12)', en: 'what a rule says, by its number (SL12)' },
      repeated: true,
    },
    { name: 'rules', about: { fr: 'la liste des règles', en: 'the list of rules' } },
    { name: 'no-amendments', about: { fr: 'sans ses avenants', en: 'without its amendments' } },
  ],
  more: {
    fr: `Par constat : fichier:ligne:colonne, gravité, règle, phrase, enjeu, remède. Code de retour 1 s’il y a une erreur que
personne n’accepte (« accepted » du contrat). L’horloge de la machine n’est jamais lue.`,
    en: `By finding: file:line:column, severity, rule, sentence, what is at stake, remedy. Exit code 1 when there is an error
that nobody accepts (\`accepted\` of the contract). The machine's clock is never read.`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [path] = given.positionals
    const explained = given.texts('explain')
    if (given.has('rules') || explained.length > 0) {
      const rules = findRules(explained)
      const words = asked ?? 'fr'
      const text = explained.length > 0 ? explainRules(rules, words) : listRules(rules, words)
      await writeToStdout(json ? `${JSON.stringify(rulesJson(rules, words), null, 2)}\n` : text)
      return 0
    }
    if (path === undefined)
      throw new CommandFailure({
        fr: 'vigie lint : il manque CONTRACT (le contrat, en YAML ou en JSON) ; voir « vigie lint --help »',
        en: 'vigie lint: CONTRACT is missing (the contract, YAML or JSON); see "vigie lint --help"',
      })
    const { source, amendments } = await readContractSource(path, !given.has('no-amendments'))
    const at = readCivilDate(given.text('at'), 'at')
    const reading = lint(source, { file: path, amendments, ...(at === undefined ? {} : { at }) })
    const { findings, notice } = reading
    const language = asked ?? reading.language ?? 'fr'
    // The JSON document is the list of findings: what prevails over them is said beside it.
    if (json && notice !== undefined) process.stderr.write(`vigie: ${notice[language]}\n`)
    await writeToStdout(
      json
        ? `${JSON.stringify(
            findings.map((finding) => plain(finding, language)),
            null,
            2,
          )}\n`
        : shown(reading, path, language),
    )
    return findings.some((finding) => finding.severity === 'error' && isFault(finding)) ? 1 : 0
  },
}

function plain({ message, why, hint, ...finding }: Finding, language: Language): object {
  return { ...finding, message: message[language], why: why[language], hint: hint[language] }
}

function shown({ findings, notice, unjudged = [] }: LintReading, path: string, language: Language): string {
  const lines = findings.flatMap((finding) => {
    const { file, line, column, rule, path: where, severity, message, why, hint } = finding
    const word = isFault(finding) ? severityWords[severity] : accepted
    return [
      `${file ?? path}:${line}:${column} ${word[language]} ${rule} ${where}`,
      `  ${message[language]}`,
      `  ${why[language]}`,
      `  → ${hint[language]}`,
      ...acceptanceLine(finding, language),
    ]
  })
  const faults = findings.filter(isFault)
  const errors = faults.filter(({ severity }) => severity === 'error').length
  const [others, excused] = [faults.length - errors, findings.length - faults.length]
  const sum =
    language === 'fr'
      ? `${path} : ${errors} erreur(s), ${others} autre(s) constat(s)${excused === 0 ? '' : `, ${excused} accepté(s)`}`
      : `${path}: ${errors} error(s), ${others} other finding(s)${excused === 0 ? '' : `, ${excused} accepted`}`
  return `${[...(notice === undefined ? [] : [notice[language]]), ...lines, ...unjudgedLine(unjudged, language), sum].join('\n')}\n`
}

/** What the file leaves to another document is not judged, and the reader is told. */
function unjudgedLine(chapters: NonNullable<LintReading['unjudged']>, language: Language): readonly string[] {
  if (chapters.length === 0) return []
  const names = chapters.map((chapter) => CHAPTERS[chapter][language]).join(', ')
  return [
    language === 'fr' ? `non contrôlé, absent du fichier : ${names}` : `not checked, absent from the file: ${names}`,
  ]
}

const CHAPTERS: Readonly<Record<NonNullable<LintReading['unjudged']>[number], Readonly<Record<Language, string>>>> = {
  scope: { fr: 'périmètre', en: 'scope' },
  commitments: { fr: 'engagements', en: 'commitments' },
  followUp: { fr: 'suivi', en: 'follow-up' },
  governance: { fr: 'gouvernance', en: 'governance' },
  exit: { fr: 'réversibilité', en: 'exit' },
  evolution: { fr: 'évolution', en: 'evolution' },
}

const accepted: Readonly<Record<Language, string>> = { fr: 'accepté', en: 'accepted' }

function acceptanceLine({ accepted: acceptance }: Finding, language: Language): readonly string[] {
  if (acceptance === undefined) return []
  const { reason, until, by, expired } = acceptance
  const day = formatDate(until, language)
  const who = by === undefined ? '' : ` (${by})`
  const said = {
    fr: expired ? `acceptation expirée le ${day}` : `accepté jusqu’au ${day}`,
    en: expired ? `acceptance expired on ${day}` : `accepted until ${day}`,
  }
  return [`  ${said[language]}${who}${language === 'fr' ? ' :' : ':'} ${reason}`]
}
