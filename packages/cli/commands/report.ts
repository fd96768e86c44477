import { extname } from 'node:path'
import {
  buildReport,
  collectMeasures,
  DocumentError,
  type ReportModel,
  renderHtml,
  renderJson,
  renderPdf,
  renderXlsx,
} from '@vigie/documents'
import { evaluate, watchTickets } from '@vigie/engine'
import type { Command } from '../command.ts'
import { CommandFailure, failureOf } from '../failure.ts'
import { judgedOptions, judgedPositionals, loadJudgedFacts } from '../judged-facts.ts'
import { reportSources } from '../report-sources.ts'
import { writeFiles } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** Periods before the asked one that the trend shows: a year with it. */
const trendLength = 11

const renderers: Readonly<Record<string, (model: ReportModel) => Promise<Uint8Array | string>>> = {
  '.pdf': renderPdf,
  '.html': async (model) => renderHtml(model),
  '.xlsx': renderXlsx,
  '.json': async (model) => renderJson(model),
}

/** `vigie report`: the monthly report in the formats that the file names ask for. */
export const report: Command = {
  name: 'report',
  summary: { fr: 'le rapport mensuel de service', en: 'the monthly service report' },
  positionals: judgedPositionals,
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
  ],
  more: {
    fr: `Un seul modèle, quatre formats :
  vigie report contrat.yaml evenements.csv --month 2026-10 --out rapport.pdf --out rapport.xlsx`,
    en: `One model, four formats:
  vigie report contract.yaml events.csv --month 2026-10 --out report.pdf --out report.xlsx`,
  },
  async run(context) {
    const outs = context.arguments.texts('out').map((path) => ({ path, render: rendererOf(path) }))
    if (outs.length === 0 && !context.json)
      throw new CommandFailure({ fr: '--out est attendu', en: '--out is expected' })
    const { contract, facts, period, at, language, penalties, exitCode } = await loadJudgedFacts(context)
    const collected = collectMeasures()
    const asked = {
      contract,
      record: facts.record,
      ...(period === undefined ? {} : { period }),
      ...(at === undefined ? {} : { at }),
    }
    const { onTicket, result: watched } = watchTickets(asked)
    const evaluation = evaluate({
      ...asked,
      previous: trendLength,
      penalties,
      onTicket,
      onMeasure: collected.take,
    })
    if (!evaluation.ok) throw failureOf(evaluation.issues)
    const { assessment } = evaluation
    const model = buildReport({
      assessment,
      history: contract,
      missed: collected.missed,
      neutralised: collected.neutralised,
      watched: watched(),
      language,
      sources: reportSources(context.arguments, contract, facts),
    })
    const files = []
    for (const { path, render } of outs) files.push({ path, bytes: await rendered(() => render(model)) })
    writeFiles(files)
    await writeToStdout(
      context.json ? renderJson(model) : `${model.verdict.headline}\n${outs.map(({ path }) => path).join('\n')}\n`,
    )
    return exitCode
  },
}

function rendererOf(path: string): (model: ReportModel) => Promise<Uint8Array | string> {
  const renderer = renderers[extname(path).toLowerCase()]
  if (renderer) return renderer
  const known = Object.keys(renderers).join(', ')
  throw new CommandFailure({
    fr: `${path} : format inconnu (formats : ${known})`,
    en: `${path}: unknown format (formats: ${known})`,
  })
}

async function rendered<Value>(render: () => Promise<Value>): Promise<Value> {
  try {
    return await render()
  } catch (error) {
    if (error instanceof DocumentError) throw new CommandFailure(error.localised)
    throw error
  }
}
