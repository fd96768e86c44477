import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { buildReport, type ReportModel, renderJson } from '@vigie/documents'
import { readBundle } from '../bundle/bundle-files.ts'
import { fillDraft } from '../bundle/fill-draft.ts'
import { reportOfBundle } from '../bundle/report-of-bundle.ts'
import { verifyBundle } from '../bundle/verify-bundle.ts'
import { openBundleDraft } from '../bundle/write-bundle.ts'
import type { Command, CommandContext, Positional } from '../command.ts'
import { CommandFailure, type ExitCode, failureOf } from '../failure.ts'
import { judgeReport } from '../judge-report.ts'
import { judgedOptions, judgedPositionals, loadJudgedFacts } from '../judged-facts.ts'
import { rendererOf } from '../report-renderers.ts'
import { readingOf, reportHashes, reportSources } from '../report-sources.ts'
import { writeFiles } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** A sealed folder needs no events beside it. */
const positionals: readonly Positional[] = judgedPositionals.map((positional, index) =>
  index === 0
    ? {
        name: 'CONTRACT|FOLDER',
        about: {
          fr: 'le contrat, en YAML ou en JSON ; ou un dossier scellé, seul',
          en: 'the contract, YAML or JSON; or a sealed folder alone',
        },
      }
    : { ...positional, optional: true },
)

/** `vigie report`: the monthly report in the formats that the file names ask for, sealed where a key is given. */
export const report: Command = {
  name: 'report',
  summary: { fr: 'le rapport mensuel de service', en: 'the monthly service report' },
  positionals,
  options: [
    ...judgedOptions,
    {
      name: 'out',
      value: 'FILE',
      repeated: true,
      about: {
        fr: 'fichier .pdf, .html, .xlsx ou .json ; peut être répété',
        en: 'file .pdf, .html, .xlsx or .json; may be repeated',
      },
    },
    {
      name: 'key',
      value: 'FILE',
      about: {
        fr: 'scelle ce dont le rapport est tiré : clé privée du signataire (PEM)',
        en: 'seals what the report is drawn from: private key of the signer (PEM)',
      },
    },
    {
      name: 'name',
      value: 'NAME',
      about: { fr: 'avec --key : nom du signataire', en: 'with --key: name of the signer' },
    },
    {
      name: 'seal',
      value: 'FOLDER',
      about: {
        fr: 'avec --key : dossier scellé (par défaut à côté du rapport, en .seal)',
        en: 'with --key: sealed folder (default: beside the report, ending in .seal)',
      },
    },
  ],
  more: {
    fr: `Un seul modèle, quatre formats ; avec une clé, le rapport porte son sceau. Exemples :
  vigie report contrat.yaml evenements.csv --month 2026-10 --out rapport.pdf --out rapport.xlsx
  vigie report contrat.yaml evenements.csv --month 2026-10 --key cles/prestataire.example.key.pem \\
    --name prestataire.example --out rapport.pdf
  vigie verify rapport.seal --verifier CLÉ --report rapport.pdf
Le rapport d’un dossier scellé, avec ses signatures : vigie report rapport.seal --out rapport.pdf`,
    en: `One model, four formats; with a key the report carries its seal. Examples:
  vigie report contract.yaml events.csv --month 2026-10 --out report.pdf --out report.xlsx
  vigie report contract.yaml events.csv --month 2026-10 --key keys/provider.example.key.pem \\
    --name provider.example --out report.pdf
  vigie verify report.seal --verifier KEY --report report.pdf
The report of a sealed folder, with its signatures: vigie report report.seal --out report.pdf`,
  },
  async run(context) {
    const { arguments: given } = context
    const outs = given.texts('out').map((path) => ({ path, render: rendererOf(path) }))
    if (outs.length === 0 && !context.json)
      throw new CommandFailure({ fr: '--out est attendu', en: '--out is expected' })
    const { model, exitCode, keep, drop } = await modelOf(context, outs[0]?.path)
    try {
      const files = []
      for (const { path, render } of outs) files.push({ path, bytes: await render(model) })
      const written = [...outs.map(({ path }) => path), ...keep()]
      writeFiles(files)
      await writeToStdout(context.json ? renderJson(model) : `${model.verdict.headline}\n${written.join('\n')}\n`)
      return exitCode
    } finally {
      drop()
    }
  },
}

