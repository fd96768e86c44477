import { explain, explanationJson, versionInForce } from '@vigie/engine'
import type { CommandContext } from './command.ts'
import { type ExitCode, failureOf } from './failure.ts'
import type { JudgedFacts } from './judged-facts.ts'
import { noticeLines } from './prevailing-notice.ts'
import { showExplanation } from './show-explanation.ts'
import { writeToStdout } from './write-to-stdout.ts'

/** `vigie measure … --ticket ID [--ledger]`: one ticket, so that a person follows it with a calendar in hand. */
export async function explainOne(ticket: string, context: CommandContext, judged: JudgedFacts): Promise<ExitCode> {
  const { contract, facts, language, exitCode, penalties } = judged
  const { controls } = penalties
  const at = judged.at ?? judged.period?.to ?? facts.record.lastAt ?? 0
  const reading = explain({ contract, record: facts.record, ticket, at, ...(controls && { controls }) })
  if (!reading.ok) throw failureOf(reading.issues)
  const withLedger = context.arguments.has('ledger')
  const { timeZone } = contract.versions[0]
  const version = versionInForce(contract, at) ?? contract.versions[0]
  const text = context.json
    ? `${JSON.stringify(explanationJson(reading.explanation, language, withLedger, version), null, 2)}\n`
    : `${noticeLines(version, language)}${showExplanation(reading.explanation, { timeZone, language, withLedger })}`
  await writeToStdout(text)
  return exitCode
}
