import { type Language, registerDeadlines } from '@vigie/engine'
import type { Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { loadContract } from '../load-contract.ts'
import { noticeKey, noticeLines } from '../prevailing-notice.ts'
import { readDay, readEndOfDay } from '../read-day.ts'
import { showRegisters } from '../show-registers.ts'
import { versionAt } from '../version-at.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie registers`: what ends when, in whose name, and until when notice can be given. */
export const registers: Command = {
  name: 'registers',
  summary: {
    fr: 'registres : ce qui prend fin, quand, et qui le détient',
    en: 'registers: what ends, when, and who holds it',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
  ],
  options: [
    {
      name: 'at',
      value: 'DATE',
      about: {
        fr: 'jour d’observation (AAAA-MM-JJ) ; sans lui, les dates sans jours restants',
        en: 'day of observation (YYYY-MM-DD); without it, dates without days left',
      },
    },
    {
      name: 'within',
      value: 'DAYS',
      about: { fr: 'nombre de jours qui vaut « bientôt » (par défaut 90)', en: 'days that are "soon" (default 90)' },
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
    fr: `Applications, contrats de tiers, licences, garanties, noms de domaine, certificats. Exemple :
  vigie registers contrat.yaml --at 2026-11-01`,
    en: `Applications, third-party contracts, licences, warranties, domain names, certificates. Example:
  vigie registers contract.yaml --at 2026-11-01`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [path = ''] = given.positionals
    const within = readWithin(given.text('within'))
    const history = await loadContract(path, { withAmendments: !given.has('no-amendments'), language: asked })
    const [{ language: own, timeZone }] = history.versions
    const language: Language = asked ?? own
    const text = given.text('at')
    const at = text === undefined ? undefined : readDay(text, timeZone)
    const contract = versionAt(history, at === undefined ? undefined : readEndOfDay(at, timeZone))
    const { id, version, currency, chapters } = contract
    const deadlines = registerDeadlines(chapters.scope?.registers, {
      ...(at === undefined ? {} : { at }),
      ...(within === undefined ? {} : { within }),
    })
    if (json)
      await writeToStdout(
        `${JSON.stringify({ at: at ?? null, contract: { id, version }, ...noticeKey(contract, language), currency, deadlines }, null, 2)}\n`,
      )
    else
      await writeToStdout(`${noticeLines(contract, language)}${showRegisters(deadlines, { at, currency, language })}`)
    return 0
  },
}

function readWithin(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new CommandFailure({
    fr: `--within : un nombre de jours est attendu (reçu : ${text})`,
    en: `--within: a number of days is expected (got: ${text})`,
  })
}
