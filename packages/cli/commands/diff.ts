import { basename } from 'node:path'
import { type Contract, changeJson, diffContracts, type Language } from '@vigie/engine'
import type { Arguments, Command } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { loadContract } from '../load-contract.ts'
import { noticeKey, noticeLines } from '../prevailing-notice.ts'
import { showDiff } from '../show-diff.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie diff`: two contracts, or two versions of one, clause by clause in plain language. */
export const diff: Command = {
  name: 'diff',
  summary: {
    fr: 'ce qui change entre deux contrats, clause par clause',
    en: 'what changes between two contracts, clause by clause',
  },
  positionals: [
    { name: 'OLD', about: { fr: 'le contrat de départ', en: 'the contract before' } },
    {
      name: 'NEW',
      optional: true,
      about: {
        fr: 'le contrat d’arrivée ; sans lui, deux versions du premier',
        en: 'the contract after; without it, two versions of the first',
      },
    },
  ],
  options: [
    {
      name: 'versions',
      value: 'A,B',
      about: {
        fr: 'sans NEW : les deux versions à comparer (par défaut la première et la dernière)',
        en: 'without NEW: the two versions to compare (default: the first and the last)',
      },
    },
    {
      name: 'no-amendments',
      about: {
        fr: 'les contrats tels que signés, sans leurs avenants',
        en: 'the contracts as signed, without their amendments',
      },
    },
  ],
  more: {
    fr: `Compare la dernière version de chaque contrat. Exemples :
  vigie diff contrat-2026.yaml contrat-2027.yaml
  vigie diff contrat.yaml --versions 1,2`,
    en: `Compares the last version of each contract. Examples:
  vigie diff contract-2026.yaml contract-2027.yaml
  vigie diff contract.yaml --versions 1,2`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [before, after] = await contractsOf(given, asked)
    const language: Language = asked ?? after.language
    const changes = diffContracts(before, after)
    const sides = { before: sideOf(before), after: sideOf(after) }
    await writeToStdout(
      json
        ? `${JSON.stringify({ ...sides, ...noticeKey(after, language), changes: changes.map((change) => changeJson(change, language)) }, null, 2)}\n`
        : `${noticeLines(after, language)}${showDiff(before, after, changes, language)}`,
    )
    return 0
  },
}

async function contractsOf(given: Arguments, language: Language | undefined): Promise<readonly [Contract, Contract]> {
  const [oldPath = '', newPath] = given.positionals
  const options = { withAmendments: !given.has('no-amendments'), language }
  const { versions } = await loadContract(oldPath, options)
  const last = versions.at(-1) ?? versions[0]
  const asked = given.text('versions')
  if (newPath !== undefined) {
    if (asked !== undefined)
      throw new CommandFailure({ fr: '--versions et NEW s’excluent', en: '--versions and NEW exclude each other' })
    const { versions: others } = await loadContract(newPath, options)
    return [last, others.at(-1) ?? others[0]]
  }
  if (asked === undefined) {
    if (versions.length > 1) return [versions[0], last]
    throw new CommandFailure({
      fr: `${basename(oldPath)} n’a qu’une version : donner un second contrat (NEW)`,
      en: `${basename(oldPath)} has one version only: give a second contract (NEW)`,
    })
  }
  const known = versions.map(({ version }) => version)
  const pair = asked.split(',').map((name) => versions.find(({ version }) => version === name.trim()))
  const [before, after] = pair
  if (before !== undefined && after !== undefined && pair.length === 2) return [before, after]
  throw new CommandFailure({
    fr: `--versions : deux versions parmi ${known.join(', ')} sont attendues, comme 1,2 (reçu : ${asked})`,
    en: `--versions: two versions among ${known.join(', ')} are expected, such as 1,2 (got: ${asked})`,
  })
}

function sideOf({ id, title, version, effectiveFrom }: Contract) {
  return { id, title, version, effectiveFrom }
}
