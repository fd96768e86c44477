import {
  backtest,
  backtestJson,
  type ContractHistory,
  type Period,
  parsePercent,
  type Ratio,
  type Replay,
  readPeriod,
  readReplay,
  searchTarget,
  targetSearchJson,
} from '@vigie/engine'
import type { Command, CommandContext } from '../command.ts'
import { readContractSource } from '../contract-source.ts'
import { CommandFailure, failureOf } from '../failure.ts'
import { flipRow, flipsHeader } from '../flips-csv.ts'
import { type JudgedFacts, judgedOptions, loadJudgedFacts } from '../judged-facts.ts'
import { noticeKey, noticeLines } from '../prevailing-notice.ts'
import { readWholeText } from '../read-source.ts'
import { showBacktest } from '../show-backtest.ts'
import { showTargetSearch } from '../show-target-search.ts'
import { versionAt } from '../version-at.ts'
import { openOutput } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie backtest`: an amendment replayed on past facts, or the target that would have been met. */
export const backtestAmendment: Command = {
  name: 'backtest',
  summary: {
    fr: 'rejoue un avenant sur des faits passés ; cherche un délai tenable',
    en: 'replays an amendment on past facts; searches a target that holds',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
    {
      name: 'AMENDMENT',
      optional: true,
      about: {
        fr: 'l’avenant à rejouer, signé ou en projet ; facultatif avec --search',
        en: 'the amendment to replay, signed or a draft; optional with --search',
      },
    },
    {
      name: 'EVENTS',
      about: {
        fr: 'les faits des tickets, en CSV ou en JSON Lines, .gz possible, - pour l’entrée standard',
        en: 'the facts of the tickets, CSV or JSON Lines, maybe .gz, - for standard input',
      },
    },
  ],
  options: [
    ...judgedOptions,
    {
      name: 'out',
      value: 'FILE',
      about: { fr: 'les tickets qui basculent, en CSV', en: 'the tickets that flip, as CSV' },
    },
    {
      name: 'search',
      value: 'COMMITMENT',
      about: {
        fr: 'cherche le plus petit délai de cet engagement qui aurait été tenu',
        en: 'searches the smallest target of this commitment that would have been met',
      },
    },
    {
      name: 'share',
      value: 'PERCENT',
      about: { fr: 'avec --search : tenu dans quelle part des cas (95%)', en: 'with --search: met how often (95%)' },
    },
  ],
  more: {
    fr: `L’avenant est rejoué comme s’il était en vigueur dès le premier jour de la période, quelle que soit sa date d’effet.
Sans période, du premier au dernier fait. Exemples :
  vigie backtest contrat.yaml projet-avenant.yaml evenements.csv.gz --from 2026-01-01 --to 2026-07-01 --out bascules.csv
  vigie backtest contrat.yaml evenements.csv.gz --search P2-RESOLUTION --share 95%`,
    en: `The amendment is replayed as if it were in force from the period's first day, whatever its effective date.
Without a period, from the first to the last fact. Examples:
  vigie backtest contract.yaml draft-amendment.yaml events.csv.gz --from 2026-01-01 --to 2026-07-01 --out flips.csv
  vigie backtest contract.yaml events.csv.gz --search P2-RESOLUTION --share 95%`,
  },
  async run(context) {
    const { arguments: given, json } = context
    const words = given.positionals
    const [contractPath = '', second = '', third] = words
    const [amendmentPath, eventsPath] = third === undefined ? [undefined, second] : [second, third]
    const commitment = given.text('search')
    const share = readShare(given.text('share'))
    refuseWords(context, amendmentPath)
    const facts = await loadJudgedFacts({
      ...context,
      arguments: { ...given, positionals: [contractPath, eventsPath] },
    })
    const period = facts.period ?? wholePeriod(facts)
    const replay =
      amendmentPath === undefined ? undefined : await loadReplay(contractPath, amendmentPath, context, period)
    const { record } = facts.facts
    const observed = facts.at ?? (facts.period === undefined ? record.lastAt : undefined)
    const at = observed === undefined ? {} : { at: observed }
    const version = versionAt(facts.contract, at.at)
    const [notice, lines] = [noticeKey(version, facts.language), noticeLines(version, facts.language)]
    if (commitment !== undefined) {
      const contract: ContractHistory = replay?.amended ?? facts.contract
      const reading = searchTarget({ contract, record, period, commitment, share, ...at })
      if (!reading.ok) throw failureOf(reading.issues)
      await writeToStdout(
        json
          ? `${JSON.stringify(Object.assign({}, notice, targetSearchJson(reading.search, facts.language)), null, 2)}\n`
          : `${lines}${showTargetSearch(reading.search, facts.language)}`,
      )
      return facts.exitCode
    }
    if (replay === undefined) throw noAmendment()
    const reading = backtest({ replay, record, period, ...at, penalties: facts.penalties })
    if (!reading.ok) throw failureOf(reading.issues)
    const path = given.text('out')
    if (path !== undefined) {
      const output = openOutput(path)
      output.write(flipsHeader)
      for (const flip of reading.backtest.flips) output.write(flipRow(flip, facts.language))
      output.keep()
    }
    await writeToStdout(
      json
        ? `${JSON.stringify(Object.assign({}, notice, backtestJson(reading.backtest, facts.language)), null, 2)}\n`
        : `${lines}${showBacktest(reading.backtest, facts.language)}`,
    )
    return facts.exitCode
  },
}

function refuseWords({ arguments: given }: CommandContext, amendmentPath: string | undefined): void {
  if (given.has('search')) {
    if (given.has('out'))
      throw new CommandFailure({ fr: '--out et --search s’excluent', en: '--out and --search exclude each other' })
    return
  }
  if (amendmentPath === undefined) throw noAmendment()
  if (given.has('share')) throw new CommandFailure({ fr: '--share demande --search', en: '--share asks for --search' })
}

function noAmendment(): CommandFailure {
  return new CommandFailure({
    fr: 'vigie backtest : il manque AMENDMENT (l’avenant à rejouer), ou --search ; voir « vigie backtest --help »',
    en: 'vigie backtest: AMENDMENT (the amendment to replay) or --search is missing; see "vigie backtest --help"',
  })
}

/** `95%`, or `95`; above 0, at most 100. */
function readShare(text = '95%'): Ratio {
  const share = parsePercent(text.endsWith('%') ? text : `${text}%`)
  if (share !== undefined && share.numerator > 0n && share.numerator <= share.denominator) return share
  throw new CommandFailure({
    fr: `--share : une part de plus de 0% à 100% est attendue, comme 95% (reçu : ${text})`,
    en: `--share: a share above 0% and up to 100% is expected, such as 95% (got: ${text})`,
  })
}

/** From the first to the last fact, and what was known then. */
function wholePeriod({ contract, facts: { record } }: JudgedFacts): Period {
  const reading = readPeriod({}, contract.versions[0].timeZone, record)
  if (!reading.ok) throw failureOf(reading.issues)
  return reading.period
}

async function loadReplay(
  contractPath: string,
  amendmentPath: string,
  { arguments: given }: CommandContext,
  period: { readonly from: number; readonly to: number },
): Promise<Replay> {
  const { source, amendments } = await readContractSource(contractPath, !given.has('no-amendments'))
  const amendment = { file: amendmentPath, source: await readWholeText(amendmentPath, amendmentLimit) }
  const reading = readReplay(source, { file: contractPath, amendments, amendment, period })
  if (!reading.ok) throw failureOf(reading.issues, amendmentPath)
  return reading.replay
}

const amendmentLimit = 8_000_000
