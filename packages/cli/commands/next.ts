import {
  type DueClock,
  dueClockJson,
  dueNext,
  formatInstant,
  type Language,
  type LiveBoard,
  versionInForce,
} from '@vigie/engine'
import type { Command } from '../command.ts'
import { CommandFailure, failureOf } from '../failure.ts'
import { judgedPositionals, readAt, readingOptions } from '../judged-facts.ts'
import { loadContract } from '../load-contract.ts'
import { loadRecord } from '../load-record.ts'
import { noticeKey, noticeLines } from '../prevailing-notice.ts'
import { showDue } from '../show-due.ts'
import { writeToStdout } from '../write-to-stdout.ts'

const USUAL_LIMIT = 20

/** `vigie next`: the open clocks, by what is due first, with the time left in each clause's calendar. */
export const next: Command = {
  name: 'next',
  summary: {
    fr: 'ce qui échoit ensuite : délais ouverts, temps restant, suspensions',
    en: 'what is due next: open clocks, time left, pauses',
  },
  positionals: judgedPositionals,
  options: [
    {
      name: 'at',
      value: 'INSTANT',
      about: {
        fr: 'instant d’observation (par défaut le dernier fait)',
        en: 'observation instant (default: the last fact)',
      },
    },
    {
      name: 'limit',
      value: 'N',
      about: {
        fr: `au plus N échéances, et N suspensions (par défaut ${USUAL_LIMIT})`,
        en: `at most N due, and N paused (default ${USUAL_LIMIT})`,
      },
    },
    ...readingOptions,
  ],
  more: {
    fr: `Les délais dépassés viennent d’abord. Exemple :
  vigie next contrat.yaml evenements.csv --at 2026-10-14T09:00:00+02:00 --limit 10`,
    en: `Overrun clocks come first. Example:
  vigie next contract.yaml events.csv --at 2026-10-14T09:00:00+02:00 --limit 10`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [contractPath = '', eventsPath = ''] = given.positionals
    const limit = readLimit(given.text('limit'))
    const askedAt = readAt(given.text('at'))
    const contract = await loadContract(contractPath, { withAmendments: !given.has('no-amendments'), language: asked })
    const [first] = contract.versions
    const { language: own, timeZone, id } = first
    const language: Language = asked ?? own
    const { record, counts: read } = await loadRecord(eventsPath, given.text('time-zone'), language)
    const at = askedAt ?? record.lastAt
    if (at === undefined) {
      throw new CommandFailure({
        fr: 'le journal ne contient aucun fait : indiquer --at',
        en: 'the log holds no fact: --at is expected',
      })
    }
    const inForce = versionInForce(contract, at) ?? first
    const { version } = inForce
    const reading = dueNext({ contract, record, at })
    if (!reading.ok) throw failureOf(reading.issues)
    const { board } = reading
    const due = board.next(limit)
    const paused = board.paused(limit)
    const counts = countsOf(board)
    if (json) {
      const rows = (clocks: readonly DueClock[]) => clocks.map((clock) => dueClockJson(clock, language))
      const document = {
        at: formatInstant(at),
        contract: { id, version },
        ...noticeKey(inForce, language),
        counts,
        due: rows(due),
        paused: rows(paused),
      }
      await writeToStdout(`${JSON.stringify(document, null, 2)}\n`)
    } else {
      await writeToStdout(
        `${noticeLines(inForce, language)}${showDue({ at, counts, due, paused }, { language, timeZone })}`,
      )
    }
    return given.has('strict') && read.rejected > 0 ? 1 : 0
  },
}

function countsOf(board: LiveBoard) {
  const { due, paused } = board.counts()
  const states = board.next(due).map(({ state }) => state)
  const count = (state: DueClock['state']) => states.filter((one) => one === state).length
  return { open: due + paused, overdue: count('overdue'), atRisk: count('at-risk'), running: count('running'), paused }
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return USUAL_LIMIT
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new CommandFailure({
    fr: `--limit : un nombre entier d’au moins 1 est attendu (reçu : ${text})`,
    en: `--limit: a whole number of at least 1 is expected (got: ${text})`,
  })
}
