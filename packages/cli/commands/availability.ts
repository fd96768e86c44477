import {
  type AvailabilityResult,
  availabilityJson,
  judgeAvailability,
  type Language,
  outagesFromIncidents,
} from '@vigie/engine'
import type { Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { periodOptions, readAskedPeriod, readAt, readingOptions } from '../judged-facts.ts'
import { loadContract } from '../load-contract.ts'
import { loadOutages } from '../load-other-facts.ts'
import { loadRecord } from '../load-record.ts'
import { noticeLines } from '../prevailing-notice.ts'
import { showAvailability } from '../show-availability.ts'
import { versionAt } from '../version-at.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie availability`: each service against its clause, contractual and experienced side by side. */
export const availability: Command = {
  name: 'availability',
  summary: {
    fr: 'disponibilité des services : contractuelle et vécue',
    en: 'availability of services: contractual and experienced',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
    {
      name: 'OUTAGES',
      about: {
        fr: 'les états des composants, en CSV ou en JSON Lines, .gz possible, - pour l’entrée standard',
        en: 'the states of components, CSV or JSON Lines, maybe .gz, - for standard input',
      },
    },
  ],
  options: [
    ...periodOptions,
    {
      name: 'events',
      value: 'FILE',
      about: {
        fr: 'les faits des tickets, si le contrat en tire des interruptions',
        en: 'the facts of the tickets, where the contract takes outages from them',
      },
    },
    ...readingOptions,
  ],
  more: {
    fr: `Un composant sans ligne est en service. Exemple :
  vigie availability contrat.yaml interruptions.csv --month 2026-10`,
    en: `A component without a row is up. Example:
  vigie availability contract.yaml outages.csv --month 2026-10`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [contractPath = '', outagesPath = ''] = given.positionals
    const at = readAt(given.text('at'))
    const contract = await loadContract(contractPath, { withAmendments: !given.has('no-amendments'), language: asked })
    const [{ language: own, timeZone }] = contract.versions
    const language: Language = asked ?? own
    const period = readAskedPeriod(given, timeZone, { firstAt: undefined, lastAt: undefined })
    if (period === undefined)
      throw new CommandFailure({
        fr: '--month, ou --from et --to, est attendu',
        en: '--month, or --from and --to, is expected',
      })
    const { facts, rejected } = await loadOutages(outagesPath, given.text('time-zone'), language)
    const eventsPath = given.text('events')
    const events =
      eventsPath === undefined ? undefined : await loadRecord(eventsPath, given.text('time-zone'), language)
    const told = events === undefined ? [] : outagesFromIncidents(contract, events.record, at ?? period.to)
    const outages = [...facts, ...told]
    const version = versionAt(contract, period.to - 1)
    // The JSON document is the list of figures: what prevails over them is said beside it.
    if (json)
      process.stderr.write(
        noticeLines(version, language)
          .replace(/^(?=.)/, 'vigie: ')
          .replace('\n\n', '\n'),
      )
    const results = judgeAvailability({ contract, outages, period, ...(at === undefined ? {} : { at }) })
    await writeToStdout(json ? `${JSON.stringify(results.map(availabilityJson), null, 2)}\n` : shown(results))
    return given.has('strict') && rejected + (events?.counts.rejected ?? 0) > 0 ? 1 : 0

    function shown(all: readonly AvailabilityResult[]): string {
      return `${noticeLines(version, language)}${showAvailability(all, language)}`
    }
  },
}
