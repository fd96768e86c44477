import type { Language } from '@vigie/engine'
import {
  compileScope,
  coveragePercent,
  type ScopeCoverage,
  ScopeError,
  type ScopeVerdict,
  unservedSites,
} from '@vigie/engine/scope'
import type { Command, Option } from '../command.ts'
import { readContractSource } from '../contract-source.ts'
import { CommandFailure } from '../failure.ts'
import { findKept, keep } from '../scope/kept-scope.ts'
import { readAsk } from '../scope/read-ask.ts'
import { namesOf } from '../scope/say-price.ts'
import type { ScopeFile, ScopeVersion } from '../scope/scope-file.ts'
import { showCoverage } from '../scope/show-coverage.ts'
import { showDecision } from '../scope/show-decision.ts'
import { learnLanguage } from '../spoken-language.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** With `--tickets`: which of them. */
const ofTickets: readonly Option[] = [
  {
    name: 'month',
    value: 'AAAA-MM',
    about: { fr: 'avec --tickets : leur mois', en: 'with --tickets: their month (YYYY-MM)' },
  },
  { name: 'from', value: 'DATE', about: { fr: 'avec --tickets : premier jour', en: 'with --tickets: first day' } },
  {
    name: 'to',
    value: 'DATE',
    about: { fr: 'avec --tickets : jour qui suit le dernier', en: 'with --tickets: day after the last' },
  },
  {
    name: 'time-zone',
    value: 'ZONE',
    about: { fr: 'fuseau des instants sans décalage (nom IANA)', en: 'zone of instants without an offset (IANA name)' },
  },
]

/** `vigie scope`: what is covered; its gaps and conflicts, one decision, or the matrix. */
export const scope: Command = {
  name: 'scope',
  summary: {
    fr: 'périmètre : ce qui est couvert, les trous, les contradictions ; une décision',
    en: 'scope: what is covered, gaps, conflicts; one decision',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
  ],
  options: [
    {
      name: 'ask',
      value: 'KEY=VALUE,…',
      repeated: true,
      about: {
        fr: 'une question : assetClass=server,site=hq ; identifiants ou libellés',
        en: 'one question: assetClass=server,site=hq; ids or labels',
      },
    },
    {
      name: 'matrix',
      about: { fr: 'la matrice équipements × interventions', en: 'the matrix of assets × interventions' },
    },
    {
      name: 'out',
      value: 'FILE',
      about: { fr: 'avec --matrix : la page HTML à écrire', en: 'with --matrix: the HTML page to write' },
    },
    {
      name: 'tickets',
      value: 'EVENTS',
      about: {
        fr: 'les tickets d’un journal que le périmètre décide, et les quotas qu’ils consomment',
        en: 'the tickets of a log that the scope decides, and the quotas that they use',
      },
    },
    ...ofTickets,
    {
      name: 'at',
      value: 'DATE',
      about: {
        fr: 'jour dont la version du contrat fait foi (par défaut, la dernière version)',
        en: 'day whose version of the contract counts (default: the last version)',
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
    fr: `Calcule tous les trous et toutes les contradictions ; 1 s’il y en a, ou si un site n’est dans aucune zone.
--ask : le verdict avec sa règle et sa clause ; 1 si le contrat ne répond pas (trou, contradiction, lieu non
desservi, question incomplète). Exemples :
  vigie scope contrat.yaml
  vigie scope contrat.yaml --ask "équipement=serveurs,site=siège,intervention=support"
  vigie scope contrat.yaml --ask postalCode=35000,mode=onsite
  vigie scope contrat.yaml --tickets evenements.csv --from 2026-01-01 --to 2027-01-01
  vigie scope contrat.yaml --matrix --out perimetre.html`,
    en: `Computes every gap and every conflict; 1 where there is one, or where a site is in no zone.
--ask: the verdict with its rule and clause; 1 where the contract gives none (gap, conflict, place that is not
served, question left open). Examples:
  vigie scope contract.yaml
  vigie scope contract.yaml --ask assetClass=server,site=hq,intervention=support
  vigie scope contract.yaml --ask postalCode=35000,mode=onsite
  vigie scope contract.yaml --tickets events.csv --from 2026-01-01 --to 2027-01-01
  vigie scope contract.yaml --matrix --out scope.html`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [path = ''] = given.positionals
    const events = given.text('tickets')
    if (events !== undefined) {
      const { coverEvents } = await import('../scope/cover-events.ts')
      await writeToStdout(await coverEvents(given, events, asked, json))
      return 0
    }
    const file = await loadScope(path, !given.has('no-amendments'), asked)
    const language: Language = asked ?? file.language
    const version = await versionAt(file, given.text('at'))
    const nameOf = namesOf(version, file.currency, language)
    const compiled = compileScope(version.terms, { nameOf })
    const contract = { id: file.id, title: file.title, version: version.version, notice: version.notice?.[language] }
    const prevails = contract.notice === undefined ? '' : `${contract.notice}\n\n`
    if (given.has('ask')) {
      const verdict = compiled.decide(readAsk(given.texts('ask'), version.terms))
      await writeToStdout(
        json
          ? decisionJson(verdict, contract, language)
          : `${prevails}${showDecision(verdict, contract, nameOf, language)}`,
      )
      return answers(verdict) ? 0 : 1
    }
    const found = coverageOf(compiled.coverage)
    const out = given.text('out')
    if (out !== undefined) {
      const { renderScopeHtml } = await import('@vigie/documents')
      const { writeFiles } = await import('../write-output.ts')
      if (!/\.html?$/i.test(out)) throw notAPage(out)
      const page = renderScopeHtml({ scope: compiled, coverage: found, contract, nameOf, language })
      writeFiles([{ path: out, bytes: page }])
    }
    if (json) await writeToStdout(coverageJson(found, unservedSites(version.terms), contract))
    else if (given.has('matrix') && out === undefined) {
      const { showMatrix } = await import('../scope/show-matrix.ts')
      await writeToStdout(`${prevails}${showMatrix(compiled, process.stdout.columns ?? 100, language)}`)
    } else await writeToStdout(`${prevails}${showCoverage(compiled, found, contract, language)}`)
    return isWhole(found, unservedSites(version.terms)) ? 0 : 1
  },
}

/** The scope of a contract, from what was kept of it, else read and checked in full. */
async function loadScope(path: string, withAmendments: boolean, language: Language | undefined): Promise<ScopeFile> {
  const source = await readContractSource(path, withAmendments)
  const kept = findKept(source)
  if (kept !== undefined) {
    learnLanguage(kept.language)
    return kept
  }
  const { checkContract } = await import('../load-contract.ts')
  const { scopeFileOf } = await import('../scope/read-scope-file.ts')
  const { history, warnings } = checkContract(source, language)
  const file = scopeFileOf(history)
  if (warnings === 0) keep(source, file)
  return file
}

async function versionAt({ versions, timeZone }: ScopeFile, text: string | undefined): Promise<ScopeVersion> {
  const [first] = versions
  const last = versions.at(-1) ?? first
  if (last === undefined) throw new Error('a contract has a version')
  if (text === undefined) return last
  const day = (await import('../read-day.ts')).readDay(text, timeZone)
  const held = versions.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === undefined || day < effectiveTo),
  )
  if (held !== undefined) return held
  throw new CommandFailure({
    fr: `--at : aucune version du contrat n’est en vigueur le ${day} (la première prend effet le ${first?.effectiveFrom})`,
    en: `--at: no version of the contract is in force on ${day} (the first takes effect on ${first?.effectiveFrom})`,
  })
}

