import {
  EVENT_FILE_COLUMNS,
  INVENTORY_PRESETS,
  type InventoryMapping,
  inventoryPreset,
  type LogTranslated,
  type Mapping,
  readAnyMapping,
  translateLog,
} from '@vigie/engine'
import { stringify } from 'csv-stringify/sync'
import type { Arguments, Command } from '../command.ts'
import { CommandFailure, failureOf } from '../failure.ts'
import { importInventory } from '../import-inventory.ts'
import { showProgress } from '../progress.ts'
import { readSource, readWholeText } from '../read-source.ts'
import { showNotes } from '../show-notes.ts'
import { openOutput } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** Larger than any mapping. */
const mappingLimit = 1_000_000
const rowsAtOnce = 500

/** `vigie import`: a foreign log becomes events, a foreign inventory becomes its facts, by a mapping file or a preset. */
export const importLog: Command = {
  name: 'import',
  summary: {
    fr: 'le journal, ou l’inventaire, d’un autre outil devient des faits',
    en: 'the log, or the inventory, of another tool becomes facts',
  },
  positionals: [
    {
      name: 'MAPPING',
      optional: true,
      about: {
        fr: 'la table de correspondance, en YAML ou en JSON ; ou --preset',
        en: 'the mapping, YAML or JSON; or --preset',
      },
    },
    {
      name: 'SOURCE',
      about: {
        fr: 'le journal ou l’export, en CSV ou en JSON Lines (un inventaire aussi en JSON), .gz possible, - pour l’entrée standard',
        en: 'the log or export, CSV or JSON Lines (an inventory also as JSON), maybe .gz, - for standard input',
      },
    },
  ],
  options: [
    {
      name: 'out',
      value: 'FILE',
      about: {
        fr: 'fichier CSV des faits ; sans lui, sur la sortie standard',
        en: 'CSV file of the facts; without it, on standard output',
      },
    },
    {
      name: 'preset',
      value: INVENTORY_PRESETS.join('|'),
      about: {
        fr: 'inventaire exporté en CSV de GLPI ou d’iTop : aucune table à écrire',
        en: 'inventory exported as CSV from GLPI or iTop: no mapping to write',
      },
    },
    {
      name: 'at',
      value: 'DATE',
      about: { fr: 'd’un inventaire : date de l’export', en: 'of an inventory: date of the export' },
    },
    {
      name: 'previous',
      value: 'FILE',
      about: {
        fr: 'd’un inventaire : les faits connus avant cet export, qu’il complète',
        en: 'of an inventory: the facts known before this export, which it completes',
      },
    },
    {
      name: 'class',
      value: 'CLASS',
      about: {
        fr: 'd’un inventaire : classe des lignes qui n’en disent pas',
        en: 'of an inventory: class of the rows that say none',
      },
    },
    {
      name: 'source',
      value: 'NAME',
      about: { fr: 'd’un inventaire : nom de l’outil', en: 'of an inventory: name of the tool' },
    },
    {
      name: 'time-zone',
      value: 'ZONE',
      about: { fr: 'd’un inventaire : fuseau de --at (nom IANA)', en: 'of an inventory: zone of --at (IANA name)' },
    },
    {
      name: 'strict',
      about: { fr: 'code de retour 1 si une ligne est rejetée', en: 'exit code 1 when a row is rejected' },
    },
  ],
  more: {
    fr: `Dit ce qui entre, ce qui sort et ce qui est rejeté, avec la ligne et la raison. Exemple :
  vigie import contracts/servicenow-log/mapping.yaml journal.csv.gz --out evenements.csv
  vigie import --preset glpi ordinateurs.csv --class workstation --at 2026-11-01 --out inventaire.csv`,
    en: `Says what comes in, what goes out and what is rejected, with line and reason. Example:
  vigie import contracts/servicenow-log/mapping.yaml log.csv.gz --out events.csv
  vigie import --preset glpi computers.csv --class workstation --at 2026-11-01 --out inventory.csv`,
  },
  async run({ arguments: given, language: asked, json }) {
    const language = asked ?? 'fr'
    const { mapping, sourcePath } = await readRequest(given)
    if (mapping.shape === 'inventory') return importInventory(mapping, sourcePath, { given, language, json })
    refuseInventoryOptions(given)
    const translator = translateLog(mapping)
    await readSource(sourcePath, translator.write, showProgress(sourcePath))
    const translated = translator.end()
    if (!translated.ok) throw failureOf([translated.fault], sourcePath)
    showNotes(sourcePath, translated, language)

    const out = given.text('out')
    if (out !== undefined) writeEvents(out, translated)
    else if (!json) for (const text of eventTexts(translated)) await writeToStdout(text)
    const { counts, rejectedByReason } = translated
    if (json)
      await writeToStdout(
        `${JSON.stringify({ counts, rejectedByReason, rejected: translated.rejected.map(({ message, ...row }) => ({ ...row, message: message[language] })) }, null, 2)}\n`,
      )
    else process.stderr.write(`vigie: ${countsText(counts, language)}\n`)
    return given.has('strict') && counts.rejected > 0 ? 1 : 0
  },
}

