import { EVENT_FILE_COLUMNS, type LogTranslated, readMapping, translateLog } from '@vigie/engine'
import { stringify } from 'csv-stringify/sync'
import type { Command } from '../command.ts'
import { failureOf } from '../failure.ts'
import { showProgress } from '../progress.ts'
import { readSource, readWholeText } from '../read-source.ts'
import { showNotes } from '../show-notes.ts'
import { openOutput } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** Larger than any mapping. */
const mappingLimit = 1_000_000
const rowsAtOnce = 500

/** `vigie import`: a foreign log becomes events, by a mapping file. */
export const importLog: Command = {
  name: 'import',
  summary: {
    fr: 'le journal d’un autre outil devient des événements',
    en: 'the log of another tool becomes events',
  },
  positionals: [
    {
      name: 'MAPPING',
      about: { fr: 'la table de correspondance, en YAML ou en JSON', en: 'the mapping, YAML or JSON' },
    },
    {
      name: 'SOURCE',
      about: {
        fr: 'le journal, en CSV ou en JSON Lines, .gz possible, - pour l’entrée standard',
        en: 'the log, CSV or JSON Lines, maybe .gz, - for standard input',
      },
    },
  ],
  options: [
    {
      name: 'out',
      value: 'FILE',
      about: {
        fr: 'fichier CSV des événements ; sans lui, sur la sortie standard',
        en: 'CSV file of the events; without it, on standard output',
      },
    },
    {
      name: 'strict',
      about: { fr: 'code de retour 1 si une ligne est rejetée', en: 'exit code 1 when a row is rejected' },
    },
  ],
  more: {
    fr: `Dit ce qui entre, ce qui sort et ce qui est rejeté, avec la ligne et la raison. Exemple :
  vigie import contracts/servicenow-log/mapping.yaml journal.csv.gz --out evenements.csv`,
    en: `Says what comes in, what goes out and what is rejected, with line and reason. Example:
  vigie import contracts/servicenow-log/mapping.yaml log.csv.gz --out events.csv`,
  },
  async run({ arguments: given, language: asked, json }) {
    const language = asked ?? 'fr'
    const [mappingPath = '', sourcePath = ''] = given.positionals
    const reading = readMapping(await readWholeText(mappingPath, mappingLimit), mappingPath)
    if (!reading.ok) throw failureOf(reading.issues, mappingPath)
    const translator = translateLog(reading.mapping)
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