function notAPage(path: string): CommandFailure {
  return new CommandFailure({
    fr: `${path} : format inconnu ; la page s’écrit dans un fichier .html`,
    en: `${path}: unknown format; the page is written to a .html file`,
  })
}

function coverageOf(cover: () => ScopeCoverage): ScopeCoverage {
  try {
    return cover()
  } catch (error) {
    throw error instanceof ScopeError ? new CommandFailure(error.localised) : error
  }
}

function answers({ outcome }: ScopeVerdict): boolean {
  return outcome !== 'gap' && outcome !== 'conflict' && outcome !== 'undetermined' && outcome !== 'unserved'
}

function isWhole({ gaps, conflicts }: ScopeCoverage, unserved: readonly string[]): boolean {
  return gaps.length === 0 && conflicts.length === 0 && unserved.length === 0
}

type ContractName = { readonly id: string; readonly version: string; readonly notice: string | undefined }

/** The verdict first, with its sentences in the language spoken. */
function decisionJson(verdict: ScopeVerdict, { id, version, notice }: ContractName, language: Language): string {
  const { outcome, rule, clause, because, ...rest } = verdict
  const said = because.map((sentence) => sentence[language])
  return `${JSON.stringify({ contract: { id, version }, notice, outcome, rule, clause, ...rest, because: said }, null, 2)}\n`
}

/** Counts beyond safe integers are texts. */
function coverageJson(
  found: ScopeCoverage,
  unserved: readonly string[],
  { id, version, notice }: ContractName,
): string {
  const { cells, decided, ...boxes } = found
  const plain = (count: number | bigint) => (typeof count === 'bigint' ? String(count) : count)
  const counts = { cells: plain(cells), decided: plain(decided), percent: coveragePercent(found) }
  return `${JSON.stringify({ contract: { id, version }, notice, ...counts, ...boxes, unservedSites: unserved }, null, 2)}\n`
}