/** The mapping of the file, or of the preset; then the words stand for the source alone. */
async function readRequest(
  given: Arguments,
): Promise<{ readonly mapping: Mapping | InventoryMapping; readonly sourcePath: string }> {
  const [first = '', second] = given.positionals
  const asked = given.text('preset')
  if (asked !== undefined) {
    const preset = INVENTORY_PRESETS.find((name) => name === asked)
    if (preset === undefined) throw unknownPreset(asked)
    if (second !== undefined) throw bothMappings()
    return { mapping: inventoryPreset(preset), sourcePath: first }
  }
  if (second === undefined) throw noSource()
  const reading = readAnyMapping(await readWholeText(first, mappingLimit), first)
  if (!reading.ok) throw failureOf(reading.issues, first)
  return { mapping: reading.mapping, sourcePath: second }
}

function refuseInventoryOptions(given: Arguments): void {
  const wrong = ['at', 'previous', 'class', 'source', 'time-zone'].find((name) => given.has(name))
  if (wrong === undefined) return
  throw new CommandFailure({
    fr: `--${wrong} ne vaut que pour un inventaire (shape: inventory, ou --preset)`,
    en: `--${wrong} is for an inventory only (shape: inventory, or --preset)`,
  })
}

function unknownPreset(name: string): CommandFailure {
  const known = INVENTORY_PRESETS.join(', ')
  return new CommandFailure({
    fr: `--preset : « ${name} » n’est pas connu ; attendu : ${known}`,
    en: `--preset: "${name}" is not known; expected: ${known}`,
  })
}

function bothMappings(): CommandFailure {
  return new CommandFailure({
    fr: '--preset remplace la table de correspondance : donner l’un ou l’autre',
    en: '--preset stands for the mapping: give one or the other',
  })
}

function noSource(): CommandFailure {
  return new CommandFailure({
    fr: 'vigie import : il manque SOURCE (le journal) ; voir « vigie import --help »',
    en: 'vigie import: SOURCE is missing (the log); see "vigie import --help"',
  })
}

type Translated = LogTranslated & { readonly ok: true }

function writeEvents(path: string, translated: Translated): void {
  const output = openOutput(path)
  try {
    for (const text of eventTexts(translated)) output.write(text)
  } catch (error) {
    output.drop()
    throw error
  }
  output.keep()
}

function* eventTexts(translated: Translated): Generator<string> {
  yield `${EVENT_FILE_COLUMNS.join(',')}\n`
  let rows: (readonly string[])[] = []
  for (const row of translated.events()) {
    rows.push(row)
    if (rows.length < rowsAtOnce) continue
    yield stringify(rows)
    rows = []
  }
  if (rows.length > 0) yield stringify(rows)
}

function countsText(
  { in: rowsIn, used, ignored, duplicates, rejected, out, tickets }: Translated['counts'],
  language: 'fr' | 'en',
): string {
  return language === 'fr'
    ? `${rowsIn} lignes lues : ${used} utilisées, ${ignored} laissées de côté, ${duplicates} en double, ${rejected} rejetées ; ${out} événements de ${tickets} tickets`
    : `${rowsIn} rows read: ${used} used, ${ignored} left aside, ${duplicates} duplicates, ${rejected} rejected; ${out} events of ${tickets} tickets`
}
