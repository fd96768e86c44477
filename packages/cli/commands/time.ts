import { answerTimeQuery } from '@vigie/engine/calendar'
import type { Command } from '../command.ts'
import { readLines } from '../read-lines.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie time`: business-time questions, JSON Lines in and out, in order. */
export const time: Command = {
  name: 'time',
  summary: {
    fr: 'temps ouvré entre deux instants, échéance d’un délai',
    en: 'business time between instants, due instant of a delay',
  },
  positionals: [],
  options: [],
  more: {
    fr: `Lit des lignes JSON sur l’entrée standard et répond une ligne par ligne, dans l’ordre :
  {"id":1,"calendar":{"timeZone":"Europe/Paris","weekly":{"mon":["09:00-18:00"]}},"op":"between","start":"2026-11-16T09:00:00+01:00","end":"2026-11-16T12:00:00+01:00"}
  → {"id":1,"seconds":10800}
« op » vaut between (start, end) ou add (start, seconds) ; « pauses » liste des couples d’instants. Une question sans
réponse donne {"id":…,"error":{"code":…,"message":…}}.`,
    en: `Reads JSON lines from standard input and answers line by line, in order:
  {"id":1,"calendar":{"timeZone":"Europe/Paris","weekly":{"mon":["09:00-18:00"]}},"op":"between","start":"2026-11-16T09:00:00+01:00","end":"2026-11-16T12:00:00+01:00"}
  → {"id":1,"seconds":10800}
"op" is between (start, end) or add (start, seconds); "pauses" lists pairs of instants. A question without an answer
gives {"id":…,"error":{"code":…,"message":…}}.`,
  },
  async run({ language }) {
    for await (const line of readLines(process.stdin)) {
      const answer = answerTimeQuery(line, language ?? 'fr')
      if (answer !== undefined) await writeToStdout(`${answer}\n`)
    }
    return 0
  },
}
