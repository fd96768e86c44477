import { join } from 'node:path'
import { simulate } from '@vigie/simulator'
import type { Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { loadContract } from '../load-contract.ts'
import { type Output, openOutput } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

const kinds = ['events', 'outages', 'controls', 'calls'] as const

/** `vigie simulate`: a seeded year of facts. */
export const simulateYear: Command = {
  name: 'simulate',
  summary: {
    fr: 'une période de faits simulée, la même pour la même graine',
    en: 'a simulated span of facts, the same for the same seed',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
  ],
  options: [
    { name: 'from', value: 'DATE', about: { fr: 'premier jour', en: 'first day' } },
    { name: 'to', value: 'DATE', about: { fr: 'jour qui suit le dernier', en: 'day after the last' } },
    {
      name: 'seed',
      value: 'N',
      about: { fr: 'graine : même graine, mêmes octets', en: 'seed: same seed, same bytes' },
    },
    {
      name: 'scale',
      value: 'N',
      about: { fr: 'taille du centre de services (1 par défaut)', en: 'size of the desk (default 1)' },
    },
    {
      name: 'out',
      value: 'FOLDER',
      about: {
        fr: 'dossier des fichiers ; sans lui, les événements sur la sortie standard',
        en: 'folder of the files; without it, the events on standard output',
      },
    },
  ],
  more: {
    fr: `Écrit events.csv, outages.csv, controls.csv et calls.csv dans le dossier :
  vigie simulate contracts/small-business/contract.yaml --from 2026-01-01 --to 2027-01-01 --seed 1 --out out`,
    en: `Writes events.csv, outages.csv, controls.csv and calls.csv into the folder:
  vigie simulate contracts/small-business/contract.yaml --from 2026-01-01 --to 2027-01-01 --seed 1 --out out`,
  },
  async run({ arguments: given, language, json }) {
    const [path = ''] = given.positionals
    const { versions } = await loadContract(path, { withAmendments: true, language })
    const from = needed(given.text('from'), '--from')
    const to = needed(given.text('to'), '--to')
    const seed = wholeNumber(given.text('seed') ?? '1')
    const scale = Number(given.text('scale') ?? '1')
    const simulation = started(() => simulate({ contract: versions[0], from, to, seed, scale }))
    const folder = given.text('out')
    if (folder === undefined) {
      for (const rows of simulation.events()) await writeToStdout(rows)
      return 0
    }
    const outputs: Output[] = []
    const counts: Record<string, number> = {}
    try {
      for (const kind of kinds) {
        const output = openOutput(join(folder, `${kind}.csv`))
        outputs.push(output)
        let lines = 0
        for (const rows of simulation[kind]()) {
          output.write(rows)
          lines += linesIn(rows)
        }
        counts[kind] = Math.max(0, lines - 1)
      }
    } catch (error) {
      for (const output of outputs) output.drop()
      throw error
    }
    for (const output of outputs) output.keep()
    const said = kinds.map((kind) => `${join(folder, `${kind}.csv`)} ${counts[kind]}`).join('\n')
    await writeToStdout(json ? `${JSON.stringify({ seed, scale, from, to, folder, rows: counts })}\n` : `${said}\n`)
    return 0
  },
}

function linesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function needed(value: string | undefined, option: string): string {
  if (value !== undefined) return value
  throw new CommandFailure({ fr: `${option} est attendu (AAAA-MM-JJ)`, en: `${option} is expected (YYYY-MM-DD)` })
}

function wholeNumber(text: string): number {
  if (/^-?\d{1,15}$/.test(text)) return Number(text)
  throw new CommandFailure({
    fr: `--seed : un entier est attendu (reçu : ${text})`,
    en: `--seed: an integer is expected (got: ${text})`,
  })
}

function started<Value>(start: () => Value): Value {
  try {
    return start()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new CommandFailure({
      fr: `simulation impossible (${error.message}) : --from et --to sont des dates AAAA-MM-JJ, --to après --from ; --scale un nombre positif`,
      en: `cannot simulate (${error.message}): --from and --to are dates YYYY-MM-DD, --to after --from; --scale a positive number`,
    })
  }
}
