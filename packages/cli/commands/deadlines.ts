import { contractDeadlines, type Deadline, formatInstant, type Language } from '@vigie/engine'
import type { Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { loadContract } from '../load-contract.ts'
import { noticeKey, noticeLines } from '../prevailing-notice.ts'
import { readCivilDate, readDay, readEndOfDay } from '../read-day.ts'
import { showDeadlines } from '../show-deadlines.ts'
import { versionAt } from '../version-at.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie deadlines`: the windows and deadlines of a contract, computed from its clauses. */
export const deadlines: Command = {
  name: 'deadlines',
  summary: {
    fr: 'échéances du contrat : terme, reconduction, sortie, révision, options',
    en: 'deadlines of the contract: term, renewal, exit, revision, options',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
  ],
  options: [
    {
      name: 'from',
      value: 'DATE',
      about: {
        fr: 'premier jour (AAAA-MM-JJ) ; par défaut la première échéance',
        en: 'first day (YYYY-MM-DD); default: the first deadline',
      },
    },
    {
      name: 'to',
      value: 'DATE',
      about: {
        fr: 'jour de fin, exclu ; par défaut la fin de la durée initiale et d’une reconduction tacite',
        en: 'last day, exclusive; default: the end of the initial term and of one tacit renewal',
      },
    },
    {
      name: 'at',
      value: 'DATE',
      about: {
        fr: 'la version en vigueur ce jour-là ; par défaut la dernière',
        en: 'the version in force that day; default: the last one',
      },
    },
    {
      name: 'recurring',
      about: {
        fr: 'aussi ce qui revient chaque mois : rapports, réclamations, comités',
        en: 'also what comes back every month: reports, claims, committees',
      },
    },
    {
      name: 'no-amendments',
      about: {
        fr: 'le contrat tel que signé, sans ses avenants',
        en: 'the contract as signed, without its amendments',
      },
    },
  ],
  more: {
    fr: `Une date qui borne un acte est son dernier jour entier. Exemple :
  vigie deadlines contrat.yaml --from 2028-01-01 --to 2029-02-01`,
    en: `A date that bounds an act is its last full day. Example:
  vigie deadlines contract.yaml --from 2028-01-01 --to 2029-02-01`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [path = ''] = given.positionals
    const from = readCivilDate(given.text('from'), 'from')
    const to = readCivilDate(given.text('to'), 'to')
    if (from !== undefined && to !== undefined && to <= from) throw emptySpan(from, to)
    const history = await loadContract(path, { withAmendments: !given.has('no-amendments'), language: asked })
    const [{ language: own, timeZone }] = history.versions
    const language: Language = asked ?? own
    const at = given.text('at')
    const contract = versionAt(history, at === undefined ? undefined : readEndOfDay(readDay(at, timeZone), timeZone))
    const found = contractDeadlines(contract, {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      recurring: given.has('recurring'),
    })
    if (json) {
      const document = {
        contract: { id: contract.id, version: contract.version },
        ...noticeKey(contract, language),
        timeZone,
        deadlines: found.map((deadline) => plain(deadline, language)),
      }
      await writeToStdout(`${JSON.stringify(document, null, 2)}\n`)
    } else
      await writeToStdout(
        `${noticeLines(contract, language)}${showDeadlines(found, { title: contract.title, timeZone, language })}`,
      )
    return 0
  },
}

function emptySpan(from: string, to: string): CommandFailure {
  return new CommandFailure({
    fr: `--to ${to} : un jour après --from ${from} est attendu`,
    en: `--to ${to}: a day after --from ${from} is expected`,
  })
}

function plain({ at, label, ...deadline }: Deadline, language: Language): object {
  return { ...deadline, ...(at === undefined ? {} : { at: formatInstant(at) }), label: label[language] }
}
