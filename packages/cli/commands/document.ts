import { extname } from 'node:path'
import {
  composeComparison,
  composeDocument,
  composeRedline,
  DocumentError,
  type DocumentModel,
  renderContractDocx,
  renderContractHtml,
  renderContractMarkdown,
  renderContractPdf,
} from '@vigie/documents'
import type { AmendmentSource, Contract, ContractHistory, Language } from '@vigie/engine'
import type { Arguments, Command } from '../command.ts'
import { readContractSource } from '../contract-source.ts'
import { CommandFailure } from '../failure.ts'
import { loadContract } from '../load-contract.ts'
import { readDay } from '../read-day.ts'
import { writeFiles } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

const renderers: Readonly<Record<string, (model: DocumentModel) => Promise<Uint8Array | string>>> = {
  '.pdf': renderContractPdf,
  '.docx': renderContractDocx,
  '.html': async (model) => renderContractHtml(model),
  '.md': async (model) => renderContractMarkdown(model),
}

/** `vigie document`: the whole contract as a document, consolidated or with its changes marked. */
export const documentContract: Command = {
  name: 'document',
  summary: {
    fr: 'le contrat rédigé, en PDF, DOCX, HTML ou Markdown',
    en: 'the contract in writing: PDF, DOCX, HTML or Markdown',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
  ],
  options: [
    {
      name: 'out',
      value: 'FILE',
      repeated: true,
      about: {
        fr: 'fichier .pdf, .docx, .html ou .md ; peut être répété',
        en: 'file .pdf, .docx, .html or .md; may be repeated',
      },
    },
    {
      name: 'at',
      value: 'DATE',
      about: {
        fr: 'la version en vigueur ce jour-là (par défaut la dernière)',
        en: 'the version in force on that day (default: the last)',
      },
    },
    {
      name: 'redline',
      value: 'FROM..TO',
      about: {
        fr: 'les changements d’une version à l’autre, comme 1..3 (ou deux dates)',
        en: 'the changes from one version to another, such as 1..3 (or two dates)',
      },
    },
    {
      name: 'against',
      value: 'OLD',
      about: { fr: 'les changements depuis un autre contrat', en: 'the changes from another contract' },
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
    fr: `Chaque clause y est une ancre ; en DOCX, les changements sont des marques de révision. Exemples :
  vigie document contrat.yaml --out contrat.pdf --out contrat.docx
  vigie document contrat.yaml --redline 1..2 --out avenant-1.docx`,
    en: `Every clause is an anchor; in DOCX the changes are tracked changes. Examples:
  vigie document contract.yaml --out contract.pdf --out contract.docx
  vigie document contract.yaml --redline 1..2 --out amendment-1.docx`,
  },
  async run({ arguments: given, language: asked, json }) {
    const outs = given.texts('out').map((path) => ({ path, render: rendererOf(path) }))
    if (outs.length === 0 && !json) throw new CommandFailure({ fr: '--out est attendu', en: '--out is expected' })
    const [file = ''] = given.positionals
    const options = { withAmendments: !given.has('no-amendments'), language: asked }
    const history = await loadContract(file, options)
    const sources = file === '-' ? [] : (await readContractSource(file, options.withAmendments)).amendments
    const model = await composed(given, history, sources, asked)
    const files = []
    for (const { path, render } of outs) files.push({ path, bytes: await rendered(() => render(model)) })
    writeFiles(files)
    await writeToStdout(json ? `${JSON.stringify(model, null, 2)}\n` : `${outs.map(({ path }) => path).join('\n')}\n`)
    return 0
  },
}

async function composed(
  given: Arguments,
  history: ContractHistory,
  sources: readonly AmendmentSource[],
  asked: Language | undefined,
): Promise<DocumentModel> {
  const [span, old, at] = [given.text('redline'), given.text('against'), given.text('at')]
  if ([span, old].every((one) => one !== undefined) || (span !== undefined && at !== undefined)) {
    throw new CommandFailure({
      fr: '--redline exclut --against et --at : il nomme déjà les deux versions',
      en: '--redline excludes --against and --at: it already names the two versions',
    })
  }
  if (span !== undefined) {
    const [from, to] = pairOf(span, history)
    return composeRedline(history, from, to, asked ?? to.language, sources)
  }
  const version = at === undefined ? lastOf(history) : inForce(at, history, 'at')
  const language = asked ?? version.language
  if (old === undefined) return composeDocument(history, version, language, sources)
  const before = await loadContract(old, { withAmendments: !given.has('no-amendments'), language: asked })
  return composeComparison(lastOf(before), version, language)
}

function lastOf({ versions }: ContractHistory): Contract {
  return versions.at(-1) ?? versions[0]
}

function pairOf(span: string, history: ContractHistory): readonly [Contract, Contract] {
  const { versions } = history
  const ends = span.split('..').map((name) => name.trim())
  const named = (name: string) =>
    versions.find(({ version }) => version === name) ??
    (/^\d{4}-/.test(name) ? inForce(name, history, 'redline') : undefined)
  const [from, to] = ends.map(named)
  if (ends.length === 2 && from !== undefined && to !== undefined && versions.indexOf(from) < versions.indexOf(to))
    return [from, to]
  const known = versions.map(({ version }) => version).join(', ')
  throw new CommandFailure({
    fr: `--redline : deux versions parmi ${known}, la plus ancienne d’abord, sont attendues, comme 1..2 (reçu : ${span})`,
    en: `--redline: two versions among ${known}, the older first, are expected, such as 1..2 (got: ${span})`,
  })
}

/** The version whose dates hold a day. */
function inForce(text: string, history: ContractHistory, option: string): Contract {
  const [first] = history.versions
  const day = readDay(text, first.timeZone, option)
  const version = history.versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)
  if (version !== undefined && (version.effectiveTo === undefined || day < version.effectiveTo)) return version
  throw new CommandFailure({
    fr: `--${option} : aucune version du contrat n’est en vigueur le ${day}`,
    en: `--${option}: no version of the contract is in force on ${day}`,
  })
}

function rendererOf(path: string): (model: DocumentModel) => Promise<Uint8Array | string> {
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