type Made = {
  readonly model: ReportModel
  readonly exitCode: ExitCode
  /** Writes what goes with the report, and names it. */
  readonly keep: () => readonly string[]
  /** Leaves nothing of what was not kept. */
  readonly drop: () => void
}

const alone = { keep: () => [], drop: () => {} } as const

async function modelOf(context: CommandContext, out: string | undefined): Promise<Made> {
  const { arguments: given } = context
  const [first = '', events] = given.positionals
  if (events === undefined) return fromFolder(first, context)
  if (given.has('key')) return sealed(context, out)
  const unused = (['name', 'seal'] as const).find((option) => given.has(option))
  if (unused !== undefined)
    throw new CommandFailure({ fr: `--${unused} demande --key`, en: `--${unused} asks for --key` })
  return plain(context)
}

/** From contract and facts, unsigned. */
async function plain(context: CommandContext): Promise<Made> {
  const hashes = reportHashes()
  const { contract, facts, period, at, language, penalties, exitCode } = await loadJudgedFacts(context, hashes)
  const { record } = facts
  const judged = judgeReport(
    { contract, record, ...(period === undefined ? {} : { period }), ...(at === undefined ? {} : { at }) },
    penalties,
  )
  if (!judged.ok) throw failureOf(judged.issues)
  const model = buildReport({
    ...judged,
    history: contract,
    language,
    sources: reportSources(context.arguments, contract, facts, hashes),
    reading: readingOf(context.arguments),
    record: { entries: record.count, fingerprint: record.fingerprint },
  })
  return { model, exitCode, ...alone }
}

/** From contract and facts, sealed first: the report is that of the new folder. */
async function sealed(context: CommandContext, out: string | undefined): Promise<Made> {
  const { arguments: given } = context
  if (!given.has('name')) throw new CommandFailure({ fr: '--key demande --name', en: '--key asks for --name' })
  const folder = given.text('seal') ?? (out === undefined ? undefined : `${out.slice(0, -extname(out).length)}.seal`)
  if (folder === undefined) throw new CommandFailure({ fr: '--seal est attendu', en: '--seal is expected' })
  const draft = openBundleDraft(folder)
  try {
    const filled = await fillDraft(draft, context)
    if (!filled.ok) throw new CommandFailure(filled.difference.message)
    const made = reportOfBundle(filled.files, { language: filled.language })
    if (!made.ok) throw failureOf(made.issues)
    return {
      model: made.model,
      exitCode: given.has('strict') && filled.rejected > 0 ? 1 : 0,
      keep: () => {
        draft.keep()
        return [folder]
      },
      drop: draft.drop,
    }
  } catch (error) {
    draft.drop()
    throw error
  }
}

/** From a sealed folder, which must hold. */
function fromFolder(folder: string, { arguments: given, language }: CommandContext): Made {
  if (!existsSync(join(folder, 'checkpoint')))
    throw new CommandFailure({
      fr: `vigie report : il manque EVENTS, ou ${folder} n’est pas un dossier scellé ; voir « vigie report --help »`,
      en: `vigie report: EVENTS is missing, or ${folder} is not a sealed folder; see "vigie report --help"`,
    })
  const unused = [...judgedOptions.map(({ name }) => name), 'key', 'name', 'seal'].find((option) => given.has(option))
  if (unused !== undefined)
    throw new CommandFailure({
      fr: `--${unused} : un dossier scellé dit lui-même ce qu’il tient`,
      en: `--${unused}: a sealed folder itself says what it holds`,
    })
  const { files, difference: unsafe } = readBundle(folder)
  const difference = unsafe ?? verifyBundle(files, []).difference
  if (difference !== undefined)
    throw new CommandFailure({
      fr: `ce dossier scellé ne tient pas : ${difference.message.fr}`,
      en: `this sealed folder does not hold: ${difference.message.en}`,
    })
  const made = reportOfBundle(files, language === undefined ? {} : { language })
  if (!made.ok) throw failureOf(made.issues)
  return { model: made.model, exitCode: 0, ...alone }
}
